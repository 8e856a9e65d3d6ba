import { isBefore, type CivilDate, type Localised, type Problem } from '@credence/domain';
import type { Citation } from '@credence/rulebook';

import type { Principal } from '../../access/principal.ts';
import type { CaseActionKind } from '../../entry/case-payload.ts';
import type { CaseRow } from '../../port/register.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { AnswerClock } from '../../view/view.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { subjectOf } from '../desk/dossier.ts';
import { allow, openHome, type CaseParts } from '../desk/open-desk.ts';
import { effectOf } from '../effect/effect-of.ts';
import { lastOf } from '../fold-case.ts';
import { offersTo } from '../judge/judge-action.ts';
import { listingOf, measureCardOf, recordOf } from '../law/law-of-case.ts';
import { taskOf, type MeasureTask } from './measure-task.ts';

/** A measure that waits for its body, with all that the body has to know of it. */
export interface TaskLine extends MeasureTask {
  readonly subject: { readonly home: string; readonly name?: string; readonly code?: string };
  readonly measure: { readonly code: string; readonly title: Localised };
  /** Articles of the measure's card. */
  readonly basis: readonly Citation[];
  /** The decision that ordered it. */
  readonly decision?: string;
  /** The document of the record behind it. */
  readonly document?: string;
  /** First day on which it is over by itself, as far as that is known. */
  readonly until?: CivilDate;
  /** Steps that are open to the body now. */
  readonly acts: readonly CaseActionKind[];
  /** How many steps the case has: a step that is sent with it is refused after another. */
  readonly seen: number;
}

export interface TaskFeed {
  readonly clock: AnswerClock;
  readonly agency: string;
  /** What has to be lifted or left off first, then the longest waiting. */
  readonly tasks: readonly TaskLine[];
}

export type TaskFeedOutcome =
  | { readonly kind: 'found'; readonly view: TaskFeed }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Rows looked through; of them only those that may ask for something are opened. */
const rowsListed = 5_000;
/** More than a body does in a day; what lies deeper shows once the first are done. */
const homesOpened = 200;

/**
 * What measures ask of an agency today. It is computed when it is read, so that a task to lift is
 * there with the end of its cause; each home is read with an entry of who looked.
 */
export async function listTasks(parts: CaseParts, principal: Principal): Promise<TaskFeedOutcome> {
  const agency = 'agency' in principal ? principal.agency : '';
  const allowed = allow(parts, principal, { operation: 'task.read', desks: { own: agency } });
  if (allowed.kind === 'refused') return allowed;
  const { clock } = await startAnswer(parts);
  const rows = await parts.register.openCases(agency, rowsListed, 'measure');
  const asking = rows.filter((row) => mayAsk(row, clock.today));
  const homes = [...new Set(asking.map(({ home }) => home))].slice(0, homesOpened);
  const tasks: TaskLine[] = [];
  for (const home of homes) {
    const { cases, world, today } = await openHome(parts, home, allowed.access);
    for (const { file } of cases.values()) {
      const task = taskOf(file, world, today);
      if (task?.body !== agency) continue;
      const acts = offersTo(allowed.hand, file, world, today).flatMap(({ act, part, refused }) =>
        part === 'body' && refused.length === 0 ? [act] : [],
      );
      tasks.push({ ...lineOf(task, file, { home, world, today }), acts });
    }
  }
  return { kind: 'found', view: { clock, agency, tasks: tasks.sort(byUrgency) } };
}

/** A measure that runs and goes on running asks for nothing; nobody reads a file for that. */
function mayAsk({ kind, effect }: CaseRow, today: CivilDate): boolean {
  if (kind !== 'measure') return false;
  return effect?.until === undefined
    ? effect === undefined
    : !isBefore(today, effect.until) || isBefore(today, effect.from);
}

function lineOf(
  task: MeasureTask,
  file: CaseFile,
  given: { readonly home: string; readonly world: CaseWorld; readonly today: CivilDate },
): Omit<TaskLine, 'acts'> {
  const { home, world, today } = given;
  const card = measureCardOf(file, world, today) ?? measureCardOf(file, world, file.opened.on);
  const { matter } = file.opened;
  const code = matter.case === 'measure' ? matter.measure : '';
  const cause = listingOf(file, world);
  const ofCause = cause === undefined ? undefined : effectOf(cause, world, today);
  const until = ofCause?.kind === 'in-effect' ? ofCause.until : undefined;
  const decision = cause === undefined ? undefined : lastOf(cause, 'drafted')?.document.number;
  const recordId = recordOf(file, world);
  const record = recordId === undefined ? undefined : world.records.get(recordId)?.record;
  const document = record?.document?.number;
  return {
    ...task,
    subject: { home, ...subjectOf(world) },
    measure: { code, title: card?.title ?? { zh: code, en: code } },
    basis: card?.basis ?? [],
    ...(decision === undefined ? {} : { decision }),
    ...(document === undefined ? {} : { document }),
    ...(until === undefined ? {} : { until }),
    seen: file.actions.length,
  };
}

const urgency: Readonly<Record<MeasureTask['asks'], number>> = {
  lift: 0,
  hold: 1,
  'carry-out': 2,
  answer: 2,
};

function byUrgency(a: TaskLine, b: TaskLine): number {
  const first = urgency[a.asks] - urgency[b.asks];
  if (first !== 0) return first;
  const [one, other] = [a, b].map(({ since, caseId }) => `${since ?? '9'} ${caseId}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
