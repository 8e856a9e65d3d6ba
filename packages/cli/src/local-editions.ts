import type { Edition } from '@credence/rulebook';

import { checkFolder } from './check-folder.ts';
import { shippedRulebooks } from './rulebook-folder.ts';

let known: readonly Edition[] | undefined;

/**
 * Shipped editions of single places, laid over a national one, for readers to compare. They are
 * checked when the first reader asks, and law for nobody until some register promulgates them.
 */
export function localEditions(): readonly Edition[] {
  known ??= checkFolder(shippedRulebooks).editions.filter(({ parent }) => parent !== 'none');
  return known;
}
