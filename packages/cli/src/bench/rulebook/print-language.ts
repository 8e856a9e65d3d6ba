import { civilDate } from '@credence/domain';
import {
  checkExpression,
  type Program,
  type Rule,
  type Type,
  type World,
} from '@credence/rulebook';

import { asOf, codes } from './generate-register.ts';
import { decisiveRule, type BenchRule, type RecordFilter, type Test } from './rule-table.ts';

/** How periods are written: days as the benchmark has them, or calendar months as laws have them. */
export type Periods = 'days' | 'months';

interface Field {
  readonly type: Type;
  readonly optional: boolean;
}

const code = (list: string): Field => ({ type: { kind: 'code', list }, optional: false });
const int = (most: number): Field => ({ type: { kind: 'int', least: 0, most }, optional: false });
const bool: Field = { type: { kind: 'bool' }, optional: false };
const date: Field = { type: { kind: 'date' }, optional: false };

/** What the rules of the benchmark can speak of. */
export const benchWorld: World = {
  codeLists: new Map(Object.entries(codes)),
  subject: new Map([
    ['size', code('size')],
    ['sector', code('domain')],
    ['since', date],
    ['report', bool],
    ['arrears', int(500_000)],
  ]),
  collections: new Map([
    [
      'entries',
      {
        fields: new Map([
          ['kind', code('kind')],
          ['day', date],
          ['domain', code('domain')],
          ['severity', int(3)],
          ['until', date],
          ['amount', int(1_300_000)],
          ['list', code('list')],
          ['repaired', bool],
          ['quashed', bool],
        ]),
        most: 100,
        active: { from: 'day', until: 'until' },
      },
    ],
  ]),
  record: undefined,
  values: new Map(),
  currency: 'CNY',
};

/** Expressions of one or several tables of rules by name, the last one the result. */
export function printRules(
  tables: readonly (readonly BenchRule[])[],
  periods: Periods,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  tables.forEach((rules, place) => {
    const name = (id: string): string => `${id.toLowerCase()}_${place}`;
    for (const rule of rules) texts.set(name(rule.id), printRule(rule, periods));
    const sum = rules.map(({ id }) => name(id)).join(' + ');
    const decisive = name(rules[decisiveRule]?.id ?? '');
    texts.set(name('left'), `780 - (${sum})`);
    texts.set(name('kept'), `${name('left')} < 0 ? 0 : cap(${name('left')}, 1000)`);
    const kept = name('kept');
    const grade = `${kept} < 500 ? 3 : ${kept} < 650 ? 2 : ${kept} < 760 ? 1 : 0`;
    texts.set(name('grade'), `${decisive} > 0 ? 3 : ${grade}`);
    texts.set(name('both'), `${kept} * 4 + ${name('grade')}`);
  });
  const results = tables.map((_, place) => `both_${place}`);
  return texts.set('result', results.join(' + '));
}

/** A program of the language from printed rules. */
export function programOf(texts: ReadonlyMap<string, string>): Program {
  const types = new Map<string, Type>();
  const rules = [...texts].map(([name, text]): Rule => {
    const check = checkExpression(text, {
      ...{ world: benchWorld, expected: { kind: 'int' }, rules: types },
    });
    if (check.kind === 'refused') {
      throw new Error(`${name}: ${text}: ${check.faults.map(({ message }) => message).join(' ')}`);
    }
    types.set(name, check.expression.type);
    return {
      ...{ name, title: { zh: name, en: name }, text, value: check.expression, exceptions: [] },
      ...{ basis: [{ source: 'bench', at: 'art-1' }], confidence: 'verified' },
      inForce: { from: civilDate('2000-01-01'), until: 'none' },
      reviewBy: civilDate('2099-01-01'),
    };
  });
  return {
    ...{ card: 'risk-class:bench', edition: '', world: benchWorld, rules },
    ...{ round: 'down', result: 'result' },
  };
}

function printRule({ points, each, tests }: BenchRule, periods: Periods): string {
  const conditions = tests.map((test) => printTest(test, periods)).join(' && ');
  if (each === undefined) return `${conditions} ? ${points} : 0`;
  const size = `${printRecords(each.of, periods)}.size()`;
  const capped = `cap(${size} * ${Math.abs(points)}, ${each.cap})`;
  const value = points < 0 ? `0 - ${capped}` : capped;
  return conditions === '' ? value : `${conditions} ? ${value} : 0`;
}

function printTest(test: Test, periods: Periods): string {
  switch (test.is) {
    case 'count':
      return `${printRecords(test.of, periods)}.size() ${test.how} ${test.value}`;
    case 'sum-above':
      return `${printRecords(test.of, periods)}.sum(r, r.amount) > ${test.value}`;
    case 'size-not':
      return `org.size != ${test.size}`;
    case 'sector':
      return `org.sector == ${test.sector}`;
    case 'no-report':
      return '!org.report';
    case 'registered':
      return `age(org.since) ${test.how} ${printPeriod(test.days, periods)}`;
    case 'arrears-above':
      return `org.arrears > ${test.value}`;
  }
}

function printRecords(of: RecordFilter, periods: Periods): string {
  const parts = [
    `r.kind == ${of.kind}`,
    ...(of.severity === undefined ? [] : [`r.severity ${of.severity.how} ${of.severity.value}`]),
    ...(of.domain === undefined ? [] : [`r.domain == ${of.domain}`]),
    ...(of.list === undefined ? [] : [`r.list == ${of.list}`]),
    ...(of.amountMin === undefined ? [] : [`r.amount >= ${of.amountMin}`]),
    ...(of.within === undefined ? [] : [`within(r.day, ${printPeriod(of.within, periods)})`]),
    ...(of.active === undefined ? [] : ['activeAt(r)']),
    ...(of.state === 'open' ? ['!r.repaired'] : []),
    '!r.quashed',
  ];
  return `entries.filter(r, ${parts.join(' && ')})`;
}

function printPeriod(days: number, periods: Periods): string {
  return periods === 'days' ? `P${days}D` : `P${Math.round((days / 365) * 12)}M`;
}

/** A later day than any that the benchmark looks at. */
export const horizon = asOf + 2_200;
