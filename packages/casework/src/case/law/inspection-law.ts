import type { CivilDate } from '@credence/domain';
import { checklistDays, type ChecklistCard } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import { editionOn } from './law-of-case.ts';
import { noticeReachedOn } from './window.ts';

/** The checklist of a visit, as the law of a day has it. */
export function checklistOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): ChecklistCard | undefined {
  const id = matterOf(file, 'inspection')?.checklist;
  return id === undefined ? undefined : editionOn(world, day)?.checklists.get(id);
}

/** Who is to visit: those of the draw, with everybody who took the place of one of them. */
export function inspectorsOf(file: CaseFile): readonly string[] {
  const first = matterOf(file, 'inspection')?.inspectors ?? [];
  return actsOf(file, 'inspector-replaced').reduce<readonly string[]>(
    (now, { inspector, instead }) => now.map((each) => (each === inspector ? instead : each)),
    first,
  );
}

/** The first visit that took place, with what it found. */
export function visitOf(file: CaseFile):
  | {
      readonly visitedOn: CivilDate;
      readonly unmet: readonly string[];
    }
  | undefined {
  const clear = lastOf(file, 'visited-clear');
  if (clear !== undefined) return { visitedOn: clear.visitedOn, unmet: [] };
  const faults = lastOf(file, 'visited-faults');
  return faults === undefined ? undefined : { visitedOn: faults.visitedOn, unmet: faults.unmet };
}

/** Until when a visit is due, until when what it found is put right, and from when it is not shown. */
export function inspectionDaysOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): {
  readonly visitBy?: CivilDate;
  readonly correctBy?: CivilDate;
  readonly shownUntil?: CivilDate;
} {
  const matter = matterOf(file, 'inspection');
  if (matter === undefined) return {};
  const visitBy = lastOf(file, 'postponed')?.until ?? matter.until;
  const visited = visitOf(file)?.visitedOn;
  const told = lastOf(file, 'noticed') === undefined ? undefined : noticeReachedOn(file);
  // The law of the opening sets the days; the calendar is today's.
  const card = checklistOf(file, world, file.opened.on);
  const edition = editionOn(world, today);
  if (card === undefined || edition === undefined) return { visitBy };
  const starts = {
    ...(told === undefined ? {} : { told }),
    ...(visited === undefined ? {} : { visited }),
  };
  return { visitBy, ...checklistDays(edition, card, starts) };
}
