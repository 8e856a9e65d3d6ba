import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countKnownOf, findDetermined } from './find-determined.ts';
import { publishTables, type LinkedTable } from './publish-tables.ts';
import {
  suppressSmallCells,
  type PublishedTable,
  type Suppression,
} from './suppress-small-cells.ts';

const withheld: Suppression = { smallest: 10, nought: 'withheld' };
const told: Suppression = { smallest: 10, nought: 'told' };

/** Subjects by three traits; two tables share the second. */
type Subject = readonly [from: number, to: number, region: number];

const subjects = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 30 }),
  ),
  { minLength: 1, maxLength: 24 },
);

function tablesOf(all: readonly Subject[]): readonly LinkedTable[] {
  const count = (row: (s: Subject) => number, rows: number) =>
    Array.from({ length: rows }, (_, r) =>
      [0, 1, 2].map((c) => all.filter((s) => row(s) === r && s[1] === c).length),
    );
  const groupOf = (_: number, column: number) => `to ${column}`;
  return [
    { name: 'from', counts: count(([from]) => from, 3), groupOf },
    { name: 'region', counts: count(([, , region]) => region, 4), groupOf },
  ];
}

/** What an attacker solves: every line of every table told, and that both count the same subjects. */
function attack(tables: readonly LinkedTable[], published: ReturnType<typeof publishTables>) {
  return findDetermined(equationsOf(tables, published)).filter(
    (unknown) => !unknown.startsWith('column'),
  );
}

function equationsOf(tables: readonly LinkedTable[], published: ReturnType<typeof publishTables>) {
  const equations: Map<string, number>[] = [];
  for (const { name } of tables) {
    const table = published.get(name);
    if (table === undefined) continue;
    for (const line of linesOf(name, table)) equations.push(line);
    table.columnTotals.forEach((total, column) => {
      const shared = new Map([[`column ${column}`, 1]]);
      // A told total makes the shared one known; a withheld one is the same unknown in both.
      if (total === null) shared.set(`${name} total ${column}`, -1);
      equations.push(shared);
    });
  }
  return equations;
}

/** Totals of rows are the same in every publication; all else is its own. */
function inEdition(line: ReadonlyMap<string, number>, edition: number): Map<string, number> {
  return new Map(
    [...line].map(([unknown, sign]) => {
      if (!/^\w+ (?:\d+|total) total$/.test(unknown)) return [`${edition} ${unknown}`, sign];
      return [unknown.endsWith('total total') ? 'all' : unknown, sign];
    }),
  );
}

/** Which totals are withheld whatever is published: it follows from the totals alone. */
function settle({ counts }: LinkedTable): readonly boolean[] {
  const totals = counts.map((row) => [row.reduce((sum, count) => sum + count, 0)]);
  const { cells, total } = suppressSmallCells(totals, told);
  return [...cells.map(([count]) => count === null), total === null];
}

function linesOf(name: string, { cells, rowTotals, columnTotals, total }: PublishedTable) {
  const unknown = (row: string, column: string, told: number | null, sign: number) =>
    told === null ? [[`${name} ${row} ${column}`, sign] as const] : [];
  const rows = cells.map(
    (row, r) =>
      new Map([
        ...row.flatMap((told, c) => unknown(String(r), String(c), told, 1)),
        ...unknown(String(r), 'total', rowTotals[r] ?? null, -1),
      ]),
  );
  const columns = columnTotals.map(
    (sum, c) =>
      new Map([
        ...cells.flatMap((row, r) => unknown(String(r), String(c), row[c] ?? null, 1)),
        ...unknown('total', String(c), sum, -1),
      ]),
  );
  const totals = new Map([
    ...columnTotals.flatMap((told, c) => unknown('total', String(c), told, 1)),
    ...unknown('total', 'total', total, -1),
  ]);
  return [...rows, ...columns, totals];
}

