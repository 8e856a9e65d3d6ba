import { suppressSmallCells } from '@credence/domain';

import type { BulkRow } from '../port/bulk.ts';
import type { RowOfSet } from './bulk-rows.ts';
import { listingsId } from './data-sets.ts';
import { bulkSettings } from './settings.ts';

/** What a public row is counted as. */
interface Counted {
  /** Item of the catalogue, or list. */
  readonly item: string;
  readonly code: string;
  readonly name: string;
  readonly year: number;
}

interface Supplier {
  readonly code: string;
  readonly name: string;
  /** Records by year of decision, listings by that of the begin. */
  readonly years: Map<number, number>;
}

/**
 * Counts of public records by item, supplier and year of decision, and of listings by list, deciding
 * agency and year of the begin, with small ones protected.
 */
export function createCounts(agencies: ReadonlyMap<string, string>): {
  add(row: RowOfSet): void;
  rows(): readonly BulkRow[];
} {
  const items = new Map<string, Map<string, Supplier>>();
  return {
    add(row) {
      // Nobody supplied or decided it; what a body is late with is counted on its own page.
      if (row.dataset !== listingsId && row.row['provider_code'] === undefined) return;
      const { item, code, name, year } = countedAs(row, agencies);
      const suppliers = items.get(item) ?? new Map<string, Supplier>();
      items.set(item, suppliers);
      const supplier: Supplier = suppliers.get(code) ?? { code, name, years: new Map() };
      suppliers.set(code, supplier);
      supplier.years.set(year, (supplier.years.get(year) ?? 0) + 1);
    },
    rows: () =>
      [...items]
        .sort(byKey)
        .flatMap(([item, suppliers]) => countsOf(item, [...suppliers].sort(byKey))),
  };
}

function countedAs(
  { dataset, row, agency = '' }: RowOfSet,
  agencies: ReadonlyMap<string, string>,
): Counted {
  const text = (column: string): string => String(row[column] ?? '');
  const yearOf = (column: string): number => Number(text(column).slice(0, 4));
  if (dataset !== listingsId) {
    const [code, name] = [text('provider_code'), text('provider')];
    return { item: dataset, code, name, year: yearOf('decided') };
  }
  const name = agencies.get(agency) ?? agency;
  return { item: text('list'), code: agency, name, year: yearOf('begins') };
}

/** What is withheld has no row of its own: a row that is there tells that something is. */
function countsOf(
  item: string,
  suppliers: readonly (readonly [string, Supplier])[],
): readonly BulkRow[] {
  const found = suppliers.map(([, supplier]) => supplier);
  const years = [...new Set(found.flatMap(({ years: own }) => [...own.keys()]))].sort();
  const table = found.map(({ years: own }) => years.map((year) => own.get(year) ?? 0));
  const { cells } = suppressSmallCells(table, {
    smallest: bulkSettings.smallestCell,
    nought: 'withheld',
  });
  return found.flatMap(({ code, name }, row) =>
    years.flatMap((year, column): readonly BulkRow[] => {
      const records = cells[row]?.[column] ?? null;
      if (records === null) return [];
      return [{ item, provider_code: code, provider: name, year, records }];
    }),
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
