import { fromDayNumber, type CivilDate } from '@credence/domain';

const written = new Map<number, CivilDate>();
/** Days of some five centuries: what one process can ever write of dates that people live in. */
const writtenMax = 200_000;

/** The day as a date, kept since the same days come up in every trace. */
export function writeDay(day: number): CivilDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = fromDayNumber(day);
  if (written.size < writtenMax) written.set(day, date);
  return date;
}

const lastDay = 2_932_896;

/** The day as a date; a day beyond the year 9999 is no date, and nobody waits for it. */
export function writeDayWithin(day: number | undefined): CivilDate | undefined {
  return day === undefined || day > lastDay ? undefined : writeDay(day);
}
