import {
  daysBetween,
  publishCount,
  publishMedian,
  publishShare,
  type CivilDate,
  type Localised,
} from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import { smallestCell } from '../../reading/reading.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { startAnswer, type Answering } from '../../view/answer-clock.ts';
import { findPublicSubject } from '../../view/subject-line.ts';
import type { AnswerClock } from '../../view/view.ts';
import { viewListings } from '../../view/listing-view.ts';
import { readerOfStream } from '../../entry/own-payload.ts';
import { toldAt } from '../../own/reader-desk.ts';
import { seatHome } from '../../own/tell-readers.ts';
import type { Entry } from '../../port/journal.ts';
import type { CaseCasework } from './case-casework.ts';
import { foldCases } from './fold-cases.ts';
import { allow, type CaseParts } from './open-desk.ts';
import { tallyCases, tallyOf, type Tallies, type Tally } from './tally-cases.ts';

/** How the procedures of one agency are run; a count that could tell of one firm is withheld. */
export interface OversightLine {
  readonly agency: string;
  readonly name: Localised;
  /** Clocks of the agency that are past their last day today. */
  readonly overdue: Withheld;
  /** Applications, objections and appeals that it answered late, or has not answered yet. */
  readonly answeredLate: Withheld;
  /** Objections and appeals against its decisions that were decided. */
  readonly decided: Withheld;
  /** Of those, how many changed or ended what was decided. */
  readonly reversed: Withheld;
  readonly papers: Withheld;
  /** Attempts at service that failed. */
  readonly failures: Withheld;
  /** Days from lodging to decision in half of the repairs. */
  readonly repairDays: Withheld;
  /** Measures given to it that it has neither taken on nor declined. */
  readonly unanswered: Withheld;
  /** Measures it carries out whose cause is over, and which it has not reported as lifted. */
  readonly toLift: Withheld;
  /** Notices of corrections and ends that its readers have not confirmed in time. */
  readonly unconfirmed: Withheld;
}

/** Null: too few to be told. */
export type Withheld = number | null;

export interface OversightView {
  readonly clock: AnswerClock;
  readonly cases: Withheld;
  /** Adverse entries that the public still reads after their end; anything but 0 is a defect. */
  readonly overstays: number;
  /** Subjects whose public page was asked for that figure. */
  readonly asked: number;
  readonly lines: readonly OversightLine[];
  /** Bodies to which measures were given before today and which never answered any of them. */
  readonly silent: readonly { readonly agency: string; readonly name: Localised }[];
  /** The same notices to organisations with a part in somebody else's case, all of them together. */
  readonly unconfirmedByParties: Withheld;
}

/** More cases than an office of a city keeps; beyond it the newest are counted. */
const casesCounted = 20_000;
const homesAtOnce = 200;

