import { suppressSmallCells } from '@credence/domain';

import type { BulkRow } from '../port/bulk.ts';
import { bulkSettings } from './settings.ts';

interface Supplier {
  readonly code: string;
  readonly name: string;
  /** Records by year of decision. */
  readonly years: Map<number, number>;
}

/** Counts of public records by item, supplier and year of decision, with small ones protected. */
export function createCounts(): {
  add(item: string, row: BulkRow): void;
  rows(): readonly BulkRow[];
} {
  const items = new Map<string, Map<string, Supplier>>();
  return {
    add(item, row) {
      const code = String(row['provider_code'] ?? '');
      const year = Number(String(row['decided'] ?? '').slice(0, 4));
      const suppliers = items.get(item) ?? new Map<string, Supplier>();
      items.set(item, suppliers);
      const supplier: Supplier = suppliers.get(code) ?? {
        code,
        name: String(row['provider'] ?? ''),
        years: new Map(),
      };
      suppliers.set(code, supplier);
      supplier.years.set(year, (supplier.years.get(year) ?? 0) + 1);
    },
    rows: () =>
      [...items]
        .sort(byKey)
        .flatMap(([item, suppliers]) => countsOf(item, [...suppliers].sort(byKey))),
  };
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
