import { problem } from '@credence/domain';

import { casesAgainst } from '../effect/listing-effect.ts';
import { openUrgentReview } from '../law/urgent-review.ts';
import type { Condition } from './attempt.ts';

/**
 * The unit that reviews does nothing in a case that nobody brought before it: then it does not even
 * see the case.
 *
 * Legal source: guard G29; reconsideration law, article 20.
 */
export const somebodyTurnedToIt: Condition = ({ file, world, today, part }) => {
  if (part !== 'review-unit') return undefined;
  const isAppealed = casesAgainst(file, world).some(
    (other) => other.opened.matter.case === 'appeal',
  );
  const isUrgent = openUrgentReview(file, world, today)?.part === 'review-unit';
  return isAppealed || isUrgent ? undefined : problem('case-not-turned-to', {});
};
