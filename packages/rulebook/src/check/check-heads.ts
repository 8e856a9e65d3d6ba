import { isBefore, isOnOrAfter, overlaps, type CivilDate, type Interval } from '@credence/domain';

import { allCardKinds } from '../card/card-kinds.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';

/** What a head may say about days, whatever the kind of card. */
interface DatedHead {
  readonly inForce?: Interval;
  readonly reviewBy?: CivilDate;
}

/** Days of cards make sense: not empty, inside the edition, reviewed in time. */
export const checkHeads: Check = (draft, report) => {
  const { edition } = draft;
  checkHead(draft, report, { kind: 'edition', id: edition.edition, path: [] }, edition);
  for (const kind of allCardKinds) {
    for (const [id, card] of draft.cards[kind]) {
      checkHead(draft, report, { kind, id, path: [] }, card);
      if ('basis' in card && !('confidence' in card)) {
        report(
          { kind, id, path: ['basis'] },
          {
            code: 'key-missing',
            message: 'confidence is missing: how sure is the edition of these articles?',
            accepted: 'verified | secondary | unverified',
          },
        );
      }
    }
  }
};

function checkHead(draft: Draft, report: Report, place: CardPlace, head: DatedHead): void {
  const { inForce, reviewBy } = head;
  const at = (...path: string[]): CardPlace => ({ ...place, path });
  if (inForce !== undefined) checkInterval(draft, report, at('in-force', 'until'), inForce);
  if (reviewBy === undefined) return;
  const starts = inForce?.from ?? draft.edition.inForce.from;
  const known = isBefore(starts, draft.edition.inForce.from) ? draft.edition.inForce.from : starts;
  if (isBefore(reviewBy, known)) {
    report(at('review-by'), {
      code: 'review-too-late',
      message: 'The review would fall before the first day in force.',
      found: reviewBy,
      accepted: `a day from ${known}`,
    });
  }
  if (draft.today !== undefined && isBefore(reviewBy, draft.today)) {
    report(at('review-by'), {
      code: 'review-overdue',
      message: `The review was due by ${reviewBy}; nothing adverse may rest on this any longer.`,
      found: reviewBy,
      accepted: `a day from ${draft.today}`,
      repair: 'Read the source again, then set the next review.',
    });
  }
}

function checkInterval(draft: Draft, report: Report, place: CardPlace, inForce: Interval): void {
  if (inForce.until !== 'none' && isOnOrAfter(inForce.from, inForce.until)) {
    report(place, {
      code: 'interval-empty',
      message: 'The end is not after the beginning.',
      found: `from ${inForce.from} until ${inForce.until}`,
      accepted: `a day after ${inForce.from}, or none`,
    });
    return;
  }
  // Sources are history: an edition may cite, in its older rows, a law that has long ended.
  if (place.kind === 'source' || place.kind === 'edition') return;
  if (!overlaps(inForce, draft.edition.inForce)) {
    report(place, {
      code: 'never-in-force',
      message: 'This card is never in force while its edition is.',
      found: `from ${inForce.from} until ${inForce.until}`,
      accepted: `days of ${draft.edition.inForce.from} until ${draft.edition.inForce.until}`,
      repair: 'Correct the days, or remove the card.',
    });
  }
}
