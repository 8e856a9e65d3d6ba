import { dayNumber, parseCivilDate } from '@credence/domain';

import type { Closures } from '../evaluate/compile-closures.ts';
import type { FactFault } from '../evaluate/read-facts.ts';
import type { Value } from '../evaluate/value.ts';
import type { Fact } from '../language/facts.ts';
import type { Path } from '../load/place.ts';
import { readFact, readWritten, type WrittenFact, type WrittenSubject } from './read-written.ts';

/** A case beside a rule: what is known, and what has to come out on which day. */
export interface RuleCase {
  readonly given: WrittenSubject;
  /** By day: `result`, and other rules by name. */
  readonly expect: Readonly<Record<string, Readonly<Record<string, WrittenFact>>>>;
}

/** A case that does not come out as its card says, with its place in the card. */
export type CaseFailure =
  | {
      readonly kind: 'differs';
      readonly path: Path;
      readonly on: string;
      readonly rule: string;
      readonly expected: WrittenFact;
      readonly found: Value;
    }
  | { readonly kind: 'no-such-rule'; readonly path: Path; readonly rule: string }
  | { readonly kind: 'no-such-day'; readonly path: Path; readonly on: string }
  | { readonly kind: 'bad-facts'; readonly path: Path; readonly faults: readonly FactFault[] };

/** Runs the cases of a card; gives what fails. */
export function runCases(closures: Closures, cases: readonly RuleCase[]): readonly CaseFailure[] {
  return cases.flatMap((each, index) => runCase(closures, each, ['cases', index]));
}

function runCase(closures: Closures, { given, expect }: RuleCase, path: Path): CaseFailure[] {
  const { world, rules } = closures.program;
  const reading = readWritten(closures.program, given, 'case');
  if (reading.kind === 'refused') {
    return [{ kind: 'bad-facts', path: [...path, 'given'], faults: reading.faults }];
  }
  return Object.entries(expect).flatMap(([on, expected]): CaseFailure[] => {
    const date = parseCivilDate(on);
    const below = [...path, 'expect', on];
    if (date === undefined) return [{ kind: 'no-such-day', path: below, on }];
    const values = closures.evaluate(reading.facts, dayNumber(date)).rules;
    return Object.entries(expected).flatMap(([name, written]): CaseFailure[] => {
      const at = [...below, name];
      const place = rules.findIndex((rule) => rule.name === name);
      const rule = rules[place];
      const found = values[place];
      if (rule === undefined || found === undefined) {
        return [{ kind: 'no-such-rule', path: at, rule: name }];
      }
      const wanted: Fact = readFact(world, rule.value.type, written);
      if (found === wanted) return [];
      return [{ kind: 'differs', path: at, on, rule: name, expected: written, found }];
    });
  });
}

/** A failure in one line, for whoever mends the card or the case. */
export function writeFailure(failure: CaseFailure): string {
  switch (failure.kind) {
    case 'differs':
      return `${failure.on} ${failure.rule}: expected ${written(failure.expected)}, found ${written(failure.found)}`;
    case 'no-such-rule':
      return `${failure.rule} is no rule of this card`;
    case 'no-such-day':
      return `${failure.on} is no day`;
    case 'bad-facts':
      return failure.faults
        .map(({ at, found, accepted }) => `${at}: found ${found}, accepted ${accepted}`)
        .join('; ');
  }
}

function written(value: WrittenFact): string {
  return JSON.stringify(value);
}
