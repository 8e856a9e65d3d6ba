import { describe, expect, it } from 'vitest';

import type { SubjectFacts } from '../language/facts.ts';
import { createEvaluator } from './explain-fully.ts';
import { day, penalty, programOfTexts, smallWorld, subject } from './program.test-support.ts';
import { makeSubjects } from './random-subjects.test-support.ts';
import { hashTrace, writeTraceJson } from './trace-json.ts';

const program = programOfTexts({
  heavy: {
    value:
      'cap(penalties.filter(r, r.severity == serious && !r.quashed && !has(r.repaired) && within(r.decided, P24M)).size() * 40, 60)',
    confidence: 'secondary',
    reviewBy: '2026-01-31',
    exceptions: [{ name: 'micro', when: 'org.size == micro', value: '5' }],
  },
  later: { value: '9', from: '2027-01-01' },
  answer: {
    value: 'heavy > 40 ? c : heavy > 0 ? b : a',
    expected: { kind: 'code', list: 'class' },
  },
});
const evaluator = createEvaluator(program);
const asOf = day('2026-03-01');
const knownAt = '2026-03-01T00:00:00Z';
const serious = (id: string, facts = {}) => penalty(id, { severity: 'serious', ...facts });
const facts = subject({
  penalties: [
    serious('p2'),
    serious('p1', { decided: day('2025-09-30') }),
    serious('p3', { quashed: true }),
    serious('p4', { repaired: day('2025-12-01') }),
    serious('p5', { decided: day('2024-02-01') }),
    serious('p6', { decided: day('2026-03-05') }),
    penalty('p7'),
  ],
});
const horizon = day('2030-01-01');

