import type { CivilDate } from '@credence/domain';
import { countFrom } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { editionOn } from './law-of-case.ts';

/**
 * Until when whoever objected to an evaluation may turn to somebody else: counted from the answer, by
 * the card of the evaluation. Undefined for any other case, before the answer, and where the card says
 * nothing, so that the way stays open.
 *
 * Legal source: guard G29 (appeal to someone else); the days are the card's.
 */
export function evaluationAppeal(
  file: CaseFile,
  world: CaseWorld,
): { readonly card: string; readonly startedOn: CivilDate; readonly dueOn: CivilDate } | undefined {
  const target = matterOf(file, 'objection')?.target;
  const answered = lastOf(file, 'answered')?.on;
  if (target?.kind !== 'evaluation' || answered === undefined) return undefined;
  const kept = world.evaluations?.find(({ evaluationId }) => evaluationId === target.evaluationId);
  const edition = editionOn(world, answered);
  const appeal = edition?.evaluations.get(kept?.card ?? '')?.appeal;
  if (kept === undefined || edition === undefined || appeal === undefined) return undefined;
  const dueOn = countFrom(edition, answered, appeal.within);
  return dueOn === undefined ? undefined : { card: kept.card, startedOn: answered, dueOn };
}
