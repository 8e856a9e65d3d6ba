import { countKnownOf, findDetermined, type Equation } from './find-determined.ts';
import {
  suppressSmallCells,
  type CountTable,
  type PublishedTable,
  type SettledRows,
  type Suppression,
} from './suppress-small-cells.ts';

/** A table of counts that belongs to others about the same subjects. */
export interface LinkedTable {
  readonly name: string;
  readonly counts: CountTable;
  /**
   * The group that a cell is a part of: cells of one group add up to the same in every table that
   * names the group, which is how one table gives away another. Undefined: part of none.
   */
  readonly groupOf: (row: number, column: number) => string | undefined;
  /** Totals that other publications tell of, too. All tables that have them count the same. */
  readonly settled?: SettledRows;
}

/**
 * Withholds small counts of tables that are published together, so that no withheld count can be
 * worked out from all of them at once. Each table is made safe by itself; then, in the order given,
 * a table that would give away a withheld count of itself or of one before it is withheld whole.
 *
 * So is one that would tell more of the settled totals than that they add up: another publication
 * may tell the rest of them. As none tells more, all of them together tell no more than each does.
 *
 * Source: guard G38 (secondary suppression; a linear solver over everything published recovers
 * nothing).
 */
export function publishTables(
  tables: readonly LinkedTable[],
  rule: Suppression,
): ReadonlyMap<string, PublishedTable | undefined> {
  const published = new Map<string, PublishedTable | undefined>();
  let known: readonly Equation[] = [];
  let sums: readonly Equation[] = [];
  for (const table of tables) {
    const safe = suppressSmallCells(table.counts, rule, table.settled);
    const more = [...known, ...equationsOf(table, safe)];
    const moreSums = table.settled === undefined ? sums : [...sums, sumOfSettled(table, safe)];
    const isOpen =
      findDetermined(more).some((name) => !name.startsWith(groupMark)) ||
      countKnownOf(more, isSettled) > countKnownOf(moreSums, isSettled);
    published.set(table.name, isOpen ? undefined : safe);
    if (isOpen) continue;
    [known, sums] = [more, moreSums];
  }
  return published;
}

const groupMark = 'group ';
const settledMark = 'settled ';

function isSettled(unknown: string): boolean {
  return unknown.startsWith(settledMark);
}

/** What every publication tells of the totals: that they add up to the number of the subjects. */
function sumOfSettled({ name }: LinkedTable, { rowTotals, total }: PublishedTable): Equation {
  const sum = new Map(
    rowTotals.flatMap((count, row) => (count === null ? [[settledName(name, row), 1]] : [])),
  );
  return total === null ? sum.set(allSettled, -1) : sum;
}

const allSettled = `${settledMark}total`;

function settledName(table: string, row: number): string {
  return `${settledMark}${table} ${row}`;
}

/** What a reader of the table knows: rows, columns and groups add up; what is told is no unknown. */
function equationsOf(
  { name, groupOf, settled }: LinkedTable,
  table: PublishedTable,
): readonly Equation[] {
  const grid = [
    ...table.cells.map((cells, row) => [...cells, table.rowTotals[row] ?? null]),
    [...table.columnTotals, table.total],
  ];
  const lastRow = grid.length - 1;
  const lastColumn = (grid[0]?.length ?? 1) - 1;
  const nameOf = (row: number, column: number): string => {
    if (settled === undefined || column !== lastColumn) return `${name} ${row} ${column}`;
    return row === lastRow ? allSettled : settledName(name, row);
  };
  const lines = new Map<string, Map<string, number>>();
  const add = (line: string, unknown: string | undefined, coefficient: number): void => {
    const equation = lines.get(line) ?? new Map<string, number>();
    lines.set(line, equation);
    if (unknown !== undefined) equation.set(unknown, coefficient);
  };
  grid.forEach((cells, row) => {
    cells.forEach((count, column) => {
      const unknown = count === null ? nameOf(row, column) : undefined;
      add(`row ${row}`, unknown, column === lastColumn ? -1 : 1);
      add(`column ${column}`, unknown, row === lastRow ? -1 : 1);
      const group = row < lastRow && column < lastColumn ? groupOf(row, column) : undefined;
      if (group === undefined) return;
      add(`${groupMark}${group}`, unknown, 1);
      add(`${groupMark}${group}`, `${groupMark}${group}`, -1);
    });
  });
  return [...lines.values()];
}
