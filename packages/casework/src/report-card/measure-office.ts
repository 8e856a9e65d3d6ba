import {
  civilDate,
  civilDayAt,
  containsDay,
  daysBetween,
  isBefore,
  publishCount,
  publishMedian,
  publishShare,
  roundToTwoDigits,
  type CivilDate,
  type CountedShare,
} from '@credence/domain';
import { paymentLawOf, type Edition } from '@credence/rulebook';

import { tallyOf, type Tallies, type Tally } from '../case/desk/tally-cases.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { firstDisclosedOn, foldPromises, foldRetaliations } from '../contract/fold-promises.ts';
import { isBatch } from '../entry/house-payload.ts';
import { judgmentsOf } from '../contract/judgments-of.ts';
import type { Entry } from '../port/journal.ts';
import { smallestCell } from '../reading/reading.ts';
import { publicItems } from '../reading/list-lists.ts';
import type { Answering } from '../view/answer-clock.ts';
import { viewLatePayments } from '../view/late-payment-view.ts';
import { figuresOfToday, type CountFigure, type DayFigure, type ShareFigure } from './figures.ts';
import type { Office } from './find-offices.ts';
import type { CardTime, PaymentFigures, ReportFigure } from './report-card.ts';

/** Operator setting: reports of errors that are looked through for one office. */
const mostReports = 1_000;

interface Measuring {
  readonly parts: CaseParts;
  readonly answering: Answering;
  readonly time: CardTime;
}

/** Every figure of one office that its kind has, in the order of the list of figures. */
export async function measureOffice(
  measuring: Measuring,
  office: Office,
  tallies: Tallies,
): Promise<readonly ReportFigure[]> {
  const { code } = office.line;
  const own =
    code === undefined ? [] : await agencyFigures(measuring, { ...office, code }, tallies);
  const figures = [...own, ...bodyFigures(measuring, office)];
  return figures.filter(({ id }) => measuring.time.year === undefined || !figuresOfToday.has(id));
}

/** What it owes late, of what stands in public today. Paid means gone, on every day. */
export function paymentFigures(
  { answering }: Pick<Measuring, 'answering'>,
  { body }: Pick<Office, 'body'>,
): PaymentFigures | undefined {
  if (body === undefined) return undefined;
  const { clock, edition } = answering;
  const payments = viewLatePayments(body.home, body.entries, answering);
  const sum = payments.reduce((total, { amount }) => total + amount.amount, 0);
  return {
    ...{ shown: payments.length, payments },
    amount: roundToTwoDigits({ amount: sum, currency: edition.currency }),
    longestDays: Math.max(0, ...payments.map(({ begins }) => daysBetween(begins, clock.today))),
  };
}

/** Figures about procedures: of firms, and so in cells. */
async function agencyFigures(
  measuring: Measuring,
  office: Office & { readonly code: string },
  tallies: Tallies,
): Promise<readonly ReportFigure[]> {
  const { parts, answering, time } = measuring;
  const { code } = office;
  const tally = tallies.get(code) ?? tallyOf(new Map(), code);
  const supplied = await suppliedInTime(measuring, code, office.supplies);
  const reports = (await parts.register.errorReports(code, mostReports)).filter(({ reportedOn }) =>
    containsDay(time, reportedOn),
  );
  const home = (await parts.register.agencies()).find((each) => each.code === code)?.home;
  const entries = home === undefined ? [] : await parts.journal.entriesOf(home);
  const retaliation = retaliationAnswers(entries, answering.clock.today, time);
  const rows = rowsRefused(entries, time, answering.clock.zone);
  const { answersDue, answersInTime, papers, failures } = tally;
  return [
    share('supplied_in_time', supplied),
    share('rows_refused', rows),
    share('errors_answered', {
      part: reports.filter(({ state }) => state === 'answered').length,
      whole: reports.length,
    }),
    share('answers_in_time', {
      part: answersInTime + retaliation.inTime,
      whole: answersDue + retaliation.due,
    }),
    days('days_to_answer', publishMedian(tally.answerDays, smallestCell)),
    days('days_to_repair', publishMedian(tally.repairDays, smallestCell)),
    count('answers_overdue', tally.overdue + retaliation.open),
    share('decisions_changed', { part: tally.reversed, whole: tally.decided }),
    // Posting in public is lawful service, but nobody was reached by it.
    share('notices_reached', { part: papers - tally.publicNotices, whole: papers + failures }),
    share('by_public_notice', { part: tally.publicNotices, whole: papers }),
    ...taskFigures(tally),
  ];
}

function taskFigures({ everAnswered, tasks, unanswered }: Tally): readonly ReportFigure[] {
  return [
    share('tasks_answered', { part: Math.min(everAnswered, tasks), whole: tasks }),
    count('tasks_waiting', unanswered),
  ];
}

