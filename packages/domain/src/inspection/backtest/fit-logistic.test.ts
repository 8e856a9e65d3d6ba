import { describe, expect, it } from 'vitest';

import { createRandom } from '../../random/random.ts';
import type { Design } from './design.ts';
import { fitLogistic, gradientOf, type LogisticProblem } from './fit-logistic.ts';
import { solvedElsewhere } from './fit-logistic.test-support.ts';
import { at } from './ordering.ts';
import { solveCholesky } from './solve-cholesky.ts';

function designOfRows(rows: readonly (readonly number[])[]): Design {
  const width = (rows[0]?.length ?? 0) + 1;
  return { rows: rows.length, width, cells: Float64Array.from(rows.flatMap((row) => [1, ...row])) };
}

function randomProblem(seed: number, { rows, width }: { rows: number; width: number }) {
  const random = createRandom(seed, 'problem');
  const cells = Array.from({ length: rows }, () =>
    Array.from({ length: width }, () => random.ratio() * 4 - 2),
  );
  const outcomes = Uint8Array.from(cells, (row) =>
    random.chance(1 / (1 + Math.exp(-at(row, 0)))) ? 1 : 0,
  );
  const penalties = Float64Array.from(
    Array.from({ length: width + 1 }, (_, j) => (j === 0 ? 0 : j - 0.9)),
  );
  return { design: designOfRows(cells), outcomes, penalties };
}

/** What is minimised, written down a second time and in another way. */
function lossOf({ design, outcomes, penalties }: LogisticProblem, b: ArrayLike<number>): number {
  let loss = 0;
  for (let row = 0; row < design.rows; row += 1) {
    let linear = 0;
    for (let j = 0; j < design.width; j += 1) {
      linear += at(design.cells, row * design.width + j) * at(b, j);
    }
    const probability = 1 / (1 + Math.exp(-linear));
    loss -= Math.log(at(outcomes, row) === 1 ? probability : 1 - probability);
  }
  return penalties.reduce((sum, penalty, j) => sum + 0.5 * penalty * at(b, j) ** 2, loss);
}

describe('a penalised logistic regression', () => {
  it('has the coefficients that another implementation finds', () => {
    const { rows, penalties, coefficients } = solvedElsewhere;
    const fitted = fitLogistic({
      design: designOfRows(rows.map((row) => row.slice(0, 3))),
      outcomes: Uint8Array.from(rows, (row) => row[3]),
      penalties: Float64Array.from(penalties),
    });

    fitted.forEach((value, index) => expect(value).toBeCloseTo(at(coefficients, index), 9));
  });

  it.each([
    [1, 60],
    [3, 503],
  ])('leaves no slope at its solution (problem %i, %i rows)', (seed, rows) => {
    const problem = randomProblem(seed, { rows, width: 4 });
    const gradient = gradientOf(problem, fitLogistic(problem));

    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-6);
  });

  it('is beaten by no step that a blind search tries', () => {
    const problem = randomProblem(4, { rows: 50, width: 3 });
    const fitted = fitLogistic(problem);
    const best = lossOf(problem, fitted);
    const random = createRandom(5);

    for (let trial = 0; trial < 200; trial += 1) {
      const size = 10 ** -random.between(0, 5);
      const other = fitted.map((value) => value + (random.ratio() - 0.5) * size);
      expect(lossOf(problem, other)).toBeGreaterThanOrEqual(best - 1e-12);
    }
  });

  it('draws a coefficient to nothing as its own penalty grows, and no other', () => {
    const problem = randomProblem(6, { rows: 300, width: 2 });
    const penalties = Float64Array.from([0, 1e9, 0]);
    const fitted = fitLogistic({ ...problem, penalties });

    expect(Math.abs(at(fitted, 1))).toBeLessThan(1e-5);
    expect(Math.abs(at(fitted, 2))).toBeGreaterThan(1e-4);
  });

  it('refuses a matrix without a unique solution', () => {
    expect(() => solveCholesky(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1))).toThrow(
      RangeError,
    );
  });
});
