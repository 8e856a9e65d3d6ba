import type { Random } from '../../random/random.ts';
import { dayNumber, type CivilDate } from '../../time/civil-date.ts';

/** One visit as an ordering sees it: how pressing it was held to be, and what it found. */
export interface OrderedVisit {
  readonly day: CivilDate;
  /** The higher, the sooner; equal values share their places evenly. */
  readonly value: number;
  readonly found: boolean;
  /** Anonymous group of inspectors; used to compare like with like, never to foresee. */
  readonly inspectorGroup?: string;
  /** How many visits this one stands for (1 / probability of its selection); 1 where absent. */
  readonly weight?: number;
}

/** Visits laid out for many passes: most pressing first, days numbered by their place. */
export interface Ordering {
  readonly size: number;
  readonly value: Float64Array;
  readonly found: Uint8Array;
  readonly weight: Float64Array;
  /** Place of the visit's day in `days`. */
  readonly day: Int32Array;
  /** Number of the inspector group, -1 where it is not known. */
  readonly group: Int32Array;
  readonly groups: readonly string[];
  /** Day numbers, ascending, and how many visits each day had: the slots of the schedule. */
  readonly days: Int32Array;
  readonly slots: Int32Array;
}

/** Sorts visits by how pressing they were held to be; visits of one value stay one block. */
export function layOut(visits: readonly OrderedVisit[]): Ordering {
  const sorted = [...visits].sort((a, b) => b.value - a.value);
  const days = Int32Array.from(new Set(visits.map(({ day }) => dayNumber(day)))).sort();
  const places = new Map(Array.from(days, (day, place) => [day, place]));
  const groups = [...new Set(visits.flatMap(({ inspectorGroup: group }) => group ?? []))].sort();
  const day = Int32Array.from(sorted, (visit) => places.get(dayNumber(visit.day)) ?? 0);
  const slots = new Int32Array(days.length);
  for (const place of day) slots[place] = at(slots, place) + 1;
  return {
    ...{ size: sorted.length, days, slots, day, groups },
    value: Float64Array.from(sorted, ({ value }) => value),
    found: Uint8Array.from(sorted, ({ found }) => (found ? 1 : 0)),
    weight: Float64Array.from(sorted, ({ weight }) => weight ?? 1),
    group: Int32Array.from(sorted, ({ inspectorGroup: group }) =>
      group === undefined ? -1 : groups.indexOf(group),
    ),
  };
}

/** How often each day of an ordering is taken: once as it was, or drawn anew with replacement. */
export function everyDayOnce({ days }: Ordering): Int32Array {
  return new Int32Array(days.length).fill(1);
}

/** Days drawn with replacement: visits of one day share weather and staff, so they go together. */
export function drawDays({ days }: Ordering, random: Random): Int32Array {
  const times = new Int32Array(days.length);
  for (let i = 0; i < days.length; i += 1) {
    const place = random.below(days.length);
    times[place] = at(times, place) + 1;
  }
  return times;
}

/** The number at an index that is known to exist. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}

/** Adds to the number at an index that is known to exist. */
export function add(values: Float64Array, index: number, amount: number): void {
  values[index] = at(values, index) + amount;
}
