import { CLASSES, cellTraits } from '../society/traits.ts';
import { NO_FORM, NONE } from './record-state.ts';
import type { WorldAgentProcess, WorldFields, WorldSlice } from './world-kinds.ts';

const WIDTH = cellTraits.length;
const place = Object.fromEntries(cellTraits.map((trait, at) => [trait, at]));

/**
 * Settles everybody. The n-th of the N subjects of a kind is the one at (n + 1/2) / N of the raked
 * joint table, so that every margin holds as nearly as whole subjects can, and neighbours by number
 * are neighbours by region and sector. Size and age lie within their class (sizes evenly in the
 * logarithm); means = size x means of an employee, or means of the tenth of income.
 */
export const settle: WorldAgentProcess = {
  name: 'settle',
  when: 'start',
  over: 'agents',
  draws: [
    ...(['size', 'age', 'firmAge', 'wealth', 'awareness', 'capability', 'cost'] as const),
    ...(['dataQuality', 'joins'] as const),
  ],
  run(slice) {
    const { count, columns, draws, parameters } = slice;
    const { voluntary, participation, doubleCodes } = parameters;
    for (let i = 0; i < count; i += 1) {
      settleTraits(slice, i);
      columns.awareness[i] = draws.awareness[i] ?? 0;
      columns.capability[i] = draws.capability[i] ?? 0;
      columns.cost[i] = 2 * (draws.cost[i] ?? 0);
      columns.dataQuality[i] = draws.dataQuality[i] ?? 0;
      columns.doubleCode.set(i, (draws.dataQuality[i] ?? 0) < doubleCodes);
      columns.member.set(i, voluntary === 0 || (draws.joins[i] ?? 0) < participation);
    }
    columns.slotForm.fill(NO_FORM);
    for (const name of ['openForm', 'foundForm', 'incomingForm', 'repairedMonth'] as const) {
      columns[name].fill(NO_FORM);
    }
    for (const name of ['grade', 'gradeDue', 'askSlot', 'askList', 'seatCause'] as const) {
      columns[name].fill(NONE);
    }
  },
};

function settleTraits(slice: WorldSlice, i: number): void {
  const { columns, fields, draws, first, agents, parameters } = slice;
  const organisations = fields.layout[0] ?? 0;
  const agent = first + i;
  const kind = agent < organisations ? 0 : 1;
  const among = kind === 0 ? organisations : agents - organisations;
  const rank = kind === 0 ? agent : agent - organisations;
  const cell = cellOf(fields, kind, (rank + 0.5) / among) * WIDTH;
  const groupOf = (trait: string): number => fields.cellGroups[cell + (place[trait] ?? 0)] ?? 0;
  const [sizeClass, ageClass] = [groupOf('size'), groupOf('age')];
  const wealth = kind === 0 ? Math.floor(10 * (draws.wealth[i] ?? 0)) : groupOf('wealth');
  const size = kind === 0 ? sizeWithin(fields, sizeClass, draws.size[i] ?? 0) : 1;
  const years = (CLASSES * kind + ageClass) * 2;
  const [from, until] = [fields.ageClasses[years] ?? 0, fields.ageClasses[years + 1] ?? 0];
  columns.kind[i] = kind;
  columns.region[i] = groupOf('region');
  columns.sector[i] = groupOf('sector');
  columns.sizeClass[i] = sizeClass;
  columns.ageClass[i] = ageClass;
  columns.wealth[i] = wealth;
  columns.connected.set(i, groupOf('connection') === 1);
  columns.official.set(i, groupOf('office') === 1);
  columns.age[i] = Math.floor(from + (until - from) * (draws.age[i] ?? 0));
  columns.firmAge[i] = kind === 0 ? firmAgeOf(draws.firmAge[i] ?? 0, parameters.firmYears) : 0;
  columns.size[i] = size;
  columns.means[i] = size * (fields.meansOf[kind * CLASSES + wealth] ?? 0);
}

/** The first cell of the kind whose cumulated share is beyond the given one. */
function cellOf(fields: WorldFields, kind: number, share: number): number {
  const start = kind === 0 ? 0 : (fields.cellCounts[0] ?? 0);
  let low = start;
  let high = start + (fields.cellCounts[kind] ?? 1) - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((fields.cellBounds[middle] ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sizeWithin(fields: WorldFields, sizeClass: number, ratio: number): number {
  const from = Math.log(fields.sizeClasses[sizeClass * 2] ?? 1);
  const until = Math.log(fields.sizeClasses[sizeClass * 2 + 1] ?? 1);
  return Math.floor(Math.exp(from + (until - from) * ratio));
}

/** Firms of every age, young ones being more: exponential with a stated mean, 60 years at most. */
function firmAgeOf(ratio: number, mean: number): number {
  return Math.min(60, Math.floor(-mean * Math.log(ratio)));
}
