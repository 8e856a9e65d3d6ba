import { daysInMonth, type MonthRounding, type Period } from '@credence/domain';

/**
 * The day that lies a period after a day, both as days since 1970-01-01: what `addPeriod` of the
 * domain says, without making texts. Days beyond the year 9999 go on in the same calendar.
 *
 * @throws RangeError for working days, which the checker refuses in expressions
 */
export function addToDay(day: number, period: Period, round: MonthRounding): number {
  if (period.unit === 'days') return day + period.count;
  if (period.unit === 'working-days') {
    throw new RangeError('Working days need a calendar; no expression has them.');
  }
  return addMonthsToDay(day, period.count, round);
}

/**
 * The least day whose end of the period lies after `asOf`. Adding a period keeps the order of days,
 * so `day + period > asOf` and `day >= earliestStillWithin(asOf, period)` say the same.
 */
export function earliestStillWithin(asOf: number, period: Period, round: MonthRounding): number {
  if (period.unit === 'days') return asOf - period.count + 1;
  // A month forth from a month back misses the day by a few days at most, so few steps are left.
  let day = addMonthsToDay(asOf, -period.count, 'down');
  while (addToDay(day - 1, period, round) > asOf) day -= 1;
  while (addToDay(day, period, round) <= asOf) day += 1;
  return day;
}

/** The same day of the month, so many months later, see `addMonths` of the domain. */
function addMonthsToDay(dayNumber: number, months: number, round: MonthRounding): number {
  // Years are counted from March, so that a leap day is the last day of its year.
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;

  const index = (yearOfEra + era * 400) * 12 + monthFromMarch + months;
  const year = Math.floor(index / 12);
  const reached = index - year * 12;
  const lastDay =
    reached < 10 ? daysInMonth(year, reached + 3) : daysInMonth(year + 1, reached - 9);
  const first = firstOfMonth(year, reached);
  if (day <= lastDay) return first + day - 1;
  return round === 'up' ? first + lastDay : first + lastDay - 1;
}

/** The first day of a month, both counted from March. */
function firstOfMonth(year: number, monthFromMarch: number): number {
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}
