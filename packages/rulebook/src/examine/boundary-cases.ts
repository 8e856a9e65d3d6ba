import { fromDayNumber, type CivilDate } from '@credence/domain';

import type { Evaluator } from '../evaluate/explain-fully.ts';
import type { Value } from '../evaluate/value.ts';
import type { SubjectFacts } from '../language/facts.ts';

/** What comes out on a day beside one on which time may change the answer. */
export interface BoundaryCase {
  readonly on: CivilDate;
  readonly result: Value;
  /** Rules by name. */
  readonly rules: Readonly<Record<string, Value>>;
}

/**
 * What comes out on every critical day of a subject, the day before and the day after: for reviewers
 * to read, and for tests to hold against the rule as it is changed.
 */
export function boundaryCases(
  { evaluate, daysBetween, program }: Evaluator,
  facts: SubjectFacts,
  [from, until]: readonly [number, number],
): readonly BoundaryCase[] {
  const days = new Set(daysBetween(facts, from, until).flatMap((day) => [day - 1, day, day + 1]));
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      const { result, rules } = evaluate(facts, day);
      const named = program.rules.map(({ name }, place) => [name, rules[place] ?? 0] as const);
      return { on: fromDayNumber(day), result, rules: Object.fromEntries(named) };
    });
}

/** A day on which the answer changed although no critical day was foreseen. */
export interface Unforeseen {
  readonly subject: string;
  readonly on: CivilDate;
}

/** Asks on every day; a day that brings a change must be a critical one. Finds nothing when it is so. */
export function findUnforeseen(
  { evaluate, daysBetween }: Evaluator,
  facts: SubjectFacts,
  [from, until]: readonly [number, number],
): readonly Unforeseen[] {
  const foreseen = new Set(daysBetween(facts, from, until));
  const found: Unforeseen[] = [];
  let before = evaluate(facts, from).rules;
  for (let day = from + 1; day <= until; day += 1) {
    const now = evaluate(facts, day).rules;
    const changed = now.some((value, place) => value !== before[place]);
    if (changed && !foreseen.has(day)) found.push({ subject: facts.id, on: fromDayNumber(day) });
    before = now;
  }
  return found;
}

/**
 * Subjects at the edge of every cap: the records of the given subject repeated, one after the other,
 * until no cap cuts more than it did. Each copy has an id of its own.
 */
export function capCases(
  { explain }: Evaluator,
  facts: SubjectFacts,
  asOf: number,
): readonly SubjectFacts[] {
  const found: SubjectFacts[] = [];
  for (const [collection, list] of Object.entries(facts.records)) {
    for (const record of list) {
      let repeated = list;
      for (let copy = 1; copy <= copiesMax; copy += 1) {
        const before = capsApplied(explain({ ...facts, ...withRecords(repeated) }, asOf, known));
        repeated = [...repeated, { ...record, id: `${record.id}-${copy}` }];
        const edge = { ...facts, ...withRecords(repeated) };
        const after = capsApplied(explain(edge, asOf, known));
        if (after > before) found.push(edge);
      }

      function withRecords(records: typeof list): Pick<SubjectFacts, 'records'> {
        return { records: { ...facts.records, [collection]: records } };
      }
    }
  }
  return found;
}

/** More copies of one record than any cap of a shipped edition needs. */
const copiesMax = 12;
const known = { knownAt: 'generated' };

function capsApplied({ steps }: ReturnType<Evaluator['explain']>): number {
  return steps.flatMap(({ caps }) => caps.filter(({ applied }) => applied)).length;
}
