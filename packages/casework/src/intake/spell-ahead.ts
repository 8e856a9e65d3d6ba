import { schemesOf, type Edition } from '@credence/rulebook';

import type { SourceRow } from '../port/reader.ts';
import type { NameKeys } from '../port/register.ts';
import type { SpelledName } from '../port/row-workshop.ts';
import { readSubjectName } from './read-row.ts';
import { namesMax } from './remember-names.ts';
import type { TableOrder } from './table-order.ts';
import { apart } from './text-apart.ts';

/**
 * Spells the names of subjects for the thread that prepares their rows. Spelling is the dearest thing
 * done with a row, needs nothing of the rest of it, and the thread that reads the file has the time.
 *
 * @returns the names that some rows bring for the first time, as long as names are remembered
 */
export function createSpeller(
  edition: Edition,
  { nameKeys, regions }: { readonly nameKeys: NameKeys; readonly regions?: ReadonlySet<string> },
): (rows: readonly SourceRow[], table: TableOrder) => readonly SpelledName[] {
  const context = {
    currency: edition.currency,
    schemes: schemesOf(edition, regions === undefined ? {} : { regions }),
  };
  const spelled = new Set<string>();
  return (rows, { layout }) => {
    const names: SpelledName[] = [];
    for (const { cells } of rows) {
      if (spelled.size >= namesMax) break;
      const name = readSubjectName(cells, layout, context);
      if (name === undefined || spelled.has(name)) continue;
      const own = apart(name);
      spelled.add(own);
      names.push({ name: own, keys: nameKeys.fold(own) });
    }
    return names;
  };
}
