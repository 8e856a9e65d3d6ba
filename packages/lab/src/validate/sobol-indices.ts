import { createCellRandom, fillCells } from '@credence/domain';

/** The share of the variance that a factor explains alone, and with all its company. */
export interface SobolIndex {
  readonly first: number;
  readonly total: number;
}

/**
 * Sobol indices by Saltelli's design: two samples, and for each factor the first with that factor's
 * column of the second, N(D+2) runs in all (Saltelli 2010 for the first, Jansen for the total).
 * Factors are spread evenly from 0 to 1.
 */
export function sobolIndices(
  run: (factors: Float64Array) => number,
  options: { readonly factors: number; readonly sample: number; readonly seed: number },
): readonly SobolIndex[] {
  const { factors, sample, seed } = options;
  const random = createCellRandom(seed, 'saltelli');
  const columns = Array.from({ length: 2 * factors }, (_, column) => {
    const values = new Float64Array(sample);
    fillCells(random.column(column, 0), values, 0);
    return values;
  });
  const point = new Float64Array(factors);
  const runs = (columnOf: (factor: number) => number): Float64Array =>
    Float64Array.from({ length: sample }, (_, row) => {
      for (let factor = 0; factor < factors; factor += 1) {
        point[factor] = columns[columnOf(factor)]?.[row] ?? 0;
      }
      return run(point);
    });
  const ofFirst = runs((factor) => factor);
  const ofSecond = runs((factor) => factor + factors);
  const variance = varianceOf([...ofFirst, ...ofSecond]);
  return Array.from({ length: factors }, (_, factor) => {
    const mixed = runs((each) => (each === factor ? each + factors : each));
    let [first, total] = [0, 0];
    for (let row = 0; row < sample; row += 1) {
      const [a, b, ab] = [ofFirst[row] ?? 0, ofSecond[row] ?? 0, mixed[row] ?? 0];
      first += b * (ab - a);
      total += (a - ab) ** 2;
    }
    return { first: first / sample / variance, total: total / (2 * sample) / variance };
  });
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
