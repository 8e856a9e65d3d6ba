import { containsDay, daysBetween, isBefore, type CivilDate } from '@credence/domain';

import { foldSubject } from '../../state/subject-state.ts';
import type { Entry } from '../../port/journal.ts';
import type { Answering } from '../../view/answer-clock.ts';
import type { CaseFile, CaseStanding, CaseWorld } from '../case.ts';
import { effectDays } from '../effect/effect-days.ts';
import { actsOf, lastOf } from '../fold-case.ts';
import { lateOn, stepsDue } from '../law/answer-due.ts';
import { lodgedOn } from '../law/repair-law.ts';
import { standing } from '../standing/standing.ts';
import { taskOf } from '../task/measure-task.ts';
import { caseRecords, foldCases } from './fold-cases.ts';

/** How the procedures of one agency are run, as counted; whoever tells it withholds what is small. */
export interface Tally {
  /** Clocks of the agency past their last day today. */
  overdue: number;
  answeredLate: number;
  /** Answers whose last day has come or which were given: the base of the next. */
  answersDue: number;
  answersInTime: number;
  decided: number;
  reversed: number;
  papers: number;
  /** Of the papers, those served by public notice, where nothing else reached anybody. */
  publicNotices: number;
  failures: number;
  tasks: number;
  /** Measures it answered, in whichever way. */
  everAnswered: number;
  unanswered: number;
  toLift: number;
  unconfirmed: number;
  /** Days from lodging to the decision. */
  readonly answerDays: number[];
  readonly repairDays: number[];
}

export type Tallies = Map<string, Tally>;

/** Days on which an act has to lie to be counted; what stands today is counted whatever they are. */
export interface Counted {
  readonly from: CivilDate;
  /** First day that no longer counts. */
  readonly until: CivilDate;
}

export function tallyOf(tallies: Tallies, agency: string): Tally {
  const known = tallies.get(agency);
  if (known !== undefined) return known;
  const counts: Tally = {
    ...{ overdue: 0, answeredLate: 0, answersDue: 0, answersInTime: 0, decided: 0, reversed: 0 },
    ...{ papers: 0, publicNotices: 0, failures: 0, tasks: 0, everAnswered: 0, unanswered: 0 },
    ...{ toLift: 0, unconfirmed: 0, answerDays: [], repairDays: [] },
  };
  tallies.set(agency, counts);
  return counts;
}

interface Counting {
  readonly world: CaseWorld;
  readonly today: CivilDate;
  readonly tallies: Tallies;
  readonly isIn: (on: CivilDate) => boolean;
}

/**
 * Adds the cases of a home, of all time or of some days; the answer are the ids of what is over today.
 * The board of those who oversee and the report cards count by this and by nothing else.
 */
export function tallyCases(
  { home, entries }: { readonly home: string; readonly entries: readonly Entry[] },
  { rulebook, clock: { today } }: Pick<Answering, 'rulebook' | 'clock'>,
  tallies: Tallies,
  counted?: Counted,
): ReadonlySet<string> {
  const state = foldSubject(home, entries);
  const files = [...foldCases(entries).values()].map(({ file }) => file);
  const docket = new Map(files.map((file) => [file.caseId, file]));
  const world: CaseWorld = { rulebook, docket, records: caseRecords(state) };
  const isIn = (on: CivilDate): boolean => counted === undefined || containsDay(counted, on);
  for (const file of files) {
    const found = standing(file, world, today);
    if (found !== undefined) tallyCase(file, found, { world, today, tallies, isIn });
  }
  const ended = new Set(
    state.records.flatMap(({ record, end }) =>
      end !== undefined && !isBefore(today, end.on) ? [record.recordId] : [],
    ),
  );
  for (const file of files) {
    const until = effectDays(file, world)?.until;
    if (until !== undefined && !isBefore(today, until)) ended.add(file.caseId);
  }
  return ended;
}

function tallyCase(file: CaseFile, found: CaseStanding, counting: Counting): void {
  const { world, today, tallies, isIn } = counting;
  const { desks, matter } = file.opened;
  const own = tallyOf(tallies, desks.own);
  own.overdue += found.clocks.filter(({ state }) => state === 'late').length;
  const late = lateOn(file, world, today);
  if (late !== undefined && isIn(late.lastOn)) own.answeredLate += 1;
  const papers = actsOf(file, 'served').filter(({ on }) => isIn(on));
  own.papers += papers.length;
  own.publicNotices += papers.filter(({ postedOn }) => postedOn !== undefined).length;
  own.failures += actsOf(file, 'service-failed').filter(({ on }) => isIn(on)).length;
  const against = matter.case === 'appeal' ? world.docket.get(matter.of) : undefined;
  const author = tallyOf(tallies, against?.opened.desks.own ?? desks.own);
  const changed = lastOf(file, 'answered') ?? lastOf(file, 'allowed');
  const decision = changed ?? lastOf(file, 'dismissed');
  if (decision !== undefined && isIn(decision.on)) {
    author.decided += 1;
    if (changed !== undefined && changed.effect !== 'none') author.reversed += 1;
  }
  tallyAnswers(file, counting);
  tallyTask(file, counting);
  const granted = lastOf(file, 'granted');
  const lodged = granted === undefined ? undefined : lodgedOn(file, world, today);
  if (granted !== undefined && lodged !== undefined && isIn(granted.on)) {
    own.repairDays.push(daysBetween(lodged, granted.on));
  }
}

/** Each step that a clock of the law sets, at the desk that has to take it. */
function tallyAnswers(file: CaseFile, { world, today, tallies, isIn }: Counting): void {
  const { desks } = file.opened;
  for (const { runsFor, startedOn, dueOn, metOn } of stepsDue(file, world, today)) {
    const isPlatform = runsFor === 'platform';
    const desk = tallyOf(tallies, isPlatform ? (desks.platform ?? desks.own) : desks.own);
    if (metOn !== undefined && isIn(metOn) && !isPlatform) {
      desk.answerDays.push(daysBetween(startedOn, metOn));
    }
    if (dueOn === undefined || !isIn(dueOn)) continue;
    // Not due yet, or withdrawn while it waited: nobody was late and nobody in time.
    if (metOn === undefined && (!isBefore(dueOn, today) || file.state === 'closed')) continue;
    desk.answersDue += 1;
    if (metOn !== undefined && !isBefore(dueOn, metOn)) desk.answersInTime += 1;
  }
}

/** What a body did with a measure that was given to it; one given today is not late. */
function tallyTask(file: CaseFile, { world, today, tallies, isIn }: Counting): void {
  const { body } = file.opened.desks;
  if (file.opened.matter.case !== 'measure' || body === undefined) return;
  const of = tallyOf(tallies, body);
  const isAnswered =
    lastOf(file, 'accepted') !== undefined || lastOf(file, 'declined') !== undefined;
  const isCounted = isIn(file.opened.on);
  const task = taskOf(file, world, today);
  const waits = task?.asks === 'answer' && isBefore(file.opened.on, today);
  if (isCounted && (isAnswered || waits)) of.tasks += 1;
  if (isCounted && isAnswered) of.everAnswered += 1;
  if (waits) of.unanswered += 1;
  if (task?.asks === 'lift') of.toLift += 1;
}
