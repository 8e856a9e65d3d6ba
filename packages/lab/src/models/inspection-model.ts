import { defineModel } from '../engine/define-model.ts';
import { UNENDING } from '../engine/model.ts';

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
        const { fine, monthsListed } = parameters;
        const chances = chancesOf(parameters);
        const limits = chances.map((each) => each * fine);
        const found = Float64Array.of(parameters.falsePositive, parameters.sensitivity);
        let violations = 0;
        let listed = 0;
        for (let i = 0; i < count; i += 1) {
          const months = left[i] as number;
          const isListed = Number(months > 0) | 0;
          const weight = (cost[i] as number) * (0.5 + (shock[i] as number));
          const violates = Number(weight >= (limits[isListed] as number)) | 0;
          const visited = Number((selection[i] as number) < (chances[isListed] as number)) | 0;
          const seen = Number((detection[i] as number) < (found[violates] as number)) | 0;
          violations = (violations + violates) | 0;
          listed = (listed + isListed) | 0;
          left[i] = (visited & seen) !== 0 ? monthsListed - 1 : months - isListed;
        }
        sums.violations += violations;
        sums.listed += listed;
      },
    },
  ],
  // What changes the state is not each inspection but each finding, whether or not it is right.
  events: {
    gap: 'gap',
    draws: [],
    state({ columns, parameters }, { count, index }, { chance, months, means }) {
      const { left, cost } = columns;
      const { fine, sensitivity, falsePositive } = parameters;
      const [violations, listed] = means as [Float64Array, Float64Array];
      const chances = chancesOf(parameters);
      for (let entry = 0; entry < count; entry += 1) {
        const i = index[entry] as number;
        const stays = left[i] as number;
        const isListed = Number(stays > 0) | 0;
        const p = chances[isListed] as number;
        // The shock is spread evenly from 0.5 to 1.5.
        const violates = Math.min(1, Math.max(0, 1.5 - (p * fine) / (cost[i] as number)));
        chance[entry] = p * (violates * sensitivity + (1 - violates) * falsePositive);
        months[entry] = isListed * stays + (1 - isListed) * UNENDING;
        violations[entry] = violates;
        listed[entry] = isListed;
      }
    },
    passes({ columns: { left } }, { count, index }, months) {
      for (let entry = 0; entry < count; entry += 1) {
        const i = index[entry] as number;
        left[i] = Math.max(0, (left[i] as number) - (months[entry] as number));
      }
    },
    happens({ columns: { left }, parameters }, { count, index }) {
      const months = parameters.monthsListed - 1;
      for (let entry = 0; entry < count; entry += 1) left[index[entry] as number] = months;
    },
  },
});

/** By whether it is listed: looked up, since nobody can foresee which it will be. */
function chancesOf({ chance, chanceListed }: { chance: number; chanceListed: number }) {
  return Float64Array.of(chance, chanceListed);
}
