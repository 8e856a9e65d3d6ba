import type { CaseworkParts } from '../casework-parts.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';

/** What supplying is made of. */
export type SupplyParts = CaseworkParts & { readonly loader: RulebookLoader };
