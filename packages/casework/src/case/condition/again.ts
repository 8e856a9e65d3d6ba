import { problem } from '@credence/domain';

import type { ServedPaper } from '../../entry/case-payload.ts';
import type { CaseFile } from '../case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { isShielded, isStayed } from '../effect/listing-effect.ts';
import { actsOf, hearingIn, lastOf, serviceOf, since } from '../fold-case.ts';
import { windowOf } from '../law/window.ts';
import { doing, type Attempt, type Condition } from './attempt.ts';
import { deciding } from './served.ts';

/** What was done and cannot be needed a second time is not done again, nor offered. */
export const notDoneYet: Condition = (attempt) =>
  isDone(attempt) ? problem('case-done-already', { act: attempt.act }) : undefined;

function isDone(attempt: Attempt): boolean {
  const { file, world, today, act } = attempt;
  switch (act) {
    case 'served':
    case 'service-failed':
      return papersOf(attempt).every((paper) => isServed(file, paper));
    case 'waived': {
      const { kind } = windowOf(file, world, today);
      return kind === 'waived' || kind === 'over';
    }
    case 'hearing-asked':
      return lastOf(hearingIn(file), act) !== undefined;
    case 'hearing-set':
    case 'hearing-held':
      return lastOf(hearingIn(file), 'hearing-held') !== undefined;
    case 'nobody-met':
    case 'visit-refused': {
      // One of a day is enough, and another day may bring another.
      const day = doing(attempt, act)?.triedOn ?? today;
      return actsOf(file, act).some(({ triedOn }) => triedOn === day);
    }
    case 'stayed':
      return isStayed(file);
    case 'shielded':
      return isShielded(file);
    case 'release-asked':
      return lastOf(file, 'release-found') !== undefined;
    case 'release-consented':
      return (lastOf(file, act) ?? lastOf(file, 'release-found')) !== undefined;
    default:
      return lastOf(file, act) !== undefined;
  }
}

/** The paper that is being served; while nobody has said which, every one that this state has. */
function papersOf(attempt: Attempt): readonly ServedPaper[] {
  const said = doing(attempt, 'served')?.paper ?? doing(attempt, 'service-failed')?.paper;
  if (said !== undefined) return [said];
  return papersIn(attempt.file);
}

/** The papers that are served in the state of a case. */
export function papersIn(file: CaseFile): readonly ServedPaper[] {
  const isTwo = file.opened.matter.case === 'identity';
  if (deciding.has(file.state)) return isTwo ? ['decision', 'decision-to-other'] : ['decision'];
  return isTwo ? ['notice', 'notice-to-other'] : ['notice'];
}

/** Whether a paper of this state was served; a notice or a decision that is made anew was not. */
export function isServed(file: CaseFile, paper: ServedPaper): boolean {
  const made = file.state === 'undone' ? 'undone' : 'approved';
  return serviceOf(since(file, deciding.has(file.state) ? made : 'noticed'), paper) !== undefined;
}

/** Nothing is put off, eased or released that is over already. */
export const notOver: Condition = ({ file, world, today }) => {
  const { kind } = effectOf(file, world, today);
  return kind === 'ended'
    ? problem('case-not-in-effect', { case: file.caseId, effect: kind })
    : undefined;
};
