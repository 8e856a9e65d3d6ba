import { isBefore, type CivilDate, type Localised } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../../case/case.ts';
import { lastOf, matterOf } from '../../case/fold-case.ts';
import { inspectionDaysOf, visitOf } from '../../case/law/inspection-law.ts';
import type { VisitResult } from './visit.ts';

/**
 * What may be told of a visit on a day, list by list: that nothing was found, that it was put right, or that it was
 * passed on; nothing while it may still be put right, while another unit looks at it or has quashed
 * it, and nothing of a list from the day on which its
 * time is over, nor of one of which nothing was looked at.
 *
 * Legal source: guards G22, G31; the time is each checklist's own.
 */
export function publicResultsOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly ListResult[] {
  if (matterOf(file, 'inspection') === undefined) return [];
  const state = results.find((each) => each === file.state);
  const visitedOn = visitOf(file)?.visitedOn;
  if (state === undefined || visitedOn === undefined || isDoubted(file, world)) return [];
  const left = lastOf(file, 'seen-faulty')?.unmet;
  const { lists } = inspectionDaysOf(file, world, today);
  return lists.flatMap(({ card, unmet, isAsked, shownUntil }): readonly ListResult[] => {
    if (!isAsked || shownUntil === undefined || !isBefore(today, shownUntil)) return [];
    const { checklist, title } = card;
    const stillOpen = left === undefined ? unmet : unmet.filter((each) => left.includes(each));
    const result = resultOf({ state, unmet, stillOpen });
    return [{ checklist, title, result, visitedOn, shownUntil }];
  });
}

/** A list of which nothing was unmet is clear, and one that was put right is not passed on. */
function resultOf(found: {
  readonly state: VisitResult;
  readonly unmet: readonly string[];
  readonly stillOpen: readonly string[];
}): VisitResult {
  if (found.unmet.length === 0) return 'clear';
  return found.state === 'passed-on' && found.stillOpen.length > 0 ? 'passed-on' : 'corrected';
}

/** What may be told of one checklist of a visit. */
interface ListResult {
  readonly checklist: string;
  readonly title: Localised;
  readonly result: VisitResult;
  readonly visitedOn: CivilDate;
  readonly shownUntil: CivilDate;
}

const results: readonly VisitResult[] = ['clear', 'corrected', 'passed-on'];

function isDoubted(file: CaseFile, world: CaseWorld): boolean {
  return [...world.docket.values()].some(
    (other) =>
      matterOf(other, 'appeal')?.of === file.caseId &&
      (other.state === 'open' || lastOf(other, 'allowed')?.effect === 'remove'),
  );
}
