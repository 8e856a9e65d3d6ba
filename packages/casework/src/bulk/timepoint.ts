import {
  dayNumber,
  fromDayNumber,
  instant,
  isBefore,
  toIso,
  type CivilDate,
  type Instant,
} from '@credence/domain';

import type { Journal } from '../port/journal.ts';

/**
 * A state of the register that can be asked about again: a moment, after which nothing can be
 * recorded at or before it, and the day whose public state is meant.
 */
export interface Cut {
  readonly moment: Instant;
  /** Last position recorded at or before the moment; never leaves the house. */
  readonly position: number;
  readonly day: CivilDate;
}

/** A cut as its reader holds it. Not a position: a position counts what has ended, too. */
export function writeTimepoint({ moment, day }: Pick<Cut, 'moment' | 'day'>): string {
  return `t1-${moment.toString(36)}-${dayNumber(day).toString(36)}`;
}

/** Undefined for a text that no answer has ever given. */
export function readTimepoint(text: string): Pick<Cut, 'moment' | 'day'> | undefined {
  const match = /^t1-([0-9a-z]{1,9})-([0-9a-z]{1,5})$/.exec(text);
  const [millis, days] = [parseInt(match?.[1] ?? '', 36), parseInt(match?.[2] ?? '', 36)];
  if (!Number.isSafeInteger(millis) || !Number.isSafeInteger(days)) return undefined;
  const cut = { moment: instant(millis), day: dayOf(days) };
  if (cut.day === undefined) return undefined;
  const read = { moment: cut.moment, day: cut.day };
  return writeTimepoint(read) === text ? read : undefined;
}

/** Days of the calendar that dates are written in, four digits of year. */
const lastDay = dayNumber('9999-12-31' as CivilDate);

function dayOf(days: number): CivilDate | undefined {
  return days < 0 || days > lastDay ? undefined : fromDayNumber(days);
}

/** The state as of now. From here on nothing is recorded at or before its moment. */
export async function cutNow(journal: Journal, day: CivilDate): Promise<Cut> {
  const head = await journal.head();
  return cutAt(journal, { moment: head.recordedAt, day });
}

export async function cutAt(
  journal: Journal,
  { moment, day }: Pick<Cut, 'moment' | 'day'>,
): Promise<Cut> {
  return { moment, day, position: await journal.positionAt(moment) };
}

/** Whether `cut` is a state that `now` has passed or is. */
export function isPast(cut: Pick<Cut, 'moment' | 'day'>, now: Cut): boolean {
  return cut.moment <= now.moment && !isBefore(now.day, cut.day);
}

export function timeOf({ moment }: Pick<Cut, 'moment'>): string {
  return toIso(moment);
}
