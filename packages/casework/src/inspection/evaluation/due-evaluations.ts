import { addPeriod, dayNumber, isBefore, jsonOf, later, type CivilDate } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';
import {
  askedFields,
  createEvaluator,
  programsOfEdition,
  readFacts,
  worldOf,
  type Edition,
  type EvaluationCard,
  type Evaluator,
  type Rulebook,
  type World,
} from '@credence/rulebook';

import { caseStream, foldCases } from '../../case/desk/fold-cases.ts';
import { lastOf } from '../../case/fold-case.ts';
import { caseEntryKind } from '../../entry/case-payload.ts';
import type { EvaluationCause, EvaluationPayload } from '../../entry/evaluation-payload.ts';
import { gatherFacts } from '../../impact/gather-facts.ts';
import { isGone } from '../../life/fold-life.ts';
import type { Entry } from '../../port/journal.ts';
import { foldSubject, type SubjectState } from '../../state/subject-state.ts';
import {
  currentEvaluations,
  foldEvaluations,
  lineOf,
  type KeptEvaluation,
} from './kept-evaluations.ts';

/** An evaluation that has to be made, but for its name, and what follows its card. */
interface DueEvaluation {
  readonly payload: Omit<EvaluationPayload, 'evaluationId'>;
  /** Length of its stream. */
  readonly seq: number;
  /** Articles of the card. */
  readonly basis: readonly string[];
  /** Two periods later nobody can rest on it any more: it is erased. */
  readonly eraseOn: CivilDate;
}

interface Asked {
  readonly rulebook: Rulebook;
  readonly on: CivilDate;
  /** Somebody asks for one now, whatever the yearly day is. */
  readonly asked?: boolean;
}

/**
 * The evaluations of a home that have to be made on a day: the yearly one, and, between two yearly
 * ones, one where something that counted counts no more. Nothing new counts before the yearly day.
 *
 * Legal source: guard N13.
 */
export function dueEvaluations(
  home: string,
  entries: readonly Entry[],
  { rulebook, on, asked = false }: Asked,
): readonly DueEvaluation[] {
  const edition = rulebook.on(on);
  if (edition === undefined || edition.evaluations.size === 0) return [];
  const state = foldSubject(home, entries);
  // Whoever merged, divided or was struck off is evaluated no more.
  if (state.records.length === 0 || isGone(state.events ?? [], on)) return [];
  const tools = toolsOf(edition);
  const current = currentEvaluations(foldEvaluations(entries));
  const inputs = gatherFacts(state, { edition, world: tools.world, asOf: on });
  return tools.evaluations.flatMap(({ card, evaluator }): readonly DueEvaluation[] => {
    if (!card.subjects.some((each) => each === inputs.facts['kind'])) return [];
    const last = current.get(card.evaluation);
    const first = firstDay(state, card);
    const yearlyOn = yearlyDay(first, last, { card, edition, on });
    const isYearly = last === undefined ? yearlyOn !== undefined : yearlyOn !== last.yearlyOn;
    if (last === undefined && !isYearly && !asked) return [];
    const { program } = evaluator;
    if (readFacts(program.world, inputs, askedFields(program)).kind === 'refused') return [];
    const trace = evaluator.explain(inputs, dayNumber(on), { knownAt: on });
    if (typeof trace.result !== 'string') return [];
    const records = countedIn(trace.steps);
    const because = isYearly
      ? 'yearly'
      : last === undefined
        ? 'asked'
        : fallen(last, { state, entries, records, on });
    if (because === undefined) return [];
    const hash = sha256Hex(canonicalJson(jsonOf(inputs)));
    return [
      {
        payload: {
          ...{ card: card.evaluation, edition: { code: edition.code, hash: edition.hash } },
          ...{ grader: card.grader, on, because, yearlyOn: yearlyOn ?? on },
          ...{ result: trace.result, records, inputs: hash },
          upTo: entries.at(-1)?.position ?? 0,
          ...(last === undefined || isYearly ? {} : { replaces: last.evaluationId }),
        },
        seq: last?.seq ?? 0,
        basis: card.basis.map(({ source, at }) => `${source}#${at}`),
        eraseOn: twoPeriodsAfter(on, card, edition),
      },
    ];
  });
}

/** The first yearly day after a day; undefined for a home of which the law evaluates nothing. */
export function nextYearlyDay(
  { state, entries }: { readonly state: SubjectState; readonly entries: readonly Entry[] },
  edition: Edition,
  after: CivilDate,
): CivilDate | undefined {
  if (edition.evaluations.size === 0 || state.records.length === 0) return undefined;
  if (isGone(state.events ?? [], after)) return undefined;
  const current = currentEvaluations(foldEvaluations(entries));
  const kind = state.records.at(-1)?.record.subject.kind;
  const days = [...edition.evaluations.values()].flatMap((card) => {
    if (!card.subjects.some((each) => each === kind)) return [];
    const from = current.get(card.evaluation)?.yearlyOn ?? firstDay(state, card);
    return [dayAfter(from, after, card, edition)];
  });
  return days.sort()[0];
}