/** @see {@link CaseCasework.viewOversight} */
export async function viewOversight(
  parts: CaseParts,
  principal: Principal,
  shownOf: ShownOf = shownIds,
): ReturnType<CaseCasework['viewOversight']> {
  const allowed = allow(parts, principal, { operation: 'case.read', desks: {} });
  if (allowed.kind === 'refused') return allowed;
  const answering = await startAnswer(parts);
  const rows = await parts.register.allCases(casesCounted);
  const homes = [...new Set(rows.map(({ home }) => home))];
  const tally: Tallies = new Map();
  const seats = new Set<string>();
  let overstays = 0;
  for (let at = 0; at < homes.length; at += homesAtOnce) {
    const read = await parts.journal.entriesOfMany(homes.slice(at, at + homesAtOnce));
    for (const [home, entries] of read) {
      const ended = tallyCases({ home, entries }, answering, tally);
      for (const { file } of foldCases(entries).values()) {
        const seat = await seatHome(parts, file);
        if (seat !== undefined) seats.add(seat);
      }
      overstays += shownOf(home, entries, answering).filter((id) => ended.has(id)).length;
    }
  }
  const { today } = answering.clock;
  const unconfirmedByParties = told(await countOfParties(parts, [...seats], today));
  const agencies = await parts.register.agencies();
  for (const agency of agencies) {
    const readers = (await parts.register.accountsIn(agency.home)).map(({ account }) => account);
    const count = await countUnconfirmed(parts, { home: agency.home, readers }, today);
    if (count > 0) tallyOf(tally, agency.code).unconfirmed += count;
  }
  const nameOf = (agency: string): Localised =>
    agencies.find(({ code }) => code === agency)?.name ?? { zh: agency, en: agency };
  const lines = [...tally].map(([agency, counted]): OversightLine => ({
    agency,
    name: nameOf(agency),
    ...published(counted),
  }));
  const silent = [...tally].flatMap(([agency, { unanswered, everAnswered }]) =>
    unanswered > 0 && everAnswered === 0 ? [{ agency, name: nameOf(agency) }] : [],
  );
  return {
    kind: 'found',
    view: {
      clock: answering.clock,
      cases: told(rows.length),
      ...{ overstays, asked: homes.length },
      lines: lines.sort((a, b) => (a.agency < b.agency ? -1 : 1)),
      silent: silent.sort((a, b) => (a.agency < b.agency ? -1 : 1)),
      unconfirmedByParties,
    },
  };
}

/** Operator setting: how long readers have to confirm that they know of a correction or an end. */
const confirmedWithinDays = 10;

async function countUnconfirmed(
  { journal }: Pick<CaseParts, 'journal'>,
  { home, readers }: { readonly home: string; readonly readers: readonly string[] },
  today: CivilDate,
): Promise<number> {
  let count = 0;
  for (const account of readers) {
    const { told } = await toldAt(journal, { home, account });
    for (const { sentOn, acknowledgedOn } of told.values()) {
      const isOpen = sentOn !== undefined && acknowledgedOn === undefined;
      if (isOpen && daysBetween(sentOn, today) > confirmedWithinDays) count += 1;
    }
  }
  return count;
}

/** Whoever speaks for an organisation may be known elsewhere: its receipts themselves are looked for. */
async function countOfParties(
  parts: CaseParts,
  homes: readonly string[],
  today: CivilDate,
): Promise<number> {
  let count = 0;
  for (const [home, entries] of await parts.journal.entriesOfMany(homes)) {
    const readers = new Set(entries.flatMap(({ stream }) => readerOfStream(stream) ?? []));
    count += await countUnconfirmed(parts, { home, readers: [...readers] }, today);
  }
  return count;
}

/** Shares and medians only over enough cases; a part is told only where its rest could be as well. */
function published(tally: Tally): Omit<OversightLine, 'agency' | 'name'> {
  const { decided, reversed, papers, failures } = tally;
  return {
    overdue: told(tally.overdue),
    answeredLate: told(tally.answeredLate),
    decided: told(decided),
    reversed: partOf(reversed, decided),
    papers: told(papers),
    failures: partOf(failures, papers + failures),
    repairDays: publishMedian(tally.repairDays, smallestCell),
    unanswered: told(tally.unanswered),
    toLift: told(tally.toLift),
    unconfirmed: told(tally.unconfirmed),
  };
}

function told(count: number): Withheld {
  return publishCount(count, smallestCell);
}

function partOf(part: number, whole: number): Withheld {
  const share = publishShare({ part, whole }, smallestCell);
  return share !== null && share.least === share.most ? part : null;
}

/** Ids of everything adverse that the public page of a subject holds. */
export type ShownOf = (
  home: string,
  entries: readonly Entry[],
  answering: Answering,
) => readonly string[];

const shownIds: ShownOf = (home, entries, answering) => [
  ...(findPublicSubject(foldSubject(home, entries), answering)?.records ?? []).map(
    ({ state: { record } }) => record.recordId,
  ),
  ...viewListings(home, entries, answering).map(({ id }) => id),
];
