import { defineModel } from '../../engine/define-model.ts';

/** Places of what the prediction was learnt: level, slope, spread, and the sums it is learnt from. */
const [LEVEL, SLOPE, SPREAD] = [0, 1, 2] as const;
const [N, X, Y, XX, XY, YY] = [0, 1, 2, 3, 4, 5] as const;

/**
 * Each agent is a judge with one case a month. A case has a weight x from 0 to 1 that everybody sees, and
 * in a share of cases a circumstance that only the judge sees. The right decision is
 * `level + slope x` in months, less `relief` where the circumstance is there. Left alone, a judge decides
 * right but for a leaning of its own and for chance.
 *
 * A prediction is fitted to the decisions of the last `relearns` months by least squares. `pressure` is
 * what being held to it does: under `rate` (1) every decision is drawn to it by that share; under
 * `justify` (2) only those further off than `threshold` spreads are, unless the reasons are written, with
 * chance `reasons`. The prediction then learns from what it has itself brought about.
 *
 * Under `rate` with pressure w, and a prediction that is at first off by e from the mean of what is right,
 * decisions are off by w^(n+1) e after learning n times; the spread that is learnt is (1 - w) times the
 * free one; and in the long run an atypical case is decided w (1 - a) relief too hard, a being the share
 * of atypical cases, whose mean relief the prediction has taken into its level. With w = 0 nothing drifts.
 */
export const judgesModel = defineModel({
  name: 'judges',
  at: { module: import.meta.url, name: 'judgesModel' },
  parameters: {
    /** 0 none, 1 rate, 2 justify. */
    held: 0,
    pressure: 0.5,
    threshold: 1,
    reasons: 0.3,
    relearns: 6,
    level: 12,
    slope: 24,
    atypical: 0.1,
    relief: 8,
    leaning: 3,
    chance: 4,
    /** How much too hard the prediction is at first. */
    misfit: 3,
  },
  columns: { leaning: 'f64', weight: 'f64', decision: 'f64', atypical: 'bit' },
  fields: { learnt: 'f64', sums: 'f64' },
  fieldLengths: () => ({ learnt: 3, sums: 6 }),
  draws: { leaning: 1, weight: 2, atypical: 3, chance: 4, reasons: 5 },
  observers: {
    ...{ cases: 'count', atypical: 'count', reasoned: 'count' },
    ...{ error: 'sum', atypicalError: 'sum', drift: 'sum', squares: 'sum', spread: 'sum' },
  },
  processes: [
    {
      name: 'appoint',
      when: 'start',
      over: 'agents',
      draws: ['leaning'],
      run({ count, columns, draws, parameters }) {
        for (let i = 0; i < count; i += 1) {
          columns.leaning[i] = parameters.leaning * even(draws.leaning[i]);
        }
      },
    },
    {
      name: 'predict',
      when: 'start',
      over: 'everyone',
      run({ fields, parameters }) {
        const { level, slope, misfit, leaning, chance } = parameters;
        fields.learnt[LEVEL] = level + misfit;
        fields.learnt[SLOPE] = slope;
        fields.learnt[SPREAD] = Math.hypot(leaning, chance);
      },
    },
    {
      name: 'judge',
      when: 'month',
      over: 'agents',
      draws: ['weight', 'atypical', 'chance', 'reasons'],
      run({ count, columns, fields, draws, parameters, sums }) {
        const { held, pressure, threshold, level, slope, relief } = parameters;
        const { learnt } = fields;
        const limit = threshold * (learnt[SPREAD] ?? 0);
        const told = { error: 0, atypicalError: 0, drift: 0, squares: 0 };
        for (let i = 0; i < count; i += 1) {
          const x = draws.weight[i] ?? 0;
          const isAtypical = (draws.atypical[i] ?? 0) < parameters.atypical;
          const right = level + slope * x - (isAtypical ? relief : 0);
          const free =
            right + (columns.leaning[i] ?? 0) + parameters.chance * even(draws.chance[i]);
          const predicted = (learnt[LEVEL] ?? 0) + (learnt[SLOPE] ?? 0) * x;
          const isFar = Math.abs(free - predicted) > limit;
          const isReasoned = held === 2 && isFar && (draws.reasons[i] ?? 0) < parameters.reasons;
          if (isReasoned) sums.reasoned += 1;
          const isDrawn = held === 1 || (held === 2 && isFar && !isReasoned);
          const decision = isDrawn ? free + pressure * (predicted - free) : free;
          columns.weight[i] = x;
          columns.decision[i] = decision;
          columns.atypical.set(i, isAtypical);
          sums.cases += 1;
          told.error += Math.abs(decision - right);
          told.drift += decision - right;
          told.squares += (decision - right) ** 2;
          if (!isAtypical) continue;
          sums.atypical += 1;
          told.atypicalError += decision - right;
        }
        sums.error += told.error;
        sums.atypicalError += told.atypicalError;
        sums.drift += told.drift;
        sums.squares += told.squares;
      },
    },
    {
      name: 'learn',
      when: 'month',
      over: 'everyone',
      run({ count, columns, fields, month, parameters, sums }) {
        const all = fields.sums;
        for (let i = 0; i < count; i += 1) {
          const [x, y] = [columns.weight[i] ?? 0, columns.decision[i] ?? 0];
          [1, x, y, x * x, x * y, y * y].forEach((term, at) => (all[at] = (all[at] ?? 0) + term));
        }
        if ((month + 1) % parameters.relearns === 0) {
          learn(fields.learnt, all);
          all.fill(0);
        }
        sums.spread += fields.learnt[SPREAD] ?? 0;
      },
    },
  ],
});

/** An even draw with mean 0 and standard deviation 1. */
function even(draw: number | undefined): number {
  return (2 * (draw ?? 0) - 1) * Math.sqrt(3);
}

/** Least squares: level, slope and what is left over, from sums of the cases. */
function learn(learnt: Float64Array, sums: Float64Array): void {
  const n = sums[N] ?? 0;
  const [x, y] = [(sums[X] ?? 0) / n, (sums[Y] ?? 0) / n];
  const [xx, xy] = [(sums[XX] ?? 0) / n - x * x, (sums[XY] ?? 0) / n - x * y];
  const slope = xx > 0 ? xy / xx : 0;
  learnt[LEVEL] = y - slope * x;
  learnt[SLOPE] = slope;
  learnt[SPREAD] = Math.sqrt(Math.max(0, (sums[YY] ?? 0) / n - y * y - slope * xy));
}
