import { pointAt, type Factor, type Point } from './factor.ts';
import { latinRatios } from './latin-hypercube.ts';

/** The shares of the variance that a factor explains, alone, with all its company, and with each other. */
export interface FactorShares {
  readonly id: string;
  readonly first: number;
  readonly total: number;
  /** By the other factor: what the two explain only together. */
  readonly pairs: Readonly<Record<string, number>>;
}

/**
 * Saltelli's design of N(2D+2) settings: two samples A and B of N; for each factor A with that
 * column of B; for each factor B with that column of A. In this order, sample by sample.
 */
export function saltelliPoints(
  factors: readonly Factor[],
  sample: number,
  seed: number,
): readonly Point[] {
  const count = factors.length;
  const ratios = latinRatios(2 * count, sample, seed);
  const block = (columnOf: (factor: number) => number): Point[] =>
    ratios.map((row) => {
      const chosen = factors.map((_, factor) => row[columnOf(factor)] ?? 0);
      return pointAt(factors, chosen);
    });
  const mixed = (base: 0 | 1): Point[] =>
    factors.flatMap((_, swapped) =>
      block((factor) => factor + ((factor === swapped) === (base === 0) ? count : 0)),
    );
  return [
    ...block((factor) => factor),
    ...block((factor) => factor + count),
    ...mixed(0),
    ...mixed(1),
  ];
}

/**
 * Sobol's indices from the outcomes of the settings of {@link saltelliPoints}, in their order: the
 * first by Saltelli 2010, the total by Jansen, the pairs by Saltelli 2002. All 0 where the outcome
 * does not vary.
 *
 * @throws RangeError when there are not N(2D+2) outcomes
 */
export function saltelliShares(
  factors: readonly Factor[],
  outcomes: ArrayLike<number>,
): readonly FactorShares[] {
  const count = factors.length;
  const sample = outcomes.length / (2 * count + 2);
  if (!Number.isInteger(sample) || sample < 2) {
    throw new RangeError(`${outcomes.length} outcomes are no design of ${count} factors.`);
  }
  const at = (block: number, row: number): number => outcomes[block * sample + row] ?? 0;
  const meanOf = (value: (row: number) => number): number => {
    let sum = 0;
    for (let row = 0; row < sample; row += 1) sum += value(row);
    return sum / sample;
  };
  const centre = meanOf((row) => (at(0, row) + at(1, row)) / 2);
  const a = (row: number): number => at(0, row) - centre;
  const b = (row: number): number => at(1, row) - centre;
  const ab = (factor: number, row: number): number => at(2 + factor, row) - centre;
  const ba = (factor: number, row: number): number => at(2 + count + factor, row) - centre;
  const variance = meanOf((row) => (a(row) ** 2 + b(row) ** 2) / 2);
  const share = (value: number): number => (variance === 0 ? 0 : value / variance);
  const first = factors.map((_, i) => share(meanOf((row) => b(row) * (ab(i, row) - a(row)))));
  return factors.map(({ id }, i) => ({
    id,
    first: first[i] ?? 0,
    total: share(meanOf((row) => (a(row) - ab(i, row)) ** 2 / 2)),
    pairs: Object.fromEntries(
      factors.flatMap((other, j) => {
        if (i === j) return [];
        const together = share(meanOf((row) => ba(i, row) * ab(j, row) - a(row) * b(row)));
        return [[other.id, together - (first[i] ?? 0) - (first[j] ?? 0)]];
      }),
    ),
  }));
}
