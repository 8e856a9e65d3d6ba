import type { CaseField } from '@credence/casework';
import { problem } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { FormValues } from '../desk/form-values.ts';
import { caseWords } from '../words/case.ts';
import { contentOf, fieldOfProblem } from './form-content.ts';

const formOf = (given: Readonly<Record<string, string | readonly string[]>>): FormValues => {
  const all = (name: string): readonly string[] => {
    const value = given[name] ?? [];
    return typeof value === 'string' ? [value] : value;
  };
  return { all, text: (name) => all(name)[0] ?? '' };
};
const read = (fields: readonly CaseField[], given: Parameters<typeof formOf>[0], points = 0) =>
  contentOf(fields, { form: formOf(given), points, say: caseWords('en'), language: 'en' });

const text = { name: 'reason', kind: 'text', required: true } as const;
const number = { name: 'number', kind: 'text', required: true } as const;
const document: CaseField = {
  name: 'document',
  kind: 'group',
  required: true,
  fields: [number, { name: 'title', kind: 'text', required: false }],
};

describe('a form of a case', () => {
  it('becomes the content of its action, without what was left empty', () => {
    const told = {
      name: 'told',
      kind: 'texts',
      required: true,
      options: [{ code: 'facts' }],
    } as const;
    const until = { name: 'until', kind: 'day', required: false } as const;
    const given = {
      reason: '理由',
      'document.number': '1号',
      'document.title': '',
      told: ['facts'],
    };
    expect(read([text, document, told, until], given)).toEqual({
      content: { reason: '理由', document: { number: '1号' }, told: ['facts'] },
      faults: [],
    });
  });

  it('names each part that is missing or is no day', () => {
    const day = { name: 'servedOn', kind: 'day', required: true } as const;
    const { faults } = read([text, document, day], { servedOn: '2026-02-30' });
    expect(faults.map(({ name }) => name)).toEqual(['reason', 'document.number', 'servedOn']);
    expect(faults[0]?.says).toContain('Reasons');
  });

  it('leaves a point without its decision to the law, and asks for the reasons of one that has it', () => {
    const answers = { name: 'answers', kind: 'answers', required: true } as const;
    const given = {
      ...{ 'answers.1.outcome': 'upheld', 'answers.1.text': 'so', 'answers.2.text': 'half' },
      'answers.3.outcome': 'refused',
    };
    const { content, faults } = read([answers], given, 3);
    expect(content).toEqual({ answers: [{ point: 1, outcome: 'upheld', text: 'so' }] });
    expect(faults.map(({ name }) => name)).toEqual(['answers.3.text']);
  });

  it('takes one line for one item, and one box for one point', () => {
    const evidence = { name: 'evidence', kind: 'texts', required: true } as const;
    const points = { name: 'points', kind: 'points', required: true } as const;
    const given = { evidence: ' a \r\n\nb', points: ['one', '', 'two'] };
    expect(read([evidence, points], given).content).toEqual({
      evidence: ['a', 'b'],
      points: [{ text: 'one' }, { text: 'two' }],
    });
    expect(read([points], { points: ['', ''] }).faults).toHaveLength(1);
  });

  it('shows a refusal of the law at the part it is about', () => {
    const told = { name: 'told', kind: 'texts', required: true } as const;
    const missing = problem('case-notice-incomplete', { missing: 'facts' });
    expect(fieldOfProblem(missing, [text, told])).toBe('told');
    expect(fieldOfProblem(missing, [text])).toBeUndefined();
    const days = { field: 'servedOn', value: 'a', from: 'b', until: 'c' };
    const served = { name: 'servedOn', kind: 'day', required: true } as const;
    expect(fieldOfProblem(problem('case-order-of-days', days), [served])).toBe('servedOn');
  });
});
