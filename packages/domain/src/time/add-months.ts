import { addDays, daysInMonth, fromParts, partsOf, type CivilDate } from './civil-date.ts';

/**
 * What happens when the month reached has no such day: `down` ends on its last day, `up` on the
 * first day of the month after. An edition declares which (card `edition`, `months.round`).
 */
export type MonthRounding = 'down' | 'up';

/**
 * The same day of the month, `months` calendar months later (earlier when negative).
 *
 * 31 May + 1 month is 30 June when rounded down, 1 July when rounded up. 29 February + 12 months is
 * 28 February or 1 March. Adding months twice is not always adding their sum.
 *
 * @throws RangeError when `months` is no integer or the result lies outside the years 1 to 9999
 */
export function addMonths(date: CivilDate, months: number, round: MonthRounding): CivilDate {
  if (!Number.isInteger(months)) throw new RangeError(`${months} is not a whole number of months.`);
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const reachedYear = Math.floor(index / 12);
  const reachedMonth = index - reachedYear * 12 + 1;
  const lastDay = daysInMonth(reachedYear, reachedMonth);
  const reached = fromParts(reachedYear, reachedMonth, Math.min(day, lastDay));
  if (reached === undefined) {
    throw new RangeError(`${date} and ${months} months lie outside the years 1 to 9999.`);
  }
  return day > lastDay && round === 'up' ? addDays(reached, 1) : reached;
}
