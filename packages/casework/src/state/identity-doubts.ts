import { isBefore, isOnOrAfter, type CivilDate, type PublicCreditRecord } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { foldIdentityReviews, foldMatters } from '../matter/fold-matters.ts';
import type { Entry } from '../port/journal.ts';
import { isRegistration, lastVisibleOf, listPublicDays } from './visibility.ts';

/** A doubt about who a subject is that no official has settled yet. */
export interface IdentityDoubtState {
  readonly since: CivilDate;
  /** The other subjects concerned, by their homes. */
  readonly others: readonly string[];
  /** The row in doubt, where the matter lies with this subject. */
  readonly record?: PublicCreditRecord;
  /** First day on which the row could no longer be public, where the matter lies elsewhere. */
  readonly until?: CivilDate;
}

/** The doubts of a home that are open, from its own matters and from those of others. */
export function foldIdentityDoubts(
  home: string,
  entries: readonly Entry[],
): readonly IdentityDoubtState[] {
  const own = foldMatters(home, entries).flatMap(({ opened, state }): IdentityDoubtState[] => {
    if (opened.identity === undefined || state === 'closed') return [];
    const { provisionalHome, ownHome } = opened.identity;
    const others = [provisionalHome, ownHome].filter((other) => other !== undefined);
    return [{ since: opened.on, others, record: opened.record }];
  });
  const foreign = foldIdentityReviews(entries).map(
    ({ on, matterHome, until }): IdentityDoubtState => ({
      since: on,
      others: [matterHome],
      ...(until === undefined ? {} : { until }),
    }),
  );
  return [...own, ...foreign];
}

/** What the public is told of doubts: since when, and with whom; never about which row. */
export interface IdentityReviewState {
  readonly since: CivilDate;
  readonly others: readonly string[];
}

/**
 * The doubts that show on a day. One about a row that could not be public is kept silent: a mark
 * must not tell of what nobody may see.
 */
export function publicReview(
  doubts: readonly IdentityDoubtState[],
  rulebook: Rulebook,
  today: CivilDate,
): IdentityReviewState | undefined {
  const shown = doubts.filter((doubt) => mayShow(doubt, rulebook, today));
  const [first] = shown;
  if (first === undefined) return undefined;
  const since = shown.reduce((a, { since: b }) => (isBefore(b, a) ? b : a), first.since);
  return { since, others: [...new Set(shown.flatMap(({ others }) => others))] };
}

function mayShow(
  { record, until }: IdentityDoubtState,
  rulebook: Rulebook,
  today: CivilDate,
): boolean {
  if (record === undefined) return until === undefined || isBefore(today, until);
  if (isRegistration(record.item, rulebook)) return true;
  const last = lastVisibleOf(listPublicDays({ record }, rulebook).stretches);
  return last !== undefined && !isOnOrAfter(today, last);
}
