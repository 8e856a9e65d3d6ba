import { instant, type CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { classLines } from '../inspection/class/class-lines.ts';
import { taskMessages } from '../case/task/task-messages.ts';
import type { DayWork, DueReason, DueRow, WorkMark, WorkStep } from '../port/day-work.ts';
import { taskWaits } from './mail-topics.ts';
import { nextDays } from './next-days.ts';

export interface DayOrder {
  readonly today: CivilDate;
  /** Most rows and entries to be taken on in this run; absent: all there are. */
  readonly limit?: number;
}

/** What a run has done. */
export interface DayReport {
  readonly today: CivilDate;
  /** Entries taken note of since the last run, or all of them under new rules. */
  readonly entries: number;
  /** Rows done, by their reason. */
  readonly done: Readonly<Record<DueReason, number>>;
  /** Notices laid into the inboxes of past readers; absent: none. */
  readonly told?: number;
  /** Reminders given and authorities told of what is overdue; absent: none. */
  readonly reminded?: number;
  /** Comprehensive evaluations made; absent: none. */
  readonly evaluated?: number;
  /** The oldest day that was due. */
  readonly oldest?: CivilDate;
  /** The limit was reached before the end. */
  readonly more: boolean;
}

/** How many rows or entries one transaction takes on. */
const perStep = 200;

interface DayParts {
  readonly work: DayWork;
  readonly rulebook: Rulebook;
  /** Tells those who read in these homes before what has changed there; how many notices it laid. */
  readonly tell?: (homes: readonly string[]) => Promise<number>;
  /** Makes the evaluations of these homes that are due; how many. */
  readonly evaluate?: (homes: readonly string[]) => Promise<number>;
  /** Reminds these homes of what they have to report; how many words it gave. */
  readonly remind?: (homes: readonly string[]) => Promise<number>;
}

const nobody = (): Promise<number> => Promise.resolve(0);

/**
 * Does what is due up to a day and finds the next days of whoever was due or has new entries. It
 * touches nobody else, so its cost follows the number of changes. Every step is one transaction: a
 * run that is broken off goes on where it stopped, and a second run beside it does nothing twice.
 * What bodies are asked about measures stands in the outbox from the run that finds it.
 *
 * Legal source: guard G31. What is shown is decided at each reading; this work only keeps track.
 */
export async function runDay(
  { work, rulebook, tell = nobody, evaluate = nobody, remind = nobody }: DayParts,
  { today, limit = Number.MAX_SAFE_INTEGER }: DayOrder,
): Promise<DayReport> {
  const done = {
    ...{ 'publicity-begins': 0, 'publicity-ends': 0, 'rule-changes': 0, 'task-turns': 0 },
    ...{ 'evaluation-due': 0, 'report-due': 0 },
  };
  const next: WorkStep['next'] = (home, entries, after) =>
    nextDays(home, entries, { rulebook, after });
  const standing: WorkStep['standing'] = {
    topic: taskWaits,
    of: (home, read) => taskMessages(home, read, { rulebook, today }),
  };
  // A class is asked about by those who plan; where this work was not done, they plan by an older one.
  const classes: WorkStep['classes'] = (home, read) =>
    classLines(home, read, { rulebook, on: today });
  let left = limit;
  let told = 0;
  let evaluated = 0;
  let reminded = 0;
  let entries = 0;
  let mark = await startMark(work, rulebook);
  while (left > 0) {
    const changed = await work.listChanged(mark, Math.min(perStep, left));
    if (changed === undefined) break;
    const { homes, position, recordedAt } = changed;
    const count = position - mark.position;
    mark = { ...mark, position, recordedAt };
    // Before the mark moves: a run that is broken off does both next time, and neither twice.
    told += await tell(homes);
    evaluated += await evaluate(homes);
    reminded += await remind(homes);
    await work.settle({ homes, done: [], today, next, mark, standing, classes });
    entries += count;
    left -= count;
  }
  let oldest: CivilDate | undefined;
  while (left > 0) {
    const due = await work.listDue(today, Math.min(perStep, left));
    if (due.length === 0) break;
    told += await tell(homesOf(due));
    evaluated += await evaluate(homesOf(due));
    reminded += await remind(homesOf(due));
    const rows = await work.settle({
      ...{ homes: homesOf(due), done: due, today, next, standing, classes },
    });
    for (const { why } of rows) done[why] += 1;
    oldest ??= rows[0]?.dueOn;
    left -= due.length;
  }
  const more = left <= 0 && (await isLeft(work, today, mark));
  return {
    ...{ today, entries, done, more },
    ...(told === 0 ? {} : { told }),
    ...(evaluated === 0 ? {} : { evaluated }),
    ...(reminded === 0 ? {} : { reminded }),
    ...(oldest === undefined ? {} : { oldest }),
  };
}

/** Whether a row is still due, or an entry stands behind the mark. */
async function isLeft(work: DayWork, today: CivilDate, mark: WorkMark): Promise<boolean> {
  if ((await work.listDue(today, 1)).length > 0) return true;
  return (await work.listChanged(mark, 1)) !== undefined;
}

/** Under rules other than those of the last run everyone's next days are found anew. */
async function startMark(work: DayWork, rulebook: Rulebook): Promise<WorkMark> {
  const rules = rulesOf(rulebook);
  const known = await work.mark();
  if (known?.rules === rules) return known;
  return { position: 0, recordedAt: instant(0), rules };
}

/** What a mark calls a rulebook: the hashes of its editions. */
export function rulesOf({ editions }: Rulebook): string {
  return editions
    .map(({ hash }) => hash)
    .sort()
    .join(' ');
}

function homesOf(rows: readonly DueRow[]): readonly string[] {
  return [...new Set(rows.map(({ home }) => home))];
}
