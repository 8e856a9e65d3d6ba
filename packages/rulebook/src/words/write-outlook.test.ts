import { civilDate, dayNumber } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createEvaluator } from '../evaluate/explain-fully.ts';
import {
  day,
  penalty,
  programOfTexts,
  smallWorld,
  subject,
} from '../evaluate/program.test-support.ts';
import type { NamedValue, World } from '../language/world.ts';
import { noLabels } from './labels.ts';
import { writeTrace, writeTraceText } from './write-trace.ts';

const unsure = (confidence: 'secondary' | 'unverified'): NamedValue => ({
  type: { kind: 'period' },
  rows: [
    { from: day('2024-01-01'), value: { unit: 'months', count: 36 }, confidence },
    { from: day('2026-07-01'), value: { unit: 'months', count: 24 }, confidence: 'verified' },
  ],
});
const world: World = {
  ...smallWorld,
  values: new Map([
    ['window.used', unsure('secondary')],
    ['window.unused', unsure('unverified')],
  ]),
};
const order = { kind: 'order', best: ['a', 'b', 'c', 'd'] } as const;
const best = { expected: { kind: 'code', list: 'class' } } as const;
const classed = programOfTexts(
  {
    recent: { value: 'penalties.filter(r, within(r.decided, value("window.used"))).size()' },
    big: { value: 'org.size == large' },
    nought: { value: '0' },
    answer: { value: 'recent > 0 ? b : a', ...best, until: '2028-01-01' },
  },
  { world },
);

function explained(records: Parameters<typeof subject>[0], asOf: string, program = classed) {
  const options = {
    knownAt: asOf,
    horizon: day('2032-01-01'),
    exits: { actions: [], better: order },
  };
  return createEvaluator(program).explainFully(
    subject(records),
    dayNumber(civilDate(asOf)),
    options,
  );
}

const given = { program: classed, labels: noLabels, best: 'a' } as const;
const one = { penalties: [penalty('1')] };

describe('warnings about values', () => {
  it('are given for values the program speaks of, and for no other of the edition', () => {
    expect(explained(one, '2026-03-01').warnings).toEqual([
      { kind: 'value-unconfirmed', value: 'window.used', confidence: 'secondary' },
    ]);
  });

  it('end with the row that is unsure', () => {
    expect(explained(one, '2026-06-30').warnings).toHaveLength(1);
    expect(explained(one, '2026-07-01').warnings).toEqual([]);
  });

  it('stand in one sentence for all that is as unsure', () => {
    const program = programOfTexts({
      first: { value: '1', confidence: 'unverified' },
      second: { value: '2', confidence: 'unverified' },
      answer: { value: 'first + second' },
    });
    const trace = createEvaluator(program).explain(subject({}), day('2026-03-01'), {
      knownAt: '2026-03-01',
    });
    const write = (language: 'zh' | 'en') =>
      writeTrace(trace, { program, labels: noLabels, language });
    expect(write('zh').warnings).toEqual(['“规则first”和“规则second”的依据还没有核实。']);
    expect(write('en').warnings).toEqual([
      'Not confirmed yet: the basis of “Rule first” and “Rule second”.',
    ]);
  });
});

describe('what comes next', () => {
  it('tells nobody with the best result how to get a better one', () => {
    const trace = explained({}, '2026-03-01');
    expect(writeTrace(trace, { ...given, language: 'en' }).exits).toEqual([]);
    const other = explained(one, '2026-03-01');
    expect(writeTrace(other, { ...given, language: 'en' }).exits).toEqual([
      'There is nothing you can apply for now that would make it better sooner. A record that is wrong can be disputed at any time.',
    ]);
  });

  it('stops on the day the rule is law no longer: nothing is foretold beyond it', () => {
    const lasting = { penalties: [penalty('1', { decided: day('2027-06-01') })] };
    const trace = explained(lasting, '2027-07-01');
    expect(trace.nextChange).toEqual({ noneUntil: '2027-12-31', lapses: '2028-01-01' });
    expect(writeTrace(trace, { ...given, language: 'zh' }).outlook).toEqual([
      '如果没有新的情况，结果不会自动改变；2028年1月1日起这项规则不再适用。',
    ]);
  });

  it('gives no result on a day on which the rule is no law', () => {
    const after = writeTraceText(explained(one, '2028-01-01'), { ...given, language: 'en' });
    expect(after).toBe(
      '“Rule answer” has not applied since 1 Jan 2028; on 1 Jan 2028 it gives no result.\n',
    );
    const before = writeTraceText(explained(one, '1999-12-31'), { ...given, language: 'zh' });
    expect(before).toBe('“规则answer”从2000年1月1日起才适用，1999年12月31日还没有结果。\n');
  });
});

describe('rules with nothing to tell', () => {
  it('are told apart: no such record, not so, and a plain nought', () => {
    const { nothing } = writeTrace(explained({}, '2026-03-01'), { ...given, language: 'en' });
    expect(nothing).toEqual([
      'There is no record of this kind: Rule recent.',
      'This is not the case: Rule big.',
      'This comes to 0: Rule nought.',
    ]);
  });
});
