import { describe, expect, it } from 'vitest';

import { cellAt, createCellRandom, fillCells, type CellColumn } from './cell-random.ts';

const random = createCellRandom(7, 'replicate', 1);
const AGENTS = 60_000;

function numbers(column: CellColumn, count = AGENTS): Float64Array {
  const filled = new Float64Array(count);
  fillCells(column, filled, 0);
  return filled;
}

function chiSquare(seen: ArrayLike<number>): number {
  const all = Array.from(seen);
  const expected = all.reduce((sum, count) => sum + count, 0) / all.length;
  return all.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Of n pairs without any tie between them, it lies within 4 / sqrt(n) but once in 16,000 times. */
function correlation(a: Float64Array, b: Float64Array): number {
  const n = Math.min(a.length, b.length);
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += ((a[i] ?? 0) - 0.5) * ((b[i] ?? 0) - 0.5) * 12;
  return sum / n;
}

const columns: [string, CellColumn][] = [
  ['the first month', random.column(0, 1)],
  ['a late month', random.column(4095, 1)],
  ['another purpose', random.column(0, 9)],
  ['keys of nought', { key0: 0, key1: 0, key2: 0 }],
];

describe('random numbers by agent, month and purpose', () => {
  it('fill a column with what is given one by one, wherever the column starts', () => {
    const column = random.column(3, 2);
    const filled = new Float64Array(100);
    for (const first of [0, 4096, 2 ** 31 - 50, 2 ** 32 - 100]) {
      fillCells(column, filled, first);
      filled.forEach((number, index) => expect(number).toBe(cellAt(column, first + index)));
    }
  });

  it('keep their numbers for ever: a run can be made again from its seed', () => {
    const column = createCellRandom(20260401, 'lab', 0).column(12, 3);
    const words = [0, 1, 99_999].map((agent) => Math.floor(cellAt(column, agent) * 2 ** 32));
    expect(words).toMatchInlineSnapshot(`
      [
        1769628071,
        3012237984,
        1659716978,
      ]
    `);
  });

  it('differ by seed, replicate, month and purpose', () => {
    const seen = [
      createCellRandom(1, 0).column(0, 0),
      createCellRandom(2, 0).column(0, 0),
      createCellRandom(1, 1).column(0, 0),
      createCellRandom(1, 0).column(1, 0),
      createCellRandom(1, 0).column(0, 1),
    ].map((column) => cellAt(column, 5));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(columns)('spread evenly over every byte: %s', (_, column) => {
    const bytes = Array.from({ length: 4 }, () => new Uint32Array(256));
    for (const number of numbers(column)) {
      const word = Math.floor(number * 2 ** 32);
      bytes.forEach((seen, at) => {
        const byte = (word >>> (8 * at)) & 255;
        seen[byte] = (seen[byte] ?? 0) + 1;
      });
    }
    // 255 degrees of freedom: 22.6 is the standard deviation.
    for (const seen of bytes) expect(Math.abs(chiSquare(seen) - 255)).toBeLessThan(100);
  });

  it.each(columns)('rise and fall in runs as long as chance makes them: %s', (_, column) => {
    const drawn = numbers(column);
    let runs = 1;
    for (let i = 2; i < AGENTS; i += 1) {
      const [a = 0, b = 0, c = 0] = drawn.subarray(i - 2, i + 1);
      if (b > a !== c > b) runs += 1;
    }
    const expected = (2 * AGENTS - 1) / 3;
    expect(Math.abs(runs - expected)).toBeLessThan(4.5 * Math.sqrt((16 * AGENTS - 29) / 90));
  });

  it.each(columns)('tell nothing of a neighbour: %s', (_, column) => {
    const drawn = numbers(column);
    for (const lag of [1, 2, 8, 64, 4096]) {
      expect(Math.abs(correlation(drawn, drawn.subarray(lag)))).toBeLessThan(4.5 / 244);
    }
  });

  it('tell nothing of the next month, another purpose or another replicate', () => {
    const here = numbers(random.column(10, 3));
    const others = [
      random.column(11, 3),
      random.column(10, 4),
      random.column(3, 10),
      createCellRandom(7, 'replicate', 2).column(10, 3),
    ];
    for (const other of others) {
      expect(Math.abs(correlation(here, numbers(other)))).toBeLessThan(4.5 / 244);
    }
  });

  it('change half of their bits when one bit of the agent or of a key changes', () => {
    const flips: ((column: CellColumn, bit: number) => [CellColumn, number])[] = [
      (column, bit) => [column, 1 << bit],
      (column, bit) => [{ ...column, key0: column.key0 ^ (1 << bit) }, 0],
      (column, bit) => [{ ...column, key1: column.key1 ^ (1 << bit) }, 0],
    ];
    for (const flip of flips) {
      for (let bit = 0; bit < 32; bit += 1) {
        let changed = 0;
        for (let agent = 0; agent < 400; agent += 1) {
          const column = random.column(agent, 1);
          const [other, mask] = flip(column, bit);
          const [a, b] = [cellAt(column, agent), cellAt(other, agent ^ mask)];
          let difference = Math.floor(a * 2 ** 32) ^ Math.floor(b * 2 ** 32);
          for (; difference !== 0; difference &= difference - 1) changed += 1;
        }
        // 2.83 is the standard deviation of one, 0.14 that of the mean of 400.
        expect(Math.abs(changed / 400 - 16)).toBeLessThan(0.75);
      }
    }
  });

  it('give two agents the same number now and then, as chance does', () => {
    const words = numbers(random.column(5, 5), 300_000);
    const distinct = new Set(words).size;
    const expected = 300_000 ** 2 / 2 ** 33;
    expect(Math.abs(300_000 - distinct - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });
});
