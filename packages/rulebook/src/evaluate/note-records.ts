import type { RecordFacts } from '../language/facts.ts';
import type { Compiler } from './compiler.ts';
import { conjunctsOf, type Aggregate } from './conjuncts.ts';
import type { CountedRecord, ExcludedRecord } from './program-trace.ts';
import { compileReason, compileUntil, type SayReason } from './reason.ts';
import type { Frame, Numeric, Truth } from './value.ts';
import { writeDayWithin } from './write-day.ts';

/** One condition about a record, with what to say where it fails and when time will end it. */
interface Conjunct {
  readonly holds: Truth;
  readonly reason: SayReason;
  /** The day on which time alone ends it, at the latest; undefined where time does not. */
  readonly until: ((frame: Frame) => number | undefined) | undefined;
}

/** The conditions of an aggregate, ready to be asked one by one. */
export function compileConjuncts(inner: Compiler, expression: Aggregate): readonly Conjunct[] {
  return conjunctsOf(expression).map((condition, place) => ({
    holds: inner.truth(condition),
    reason: compileReason(inner, condition, place),
    until: compileUntil(inner, condition),
  }));
}

interface Plan {
  readonly conjuncts: readonly Conjunct[];
  /** So many of them are filters; the others are what is asked about those that pass. */
  readonly filters: number;
  readonly part: Numeric | undefined;
}

interface Noted {
  readonly counted: readonly CountedRecord[];
  readonly excluded: readonly ExcludedRecord[];
  readonly parts: readonly number[];
  /** How many passed the filters and missed what is asked about them. */
  readonly missed: number;
}

/** Goes through records, noting which count until when, and which do not and why. */
export function noteRecords(frame: Frame, list: readonly RecordFacts[], plan: Plan): Noted {
  const counted: CountedRecord[] = [];
  const excluded: ExcludedRecord[] = [];
  const parts: number[] = [];
  let missed = 0;
  const [record, notes] = [frame.record, frame.notes];
  frame.notes = undefined;
  for (const { id, facts } of list) {
    frame.record = facts;
    const failing = firstFailing(frame, plan.conjuncts);
    const failed = plan.conjuncts[failing];
    if (failed === undefined) {
      const part = plan.part?.(frame);
      parts.push(part ?? 1);
      const until = writeDayWithin(earliestEnd(frame, plan.conjuncts));
      counted.push({ record: id, until, part });
    } else {
      if (failing >= plan.filters) missed += 1;
      excluded.push(failed.reason(frame, id));
    }
  }
  frame.record = record;
  frame.notes = notes;
  return { counted, excluded, parts, missed };
}

function firstFailing(frame: Frame, conjuncts: readonly Conjunct[]): number {
  let place = 0;
  for (const { holds } of conjuncts) {
    if (!holds(frame)) return place;
    place += 1;
  }
  return -1;
}

function earliestEnd(frame: Frame, conjuncts: readonly Conjunct[]): number | undefined {
  let earliest: number | undefined;
  for (const { until } of conjuncts) {
    const day = until?.(frame);
    if (day !== undefined && (earliest === undefined || day < earliest)) earliest = day;
  }
  return earliest;
}
