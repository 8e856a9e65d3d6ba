import { chooseAct, type Occasion } from './choose-act.ts';
import { LEVELS, MOST_CONDUCTS, weights } from './record-state.ts';
import type { WorldAgentProcess, WorldSlice } from './world-kinds.ts';
import { visitChance } from './visit-chance.ts';

/**
 * Which occasion comes to a subject this month: at most one. The cumulated rates of the conducts of
 * its kind, doubled, are laid end to end on the unit interval; where the draw falls is the conduct.
 * Half of them are then let go, by a trait whose factor has a mean of 1 and is at most 2; what only
 * officials can do comes to nobody else. The amount
 * is that of the level `from + floor(u^2 x levels)`: small sums are likelier. No regime changes
 * what comes; what is done about it is chosen after.
 */
export const occasions: WorldAgentProcess = {
  name: 'occasions',
  when: 'month',
  over: 'agents',
  draws: ['occasion', 'trait', 'level', 'motive'],
  run(slice) {
    const { count, columns, fields, draws, parameters } = slice;
    const { rates, conductCounts } = fields;
    const totals = [0, 1].map((kind) => {
      const last = (conductCounts[kind] ?? 0) - 1;
      return last < 0 ? 0 : (rates[kind * MOST_CONDUCTS + last] ?? 0);
    });
    const visit = visitChance(parameters, fields);
    const [organisations = 0, persons = 0] = totals;
    const [{ kind }, { occasion: came }] = [columns, draws];
    for (let i = 0; i < count; i += 1) {
      const total = kind[i] === 0 ? organisations : persons;
      if ((came[i] ?? 1) >= total) continue;
      const occasion = findOccasion(slice, i);
      if (occasion !== undefined) chooseAct(slice, i, occasion, visit);
    }
  },
};

function findOccasion(slice: WorldSlice, i: number): Occasion | undefined {
  const { columns, fields, draws } = slice;
  const start = (columns.kind[i] ?? 0) * MOST_CONDUCTS;
  const at = draws.occasion[i] ?? 1;
  let index = 0;
  while (at >= (fields.rates[start + index] ?? 1)) index += 1;
  const conduct = fields.conductAt[start + index] ?? 0;
  if (2 * (draws.trait[i] ?? 1) >= traitFactor(slice, i, fields.weighed[conduct] ?? 0)) {
    return undefined;
  }
  const from = fields.levelFrom[conduct] ?? 0;
  const levels = (fields.levelTo[conduct] ?? 0) - from + 1;
  const level = from + Math.floor((draws.level[i] ?? 0) ** 2 * levels);
  return {
    ...{ conduct, form: conduct * LEVELS + level },
    amount: fields.amounts[level] ?? 0,
  };
}

/** Between 0 and 2, with a mean of 1; of the connected, relative to them, by the bonus they enjoy. */
function traitFactor({ columns, parameters }: WorldSlice, i: number, weighed: number): number {
  const tenth = ((columns.wealth[i] ?? 0) + 0.5) / 10;
  switch (weights[weighed]) {
    case 'cost':
      return columns.cost[i] ?? 1;
    case 'capability':
      return 2 * (1 - (columns.capability[i] ?? 0.5));
    case 'need':
      return 2 * (1 - tenth);
    case 'wealth':
      return 2 * tenth;
    case 'connection':
      return columns.connected.get(i) === 1 ? 2 : 2 / (1 + parameters.connectionBonus);
    case 'office': // the rate is that of those who hold one
      return columns.official.get(i);
    default:
      return 1;
  }
}
