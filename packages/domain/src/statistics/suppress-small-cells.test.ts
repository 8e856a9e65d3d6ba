import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  suppressSmallCells,
  type CountTable,
  type PublishedTable,
  type Suppression,
} from './suppress-small-cells.ts';

const smallest = 10;
const withheld: Suppression = { smallest, nought: 'withheld' };
const told: Suppression = { smallest, nought: 'told' };

/** A published table with its margins as one grid. */
function gridOf({ cells, rowTotals, columnTotals, total }: PublishedTable): (number | null)[][] {
  return [
    ...cells.map((row, index) => [...row, rowTotals[index] ?? null]),
    [...columnTotals, total],
  ];
}

/**
 * The withheld places whose count is the only solution of the equations "the parts of a line make
 * its total": the reader's way, by elimination, and nothing the function itself uses.
 */
function solve(published: PublishedTable): readonly string[] {
  const grid = gridOf(published);
  const unknown = grid.flatMap((row, r) =>
    row.flatMap((count, c) => (count === null ? [`${r},${c}`] : [])),
  );
  const width = grid[0]?.length ?? 0;
  const lines = [
    ...grid.map((row, r) => row.map((_, c) => [r, c] as const)),
    ...Array.from({ length: width }, (_, c) => grid.map((_r, r) => [r, c] as const)),
  ];
  const equations = lines.map((line) => {
    const coefficients = unknown.map(() => 0);
    line.forEach(([r, c], index) => {
      const at = unknown.indexOf(`${r},${c}`);
      if (at >= 0) coefficients[at] = index === line.length - 1 ? -1 : 1;
    });
    return coefficients;
  });
  const reduced = eliminate(equations, unknown.length);
  return unknown.filter((_, at) =>
    reduced.some((row) => row[at] !== 0 && row.every((value, i) => i === at || value === 0)),
  );
}

/** Reduced row echelon form in whole numbers: coefficients here stay -1, 0 and 1. */
function eliminate(equations: number[][], unknowns: number): number[][] {
  const rows = equations.map((row) => [...row]);
  let top = 0;
  for (let at = 0; at < unknowns; at += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && row[at] !== 0);
    if (pivot < 0) continue;
    const [row = []] = rows.splice(pivot, 1);
    const sign = row[at] ?? 1;
    const unit = row.map((value) => value / sign);
    rows.splice(top, 0, unit);
    rows.forEach((other, index) => {
      const factor = other[at] ?? 0;
      if (index === top || factor === 0) return;
      rows[index] = other.map((value, i) => value - factor * (unit[i] ?? 0));
    });
    top += 1;
  }
  return rows;
}

const counts = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 8, max: 400 }) },
);
const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(counts, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const check = (
  law: (table: CountTable, published: PublishedTable, rule: Suppression) => void,
): void => {
  for (const rule of [withheld, told]) {
    fc.assert(
      fc.property(tables, (table) => law(table, suppressSmallCells(table, rule), rule)),
      { numRuns: 1_000 },
    );
  }
};

describe('a published table', () => {
  it('gives no count below the smallest, and every other count as it is', () => {
    check((table, published, { nought }) => {
      published.cells.forEach((row, r) =>
        row.forEach((count, c) => {
          if (count === null || (count === 0 && nought === 'told')) return;
          expect(count).toBe(table[r]?.[c]);
          expect(count).toBeGreaterThanOrEqual(smallest);
        }),
      );
    });
  });

  it('lets no withheld count be worked out from the margins', () => {
    let hidden = 0;
    check((_, published) => {
      hidden += gridOf(published)
        .flat()
        .filter((count) => count === null).length;
      expect(solve(published)).toEqual([]);
    });
    expect(hidden).toBeGreaterThan(5_000);
  });

  it('gives away no sum of withheld counts of a line that is itself below the smallest', () => {
    check((table, published) => {
      published.cells.forEach((row, r) => {
        const hidden = row.flatMap((count, c) => (count === null ? [table[r]?.[c] ?? 0] : []));
        if (hidden.length === 0 || published.rowTotals[r] === null) return;
        expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(smallest);
        expect(hidden.length).toBeGreaterThan(1);
      });
    });
  });

  it('is whole where no count is small', () => {
    expect(
      suppressSmallCells(
        [
          [10, 20],
          [30, 40],
        ],
        withheld,
      ),
    ).toEqual({
      cells: [
        [10, 20],
        [30, 40],
      ],
      rowTotals: [30, 70],
      columnTotals: [40, 60],
      total: 100,
    });
  });

  it('tells nought from nine nowhere (a register with and without an ended record look alike)', () => {
    const with0 = suppressSmallCells([[0, 50, 60]], withheld);
    const with9 = suppressSmallCells([[9, 50, 60]], withheld);
    const hidden = (published: PublishedTable) =>
      gridOf(published).map((row) => row.map((count) => count === null));
    expect(hidden(with0)).toEqual(hidden(with9));
  });

  it('tells nought where nothing counted is hidden, and leaves large counts beside it alone', () => {
    expect(suppressSmallCells([[0, 50]], told)).toMatchObject({ cells: [[0, 50]], total: 50 });
    expect(suppressSmallCells([[0, 3, 50]], told).cells).toEqual([[0, null, null]]);
  });

  it.each([
    ['a single small count', [[3]], [[null]], null],
    ['a single large count', [[30]], [[30]], 30],
    ['one small count among large ones', [[3, 40, 50]], [[null, null, 50]], 93],
    ['nothing but nought', [[0, 0]], [[null, null]], null],
  ])('of %s withholds what it must', (_, table, cells, total) => {
    expect(suppressSmallCells(table, withheld)).toMatchObject({ cells, total });
  });

  it('of an empty table is empty', () => {
    expect(suppressSmallCells([], withheld)).toMatchObject({ cells: [], rowTotals: [] });
  });

  it.each([
    ['rows of two lengths', [[1], [1, 2]]],
    ['half a record', [[1.5]]],
    ['less than nothing', [[-1]]],
  ])('is refused for %s', (_, table) => {
    expect(() => suppressSmallCells(table, withheld)).toThrow(RangeError);
  });
});
