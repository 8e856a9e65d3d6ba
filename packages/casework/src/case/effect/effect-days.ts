import { addDays, earlier, isBefore, type CivilDate } from '@credence/domain';
import { endsOfBasis, type Edition, type ListCard } from '@credence/rulebook';

import type { EffectDays } from '../../port/register.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { effectOf } from './effect-of.ts';
import { listingBeginsOn } from './listing-effect.ts';

/**
 * The days on which a listing or a measure stands by the acts and the law known, for counts over all
 * subjects. What suspends it ends them, so that a count may miss one that goes on later, and never
 * counts one that has ended; lateness of an authority, which only hides, is left out.
 */
export function effectDays(file: CaseFile, world: CaseWorld): EffectDays | undefined {
  const begins =
    file.opened.matter.case === 'listing'
      ? listingBeginsOn(file)
      : lastOf(file, 'executed')?.executedOn;
  const first = begins === undefined ? undefined : effectOf(file, world, begins);
  if (begins === undefined || first?.kind !== 'in-effect') return undefined;
  const { shownFrom: from, until, confirmBy } = first;
  const ends = [until, confirmBy === undefined ? undefined : addDays(confirmBy, 1)];
  // A listing whose duty is not confirmed puts off its measures with it.
  const cause = causeOf(file, world);
  if (cause !== undefined) ends.push(effectDays(cause, world)?.until);
  for (const day of changesOfLaw(file, world)) {
    if (!isBefore(from, day)) continue;
    const then = effectOf(file, world, day);
    ends.push(then.kind === 'in-effect' ? then.until : day);
  }
  const last = ends
    .filter((end) => end !== undefined)
    .reduce<CivilDate | undefined>(
      (soonest, end) => (soonest === undefined ? end : earlier(soonest, end)),
      undefined,
    );
  if (last === undefined) return { from };
  return isBefore(from, last) ? { from, until: last } : undefined;
}

function causeOf(file: CaseFile, { docket }: CaseWorld): CaseFile | undefined {
  const cause = matterOf(file, 'measure')?.cause;
  return cause === undefined ? undefined : docket.get(cause);
}

/** Days on which the law of the case may say something else. */
function changesOfLaw(file: CaseFile, world: CaseWorld): readonly CivilDate[] {
  const { rulebook } = world;
  const listing = matterOf(file, 'measure') === undefined ? file : causeOf(file, world);
  const list = listing === undefined ? undefined : matterOf(listing, 'listing')?.list;
  const measure = matterOf(file, 'measure')?.measure;
  return rulebook.editions.flatMap((edition) => [
    edition.inForce.from,
    ...(edition.inForce.until === 'none' ? [] : [edition.inForce.until]),
    ...cardDays(edition, edition.lists.get(list ?? '')),
    ...cardDays(edition, edition.measures.get(measure ?? '')),
  ]);
}

function cardDays(
  edition: Edition,
  card: Pick<ListCard, 'basis' | 'inForce' | 'reviewBy'> | undefined,
): readonly CivilDate[] {
  if (card === undefined) return [];
  const { basis, inForce, reviewBy } = card;
  return [
    addDays(reviewBy, 1),
    ...(inForce.until === 'none' ? [] : [inForce.until]),
    ...endsOfBasis(edition, basis),
  ];
}
