import type { CivilDate } from '@credence/domain';

import type { AgencyCode, Authority } from '../city/agencies.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Whom a decision is about: an organisation, or a natural person whose row is set aside. */
export type Party = Pick<Organisation, 'name' | 'code' | 'form'>;

export interface Licence {
  readonly agency: AgencyCode;
  readonly authority: Authority;
  readonly party: Party;
  readonly certificate: string;
  readonly documentNumber: string;
  readonly licenceClass: string;
  readonly licenceNumber: string;
  readonly content: string;
  readonly decidedOn: CivilDate;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | 'none';
}

export interface Penalty {
  readonly agency: AgencyCode;
  readonly authority: Authority;
  readonly party: Party;
  readonly documentNumber: string;
  /** As the file says it. */
  readonly field: string;
  readonly type: string;
  readonly facts: string;
  readonly basis: string;
  /** As the file says them, e.g. 罚款. */
  readonly kinds: readonly string[];
  readonly content: string;
  /** In yuan. */
  readonly fine?: number;
  /** In yuan. */
  readonly gains?: number;
  readonly licence?: string;
  readonly procedure: '普通程序' | '简易程序';
  readonly decidedOn: CivilDate;
  readonly conductEndedOn?: CivilDate;
  readonly service?: { readonly on: CivilDate; readonly mode: string };
}

export interface Inspection {
  readonly agency: AgencyCode;
  readonly authority: Authority;
  readonly party: Party;
  readonly planNumber: string;
  readonly plan: string;
  readonly kind: '定向抽查' | '不定向抽查' | '重点检查';
  readonly matter: string;
  readonly result: string;
  readonly inspectedOn: CivilDate;
  readonly correctedOn?: CivilDate;
}
