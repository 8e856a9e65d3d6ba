import type { CivilDate } from '@credence/domain';

import type { CaseFile, CaseQueue, CaseStanding, CaseWorld } from '../case.ts';
import { docketOn, fileOn } from '../fold-case.ts';
import { listOffers } from '../judge/judge-action.ts';
import { caseRules, type CaseRules } from '../judge/rules.ts';
import { disputedBy } from './disputes.ts';
import { listClocks } from './list-clocks.ts';
import { phaseOf } from './phase-of.ts';
import { openUrgentReview, type UrgentReview } from '../law/urgent-review.ts';
import { queueOf } from './queue-of.ts';
import { visibleTo } from './visible-to.ts';

/**
 * All there is to say about a case on a day: what it does, where it lies, who may see it, what runs,
 * and what each part may do now or why not. Rests on what had been done by that day and on nothing
 * later; undefined for a day before the case was opened.
 */
export function standing(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
  rules: CaseRules = caseRules,
): CaseStanding | undefined {
  const then = fileOn(file, today, rules.tables);
  if (then === undefined) return undefined;
  const known = { ...world, docket: docketOn(world.docket, today, rules.tables) };
  const effect = rules.effectOf(then, known, today);
  const phase = phaseOf({ file: then, world: known, today, effect });
  const because = effect.kind === 'suspended' ? effect.because : undefined;
  const queue = queueOf(then, phase, because);
  const review = openUrgentReview(then, known, today);
  const disputed = disputedBy(then, known.docket);
  return {
    caseId: then.caseId,
    kind: then.opened.matter.case,
    state: then.state,
    phase,
    ...(queue === undefined ? {} : { queue }),
    ...(review === undefined ? {} : { urgent: toQueue(review) }),
    visibleTo: visibleTo({ file: then, world: known, today, effect, phase }),
    clocks: listClocks(then, known, today),
    effect,
    ...(disputed === undefined ? {} : { disputes: disputed }),
    offers: listOffers(then, known, today, rules),
  };
}

function toQueue({ part, agency }: UrgentReview): CaseQueue {
  return { part, ...(agency === undefined ? {} : { agency }) };
}
