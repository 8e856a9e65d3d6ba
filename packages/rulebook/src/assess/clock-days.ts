import { addPeriod, addWorkingDays, type CivilDate, type Period } from '@credence/domain';

import type { ClockCard } from '../card/clock-card.ts';
import type { Edition } from '../edition/edition.ts';

/** What starts the steps of a clock, and the steps that were extended. */
export interface ClockStarts {
  readonly service?: CivilDate;
  readonly decision?: CivilDate;
  readonly application?: CivilDate;
  readonly extended?: readonly string[];
}

/**
 * The last day of each step of a clock, by step. A step whose start is not known, or whose working
 * days are not published yet, is left out, and so are those that follow from it.
 */
export function clockDays(
  edition: Edition,
  { steps }: ClockCard,
  starts: ClockStarts,
): ReadonlyMap<string, CivilDate> {
  const days = new Map<string, CivilDate>();
  let previous: CivilDate | undefined;
  for (const { step, from = 'previous_step', within, extension } of steps) {
    const start = from === 'previous_step' ? previous : starts[from];
    const first = start === undefined ? undefined : countFrom(edition, start, within);
    const isExtended = extension !== undefined && starts.extended?.includes(step) === true;
    const last = first !== undefined && isExtended ? countFrom(edition, first, extension) : first;
    if (last !== undefined) days.set(step, last);
    previous = last;
  }
  return days;
}

/** The day a limit ends; unknown while the calendar of its year is not published. */
export function countFrom(
  edition: Edition,
  from: CivilDate,
  within: Period | 'at-once',
): CivilDate | undefined {
  if (within === 'at-once') return from;
  if (within.unit !== 'working-days') return addPeriod(from, within, edition.months.round);
  if (edition.calendar === undefined) return undefined;
  const counted = addWorkingDays(from, within.count, edition.calendar);
  return counted.kind === 'on' ? counted.on : undefined;
}
