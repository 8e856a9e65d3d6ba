import type { CivilDate, Localised } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../case.ts';
import { editionOn } from './law-of-case.ts';

/** What the evaluation is called that a case is against; undefined where it is against another thing. */
export function evaluationTitle(
  { opened: { matter } }: Pick<CaseFile, 'opened'>,
  world: CaseWorld,
  day: CivilDate,
): Localised | undefined {
  const target = 'target' in matter ? matter.target : undefined;
  if (target?.kind !== 'evaluation') return undefined;
  const kept = world.evaluations?.find(({ evaluationId }) => evaluationId === target.evaluationId);
  return kept === undefined ? undefined : editionOn(world, day)?.evaluations.get(kept.card)?.title;
}
