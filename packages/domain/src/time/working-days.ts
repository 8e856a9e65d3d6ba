import { addDays, isBefore, partsOf, weekday, type CivilDate } from './civil-date.ts';

/**
 * The working days of a territory, as published year by year. A year that is absent has not been
 * published; nothing is guessed about it.
 */
export interface WorkingCalendar {
  readonly id: string;
  /** Days of the week without work, Monday 1 to Sunday 7. */
  readonly weekend: readonly number[];
  readonly years: readonly WorkingYear[];
}

/** What the notice for one year says beyond the weekend. It may name days of a year beside it. */
export interface WorkingYear {
  readonly year: number;
  /** Rest days; a weekend day may be named. */
  readonly rest: readonly CivilDate[];
  /** Weekend days on which work is made up. */
  readonly work: readonly CivilDate[];
}

/** The last day of a time limit, or the year whose calendar is missing to name it. */
export type WorkingDayOutcome =
  | { readonly kind: 'on'; readonly on: CivilDate }
  /** The day cannot be named before the calendar of `year` is published. */
  | { readonly kind: 'calendar-not-published'; readonly year: number };

/** A number of working days, or the year whose calendar is missing to count them. */
export type WorkingDayCount =
  | { readonly kind: 'counted'; readonly days: number }
  | { readonly kind: 'calendar-not-published'; readonly year: number };

interface Index {
  readonly published: ReadonlySet<number>;
  readonly weekend: ReadonlySet<number>;
  readonly rest: ReadonlySet<CivilDate>;
  readonly work: ReadonlySet<CivilDate>;
}

const indexes = new WeakMap<WorkingCalendar, Index>();

/** Whether work is done on the day; `undefined` when the calendar of its year is not published. */
export function isWorkingDay(day: CivilDate, calendar: WorkingCalendar): boolean | undefined {
  const index = indexOf(calendar);
  if (!index.published.has(partsOf(day).year)) return undefined;
  if (index.work.has(day)) return true;
  return !index.rest.has(day) && !index.weekend.has(weekday(day));
}

/**
 * The last day of a time limit of `count` working days that runs from an event on `from`.
 *
 * The day of the event does not count, and the limit ends with the whole of the day returned, so a
 * decision of 2026-09-28 with 7 working days is in time on 2026-10-13. A count of 0 gives `from`.
 *
 * Legal source: the calendar is the yearly notice of the State Council General Office, as data.
 *
 * @throws RangeError when `count` is negative or no integer
 */
export function addWorkingDays(
  from: CivilDate,
  count: number,
  calendar: WorkingCalendar,
): WorkingDayOutcome {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`${count} is not a number of working days; give a whole number from 0.`);
  }
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const works = isWorkingDay(day, calendar);
    if (works === undefined) return { kind: 'calendar-not-published', year: partsOf(day).year };
    if (works) left -= 1;
  }
  return { kind: 'on', on: day };
}

/**
 * How many working days lie after `from` up to and including `until`: the count with which
 * `addWorkingDays` comes from one to the other. Negative when `until` is earlier, so that it also
 * says by how many working days something is late.
 */
export function workingDaysBetween(
  from: CivilDate,
  until: CivilDate,
  calendar: WorkingCalendar,
): WorkingDayCount {
  const reversed = isBefore(until, from);
  const last = reversed ? from : until;
  let days = 0;
  for (let day = reversed ? until : from; isBefore(day, last);) {
    day = addDays(day, 1);
    const works = isWorkingDay(day, calendar);
    if (works === undefined) return { kind: 'calendar-not-published', year: partsOf(day).year };
    if (works) days += 1;
  }
  return { kind: 'counted', days: reversed && days > 0 ? -days : days };
}

/** Calendars are immutable data, so their index is made once. */
function indexOf(calendar: WorkingCalendar): Index {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const made: Index = {
    published: new Set(calendar.years.map(({ year }) => year)),
    weekend: new Set(calendar.weekend),
    rest: new Set(calendar.years.flatMap(({ rest }) => rest)),
    work: new Set(calendar.years.flatMap(({ work }) => work)),
  };
  indexes.set(calendar, made);
  return made;
}
