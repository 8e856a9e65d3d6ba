import { defineModel } from '../../engine/define-model.ts';

/**
 * Each agent is a firm that asks for a loan. What a lender would like to know is its soundness z, standard
 * normal; it sees the financial file f = z + noise. Its compliance c is standard normal with correlation
 * `correlation` to z; the public record shows r = c + noise, and a small firm's record is worse by
 * `exposure` for the same compliance (it has no department for it, and is looked at oftener).
 *
 * Firms default with probability 1 / (1 + exp(-(level - steepness z))). Loans go to the share `granted` of
 * firms that looks soundest: by f alone (`mixing` 0); by f and r weighed as a lender learns from past loans,
 * E[z | f, r] of the two files as they are (1); or by f and a fixed weight for r (2).
 *
 * With v and u the variances of the noise of f and r (u with what size adds to it), the best weights are
 *   f: (1 + u - q^2) / ((1 + v)(1 + u) - q^2),   r: q v / ((1 + v)(1 + u) - q^2)
 * for a correlation q. With q = 0 the record weighs nothing: mixing gains nothing.
 */
export const loansModel = defineModel({
  name: 'loans',
  at: { module: import.meta.url, name: 'loansModel' },
  parameters: {
    mixing: 0,
    correlation: 0.3,
    /** Standard deviations of the noise of the two files. */
    fileNoise: 1,
    recordNoise: 0.5,
    small: 0.6,
    exposure: 0.5,
    weight: 0.3,
    level: -2.5,
    steepness: 1,
  },
  columns: { rank: 'f64', small: 'bit', defaults: 'bit' },
  draws: { soundness: 1, compliance: 2, file: 3, record: 4, size: 5, defaults: 6 },
  observers: { defaults: 'count' },
  processes: [
    {
      name: 'apply',
      when: 'month',
      over: 'agents',
      draws: ['soundness', 'compliance', 'file', 'record', 'size', 'defaults'],
      run({ count, columns, draws, parameters, sums }) {
        const { correlation: q, exposure, small } = parameters;
        const [file, record] = weightsOf(parameters);
        const own = Math.sqrt(1 - q * q);
        for (let i = 0; i < count; i += 1) {
          const z = normal(draws.soundness[i]);
          const c = q * z + own * normal(draws.compliance[i]);
          const isSmall = (draws.size[i] ?? 0) < small;
          const f = z + parameters.fileNoise * normal(draws.file[i]);
          // Centred over firms of both sizes, as a lender would have it.
          const shift = exposure * ((isSmall ? 1 : 0) - small);
          const r = c + parameters.recordNoise * normal(draws.record[i]) - shift;
          const chance = 1 / (1 + Math.exp(parameters.steepness * z - parameters.level));
          const defaults = (draws.defaults[i] ?? 0) < chance;
          columns.rank[i] = file * f + record * r;
          columns.small.set(i, isSmall);
          columns.defaults.set(i, defaults);
          if (defaults) sums.defaults += 1;
        }
      },
    },
  ],
});

/** What decides how much the two files weigh. */
type Files = Readonly<
  Record<
    'mixing' | 'correlation' | 'fileNoise' | 'recordNoise' | 'small' | 'exposure' | 'weight',
    number
  >
>;

/** What the two files weigh in the eyes of a lender. */
function weightsOf(given: Files): readonly [number, number] {
  if (given.mixing === 0) return [1, 0];
  if (given.mixing === 2) return [1, given.weight];
  const { correlation: q } = given;
  const [v, u] = noiseOf(given);
  const whole = (1 + v) * (1 + u) - q * q;
  return [(1 + u - q * q) / whole, (q * v) / whole];
}

/** Variances of the noise of the two files; what size adds to the record is noise to a lender. */
function noiseOf({ fileNoise, recordNoise, exposure, small }: Files): readonly [number, number] {
  return [fileNoise ** 2, recordNoise ** 2 + exposure ** 2 * small * (1 - small)];
}

/**
 * From which correlation q on mixing tells firms apart better than the financial file alone: learnt
 * weights from 0 on, a fixed weight w from where the correlation of w r + f with z reaches that of f,
 * (1 + w q)^2 (1 + v) = 1 + v + w^2 (1 + u) + 2 w q. Above 1 it never does.
 */
export function breakEven(given: Files): number {
  if (given.mixing !== 2 || given.weight === 0) return 0;
  const [v, u] = noiseOf(given);
  const w = given.weight;
  const [a, b, c] = [w * (1 + v), 2 * v, -w * (1 + u)];
  return (Math.sqrt(b * b - 4 * a * c) - b) / (2 * a);
}

/** The normal quantile of a draw (Acklam; relative error below 1.2e-9), so that one draw is one number. */
function normal(draw = 0.5): number {
  if (draw < LOW) return tail(Math.sqrt(-2 * Math.log(draw)));
  if (draw > 1 - LOW) return -tail(Math.sqrt(-2 * Math.log(1 - draw)));
  const q = draw - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / (polynomial(B, r) * r + 1);
}

function tail(q: number): number {
  return polynomial(C, q) / (polynomial(D, q) * q + 1);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, each) => sum * x + each, 0);
}

const LOW = 0.02425;
const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