/** Its own word and its own debts, as they stand in public: they tell of nobody else. */
export function bodyFigures(
  { answering, time }: Pick<Measuring, 'answering' | 'time'>,
  office: Pick<Office, 'body'>,
): readonly ReportFigure[] {
  const { body } = office;
  if (body === undefined) return [];
  const { clock, edition, rulebook } = answering;
  const { today } = clock;
  const promises = foldPromises(body.entries);
  const due = promises.filter(({ dueOn, kept }) => {
    const isOver = isBefore(dueOn, today) || kept !== undefined;
    return containsDay(time, dueOn) && isOver;
  });
  const kept = due.filter((each) => each.kept !== undefined && !isBefore(each.dueOn, each.kept.on));
  const overdue = promises.filter((each) => each.kept === undefined && isBefore(each.dueOn, today));
  const owing = promises.filter(
    ({ changes, compensated }) => changes.length > 0 && compensated === undefined,
  );
  const payments = paymentFigures({ answering }, office);
  const supplied = body.subject.records.filter(({ state: { record } }) =>
    rulebook.editions.some((each) => each.items.get(record.item)?.importAs === unpaidWord),
  );
  // By a file of the court, or by its own procedure here: both stand on the page of the body.
  const judgments = supplied.length + judgmentsOf(body, answering).length;
  return [
    told('promises_kept', { part: kept.length, whole: due.length }),
    told('disclosures_in_time', disclosuresInTime(body.entries, edition, { time, ...clock })),
    { form: 'count', id: 'promises_overdue', count: overdue.length },
    { form: 'count', id: 'compensation_open', count: owing.length },
    { form: 'count', id: 'late_payments', count: payments?.shown ?? 0 },
    { form: 'days', id: 'longest_late_payment', days: payments?.longestDays ?? 0 },
    { form: 'count', id: 'judgments_unpaid', count: judgments },
  ];
}

/** The word by which judgments that nobody obeyed are supplied. */
const unpaidWord = 'judgment_defaulter';

async function suppliedInTime(
  { parts, answering, time }: Measuring,
  code: string,
  supplies: readonly string[],
): Promise<CountedShare> {
  const items = publicItems(answering.edition)
    .filter(({ item, importAs }) => supplies.includes(item) || supplies.includes(importAs))
    .map(({ item }) => item);
  const lines = await parts.register.lines.lateness(code, time.from, time.until);
  const counted = lines.filter(({ item }) => items.includes(item));
  const whole = counted.reduce((sum, { known }) => sum + known, 0);
  return { part: counted.reduce((sum, { known, late }) => sum + known - late, 0), whole };
}

/** Rows that the border sent back, of the rows of the files that were taken in. */
function rowsRefused(entries: readonly Entry[], time: CardTime, zone: string): CountedShare {
  const counts = entries.flatMap(({ kind, payload, recordedAt }) =>
    kind.startsWith('batch@') && isBatch(payload) && containsDay(time, civilDayAt(recordedAt, zone))
      ? [payload.counts]
      : [],
  );
  const part = counts.reduce((sum, { refused }) => sum + refused, 0);
  return {
    part,
    whole: Math.max(
      part,
      counts.reduce((sum, { read }) => sum + read, 0),
    ),
  };
}

/** Reports of retaliation have a clock of their own, at the agency above. */
function retaliationAnswers(entries: readonly Entry[], today: CivilDate, time: CardTime) {
  const states = foldRetaliations(entries, today).flatMap(({ report, answer, late }) =>
    report.answerBy === undefined ? [] : [{ answerBy: report.answerBy, answer, late }],
  );
  const due = states.filter(
    ({ answerBy, answer }) =>
      containsDay(time, answerBy) && (answer !== undefined || isBefore(answerBy, today)),
  );
  return {
    due: due.length,
    inTime: due.filter(({ late }) => !late).length,
    open: states.filter(({ answer, late }) => late && answer === undefined).length,
  };
}

/** The yearly word on overdue contracts whose last day lies in the time: one, or none yet. */
function disclosuresInTime(
  entries: readonly Entry[],
  edition: Edition,
  of: { readonly time: CardTime; readonly today: CivilDate; readonly zone: string },
): CountedShare {
  const { time, today, zone } = of;
  const disclosed = firstDisclosedOn(entries);
  // What was due before the register knew the body may have been said elsewhere.
  const [first] = entries;
  if (first === undefined) return { part: 0, whole: 0 };
  const knownOn = civilDayAt(first.recordedAt, zone);
  const years = [time.from, time.until].map((day) => Number(day.slice(0, 4)));
  const due = [...new Set(years)].flatMap((year) => {
    const by = paymentLawOf(edition, today)?.card.disclosedBy;
    if (by === undefined) return [];
    const dueOn = civilDate(`${String(year)}-${by}`);
    const on = disclosed.get(year - 1);
    const isOver = isBefore(dueOn, today) && !isBefore(dueOn, knownOn) && containsDay(time, dueOn);
    return isOver && paymentLawOf(edition, dueOn) !== undefined ? [{ dueOn, on }] : [];
  });
  const inTime = due.filter(({ dueOn, on }) => on !== undefined && !isBefore(dueOn, on));
  return { part: inTime.length, whole: due.length };
}

function share(id: ShareFigure, counted: CountedShare): ReportFigure {
  return { form: 'share', id, share: publishShare(counted, smallestCell) };
}

/** Of the office alone: every count may be told. */
function told(id: ShareFigure, { part, whole }: CountedShare): ReportFigure {
  return { form: 'share', id, share: whole === 0 ? null : { whole, least: part, most: part } };
}

function days(id: DayFigure, middle: number | null): ReportFigure {
  return { form: 'days', id, days: middle };
}

function count(id: CountFigure, of: number): ReportFigure {
  return { form: 'count', id, count: publishCount(of, smallestCell) };
}
