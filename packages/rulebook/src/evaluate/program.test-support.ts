import { civilDate, dayNumber, type MonthRounding } from '@credence/domain';

import { checkExpression } from '../language/check-expression.ts';
import type { RecordFacts, SubjectFacts } from '../language/facts.ts';
import type { Program, Rule } from '../language/program.ts';
import type { Expected } from '../language/scope.ts';
import type { Expression } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import type { Collection, Field, World } from '../language/world.ts';

/** A day as evaluation takes it. */
export function day(text: string): number {
  return dayNumber(civilDate(text));
}

const date: Field = { type: { kind: 'date' }, optional: false };
const dateOrNot: Field = { type: { kind: 'date' }, optional: true };
const truth: Field = { type: { kind: 'bool' }, optional: false };
const money: Field = { type: { kind: 'money', least: 0, most: 100_000_000 }, optional: false };
const coded = (list: string): Field => ({ type: { kind: 'code', list }, optional: false });

const penalties: Collection = {
  most: 1000,
  active: { from: 'served', until: 'ended' },
  fields: new Map<string, Field>([
    ['decided', date],
    ['served', date],
    ['ended', dateOrNot],
    ['repaired', dateOrNot],
    ['quashed', truth],
    ['fine', money],
    ['weight', { type: { kind: 'int', least: 0, most: 5 }, optional: false }],
    ['severity', coded('severity')],
    ['kinds', { type: { kind: 'codes', list: 'kind' }, optional: false }],
  ]),
};

/** A small world with everything in it that a world can have. */
export const smallWorld: World = {
  codeLists: new Map([
    ['severity', ['minor', 'general', 'serious']],
    ['kind', ['warning', 'fine', 'closure']],
    ['size', ['micro', 'small', 'large']],
    ['class', ['a', 'b', 'c', 'd']],
  ]),
  subject: new Map<string, Field>([
    ['size', coded('size')],
    ['registered', date],
    ['arrears', money],
    ['reported', truth],
  ]),
  collections: new Map([
    ['penalties', penalties],
    [
      'pledges',
      {
        most: 100,
        active: undefined,
        fields: new Map<string, Field>([
          ['due', date],
          ['kept', truth],
        ]),
      },
    ],
  ]),
  record: undefined,
  values: new Map([
    [
      'window.serious',
      {
        type: { kind: 'period' as const },
        rows: [
          { from: day('2024-01-01'), value: { unit: 'months' as const, count: 36 } },
          { from: day('2026-07-01'), value: { unit: 'months' as const, count: 24 } },
        ],
      },
    ],
  ]),
  currency: 'CNY',
};

/** A rule as tests write it: a text, or a text with what stands around it. */
export type RuleText =
  | string
  | {
      readonly value: string;
      readonly from?: string;
      readonly until?: string;
      readonly reviewBy?: string;
      readonly expected?: Expected;
      readonly confidence?: Rule['confidence'];
      readonly exceptions?: readonly { name: string; when: string; value: string }[];
    };

/** An expression of a text known to be right. */
export function expressionOf(
  text: string,
  expected: Expected,
  { world = smallWorld, rules = new Map<string, Type>() } = {},
): Expression {
  const check = checkExpression(text, { world, expected, rules });
  if (check.kind === 'checked') return check.expression;
  throw new RangeError(`${text}: ${check.faults.map(({ message }) => message).join(' ')}`);
}

/** A program of texts; the last rule is the result. */
export function programOfTexts(
  texts: Readonly<Record<string, RuleText>>,
  { world = smallWorld, round = 'down' }: { world?: World; round?: MonthRounding } = {},
): Program {
  const types = new Map<string, Type>();
  const rules = Object.entries(texts).map(([name, text]): Rule => {
    const written = typeof text === 'string' ? { value: text } : text;
    const expected = written.expected ?? { kind: 'any' };
    const options = { world, rules: types };
    const value = expressionOf(written.value, expected, options);
    const cited = {
      title: { zh: `规则${name}`, en: `Rule ${name}` },
      confidence: 'verified' as const,
    };
    const rule: Rule = {
      ...cited,
      name,
      basis: [{ source: 'demo-act', at: 'art-1' }],
      confidence: written.confidence ?? 'verified',
      inForce: {
        from: civilDate(written.from ?? '2000-01-01'),
        until: written.until === undefined ? 'none' : civilDate(written.until),
      },
      reviewBy: civilDate(written.reviewBy ?? '2099-01-01'),
      text: written.value,
      value,
      exceptions: (written.exceptions ?? []).map((exception) => ({
        ...cited,
        name: exception.name,
        basis: [{ source: 'demo-act', at: 'art-2' }],
        when: expressionOf(exception.when, { kind: 'bool' }, options),
        value: expressionOf(exception.value, expected, options),
      })),
    };
    types.set(name, value.type);
    return rule;
  });
  const result = Object.keys(texts).at(-1) ?? '';
  return { card: 'risk-class:demo', edition: 'f'.repeat(64), world, round, rules, result };
}

/** A penalty with usual facts. */
export function penalty(id: string, facts: RecordFacts['facts'] = {}): RecordFacts {
  return {
    id,
    facts: {
      decided: day('2025-03-31'),
      served: day('2025-04-10'),
      quashed: false,
      fine: 1_000_000,
      weight: 2,
      severity: 'general',
      kinds: ['fine'],
      ...facts,
    },
  };
}

/** A subject with usual facts and the given records. */
export function subject(
  records: Readonly<Record<string, readonly RecordFacts[]>> = {},
  facts: SubjectFacts['facts'] = {},
): SubjectFacts {
  return {
    id: 's-1',
    facts: {
      size: 'small',
      registered: day('2020-02-29'),
      arrears: 0,
      reported: true,
      ...facts,
    },
    records,
  };
}