describe('tables published together', () => {
  it('give away no withheld count, whatever a reader solves for', () => {
    let [hidden, dropped, kept] = [0, 0, 0];
    fc.assert(
      fc.property(subjects, (drawn) => {
        const all = drawn.flatMap(([from, to, region, times]) =>
          Array.from({ length: times }, (): Subject => [from, to, region]),
        );
        const tables = tablesOf(all);
        for (const rule of [withheld, told]) {
          const published = publishTables(tables, rule);
          for (const { name } of tables) {
            const table = published.get(name);
            if (table === undefined) dropped += 1;
            else kept += 1;
            hidden += (table?.cells ?? []).flat().filter((count) => count === null).length;
          }
          expect(attack(tables, published)).toEqual([]);
        }
      }),
      { numRuns: process.env['CREDENCE_LONG'] === '1' ? 5_000 : 300 },
    );
    expect(hidden).toBeGreaterThan(200);
    expect(kept).toBeGreaterThan(300);
    expect(dropped).toBeGreaterThan(0);
  });

  it('give nothing away beside another publication about the same subjects', () => {
    let [hidden, dropped, kept] = [0, 0, 0];
    const twice = fc.array(
      fc.record({
        row: fc.nat(2),
        region: fc.nat(3),
        to: fc.tuple(fc.nat(2), fc.nat(2)),
        times: fc.integer({ min: 1, max: 25 }),
      }),
      { minLength: 1, maxLength: 14 },
    );
    fc.assert(
      fc.property(twice, (drawn) => {
        const known = [0, 1].flatMap((edition) => {
          const all = drawn.flatMap(({ row, region, to, times }) =>
            Array.from({ length: times }, (): Subject => [row, to[edition] ?? 0, region]),
          );
          const tables = tablesOf(all).map((table) => ({ ...table, settled: settle(table) }));
          const published = publishTables(tables, told);
          for (const { name } of tables) {
            const table = published.get(name);
            if (table === undefined) dropped += 1;
            else kept += 1;
            hidden += (table?.cells ?? []).flat().filter((count) => count === null).length;
          }
          return equationsOf(tables, published).map((line) => inEdition(line, edition));
        });
        expect(findDetermined(known).filter((unknown) => !unknown.includes('column'))).toEqual([]);
      }),
      { numRuns: process.env['CREDENCE_LONG'] === '1' ? 5_000 : 300 },
    );
    expect(hidden).toBeGreaterThan(200);
    expect(kept).toBeGreaterThan(300);
    expect(dropped).toBeGreaterThan(0);
  });

  it('finds what follows from equations, and nothing that does not', () => {
    const equation = (...terms: [string, number][]) => new Map(terms);
    expect(findDetermined([equation(['x', 1], ['y', 1]), equation(['x', 1], ['y', -1])])).toEqual([
      'x',
      'y',
    ]);
    expect(findDetermined([equation(['x', 1], ['y', 1])])).toEqual([]);
    expect(
      findDetermined([
        equation(['x', 2], ['y', 3]),
        equation(['y', 1], ['z', 1]),
        equation(['z', 5]),
      ]),
    ).toEqual(['x', 'y', 'z']);
  });

  it('counts what follows about some unknowns alone, the others replaced', () => {
    const isTotal = (unknown: string): boolean => unknown.startsWith('total');
    const add = new Map([
      ['total a', 1],
      ['total b', 1],
    ]);
    const cell = (total: string, sign: number) =>
      new Map([
        ['cell', 1],
        [total, sign],
      ]);
    expect(countKnownOf([add], isTotal)).toBe(1);
    expect(countKnownOf([add, cell('total a', -1)], isTotal)).toBe(1);
    expect(countKnownOf([add, cell('total a', -1), cell('total b', 1)], isTotal)).toBe(1);
    expect(countKnownOf([add, cell('total a', -1), cell('total b', -1)], isTotal)).toBe(2);
  });
});
