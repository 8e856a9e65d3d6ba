import { addMonths, type MonthRounding } from './add-months.ts';
import { addDays, type CivilDate } from './civil-date.ts';

/** A length of time as a law states it; `count` is a whole number, 0 or more. */
export type Period = {
  readonly unit: 'months' | 'days' | 'working-days';
  readonly count: number;
};

const WRITTEN = /^P(?:(?:(\d{1,4})Y)?(?:(\d{1,5})M)?|(\d{1,4})W|(\d{1,6})D|(\d{1,5})WD)$/;

/**
 * Reads a period: `P3M`, `P1Y`, `P1Y6M` as months, `P60D` and `P2W` as days, and `P5WD`, which is
 * not ISO 8601, as working days. Months and days are never mixed, since no law here does. Everything
 * else, `P` alone included, gives `undefined`.
 */
export function parsePeriod(text: string): Period | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const [, years, months, weeks, days, workingDays] = match;
  if (workingDays !== undefined) return { unit: 'working-days', count: Number(workingDays) };
  if (days !== undefined) return { unit: 'days', count: Number(days) };
  if (weeks !== undefined) return { unit: 'days', count: Number(weeks) * 7 };
  if (years === undefined && months === undefined) return undefined;
  return { unit: 'months', count: Number(years ?? 0) * 12 + Number(months ?? 0) };
}

/** Writes a period so that `parsePeriod` reads the same: `P12M`, `P60D`, `P5WD`. */
export function formatPeriod(period: Period): string {
  switch (period.unit) {
    case 'months':
      return `P${period.count}M`;
    case 'days':
      return `P${period.count}D`;
    case 'working-days':
      return `P${period.count}WD`;
  }
}

/**
 * The day that lies a period of months or calendar days after a day; the day itself does not count.
 *
 * @throws RangeError for working days, which need a calendar (`addWorkingDays`)
 */
export function addPeriod(date: CivilDate, period: Period, round: MonthRounding): CivilDate {
  switch (period.unit) {
    case 'months':
      return addMonths(date, period.count, round);
    case 'days':
      return addDays(date, period.count);
    case 'working-days':
      throw new RangeError(`${formatPeriod(period)} needs a calendar; use addWorkingDays.`);
  }
}
