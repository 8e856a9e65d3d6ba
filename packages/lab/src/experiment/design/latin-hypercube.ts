import { createRandom } from '@credence/domain';

import { pointAt, type Factor, type Point } from './factor.ts';

/**
 * Ratios by row and column such that every column has exactly one in each of as many equal parts of
 * 0 to 1 as there are rows: each factor is spread evenly, with no more runs than one factor needs.
 */
export function latinRatios(columns: number, rows: number, seed: number): readonly Float64Array[] {
  const table = Array.from({ length: rows }, () => new Float64Array(columns));
  for (let column = 0; column < columns; column += 1) {
    const random = createRandom(seed, 'latin-hypercube', column);
    const order = Array.from({ length: rows }, (_, row) => row);
    for (let last = rows - 1; last > 0; last -= 1) {
      const other = random.below(last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    table.forEach((row, at) => (row[column] = ((order[at] ?? 0) + random.ratio()) / rows));
  }
  return table;
}

export function latinHypercube(
  factors: readonly Factor[],
  points: number,
  seed: number,
): readonly Point[] {
  return latinRatios(factors.length, points, seed).map((ratios) => pointAt(factors, ratios));
}
