import { defineModel } from '../engine/define-model.ts';

/**
 * Each agent is a town with two districts. Patrols go to a district as often as its share of past
 * finds, and find only where they go. With rates of 1 it is Polya's urn.
 */
export const urnModel = defineModel({
  name: 'urn',
  at: { module: import.meta.url, name: 'urnModel' },
  parameters: {
    startFirst: 2,
    startSecond: 3,
    rateFirst: 1,
    rateSecond: 1,
    /** 1 weighs each find by how seldom the district is visited. */
    weighted: 0,
  },
  columns: { first: 'f64', second: 'f64' },
  draws: { district: 1, find: 2 },
  observers: { share: 'sum' },
  processes: [
    {
      name: 'fill',
      when: 'start',
      over: 'agents',
      run({ columns, parameters }) {
        columns.first.fill(parameters.startFirst);
        columns.second.fill(parameters.startSecond);
      },
    },
    {
      name: 'patrol',
      when: 'month',
      over: 'agents',
      draws: ['district', 'find'],
      run({ count, columns, draws, parameters, sums }) {
        const { rateFirst, rateSecond, weighted } = parameters;
        let shares = 0;
        for (let i = 0; i < count; i += 1) {
          const first = columns.first[i] ?? 0;
          const second = columns.second[i] ?? 0;
          const share = first / (first + second);
          shares += share;
          const goesFirst = (draws.district[i] ?? 0) < share;
          const isFound = (draws.find[i] ?? 0) < (goesFirst ? rateFirst : rateSecond);
          if (!isFound) continue;
          const weight = weighted === 0 ? 1 : 1 / (goesFirst ? share : 1 - share);
          if (goesFirst) columns.first[i] = first + weight;
          else columns.second[i] = second + weight;
        }
        sums.share += shares;
      },
    },
  ],
});
