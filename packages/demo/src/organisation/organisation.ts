import type { CivilDate } from '@credence/domain';

import type { AgencyCode } from '../city/agencies.ts';
import type { District } from '../city/region.ts';
import type { SectorId } from './sectors.ts';

export type Form =
  | 'enterprise'
  | 'branch'
  | 'sole_trader'
  | 'cooperative'
  | 'institution'
  | 'association'
  | 'service_unit'
  | 'foundation'
  | 'organ';

/** From 0, a stall, to 4, one of the city's large employers. */
export type Size = 0 | 1 | 2 | 3 | 4;

/** One organisation of the city, as its registration says. */
export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly form: Form;
  /** As registers write it, e.g. 有限责任公司（自然人投资或控股）. */
  readonly legalForm: string;
  readonly sector: SectorId;
  readonly district: District;
  readonly address: string;
  readonly establishedOn: CivilDate;
  readonly registeredOn: CivilDate;
  /** As registers write it, e.g. 存续. */
  readonly status: string;
  readonly formerNames: readonly string[];
  readonly size: Size;
  readonly registrar: AgencyCode;
}

/** The agency that keeps the register in which a form of organisation stands. */
export function registrarOf(form: Form): AgencyCode {
  switch (form) {
    case 'institution':
    case 'organ':
      return 'institution_registry';
    case 'association':
    case 'service_unit':
    case 'foundation':
      return 'civil_affairs';
    case 'enterprise':
    case 'branch':
    case 'sole_trader':
    case 'cooperative':
      return 'market_regulation';
  }
}
