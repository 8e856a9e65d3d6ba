import { daysBetween, isBefore, type CivilDate, type Localised } from '@credence/domain';

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
import type { CaseFile, CaseStanding, CaseWorld } from '../case.ts';
import { effectDays } from '../effect/effect-days.ts';
import { actsOf, lastOf } from '../fold-case.ts';
import { lateOn } from '../law/answer-due.ts';
import { lodgedOn } from '../law/repair-law.ts';
import { standing } from '../standing/standing.ts';
import { taskOf } from '../task/measure-task.ts';
import type { CaseCasework } from './case-casework.ts';
import { caseRecords, foldCases } from './fold-cases.ts';
import { allow, type CaseParts } from './open-desk.ts';

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
  const tally = new Map<string, Tally>();
  const seats = new Set<string>();
  let overstays = 0;
  for (let at = 0; at < homes.length; at += homesAtOnce) {
    const read = await parts.journal.entriesOfMany(homes.slice(at, at + homesAtOnce));
    for (const [home, entries] of read) {
      const ended = countHome(home, entries, answering, tally);
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

interface Tally {
  overdue: number;
  answeredLate: number;
  decided: number;
  reversed: number;
  papers: number;
  failures: number;
  unanswered: number;
  /** Measures it answered, in whichever way. */
  everAnswered: number;
  toLift: number;
  unconfirmed: number;
  readonly repairDays: number[];
}

function told(count: number): Withheld {
  return count < smallestCell ? null : count;
}

/** Shares and medians only over enough cases; a part is told only where its rest could be as well. */
function published(tally: Tally): Omit<OversightLine, 'agency' | 'name'> {
  const { overdue, decided, reversed, papers, failures, repairDays } = tally;
  const ordered = [...repairDays].sort((a, b) => a - b);
  const middle = ordered[Math.floor(ordered.length / 2)];
  return {
    overdue: told(overdue),
    answeredLate: told(tally.answeredLate),
    decided: told(decided),
    reversed: partOf(reversed, decided),
    papers: told(papers),
    failures: partOf(failures, papers + failures),
    repairDays: ordered.length < smallestCell ? null : (middle ?? null),
    unanswered: told(tally.unanswered),
    toLift: told(tally.toLift),
    unconfirmed: told(tally.unconfirmed),
  };
}

function partOf(part: number, whole: number): Withheld {
  return whole - part < smallestCell ? null : told(part);
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

/** Adds the cases of a home; the answer are the ids of what is over today. */
function countHome(
  home: string,
  entries: readonly Entry[],
  answering: Answering,
  tally: Map<string, Tally>,
): ReadonlySet<string> {
  const { rulebook, clock } = answering;
  const state = foldSubject(home, entries);
  const files = [...foldCases(entries).values()].map(({ file }) => file);
  const docket = new Map(files.map((file) => [file.caseId, file]));
  const world: CaseWorld = { rulebook, docket, records: caseRecords(state) };
  for (const file of files) {
    const found = standing(file, world, clock.today);
    if (found !== undefined) countCase(file, found, { world, today: clock.today, tally });
  }
  const ended = new Set(
    state.records.flatMap(({ record, end }) =>
      end !== undefined && !isBefore(clock.today, end.on) ? [record.recordId] : [],
    ),
  );
  for (const file of files) {
    const until = effectDays(file, world)?.until;
    if (until !== undefined && !isBefore(clock.today, until)) ended.add(file.caseId);
  }
  return ended;
}

function countCase(
  file: CaseFile,
  found: CaseStanding,
  given: {
    readonly world: CaseWorld;
    readonly today: CivilDate;
    readonly tally: Map<string, Tally>;
  },
): void {
  const { world, today, tally } = given;
  const { desks, matter } = file.opened;
  const own = tallyOf(tally, desks.own);
  own.overdue += found.clocks.filter(({ state }) => state === 'late').length;
  if (lateOn(file, world, today) !== undefined) own.answeredLate += 1;
  own.papers += actsOf(file, 'served').length;
  own.failures += actsOf(file, 'service-failed').length;
  const against = matter.case === 'appeal' ? world.docket.get(matter.of) : undefined;
  const author = tallyOf(tally, against?.opened.desks.own ?? desks.own);
  const decision = lastOf(file, 'answered') ?? lastOf(file, 'allowed');
  if (decision !== undefined || lastOf(file, 'dismissed') !== undefined) {
    author.decided += 1;
    if (decision !== undefined && decision.effect !== 'none') author.reversed += 1;
  }
  countTask(file, given);
  const granted = lastOf(file, 'granted');
  const lodged = granted === undefined ? undefined : lodgedOn(file, world, today);
  if (granted !== undefined && lodged !== undefined) {
    own.repairDays.push(daysBetween(lodged, granted.on));
  }
}

/** What a body did with a measure that was given to it; one given today is not late. */
function countTask(file: CaseFile, { world, today, tally }: Parameters<typeof countCase>[2]): void {
  const { body } = file.opened.desks;
  if (file.opened.matter.case !== 'measure' || body === undefined) return;
  const of = tallyOf(tally, body);
  const answered = lastOf(file, 'accepted') !== undefined || lastOf(file, 'declined') !== undefined;
  if (answered) of.everAnswered += 1;
  const task = taskOf(file, world, today);
  if (task?.asks === 'answer' && isBefore(file.opened.on, today)) of.unanswered += 1;
  if (task?.asks === 'lift') of.toLift += 1;
}

function tallyOf(tally: Map<string, Tally>, agency: string): Tally {
  const known = tally.get(agency);
  if (known !== undefined) return known;
  const counts: Tally = {
    ...{
      overdue: 0,
      answeredLate: 0,
      decided: 0,
      reversed: 0,
      papers: 0,
      failures: 0,
      repairDays: [],
    },
    ...{ unanswered: 0, everAnswered: 0, toLift: 0, unconfirmed: 0 },
  };
  tally.set(agency, counts);
  return counts;
}
