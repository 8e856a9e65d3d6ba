import { earlier, isBefore, isOnOrAfter, later, type CivilDate } from './civil-date.ts';

/** Days from `from` (included) until `until` (not included), or without an end. */
export type Interval = {
  readonly from: CivilDate;
  readonly until: CivilDate | 'none';
};

/** Whether the day lies in the interval: `from` does, `until` does not. */
export function containsDay(interval: Interval, day: CivilDate): boolean {
  return (
    isOnOrAfter(day, interval.from) && (interval.until === 'none' || isBefore(day, interval.until))
  );
}

/** Whether two intervals have a day in common; one that ends where the other begins has none. */
export function overlaps(a: Interval, b: Interval): boolean {
  return intersect(a, b) !== undefined;
}

/** The days that two intervals have in common, or `undefined` when there are none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = later(a.from, b.from);
  const until = earlierEnd(a.until, b.until);
  return until !== 'none' && !isBefore(from, until) ? undefined : { from, until };
}

function earlierEnd(a: CivilDate | 'none', b: CivilDate | 'none'): CivilDate | 'none' {
  if (a === 'none') return b;
  return b === 'none' ? a : earlier(a, b);
}
