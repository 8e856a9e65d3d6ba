import { addPeriod, addWorkingDays, type CivilDate, type Period } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

/** The last day of a time limit; undefined while the calendar of its days is not published. */
export function countDays(
  { calendar, months }: Pick<Edition, 'calendar' | 'months'>,
  from: CivilDate,
  within: Period | 'at-once',
): CivilDate | undefined {
  if (within === 'at-once') return from;
  if (within.unit !== 'working-days') return addPeriod(from, within, months.round);
  if (calendar === undefined) return undefined;
  const counted = addWorkingDays(from, within.count, calendar);
  return counted.kind === 'on' ? counted.on : undefined;
}

/** So many working days. */
export function workingDays(count: number): Period {
  return { unit: 'working-days', count };
}
