import { addPeriod, type CivilDate } from '@credence/domain';

import type { ChecklistCard } from '../card/checklist-card.ts';
import type { Edition } from '../edition/edition.ts';
import { countFrom } from './clock-days.ts';

/** The dated consequences of a visit: until when it is put right, and from when it is not shown. */
export function checklistDays(
  edition: Edition,
  { correction, publicity }: ChecklistCard,
  starts: { readonly told?: CivilDate; readonly visited?: CivilDate },
): { readonly correctBy?: CivilDate; readonly shownUntil?: CivilDate } {
  const { told, visited } = starts;
  const correctBy = told === undefined ? undefined : countFrom(edition, told, correction.within);
  const shownUntil =
    visited === undefined || publicity === 'none'
      ? undefined
      : addPeriod(visited, publicity.shownFor, edition.months.round);
  return {
    ...(correctBy === undefined ? {} : { correctBy }),
    ...(shownUntil === undefined ? {} : { shownUntil }),
  };
}