/**
 * Years are counted from the oldest decision in the register, so that not everybody's end on one day;
 * the first yearly day lies behind the day from which the register knew of the subject.
 */
function firstDay({ records }: SubjectState, card: EvaluationCard): FirstDay {
  const oldest = records.map(({ record }) => record.decidedOn).sort()[0];
  const known = records.map(({ record }) => record.takenInOn).sort()[0];
  if (oldest === undefined || known === undefined) throw new RangeError('A subject has records.');
  return { from: oldest, after: later(known, card.inForce.from) };
}

interface FirstDay {
  readonly from: CivilDate;
  readonly after: CivilDate;
}

/** The newest yearly day up to and with a day; undefined before the first. */
function yearlyDay(
  { from, after }: FirstDay,
  last: KeptEvaluation | undefined,
  asked: { readonly card: EvaluationCard; readonly edition: Edition; readonly on: CivilDate },
): CivilDate | undefined {
  const { card, edition, on } = asked;
  const start = last === undefined ? from : last.yearlyOn;
  let newest = last?.yearlyOn;
  for (let times = 1; ; times += 1) {
    const day = periodsAfter(start, times, card, edition);
    if (isBefore(on, day)) return newest;
    if (last !== undefined || isBefore(after, day)) newest = day;
  }
}

function dayAfter(
  start: CivilDate | FirstDay,
  after: CivilDate,
  card: EvaluationCard,
  edition: Edition,
): CivilDate {
  const from = typeof start === 'string' ? start : start.from;
  const floor = typeof start === 'string' ? after : later(after, start.after);
  for (let times = 1; ; times += 1) {
    const day = periodsAfter(from, times, card, edition);
    if (isBefore(floor, day)) return day;
  }
}

/** Counted from the first day each time: the last day of a month stays the last. */
function periodsAfter(
  from: CivilDate,
  times: number,
  { every }: EvaluationCard,
  { months }: Edition,
): CivilDate {
  return addPeriod(from, { ...every, count: every.count * times }, months.round);
}

function twoPeriodsAfter(on: CivilDate, card: EvaluationCard, edition: Edition): CivilDate {
  return periodsAfter(on, 2, card, edition);
}

type Steps = ReturnType<Evaluator['explain']>['steps'];

function countedIn(steps: Steps): readonly string[] {
  const counted = steps.flatMap(({ records }) =>
    records.flatMap((each) => each.counted.map(({ record }) => record)),
  );
  return [...new Set(counted)].sort();
}

/** Why what was found no longer holds, in favour of the subject. */
function fallen(
  last: KeptEvaluation,
  found: {
    readonly state: SubjectState;
    readonly entries: readonly Entry[];
    readonly records: readonly string[];
    readonly on: CivilDate;
  },
): EvaluationCause | undefined {
  const { state, entries, records, on } = found;
  for (const recordId of last.records) {
    const known = state.records.find(({ record }) => record.recordId === recordId);
    if (known === undefined) {
      const moved = state.moved?.some((each) => each.state.record.recordId === recordId);
      return moved === true ? 'moved' : 'ended';
    }
    if (records.includes(recordId)) {
      if (known.position > last.upTo) return 'corrected';
      continue;
    }
    const { end } = known;
    if (end === undefined || isBefore(on, end.on)) {
      return known.position > last.upTo ? 'corrected' : 'ended';
    }
    return end.because;
  }
  return isUpheld(last, entries) ? 'objection' : undefined;
}

/** Since it was made, an objection against it or what it took the place of was upheld. */
function isUpheld(last: KeptEvaluation, entries: readonly Entry[]): boolean {
  const line = lineOf(last, foldEvaluations(entries)).map(({ evaluationId }) => evaluationId);
  const answered = entries.filter(
    ({ kind, position }) => kind === caseEntryKind('answered') && position > last.upTo,
  );
  if (answered.length === 0) return false;
  return [...foldCases(entries)].some(([caseId, { file }]) => {
    const { matter } = file.opened;
    if (matter.case !== 'objection' || matter.target.kind !== 'evaluation') return false;
    if (!answered.some(({ stream }) => stream === caseStream(caseId))) return false;
    return line.includes(matter.target.evaluationId) && lastOf(file, 'answered')?.effect !== 'none';
  });
}

interface Tools {
  readonly world: World;
  readonly evaluations: readonly {
    readonly card: EvaluationCard;
    readonly evaluator: Evaluator;
  }[];
}

/** Compiled once for each edition: editions never change. */
function toolsOf(edition: Edition): Tools {
  const known = tools.get(edition);
  if (known !== undefined) return known;
  const evaluations = programsOfEdition(edition).flatMap(({ kind, id, making }) => {
    const card = edition.evaluations.get(id);
    if (kind !== 'evaluation' || card === undefined || making.kind === 'refused') return [];
    return [{ card, evaluator: createEvaluator(making.program) }];
  });
  const made = { world: worldOf(edition), evaluations };
  tools.set(edition, made);
  return made;
}

const tools: WeakMap<Edition, Tools> = new WeakMap();
