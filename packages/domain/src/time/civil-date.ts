/** A calendar day as `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31; made only by this folder. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a day written exactly as `YYYY-MM-DD`. Days that do not exist (30 February) and every other
 * spelling give `undefined`; `parseWrittenDate` reads what official files write.
 */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  return fromParts(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * The day of a text known to be one.
 *
 * @throws RangeError when the text is not an existing day written `YYYY-MM-DD`
 */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) {
    throw new RangeError(`"${text}" is not a day; write an existing day as YYYY-MM-DD.`);
  }
  return date;
}

/** The day of a year, a month (1 to 12) and a day of the month; `undefined` when there is none. */
export function fromParts(year: number, month: number, day: number): CivilDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as CivilDate;
}

/** Days of a month (1 to 12) in the Gregorian calendar: 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the Gregorian year has a 29 February: 2024 and 2000 have, 1900 and 2100 have not. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Year, month (1 to 12) and day of the month of a day. */
export function partsOf(date: CivilDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days since 1970-01-01, which is day 0; negative before it. For columns and SQL. */
export function dayNumber(date: CivilDate): number {
  // Years are counted from March, so that a leap day is the last day of its year.
  const year = pairAt(date, 0) * 100 + pairAt(date, 2);
  const [month, day] = [pairAt(date, 5), pairAt(date, 8)];
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The number that two digits of a day write: rows have many days, and no text is made for any. */
function pairAt(date: CivilDate, at: number): number {
  return (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO;
}

const ZERO = 0x30;

/**
 * The day a number of days after 1970-01-01.
 *
 * @throws RangeError when the number is no integer or its year is not 1 to 9999
 */
export function fromDayNumber(days: number): CivilDate {
  if (!Number.isInteger(days) || days < FIRST_DAY || days > LAST_DAY) {
    throw new RangeError(`Day number ${days} lies outside the years 1 to 9999.`);
  }
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as CivilDate;
}

/**
 * The day `days` days later (earlier when negative).
 *
 * @throws RangeError when the result lies outside the years 1 to 9999
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from one day to another: 1 from a day to the next, negative when `until` is earlier. */
export function daysBetween(from: CivilDate, until: CivilDate): number {
  return dayNumber(until) - dayNumber(from);
}

/** Whether `date` is earlier than `other`; false on the same day. */
export function isBefore(date: CivilDate, other: CivilDate): boolean {
  return date < other;
}

/** Whether `date` is `other` or a later day. */
export function isOnOrAfter(date: CivilDate, other: CivilDate): boolean {
  return date >= other;
}

/** The earlier of two days. */
export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b;
}

/** Day of the week as a number, Monday 1 to Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The day of the week, Monday 1 to Sunday 7 (ISO 8601). */
export function weekday(date: CivilDate): Weekday {
  // 1970-01-01 was a Thursday; the double modulo keeps days before it positive.
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] as Weekday;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
