import { defineModel } from '../engine/define-model.ts';

/**
 * Organisations weigh cost against an expected fine; whoever is caught is inspected more often for
 * a year. The model that the bench compares with other simulators.
 */
export const inspectionModel = defineModel({
  name: 'inspection',
  at: { module: import.meta.url, name: 'inspectionModel' },
  parameters: {
    chance: 0.05,
    chanceListed: 0.4,
    fine: 4,
    sensitivity: 0.9,
    falsePositive: 0.02,
    monthsListed: 12,
  },
  columns: { cost: 'f64', left: 'u8' },
  draws: { cost: 1, shock: 2, selection: 3, detection: 4, gap: 5 },
  observers: { violations: 'sum', listed: 'sum' },
  processes: [
    {
      name: 'cost',
      when: 'start',
      over: 'agents',
      draws: ['cost'],
      run: ({ columns, draws }) => columns.cost.set(draws.cost),
    },
    {
      name: 'month',
      when: 'month',
      over: 'agents',
      draws: ['shock', 'selection', 'detection'],
      run({ count, columns, draws, parameters, sums }) {
        const { cost, left } = columns;
        const { shock, selection, detection } = draws;
        const { chance, chanceListed, fine, sensitivity, falsePositive, monthsListed } = parameters;
        let violations = 0;
        let listed = 0;
        for (let i = 0; i < count; i += 1) {
          const months = left[i] ?? 0;
          const p = months > 0 ? chanceListed : chance;
          const violates = (cost[i] ?? 0) * (0.5 + (shock[i] ?? 0)) >= p * fine;
          const found = (detection[i] ?? 0) < (violates ? sensitivity : falsePositive);
          const caught = (selection[i] ?? 0) < p && found;
          if (violates) violations += 1;
          if (months > 0) listed += 1;
          left[i] = caught ? monthsListed - 1 : months > 0 ? months - 1 : 0;
        }
        sums.violations += violations;
        sums.listed += listed;
      },
    },
  ],
  events: {
    gap: 'gap',
    draws: ['shock', 'detection'],
    state({ columns, parameters }, i, state) {
      const left = columns.left[i] ?? 0;
      const p = left > 0 ? parameters.chanceListed : parameters.chance;
      state.chance = p;
      state.months = left > 0 ? left : Infinity;
      // The shock is spread evenly from 0.5 to 1.5.
      const limit = (p * parameters.fine) / (columns.cost[i] ?? 0);
      state.means[0] = Math.min(1, Math.max(0, 1.5 - limit));
      state.means[1] = left > 0 ? 1 : 0;
    },
    passes({ columns }, i, months) {
      columns.left[i] = Math.max(0, (columns.left[i] ?? 0) - months);
    },
    happens({ columns, parameters, draws }, i) {
      const months = columns.left[i] ?? 0;
      const { chance, chanceListed, fine, sensitivity, falsePositive, monthsListed } = parameters;
      const p = months > 0 ? chanceListed : chance;
      const violates = (columns.cost[i] ?? 0) * (0.5 + (draws.shock[0] ?? 0)) >= p * fine;
      const caught = (draws.detection[0] ?? 0) < (violates ? sensitivity : falsePositive);
      columns.left[i] = caught ? monthsListed - 1 : Math.max(0, months - 1);
    },
  },
});
