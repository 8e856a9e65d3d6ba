import { isBefore, type CivilDate } from '@credence/domain';

import type { CaseClock } from '../case.ts';

interface Run {
  readonly dueOn: CivilDate | undefined;
  readonly metOn?: CivilDate | undefined;
  readonly today: CivilDate;
  /** What it is called once its last day is past. */
  readonly past: 'late' | 'over';
}

/** How far a limit has run on a day. */
export function stateOf({ dueOn, metOn, today, past }: Run): CaseClock['state'] {
  if (metOn !== undefined) return 'met';
  if (dueOn === undefined) return 'calendar-not-published';
  return isBefore(dueOn, today) ? past : 'running';
}

/** A last day, where it is known. */
export function dated(dueOn: CivilDate | undefined): Pick<CaseClock, 'dueOn'> {
  return dueOn === undefined ? {} : { dueOn };
}
