import { isBefore, type CivilDate } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../../case/case.ts';
import { lastOf, matterOf } from '../../case/fold-case.ts';
import { inspectionDaysOf, visitOf } from '../../case/law/inspection-law.ts';
import type { VisitResult } from './visit.ts';

/**
 * What may be told of a visit on a day: that nothing was found, that it was put right, or that it was
 * passed on; nothing while it may still be put right, while another unit looks at it or has quashed
 * it, and nothing from the day on which its time is over.
 *
 * Legal source: guards G22, G31; the time is the checklist's.
 */
export function publicResultOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
):
  | {
      readonly result: VisitResult;
      readonly visitedOn: CivilDate;
      readonly shownUntil: CivilDate;
    }
  | undefined {
  if (matterOf(file, 'inspection') === undefined) return undefined;
  const result = results.find((each) => each === file.state);
  const visitedOn = visitOf(file)?.visitedOn;
  const { shownUntil } = inspectionDaysOf(file, world, today);
  if (result === undefined || visitedOn === undefined || shownUntil === undefined) return undefined;
  if (!isBefore(today, shownUntil) || isDoubted(file, world)) return undefined;
  return { result, visitedOn, shownUntil };
}

const results: readonly VisitResult[] = ['clear', 'corrected', 'passed-on'];

function isDoubted(file: CaseFile, world: CaseWorld): boolean {
  return [...world.docket.values()].some(
    (other) =>
      matterOf(other, 'appeal')?.of === file.caseId &&
      (other.state === 'open' || lastOf(other, 'allowed')?.effect === 'remove'),
  );
}
