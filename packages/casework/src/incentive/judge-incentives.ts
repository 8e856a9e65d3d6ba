import {
  addMonths,
  containsDay,
  dayNumber,
  fromDayNumber,
  later,
  type CivilDate,
} from '@credence/domain';
import {
  createEvaluator,
  hashTrace,
  incentivesOfEdition,
  worldOf,
  type Edition,
  type EditionIncentive,
  type Evaluator,
  type Program,
  type RecordFacts,
  type SubjectFacts,
} from '@credence/rulebook';

import { gatherFacts } from '../impact/gather-facts.ts';
import type { SubjectState } from '../state/subject-state.ts';
import type { ConditionAnswer, IncentiveAnswer } from './incentive.ts';
import { incentiveLine } from './incentive-line.ts';
import type { ListingFact } from './listing-facts.ts';

/** How far ahead changes by time alone are looked for: longer than any period of the law. */
const horizonMonths = 120;

/** What an incentive is judged by, under one law and for one day. */
export interface IncentiveQuestion {
  readonly edition: Edition;
  readonly asOf: CivilDate;
  /** Entries of lists that were made here. */
  readonly listings: readonly ListingFact[];
}

/**
 * What each incentive of an edition is for one subject: whether it has it, since when, until when, and
 * which condition is missing. Only what is in effect is looked at: a record that has ended, was
 * repaired or quashed is not there, whatever a card says of it. Nothing is counted or compared.
 *
 * Legal source: guards G22 (a benefit takes nothing), G34 and N8 (what has ended is gone).
 */
export function judgeIncentives(
  state: SubjectState,
  question: IncentiveQuestion,
): readonly IncentiveAnswer[] {
  const facts = liveFacts(state, question);
  return incentivesFor(facts, question).map((incentive) => answerOf(incentive, facts, question));
}

/** Whether a subject meets all conditions, by the id of the incentive; without any reason. */
export function findIncentives(
  state: SubjectState,
  question: IncentiveQuestion,
): ReadonlyMap<string, boolean> {
  const facts = liveFacts(state, question);
  const day = dayNumber(question.asOf);
  return new Map(
    incentivesFor(facts, question).map(({ id, program }) => [
      id,
      holdsAll(evaluatorOf(program), facts, day),
    ]),
  );
}

function incentivesFor(
  { facts }: SubjectFacts,
  { edition, asOf }: IncentiveQuestion,
): readonly EditionIncentive[] {
  return incentivesOfEdition(edition).filter(
    ({ card }) =>
      containsDay(card.inForce, asOf) && card.subjects.some((kind) => kind === facts['kind']),
  );
}

/** What the register knows of the subject that is still in effect, or begins later. */
function liveFacts(
  state: SubjectState,
  { edition, asOf, listings }: IncentiveQuestion,
): SubjectFacts {
  const { id, facts, records } = gatherFacts(state, { edition, world: worldOf(edition), asOf });
  const today = dayNumber(asOf);
  const live = Object.entries(records).map(([name, list]): [string, readonly RecordFacts[]] => [
    name,
    list.filter(({ facts: each }) => {
      const { repaired, quashed, ends } = each;
      const isOver = typeof ends === 'number' && ends <= today;
      return repaired !== true && quashed !== true && !isOver;
    }),
  ]);
  const known: Readonly<Record<string, readonly RecordFacts[]>> =
    edition.lists.size === 0 ? {} : { listings };
  const kept: Readonly<Record<string, readonly RecordFacts[]>> = Object.fromEntries(live);
  return { id, facts, records: { ...kept, ...known } };
}

function answerOf(
  incentive: EditionIncentive,
  facts: SubjectFacts,
  { edition, asOf }: IncentiveQuestion,
): IncentiveAnswer {
  const { program, card } = incentive;
  const evaluator = evaluatorOf(program);
  const line = incentiveLine(incentive, edition);
  const trace = evaluator.explain(facts, dayNumber(asOf), { knownAt: asOf });
  const days = { facts, asOf, horizon: horizonOf(incentive, edition, asOf) };
  const conditions = line.conditions.map((condition): ConditionAnswer => {
    const place = program.rules.findIndex(({ name }) => name === condition.code);
    const read = (day: number) => evaluator.evaluate(facts, day).rules[place] === true;
    const holds = read(dayNumber(asOf));
    const changesOn = firstChange(evaluator, days, read);
    const records = holds
      ? []
      : (trace.steps[place]?.records ?? []).flatMap(({ counted }) =>
          counted.map(({ record }) => record),
        );
    return {
      ...condition,
      holds,
      ...(changesOn === undefined ? {} : { changesOn }),
      records: [...new Set(records)],
    };
  });
  const all = (day: number) => holdsAll(evaluator, facts, day);
  const next = firstChange(evaluator, days, all);
  const began = later(card.inForce.from, edition.inForce.from);
  const standing = all(dayNumber(asOf))
    ? {
        kind: 'has' as const,
        since: lastChange(evaluator, { facts, from: began, asOf }, all),
        ...(next === undefined ? {} : { until: next }),
      }
    : { kind: 'has-not' as const, ...(next === undefined ? {} : { from: next }) };
  return { incentive: line, standing, conditions, hash: hashTrace(trace) };
}

/** Past the end of the card it would still compute, and say nothing that is law. */
function horizonOf({ card }: EditionIncentive, edition: Edition, asOf: CivilDate): number {
  const far = dayNumber(addMonths(asOf, horizonMonths, edition.months.round));
  const { until } = card.inForce;
  return until === 'none' ? far : Math.min(far, dayNumber(until) - 1);
}

/** The program names its conditions and the answer; the answer is that all of them hold. */
function holdsAll(evaluator: Evaluator, facts: SubjectFacts, day: number): boolean {
  return evaluator
    .evaluate(facts, day)
    .rules.slice(0, -1)
    .every((value) => value === true);
}

type Read = (day: number) => boolean;

function firstChange(
  evaluator: Evaluator,
  {
    facts,
    asOf,
    horizon,
  }: { readonly facts: SubjectFacts; readonly asOf: CivilDate; readonly horizon: number },
  read: Read,
): CivilDate | undefined {
  const today = dayNumber(asOf);
  const now = read(today);
  const day = evaluator.daysBetween(facts, today, horizon).find((each) => read(each) !== now);
  return day === undefined ? undefined : fromDayNumber(day);
}

/** Since when it has been as it is today, by what stands in the register today. */
function lastChange(
  evaluator: Evaluator,
  {
    facts,
    from,
    asOf,
  }: { readonly facts: SubjectFacts; readonly from: CivilDate; readonly asOf: CivilDate },
  read: Read,
): CivilDate {
  const days = [dayNumber(from), ...evaluator.daysBetween(facts, dayNumber(from), dayNumber(asOf))];
  const now = read(dayNumber(asOf));
  const before = days.findLastIndex((day) => read(day) !== now);
  return fromDayNumber(days[before + 1] ?? dayNumber(asOf));
}

/** Programs are immutable, so each is compiled once. */
const evaluators: WeakMap<Program, Evaluator> = new WeakMap();

function evaluatorOf(program: Program): Evaluator {
  const known = evaluators.get(program) ?? createEvaluator(program);
  evaluators.set(program, known);
  return known;
}