describe('a trace', () => {
  const trace = evaluator.explain(facts, asOf, { knownAt });

  it('says which records counted and until when', () => {
    expect(trace.steps[0]?.records[0]?.counted).toEqual([
      { record: 'p1', until: '2027-09-30' },
      { record: 'p2', until: '2027-03-31' },
    ]);
  });

  it('says why the others did not, by the first condition they miss', () => {
    const said = trace.steps[0]?.records[0]?.excluded.map(
      ({ record, because, field, found, since, until }) => [
        record,
        because,
        field,
        found,
        since ?? until,
      ],
    );
    expect(said).toEqual([
      ['p3', 'is-so', 'quashed', true, undefined],
      ['p4', 'is-known', 'repaired', '2025-12-01', undefined],
      ['p5', 'window-over', 'decided', '2024-02-01', '2026-02-01'],
      ['p6', 'window-ahead', 'decided', '2026-03-05', '2026-03-05'],
      ['p7', 'differs', 'severity', 'general', undefined],
    ]);
  });

  it('shows what a cap cut, raw and applied', () => {
    expect(trace.steps[0]?.caps).toEqual([
      { node: 0, part: 'value', span: { start: 0, end: 124 }, raw: 80, limit: 60, applied: true },
    ]);
  });

  it('names the text of the condition that was missed', () => {
    const [excluded] = trace.steps[0]?.records[0]?.excluded ?? [];
    const { start = 0, end = 0 } = excluded?.span ?? {};
    expect(trace.steps[0]?.text.slice(start, end)).toBe('!r.quashed');
  });

  it('says which rules are not in force yet, and that reviews and sources are wanting', () => {
    expect(trace.steps[1]).toMatchObject({ state: 'not-yet-in-force', value: 0 });
    expect(trace.warnings).toEqual([
      { kind: 'review-overdue', rule: 'heavy', since: '2026-01-31' },
      { kind: 'unconfirmed', rule: 'heavy', confidence: 'secondary' },
    ]);
  });

  it('says which exception held in place of the rule', () => {
    const micro = evaluator.explain({ ...facts, facts: { ...facts.facts, size: 'micro' } }, asOf, {
      knownAt,
    });
    expect(micro.steps[0]).toMatchObject({ value: 5, exception: { name: 'micro' } });
    expect(micro.steps[0]?.records).toEqual([]);
  });

  it('is the same to the byte whatever the order of records', () => {
    const options = { knownAt, horizon };
    const backwards = {
      ...facts,
      records: { penalties: facts.records['penalties']?.toReversed() ?? [] },
    };
    const hashes = [facts, facts, backwards].map((each) =>
      hashTrace(evaluator.explainFully(each, asOf, options)),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(writeTraceJson(evaluator.explainFully(facts, asOf, options))).not.toContain('undefined');
  });

  it('names the very day on which time ends a counting, or an exclusion', () => {
    const timed = createEvaluator(
      programOfTexts({
        answer:
          'penalties.filter(r, activeAt(r) && within(r.decided, P24M) && age(r.served) <= P9M && age(r.decided) > P10D).size()',
      }),
    );
    const order = { seed: 4, count: 150, from: asOf - 700, until: asOf + 300, recordsMax: 6 };
    const lookedAt = (each: SubjectFacts, on: number) =>
      timed.explain(each, on, { knownAt }).steps[0]?.records[0];
    for (const each of makeSubjects(smallWorld, order)) {
      const counts = (record: string, on: number) =>
        lookedAt(each, on)?.counted.some((other) => other.record === record);
      const missed = (record: string, on: number) =>
        lookedAt(each, on)?.excluded.find((other) => other.record === record)?.conjunct;
      for (const { record, until } of lookedAt(each, asOf)?.counted ?? []) {
        if (until === undefined) throw new Error('Every window ends.');
        expect([counts(record, day(until) - 1), counts(record, day(until))]).toEqual([true, false]);
      }
      for (const { record, conjunct, until } of lookedAt(each, asOf)?.excluded ?? []) {
        if (until === undefined) continue;
        expect(missed(record, day(until) - 1)).toBeDefined();
        expect(missed(record, day(until))).not.toBe(conjunct);
      }
    }
  });

  it('yields what plain evaluation yields, for anyone on any day', () => {
    const order = { seed: 11, count: 200, from: asOf - 1200, until: asOf + 60, recordsMax: 6 };
    for (const [index, each] of makeSubjects(smallWorld, order).entries()) {
      const on = asOf + index;
      const { result, rules } = evaluator.evaluate(each, on);
      const traced = evaluator.explain(each, on, { knownAt });
      expect([traced.result, traced.steps.map(({ value }) => value)]).toEqual([result, rules]);
    }
  });
});

describe('a full explanation', () => {
  it('says when the answer changes by itself, and what makes it change', () => {
    const { nextChange } = evaluator.explainFully(facts, asOf, { knownAt, horizon });
    expect(nextChange).toEqual({
      on: '2027-09-30',
      result: 'b',
      because: [
        {
          rule: 'heavy',
          title: { zh: '规则heavy', en: 'Rule heavy' },
          from: 60,
          to: 40,
          begins: [],
          ends: ['p1'],
        },
        {
          rule: 'answer',
          title: { zh: '规则answer', en: 'Rule answer' },
          from: 'c',
          to: 'b',
          begins: [],
          ends: [],
        },
      ],
    });
  });

  it('says so when nothing changes before the horizon', () => {
    const { nextChange } = evaluator.explainFully(subject(), asOf, { knownAt, horizon: asOf + 1 });
    expect(nextChange).toEqual({ noneUntil: '2026-03-02' });
  });

  const repair = (id: string, earliest: string) => ({
    code: 'repair',
    record: { collection: 'penalties', id },
    earliest: day(earliest),
    changes: { repaired: day(earliest) },
  });

  it('names the smallest sets of actions that help, and the day on which time does', () => {
    const { exits } = evaluator.explainFully(facts, asOf, {
      knownAt,
      horizon,
      exits: {
        better: { kind: 'order', best: ['a', 'b', 'c', 'd'] },
        actions: [
          repair('p1', '2026-04-01'),
          repair('p2', '2026-05-01'),
          repair('p6', '2026-06-01'),
        ],
      },
    });
    expect(exits?.byTime).toEqual({ on: '2027-09-30', result: 'b' });
    expect(exits?.searched).toEqual({ size: 3, complete: true });
    expect(
      exits?.byAction.map(({ actions, on, result }) => [
        actions.map(({ record }) => record).join(' '),
        on,
        result,
      ]),
    ).toEqual([
      ['p1 p2', '2026-05-01', 'b'],
      ['p1 p6', '2026-06-01', 'b'],
      ['p2 p6', '2026-06-01', 'b'],
      ['p1 p2 p6', '2026-06-01', 'a'],
    ]);
  });

  it('says so when the search had to stop', () => {
    const { exits } = evaluator.explainFully(facts, asOf, {
      knownAt,
      horizon,
      exits: {
        better: { kind: 'order', best: ['a', 'b', 'c', 'd'] },
        actions: [repair('p1', '2026-04-01'), repair('p2', '2026-05-01')],
        setsMax: 2,
      },
    });
    expect(exits?.searched).toEqual({ size: 1, complete: false });
  });
});
