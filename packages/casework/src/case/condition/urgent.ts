import { problem } from '@credence/domain';

import { matterOf } from '../fold-case.ts';
import { openUrgentReview } from '../law/urgent-review.ts';
import { tookPart } from '../law/same-person.ts';
import type { Condition } from './attempt.ts';

/** Another unit's to do, by somebody without a part in the case or in what it is against (N6). */
export const urgentReviewOpen: Condition = ({ file, world, today, part, by }) => {
  const review = openUrgentReview(file, world, today);
  if (review?.part !== part) return problem('case-desk-not-late', {});
  if (by?.kind !== 'official') return undefined;
  const { matter } = file.opened;
  const id =
    'target' in matter && matter.target.kind === 'case'
      ? matter.target.caseId
      : matterOf(file, 'appeal')?.of;
  const against = id === undefined ? undefined : world.docket.get(id);
  const involved =
    by.agency === file.opened.desks.own ||
    tookPart(by, file) ||
    (against !== undefined && tookPart(by, against));
  return involved ? problem('case-same-unit', { official: by.official }) : undefined;
};
