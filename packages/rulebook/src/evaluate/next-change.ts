import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';
import { addToDay } from './add-to-day.ts';
import type { Closures } from './compile-closures.ts';
import { criticalDays, type CriticalDay } from './critical-days.ts';
import type { Value, Values } from './value.ts';

/** A day from which a result differs. */
export interface Change {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly values: Values;
}

/** Answers when a program changes its answer about a subject, if nothing new becomes known. */
export interface Forecast {
  /** Days after `after`, up to and with `until`, on which an answer may change; ascending. */
  readonly daysBetween: (facts: SubjectFacts, after: number, until: number) => readonly number[];
  /** The first day after `asOf`, up to and with `horizon`, on which the result differs. */
  readonly nextChange: (facts: SubjectFacts, asOf: number, horizon: number) => Change | undefined;
  /** Every such day, each against the day before it. */
  readonly changes: (facts: SubjectFacts, asOf: number, horizon: number) => readonly Change[];
  /** The same, one after the other, each evaluated when it is asked for. */
  readonly changesFrom: (facts: SubjectFacts, asOf: number, horizon: number) => Iterable<Change>;
}

/** The forecast of a compiled program. */
export function createForecast({ program, evaluate }: Closures): Forecast {
  const critical = criticalDays(program);

  const daysBetween: Forecast['daysBetween'] = (facts, after, until) => {
    const days = new Set<number>();
    const take = (day: number): void => {
      if (day > after && day <= until) days.add(day);
    };
    for (const each of critical) takeDays(each, facts, take);
    return [...days].sort((a, b) => a - b);
  };

  const takeDays = (each: CriticalDay, facts: SubjectFacts, take: (day: number) => void): void => {
    if (each.kind === 'fixed') {
      take(each.day);
      return;
    }
    const { field, period, extra } = each;
    const takeFact = (fact: Fact): void => {
      if (typeof fact !== 'number') return;
      take((period === undefined ? fact : addToDay(fact, period, program.round)) + extra);
    };
    if (each.of === 'subject') {
      takeFact(facts.facts[field]);
    } else {
      for (const record of facts.records[each.of.collection] ?? nothing) {
        takeFact(record.facts[field]);
      }
    }
  };

  /** Changes one after the other, as far as somebody asks for them. */
  function* changesFrom(
    facts: SubjectFacts,
    asOf: number,
    horizon: number,
  ): Generator<Change, void> {
    let before: Value = evaluate(facts, asOf).result;
    for (const day of daysBetween(facts, asOf, horizon)) {
      const values = evaluate(facts, day);
      if (values.result === before) continue;
      before = values.result;
      yield { day, values };
    }
  }

  return {
    daysBetween,
    nextChange: (facts, asOf, horizon) => {
      for (const change of changesFrom(facts, asOf, horizon)) return change;
      return undefined;
    },
    changes: (facts, asOf, horizon) => [...changesFrom(facts, asOf, horizon)],
    changesFrom,
  };
}

const nothing: readonly RecordFacts[] = [];
