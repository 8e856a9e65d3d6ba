import { dayNumber, type CivilDate } from '@credence/domain';
import { codeOfId, type RecordFacts } from '@credence/rulebook';

import type { CaseWorld } from '../case/case.ts';
import { effectOf } from '../case/effect/effect-of.ts';
import { listCardOf } from '../case/law/law-of-case.ts';

/** An entry of a list as rules read it. */
export type ListingFact = RecordFacts;

/** The listings made here that are in effect on a day. */
export function listingFacts(world: CaseWorld, today: CivilDate): readonly ListingFact[] {
  return [...world.docket.values()].flatMap((file): readonly ListingFact[] => {
    if (file.opened.matter.case !== 'listing') return [];
    const list = listCardOf(file, world, today);
    const effect = effectOf(file, world, today);
    if (list === undefined || effect.kind !== 'in-effect') return [];
    const { from, until } = effect;
    const begins = dayNumber(from);
    return [
      {
        id: file.caseId,
        facts: {
          list: codeOfId(list.list),
          decided: begins,
          begins,
          ends: until === undefined ? undefined : dayNumber(until),
        },
      },
    ];
  });
}
