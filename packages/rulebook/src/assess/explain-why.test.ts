import { addDays, civilDate, isBefore, type CivilDate } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { TraceNode } from '../trace/trace.ts';
import { explainTrace } from '../words/explain-trace.ts';
import { assessRecord } from './assess-record.ts';
import { edition, editionWith, find, item, on, penalty } from './penalty.test-support.ts';

describe('the reason of an assessment', () => {
  it('answers until when, from when, for how long, why this class, and whether it was served', () => {
    const { why } = on('2025-03-01');
    expect(why).toMatchObject({
      id: 'shown-until',
      answer: { kind: 'date', value: '2028-01-15' },
      params: { max: 'P36M', clock: 'decided' },
    });
    expect(why.children.map(({ question }) => question)).toEqual([
      'rule-of-day',
      'counted-from',
      'longest-term',
      'shortest-term',
      'severity-class',
      'served',
      'ended-records',
    ]);
    expect(
      find(why, 'severity-class')?.children.map(({ question, answer }) => [question, answer.kind]),
    ).toEqual([
      ['field-is', 'no'],
      ['field-only', 'no'],
      ['field-any', 'no'],
      ['none-of-above', 'code'],
    ]);
    expect(find(why, 'served')?.answer).toEqual({ kind: 'date', value: '2025-01-20' });
  });

  it('names articles and confidence wherever law decides', () => {
    const { why } = on('2025-03-01');
    expect(find(why, 'longest-term')?.bases).toEqual([
      { citation: { source: 'demo-rule', at: 'art-9' }, confidence: 'secondary' },
    ]);
    for (const question of [
      'counted-from',
      'shortest-term',
      'severity-class',
      'served',
      'field-is',
    ]) {
      expect(find(why, question)?.bases.length, question).toBeGreaterThan(0);
    }
  });

  it('never names a record that has ended: one leaf says that none is used', () => {
    const leaf = find(on('2025-03-01').why, 'ended-records');
    expect(leaf).toMatchObject({ answer: { value: 'never_used' }, params: {}, children: [] });
  });

  it('gives every node an id of its own', () => {
    const ids: string[] = [];
    const collect = (node: TraceNode): void => {
      ids.push(node.id);
      node.children.forEach(collect);
    };
    collect(on('2025-03-01').why);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same for the same record, edition and day', () => {
    expect(on('2025-03-01')).toEqual(on('2025-03-01'));
  });

  it('agrees with the dates on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 440 }), (count) => {
        const day: CivilDate = addDays(civilDate('2025-01-01'), count);
        const { publicity, why } = assessRecord(edition, penalty(), day);
        if (publicity.kind !== 'shown') return;
        expect(why.answer.value).toBe(publicity.ends);
        expect(isBefore(day, publicity.ends)).toBe(true);
      }),
    );
  });

  it('asks the parts of a row with several conditions one by one', () => {
    const law = editionWith([
      item,
      'r.kinds.exists(k, k in [revocation, closure])',
      'has(r.procedure) && r.procedure == ordinary && r.kinds.exists(k, k in [revocation, closure])',
    ]);
    const row = find(on('2025-03-01', penalty(), law).why, 'all-of');
    expect(row?.answer.kind).toBe('no');
    expect(row?.children.map(({ question, answer }) => [question, answer.kind])).toEqual([
      ['field-is', 'yes'],
      ['field-any', 'no'],
    ]);
  });

  it('asks no further once a part of a row does not hold', () => {
    const law = editionWith([
      item,
      'r.kinds.exists(k, k in [revocation, closure])',
      'has(r.fine) && r.fine > money(\\"CNY 100.00\\") && r.kinds.size() > 1',
    ]);
    const row = find(on('2025-03-01', penalty(), law).why, 'all-of');
    expect(row?.children.map(({ question, answer }) => [question, answer.kind])).toEqual([
      ['condition-holds', 'no'],
    ]);
  });

  it('lets no row fit that asks for a required field which an older record lacks', () => {
    const law = editionWith(
      [item, 'has(r.procedure) && r.procedure == summary', 'r.procedure != ordinary'],
      [
        'schemas/penalty-2018.yaml',
        'field: procedure, type: code,',
        'field: procedure, type: code, required: true,',
      ],
    );
    const { kinds = [] } = penalty().facts;
    const facts = { kinds };
    expect(on('2025-03-01', penalty({ facts }), law).severity?.code).toBe('general');
    const summary = penalty({ facts: { ...facts, procedure: 'summary' } });
    expect(on('2025-03-01', summary, law).severity?.code).toBe('minor');
  });

  it('puts a condition of any form into words of the edition, in both languages', () => {
    const law = editionWith([
      item,
      'r.kinds.exists(k, k in [revocation, closure])',
      'has(r.fine) && r.fine > money(\\"CNY 900000.00\\")',
    ]);
    const row = find(on('2025-03-01', penalty(), law).why, 'condition-holds');
    if (row === undefined) throw new Error('No condition was asked.');
    expect([explainTrace(row, 'zh').question, explainTrace(row, 'en').question]).toEqual([
      '是否符合：罚款金额超过900000.00 元？',
      'Does this hold: Fine is above CNY 900000.00?',
    ]);
  });
});
