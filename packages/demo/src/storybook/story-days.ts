import { addMonths, fromParts, isBefore, partsOf, type CivilDate } from '@credence/domain';

/** A day of the month so many months before today's month; of the last month if still to come. */
export function dayBefore(today: CivilDate, monthsAgo: number, day: number): CivilDate {
  const { year, month } = partsOf(today);
  const first = fromParts(year, month, 1);
  if (!first) throw new RangeError(`${today} lies in no month.`);
  const target = partsOf(addMonths(first, -monthsAgo, 'down'));
  const found = fromParts(target.year, target.month, day);
  if (!found) throw new RangeError(`${target.year}-${target.month} has no day ${day}.`);
  return isBefore(today, found) ? addMonths(found, -1, 'down') : found;
}

/**
 * The day of the decision that the tour shows: the last 14th that lies at least three months back,
 * so that repair of a general record is open, and its publicity still has most of a year to go. On
 * 20 November 2026 it is 14 August 2026.
 */
export function tourDay(today: CivilDate): CivilDate {
  return dayBefore(addMonths(today, -3, 'down'), 0, 14);
}
