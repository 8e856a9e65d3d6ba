import { suppressSmallCells, type LinkedTable, type Suppression } from '@credence/domain';

import { smallestCell } from '../reading/reading.ts';
import type { ImpactLabel } from './impact.ts';

/**
 * For officials, and once a draft is published for everyone. That nobody moves names nobody, and
 * without noughts a matrix of classes would tell nothing.
 */
export const hidden: Suppression = { smallest: smallestCell, nought: 'told' };

/** Counts of organisations by two codes, added up as the register goes by. */
export interface Tally {
  add(row: string, column: string): void;
  at(row: string, column: string): number;
  /** Codes of rows with their totals. */
  readonly rows: ReadonlyMap<string, number>;
}

export function createTally(): Tally {
  const cells = new Map<string, number>();
  const rows = new Map<string, number>();
  const keyOf = (row: string, column: string): string => JSON.stringify([row, column]);
  return {
    rows,
    add(row, column) {
      const key = keyOf(row, column);
      cells.set(key, (cells.get(key) ?? 0) + 1);
      rows.set(row, (rows.get(row) ?? 0) + 1);
    },
    at: (row, column) => cells.get(keyOf(row, column)) ?? 0,
  };
}

/** A table of a report, with what is needed to publish it beside the others. */
export interface PlannedTable {
  readonly rows: readonly ImpactLabel[];
  readonly columns: readonly ImpactLabel[];
  readonly table: LinkedTable;
}

export function planTable(
  name: string,
  labels: Pick<PlannedTable, 'rows' | 'columns'>,
  rest: Pick<LinkedTable, 'counts' | 'groupOf'> & { readonly shared?: true },
): PlannedTable {
  const { counts, groupOf, shared } = rest;
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const settled = shared === undefined ? {} : { settled: settleTotals(totals) };
  return { ...labels, table: { name, counts, groupOf, ...settled } };
}

/**
 * Which totals are withheld in every report about the same register, whatever the draft: those of
 * two reports are the same, and one must not tell what the other keeps. It follows from the totals
 * alone, and not from their order. The last is about the sum of them all.
 */
export function settleTotals(totals: readonly number[]): readonly boolean[] {
  const order = totals.map((_, at) => at).sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0));
  const { cells, total } = suppressSmallCells(
    order.map((at) => [totals[at] ?? 0]),
    hidden,
  );
  const withheld = new Set(order.filter((_, place) => cells[place]?.[0] === null));
  return [...totals.map((_, at) => withheld.has(at)), total === null];
}
