import { defineModel } from '../engine/define-model.ts';

/**
 * Harrington 1988: whoever is caught in the first group is moved to a targeted one, and leaves it
 * after a clean inspection. Firms whose cost is between the two limits violate in the first group
 * and comply in the second.
 */
export const harringtonModel = defineModel({
  name: 'harrington',
  at: { module: import.meta.url, name: 'harringtonModel' },
  parameters: {
    chance: 0.05,
    chanceTargeted: 0.4,
    /** Probability that a detected violation moves a firm to the targeted group. */
    moves: 1,
    /** Probability that a clean inspection releases a firm. */
    released: 1,
    /** What it costs a firm to comply, and the cost up to which it complies when targeted. */
    cost: 2,
    costMax: 3,
  },
  columns: { targeted: 'u8' },
  draws: { inspection: 1, move: 2 },
  observers: { complying: 'count', targeted: 'count' },
  processes: [
    {
      name: 'inspect',
      when: 'month',
      over: 'agents',
      draws: ['inspection', 'move'],
      run({ count, columns, draws, parameters, sums }) {
        const { targeted } = columns;
        const { chance, chanceTargeted, moves, released, cost, costMax } = parameters;
        let complying = 0;
        let inGroup = 0;
        for (let i = 0; i < count; i += 1) {
          const isTargeted = targeted[i] === 1;
          const complies = isTargeted && cost <= costMax;
          if (complies) complying += 1;
          if (isTargeted) inGroup += 1;
          const isInspected = (draws.inspection[i] ?? 0) < (isTargeted ? chanceTargeted : chance);
          const move = draws.move[i] ?? 0;
          if (!isInspected) continue;
          if (isTargeted && complies && move < released) targeted[i] = 0;
          if (!isTargeted && move < moves) targeted[i] = 1;
        }
        sums.complying += complying;
        sums.targeted += inGroup;
      },
    },
  ],
});
