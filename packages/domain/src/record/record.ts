import type { Money } from '../money/money.ts';
import type { Identifier, SubjectKind } from '../subject/identifier.ts';
import type { CivilDate } from '../time/civil-date.ts';

/** The value of a stated fact; codes are texts, several codes a list of texts. */
export type FactValue = string | number | boolean | Money | readonly string[];

/**
 * How a decision reached its subject. Without proof (`not-shown`) a record is kept and not
 * published; `stated` is a batch statement signed by two named officials.
 */
export type Service =
  | { readonly kind: 'shown'; readonly on: CivilDate; readonly mode: string }
  | { readonly kind: 'stated'; readonly on?: CivilDate; readonly by: readonly [string, string] }
  | { readonly kind: 'not-shown' }
  | { readonly kind: 'not-needed' };

/** The subject as a file states it. A name may be missing, a number may not. */
export type StatedSubject = {
  readonly name?: string;
  readonly kind: SubjectKind;
  readonly identifiers: readonly [Identifier, ...Identifier[]];
};

/**
 * One record about an organisation, as its source agency stated it: the payload of `record@1`. It is
 * plain JSON, and what the law makes of it is computed at every reading, never stored in it.
 */
export type PublicCreditRecord = {
  readonly recordId: string;
  /** Catalogue item, e.g. `administrative_penalty`. */
  readonly item: string;
  /** Code of the edition under which it was taken in. */
  readonly edition: string;
  /** Civil day of the territory on which the register took it in. */
  readonly takenInOn: CivilDate;
  readonly batchId: string;
  /** Row in the file, from 1, header included. */
  readonly row: number;
  readonly subject: StatedSubject;
  /** Who supplied it. */
  readonly provider: { readonly code: string; readonly name: string };
  /** Who decided. */
  readonly authority?: { readonly name: string; readonly code?: string };
  readonly document?: { readonly number: string; readonly title?: string };
  readonly decidedOn: CivilDate;
  /** First day of validity, included. */
  readonly validFrom?: CivilDate;
  /** Last day of validity as the document states it, included; `none`: without an end. */
  readonly validUntil?: CivilDate | 'none';
  /** Day on which the breach was put right. */
  readonly correctedOn?: CivilDate;
  readonly service: Service;
  /** Sealed by law: never published, shared or counted. */
  readonly sealed?: boolean;
  /** Taken in as backlog, so stated by two officials: its lateness is not counted. */
  readonly backlog?: true;
  /** Every other field of the schema, by field name. */
  readonly facts: Readonly<Record<string, FactValue>>;
};

/** Code of a severity class; the edition declares which there are. */
export type SeverityCode = string;
