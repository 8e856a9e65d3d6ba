import type { CaseworkParts } from '../casework-parts.ts';
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
  | 'personKeys'
  | 'onAlarm'
> & { readonly loader: RulebookLoader };
