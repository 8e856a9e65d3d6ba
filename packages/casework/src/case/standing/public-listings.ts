import { isBefore, type CivilDate } from '@credence/domain';
import type { ListCard } from '@credence/rulebook';

import type { CaseClock, CaseEffect, CaseFile, CaseWorld } from '../case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { docketOn } from '../fold-case.ts';
import { listCardOf } from '../law/law-of-case.ts';
import { repairLaw } from '../law/repair-law.ts';
import { disputesIn } from './disputes.ts';
import { listClocks } from './list-clocks.ts';

/** A listing that everyone may see on a day, with what its page says of its end. */
export interface PublicListing {
  readonly file: CaseFile;
  readonly list: ListCard;
  readonly effect: Extract<CaseEffect, { readonly kind: 'in-effect' }>;
  /** First day on which a repair may be lodged; absent where the law opens none. */
  readonly repairFrom?: CivilDate;
  /** Limits of the remedies, as they run today. */
  readonly remedies: readonly CaseClock[];
  readonly disputedSince?: CivilDate;
}

/** Where a list's card may say that its entries are published: on pages, or in files as well. */
export type ListingChannel = 'portal' | 'open_data';

/**
 * The listings of a subject that stand in public on `day` and still today. Whatever has ended or is
 * put off since is not there, whichever day is asked about, and nothing has to run for that.
 *
 * Legal sources: the publicity of the list; guards N4, N8.
 */
export function publicListings(
  world: CaseWorld,
  { today, day }: { readonly today: CivilDate; readonly day: CivilDate },
  channel: ListingChannel = 'portal',
): readonly PublicListing[] {
  const now = { ...world, docket: docketOn(world.docket, today) };
  const then = day === today ? now : { ...world, docket: docketOn(world.docket, day) };
  const disputes = disputesIn(now.docket);
  return [...now.docket.values()].flatMap((file): PublicListing[] => {
    if (file.opened.matter.case !== 'listing') return [];
    const list = listCardOf(file, now, today);
    const effect = shownEffect(file, now, today);
    const before = then.docket.get(file.caseId);
    const stood = before !== undefined && shownEffect(before, then, day) !== undefined;
    if (list === undefined || effect === undefined || !stood) return [];
    if (!list.publicity.channels.includes(channel)) return [];
    const { open, earliestOn } = repairLaw(file, now, today);
    const disputedSince = disputes.get(file.caseId);
    const remedies = listClocks(file, now, today).filter(({ clock }) => isRemedy(clock));
    return [
      {
        ...{ file, list, effect, remedies },
        ...(open && earliestOn !== undefined ? { repairFrom: earliestOn } : {}),
        ...(disputedSince === undefined ? {} : { disputedSince }),
      },
    ];
  });
}

function shownEffect(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): PublicListing['effect'] | undefined {
  const effect = effectOf(file, world, day);
  return effect.kind === 'in-effect' && !isBefore(day, effect.shownFrom) ? effect : undefined;
}

function isRemedy(clock: string): clock is 'review' | 'court' {
  return clock === 'review' || clock === 'court';
}
