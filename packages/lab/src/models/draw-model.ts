import { defineModel } from '../engine/define-model.ts';

/** A random draw for inspection each year: who has never been drawn? */
export const drawModel = defineModel({
  name: 'draw',
  at: { module: import.meta.url, name: 'drawModel' },
  parameters: { rate: 0.052 },
  columns: { drawn: 'bit' },
  draws: { lot: 1 },
  observers: { never: 'count' },
  processes: [
    {
      name: 'draw',
      when: 'month',
      over: 'agents',
      draws: ['lot'],
      run({ count, columns, draws, parameters, sums }) {
        for (let i = 0; i < count; i += 1) {
          if ((draws.lot[i] ?? 0) < parameters.rate) columns.drawn.set(i, true);
          if (columns.drawn.get(i) === 0) sums.never += 1;
        }
      },
    },
  ],
});
