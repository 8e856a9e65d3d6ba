import { addDays, isBefore, type CivilDate } from '../time/civil-date.ts';
import type { Due } from './duty.ts';

/**
 * The first day behind `after` on which a filing that still waits is asked about by time alone: a
 * reminder before its last day, and the day behind that.
 */
export function nextDutyDay(
  dues: readonly Due[],
  reminders: readonly number[],
  after: CivilDate,
): CivilDate | undefined {
  const days = dues.flatMap(({ state, lastDay }) =>
    state === 'open'
      ? [...reminders.map((before) => addDays(lastDay, -before)), addDays(lastDay, 1)]
      : [],
  );
  return days.filter((on) => isBefore(after, on)).sort()[0];
}

/** Days before the last one of the newest reminder that is due; undefined before the first. */
export function reminderDue(
  { state, lastDay }: Due,
  reminders: readonly number[],
  today: CivilDate,
): number | undefined {
  if (state !== 'open') return undefined;
  return [...reminders]
    .sort((a, b) => a - b)
    .find((before) => !isBefore(today, addDays(lastDay, -before)));
}
