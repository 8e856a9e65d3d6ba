import { defineModel } from '../engine/define-model.ts';

/** Everyone starts with one unit; again and again somebody gives a unit, if there is one, to anybody. */
export const moneyModel = defineModel({
  name: 'money',
  at: { module: import.meta.url, name: 'moneyModel' },
  parameters: { start: 1 },
  columns: { money: 'u32' },
  draws: { receiver: 1, giver: 2 },
  observers: { poor: 'count', money: 'count' },
  processes: [
    {
      name: 'start',
      when: 'start',
      over: 'agents',
      run: ({ columns, parameters }) => columns.money.fill(parameters.start),
    },
    {
      name: 'give',
      when: 'month',
      over: 'everyone',
      run({ count, columns, stream }) {
        const { money } = columns;
        const receivers = stream('receiver');
        const givers = stream('giver');
        for (let turn = 0; turn < count; turn += 1) {
          const from = givers.below(count);
          const to = receivers.below(count);
          const own = money[from] ?? 0;
          if (own === 0) continue;
          money[from] = own - 1;
          money[to] = (money[to] ?? 0) + 1;
        }
      },
    },
    {
      name: 'count',
      when: 'month',
      over: 'agents',
      run({ count, columns, sums }) {
        for (let i = 0; i < count; i += 1) {
          const own = columns.money[i] ?? 0;
          if (own === 0) sums.poor += 1;
          sums.money += own;
        }
      },
    },
  ],
});
