import { addPeriod, earlier, isBefore, type CivilDate } from '@credence/domain';

import type { CaseEffect, CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { releaseDays } from '../law/court-law.ts';
import { hasLostItsLaw, lawsSince, runningText } from '../law/laws-since.ts';
import { endsByActs, firstEnd, isPutOffIn, listingBeginsOn, type End } from './listing-effect.ts';

/** The first day of an order about spending: approved, and served on the unit. */
export function spendingBeginsOn(file: CaseFile): CivilDate | undefined {
  return file.opened.matter.case === 'spending' ? listingBeginsOn(file) : undefined;
}

/**
 * What an order about spending does to its unit on a day. It ends by release, by time, with its source
 * and by appeal; where nobody confirms that the duty is open, it binds nobody until somebody does.
 *
 * Legal sources: the articles of the measure; guards G03, G31; N1, N7.
 */
export function spendingEffect(file: CaseFile, world: CaseWorld, today: CivilDate): CaseEffect {
  const from = spendingBeginsOn(file);
  const id = matterOf(file, 'spending')?.measure ?? '';
  if (from === undefined) return { kind: 'none' };
  const laws = lawsSince(world, from, today);
  const ends = [
    ...endsByActs(file, world, today),
    ...laws.flatMap((edition): readonly End[] => {
      const order = edition.measures.get(id)?.order;
      const after = order?.endsAfter;
      const byTime = after === undefined ? [] : [addPeriod(from, after, edition.months.round)];
      return [
        ...byTime.map((on) => ({ on, because: 'time' }) as const),
        ...releaseDays(file, world, { edition, today }).map(
          (on) => ({ on, because: 'released' }) as const,
        ),
      ];
    }),
  ];
  const end = firstEnd(ends);
  if (end !== undefined && !isBefore(today, end.on)) return { kind: 'ended', ...end };
  if (isBefore(today, from)) return { kind: 'not-begun', from };
  const basisIn = (edition: (typeof laws)[number]) => edition.measures.get(id)?.basis;
  const now = laws.at(-1)?.measures.get(id);
  if (now?.order === undefined || hasLostItsLaw(file, world, { from, today, basisIn })) {
    return { kind: 'suspended', from, because: 'no-rule-in-force' };
  }
  if (isBefore(now.reviewBy, today)) return { kind: 'suspended', from, because: 'review-overdue' };
  if (isPutOffIn(file, world)) return { kind: 'suspended', from, because: 'stay' };
  const confirmed = lastOf(file, 'duty-open')?.on ?? from;
  const confirmBy = laws
    .flatMap((edition) => {
      const every = edition.measures.get(id)?.order?.confirmEvery;
      return every === undefined ? [] : [addPeriod(confirmed, every, edition.months.round)];
    })
    .reduce((first, day) => earlier(first, day));
  if (isBefore(confirmBy, today)) return { kind: 'suspended', from, because: 'not-confirmed' };
  const texts = laws.map((law) => {
    const after = law.measures.get(id)?.order?.endsAfter;
    const ends = after === undefined ? undefined : addPeriod(from, after, law.months.round);
    return runningText(law, law.measures.get(id)?.basis ?? [], { today, ends });
  });
  const until = end === undefined ? {} : { until: end.on };
  return { kind: 'in-effect', from, shownFrom: from, ...until, confirmBy, texts };
}
