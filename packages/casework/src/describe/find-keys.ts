import type { SourceTable } from '../port/reader.ts';
import type { ColumnDescription } from './column-survey.ts';

/** Columns that together name every row, or nearly every row, once. */
export interface KeyDescription {
  readonly columns: readonly string[];
  /** Rows that repeat the key of an earlier row; 0 for a key. */
  readonly repeated: number;
}

/** Rows beyond which looking for a key would take too much memory; a key is then left to people. */
const rowsMax = 2_000_000;
/** Combinations tried in one more reading of the file. */
const triedMax = 24;
/** Of this many rows one may repeat a key that is still worth naming. */
const oneIn = 20;

const nameLike: ReadonlySet<ColumnDescription['look']> = new Set(['identifier', 'integer']);

/**
 * The smallest sets of columns that name every row once: single columns first, then an identifier
 * with a day, then with one more column of codes. Where none does, those that nearly do. Columns
 * about people are no key.
 */
export async function findKeys(
  table: SourceTable,
  columns: readonly ColumnDescription[],
  rows: number,
): Promise<readonly KeyDescription[]> {
  if (rows === 0 || rows > rowsMax) return [];
  const tried = candidates(columns, rows)
    .slice(0, triedMax)
    .map((indices) => ({ indices, seen: new Set<string>(), repeated: 0 }));
  const alive = new Set(tried);
  for await (const { cells } of table.rows) {
    for (const each of alive) {
      const key = JSON.stringify(each.indices.map((column) => cells[column]?.trim() ?? ''));
      if (!each.seen.has(key)) each.seen.add(key);
      else if ((each.repeated += 1) * oneIn > rows) {
        alive.delete(each);
        each.seen.clear();
      }
    }
  }
  const found = [...alive];
  const exact = found.filter(({ repeated }) => repeated === 0);
  const within = (indices: readonly number[]) => (other: { indices: readonly number[] }) =>
    other.indices !== indices && other.indices.every((each) => indices.includes(each));
  const smallest = exact.filter(({ indices }) => !exact.some(within(indices)));
  const nearly = found.filter(
    ({ indices, repeated }) => repeated > 0 && !found.some(within(indices)),
  );
  return [...smallest, ...nearly].map(({ indices, repeated }) => ({
    columns: indices.map((index) => columns[index]?.header ?? ''),
    repeated,
  }));
}

function candidates(columns: readonly ColumnDescription[], rows: number): readonly number[][] {
  const usable = [...columns.entries()].filter(
    ([, { filled, aboutPeople }]) => filled === rows && !aboutPeople,
  );
  const of = (test: (column: ColumnDescription) => boolean) =>
    usable.filter(([, column]) => test(column)).map(([index]) => index);
  const names = of(({ look }) => nameLike.has(look));
  const days = of(({ look }) => look.startsWith('date'));
  const codes = of(({ look }) => look === 'codes' || look === 'text');
  const pairs = names.flatMap((name) => days.map((day) => [name, day]));
  return [
    ...names.map((name) => [name]),
    ...pairs,
    ...pairs.flatMap((pair) => codes.map((code) => [...pair, code])),
  ];
}
