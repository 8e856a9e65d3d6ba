import { add, at } from './ordering.ts';
import type { Design } from './design.ts';
import { solveCholesky } from './solve-cholesky.ts';

export interface LogisticProblem {
  readonly design: Design;
  /** 1 where the visit found something, else 0. */
  readonly outcomes: Uint8Array;
  /** One for each coefficient, from 0; 0 leaves a coefficient (the intercept) free. */
  readonly penalties: Float64Array;
  /** Largest change of a coefficient at which it stops; columns are standardised. */
  readonly precision?: number;
}

const STEPS_MAX = 50;
const PRECISION = 1e-9;
const SIZE_MIN = 1e-8;
/** A step longer than this may have come where the curvature is another. */
const FAR = 0.1;
/** Below this the curvature costs nothing, and is worked out for each step. */
const ROWS_FEW = 500;

/**
 * The coefficients that minimise the negative log-likelihood plus half the sum of penalty times
 * squared coefficient: ridge logistic regression with a penalty for each coefficient, by Newton's
 * method. The function is convex; steps that would raise it are halved, so it ends at the minimum.
 *
 * @throws RangeError when the problem has no unique minimum (an unpenalised collinear column)
 */
export function fitLogistic(problem: LogisticProblem): Float64Array {
  const { design, precision = PRECISION } = problem;
  let coefficients: Float64Array = startOf(problem);
  let value = objectiveOf(problem, coefficients);
  let hessian: Float64Array | undefined;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const { gradient, weights } = slopesOf(problem, coefficients);
    hessian ??= curvatureOf(problem, weights);
    const move = solveCholesky(Float64Array.from(hessian), gradient);
    let size = 1;
    let next = moved(coefficients, move, size);
    let nextValue = objectiveOf(problem, next);
    while (nextValue > value && size > SIZE_MIN) {
      size /= 2;
      next = moved(coefficients, move, size);
      nextValue = objectiveOf(problem, next);
    }
    // At the bottom rounding alone decides whether a step still goes down.
    if (nextValue > value) return coefficients;
    coefficients = next;
    value = nextValue;
    const largest = move.reduce((most, each) => Math.max(most, Math.abs(each)), 0) * size;
    if (largest < precision) return coefficients;
    // Near the minimum the curvature hardly changes; working it out is most of the time of a step.
    if (largest > FAR || design.rows < ROWS_FEW) hessian = undefined;
  }
  return coefficients;
}

/** From the share of visits that found something, with nothing said of any feature. */
function startOf({ design, outcomes }: LogisticProblem): Float64Array {
  const start = new Float64Array(design.width);
  const found = outcomes.reduce((sum, each) => sum + each, 0);
  if (found > 0 && found < outcomes.length) start[0] = Math.log(found / (outcomes.length - found));
  return start;
}

/** The linear predictor of each row: the logarithm of the odds. */
function linearOf({ rows, width, cells }: Design, coefficients: Float64Array): Float64Array {
  const linear = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let j = 0; j < width; j += 1) sum += at(cells, row * width + j) * at(coefficients, j);
    linear[row] = sum;
  }
  return linear;
}

/** The probability whose odds have this logarithm. */
export function probabilityOf(linear: number): number {
  return 1 / (1 + Math.exp(-linear));
}

/** The first derivatives of what is minimised: all 0 at its minimum. */
export function gradientOf(problem: LogisticProblem, coefficients: Float64Array): Float64Array {
  return slopesOf(problem, coefficients).gradient;
}

function objectiveOf(
  { design, outcomes, penalties }: LogisticProblem,
  coefficients: Float64Array,
): number {
  const linear = linearOf(design, coefficients);
  let sum = 0;
  for (let row = 0; row < design.rows; row += 1) {
    const eta = at(linear, row);
    sum += Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - at(outcomes, row) * eta;
  }
  for (let j = 0; j < design.width; j += 1) {
    sum += (at(penalties, j) * at(coefficients, j) ** 2) / 2;
  }
  return sum;
}

function slopesOf(
  { design, outcomes, penalties }: LogisticProblem,
  coefficients: Float64Array,
): { readonly gradient: Float64Array; readonly weights: Float64Array } {
  const { rows, width, cells } = design;
  const linear = linearOf(design, coefficients);
  const gradient = Float64Array.from(penalties, (each, j) => each * at(coefficients, j));
  const weights = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const probability = probabilityOf(at(linear, row));
    const error = probability - at(outcomes, row);
    weights[row] = probability * (1 - probability);
    const begin = row * width;
    for (let j = 0; j < width; j += 1) add(gradient, j, error * at(cells, begin + j));
  }
  return { gradient, weights };
}

/** The second derivatives: X'WX with the penalties on its diagonal. */
function curvatureOf({ design, penalties }: LogisticProblem, weights: Float64Array): Float64Array {
  const curvature = weighedSquares(design, weights);
  penalties.forEach((penalty, j) => add(curvature, j * design.width + j, penalty));
  return curvature;
}

/**
 * The lower half of X'WX. Four rows at a time: the sums then stay in registers for four products
 * instead of one, which is most of the time of a fit.
 */
function weighedSquares({ rows, width, cells }: Design, weights: Float64Array): Float64Array {
  const squares = new Float64Array(width * width);
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const a = row * width;
    const [b, c, d] = [a + width, a + 2 * width, a + 3 * width];
    for (let j = 0; j < width; j += 1) {
      const ja = at(weights, row) * at(cells, a + j);
      const jb = at(weights, row + 1) * at(cells, b + j);
      const jc = at(weights, row + 2) * at(cells, c + j);
      const jd = at(weights, row + 3) * at(cells, d + j);
      const line = j * width;
      for (let k = 0; k <= j; k += 1) {
        const sum =
          ja * at(cells, a + k) +
          jb * at(cells, b + k) +
          jc * at(cells, c + k) +
          jd * at(cells, d + k);
        squares[line + k] = at(squares, line + k) + sum;
      }
    }
  }
  for (; row < rows; row += 1) {
    const begin = row * width;
    for (let j = 0; j < width; j += 1) {
      const weighed = at(weights, row) * at(cells, begin + j);
      for (let k = 0; k <= j; k += 1) add(squares, j * width + k, weighed * at(cells, begin + k));
    }
  }
  return squares;
}

function moved(from: Float64Array, move: Float64Array, size: number): Float64Array {
  return from.map((value, index) => value - size * at(move, index));
}
