import { at, type Ordering } from './ordering.ts';

/** What filling the same daily slots in another order would have changed; sums, so they add up. */
export interface ScheduleTally {
  readonly visits: number;
  readonly found: number;
  /** Sum over the visits that found something: day it took place less day of its new slot. */
  readonly daysEarlier: number;
  readonly foundInFirstHalf: number;
  readonly foundInFirstTenth: number;
  readonly visitsInFirstTenth: number;
  /** Among the first visits, `FIRST_VISITS` of them. */
  readonly foundAmongFirst: number;
  readonly firstVisits: number;
  /** Days earlier and visits that found something, by number of the inspector group. */
  readonly byGroup: readonly { readonly daysEarlier: number; readonly found: number }[];
}

/** Precision is told of this many visits: about a week's work of the city it was tried on. */
const FIRST_VISITS = 100;

/**
 * Fills the daily slots as they were, in the order of the ordering. Visits of one value share
 * their slots and their place evenly, so an ordering that says nothing gives exactly the mean of
 * all random orders.
 */
export function scheduleOf(ordering: Ordering, times: Int32Array): ScheduleTally {
  const { size, value, day, days, found } = ordering;
  const slots = slotsOf(ordering, times);
  const byGroup = ordering.groups.map(() => ({ daysEarlier: 0, found: 0 }));
  const tally = { found: 0, daysEarlier: 0, half: 0, tenth: 0, first: 0 };
  const limits = { half: slots.count / 2, tenth: slots.count / 10, first: FIRST_VISITS };
  let [start, taken] = [0, 0];
  for (let i = 0; i <= size; i += 1) {
    if (i < size && at(value, i) === at(value, start)) continue;
    let [length, hits] = [0, 0];
    for (let j = start; j < i; j += 1) length += at(times, at(day, j));
    const slot = length === 0 ? 0 : slots.sumOfNext(length) / length;
    for (let j = start; j < i; j += 1) {
      const hit = at(times, at(day, j)) * at(found, j);
      if (hit === 0) continue;
      const earlier = hit * (at(days, at(day, j)) - slot);
      hits += hit;
      tally.daysEarlier += earlier;
      const group = byGroup[at(ordering.group, j)];
      if (group !== undefined) {
        group.daysEarlier += earlier;
        group.found += hit;
      }
    }
    tally.found += hits;
    for (const key of ['half', 'tenth', 'first'] as const) {
      const within = Math.min(Math.max(limits[key] - taken, 0), length);
      if (length > 0) tally[key] += (hits * within) / length;
    }
    taken += length;
    start = i;
  }
  return {
    ...{ visits: slots.count, found: tally.found, daysEarlier: tally.daysEarlier, byGroup },
    ...{ foundInFirstHalf: tally.half, foundInFirstTenth: tally.tenth },
    ...{ visitsInFirstTenth: limits.tenth, foundAmongFirst: tally.first },
    firstVisits: Math.min(FIRST_VISITS, slots.count),
  };
}

/** The daily slots in order of days, each day as often as it was taken. */
function slotsOf({ days, slots }: Ordering, times: Int32Array) {
  let count = 0;
  for (let place = 0; place < days.length; place += 1) {
    count += at(slots, place) * at(times, place);
  }
  let place = 0;
  let left = days.length === 0 ? 0 : at(slots, 0) * at(times, 0);
  return {
    count,
    sumOfNext(wanted: number): number {
      let [sum, missing] = [0, wanted];
      while (missing > 0) {
        const used = Math.min(left, missing);
        sum += used * at(days, place);
        missing -= used;
        left -= used;
        if (left > 0 || missing === 0) continue;
        place += 1;
        left = at(slots, place) * at(times, place);
      }
      return sum;
    },
  };
}
