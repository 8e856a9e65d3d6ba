import {
  civilDayAt,
  isBefore,
  later,
  problem,
  type CivilDate,
  type Instant,
} from '@credence/domain';
import type { Edition, Rulebook } from '@credence/rulebook';

import { CaseworkError } from '../casework-error.ts';
import type { Entry, Journal, Timepoint } from '../port/journal.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { overdueReviews } from './overdue-reviews.ts';
import type { AnswerClock, EditionLine } from './view.ts';

/** What every read starts from, taken once. */
export interface Answering {
  readonly clock: AnswerClock;
  readonly rulebook: Rulebook;
  /** The law of the day asked about. */
  readonly edition: Edition;
  /** Entries of one home that were read together with the head. */
  readonly known?: { readonly home: string; readonly entries: readonly Entry[] };
}

export interface TimeParts {
  readonly journal: Journal;
  readonly loader: RulebookLoader;
  readonly clock: () => Instant;
  readonly today?: CivilDate;
}

/**
 * Settles under which time and law a request is answered. The timepoint is that of the journal's last
 * entry, whatever it is about, so that it says nothing about any one record.
 *
 * @throws CaseworkError `edition-missing` where nothing is in force on the day, `day-out-of-range`
 *   for a day to come
 */
export async function startAnswer(
  parts: TimeParts,
  asOf: { readonly day?: CivilDate } = {},
  known?: Timepoint,
): Promise<Answering> {
  const head = known ?? (await parts.journal.head());
  const rulebook = await parts.loader.load(head);
  const today = notBefore(head, parts, rulebook);
  return answerAt({ rulebook, head, today, day: asOf.day ?? today });
}

/** The same for an answer about one home: its entries and the head are one read. */
export async function startAnswerAbout(
  parts: TimeParts,
  home: string,
  asOf: { readonly day?: CivilDate } = {},
): Promise<Answering> {
  const { head, entries } = await parts.journal.entriesWithHead(home);
  return { ...(await startAnswer(parts, asOf, head)), known: { home, entries } };
}

/**
 * Today, and never a day before that of the last entry: under a clock that was set back, what has
 * ended would otherwise be shown again.
 */
function notBefore(head: Timepoint, parts: TimeParts, rulebook: Rulebook): CivilDate {
  const today = civilToday(parts, rulebook);
  if (parts.today !== undefined || head.recordedAt <= parts.clock()) return today;
  return later(today, civilDayAt(head.recordedAt, rulebook.editions.at(-1)?.zone ?? 'UTC'));
}

/** The civil day of the request in the territory's zone. */
export function civilToday(
  parts: Pick<TimeParts, 'clock' | 'today'>,
  rulebook: Rulebook,
): CivilDate {
  // One territory per data folder: all its editions count days in the same zone.
  return parts.today ?? civilDayAt(parts.clock(), rulebook.editions.at(-1)?.zone ?? 'UTC');
}

function answerAt(given: {
  readonly rulebook: Rulebook;
  readonly head: Timepoint;
  readonly today: CivilDate;
  readonly day: CivilDate;
}): Answering {
  const { rulebook, head, today, day } = given;
  if (isBefore(today, day)) {
    const earliest = rulebook.editions[0]?.inForce.from ?? today;
    const refused = problem('day-out-of-range', { value: day, earliest, latest: today });
    throw new CaseworkError('day-out-of-range', `${day} lies after today, ${today}.`, refused);
  }
  const edition = rulebook.on(day);
  if (edition === undefined) {
    const missing = problem('edition-missing', { day });
    throw new CaseworkError('edition-missing', `No edition is in force on ${day}.`, missing);
  }
  const { recordedAt: timepoint } = head;
  const { zone } = edition;
  const overdue = overdueReviews(edition, today);
  const clock: AnswerClock = {
    ...{ today, day, timepoint, edition: editionLine(edition), zone },
    ...(overdue.length === 0 ? {} : { reviewsOverdue: overdue }),
  };
  return { clock, rulebook, edition };
}

export function editionLine(edition: Edition): EditionLine {
  const { code, title, hash, inForce } = edition;
  return { code, title, hash, inForceFrom: inForce.from, inForceUntil: inForce.until };
}
