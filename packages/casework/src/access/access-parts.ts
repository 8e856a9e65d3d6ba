import type { CaseworkParts } from '../casework.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';

/** What the use cases about access are made with. */
export type AccessParts = Pick<
  CaseworkParts,
  | 'journal'
  | 'register'
  | 'access'
  | 'clock'
  | 'uuid'
  | 'salt'
  | 'today'
  | 'registerAgency'
  | 'readBudget'
  | 'onAlarm'
> & { readonly loader: RulebookLoader };
