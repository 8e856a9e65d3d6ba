import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkEdition } from '../load/check-edition.ts';
import { formatFinding } from '../load/finding.ts';
import { codeOf } from './code-of.ts';
import { draftEdition } from './draft-edition.ts';
import type { DraftColumn, DraftOrder } from './draft-order.ts';

function column(header: string, more: Partial<DraftColumn> = {}): DraftColumn {
  return {
    header,
    look: 'text',
    values: [],
    longest: 6,
    aboutPeople: false,
    digitsOnly: false,
    ...more,
  };
}

function order(
  values: readonly string[] = ['Pass', 'Fail'],
  title = 'Food inspection',
): DraftOrder {
  return {
    code: 'us-town-2014',
    title,
    language: 'en',
    territory: 'us_town',
    zone: 'America/Chicago',
    currency: 'USD',
    agency: { code: 'health', title: 'Health Department' },
    law: { code: 'town-code', title: 'Town code' },
    item: { code: 'inspection', title },
    from: '2013-01-01',
    reviewBy: '2030-01-01',
    columns: [
      column('firm'),
      column('seen', { look: 'date', dates: 'month-first' }),
      column('result', { look: 'codes', values }),
      column('phone', { aboutPeople: true }),
    ],
    fields: new Map([
      ['firm', 'subject_code'],
      ['seen', 'decided'],
      ['result', 'result'],
    ]),
    key: ['subject_code', 'decided'],
    decides: 'result',
  };
}

/** What a person answers, with the law on the table. */
function answer(files: ReadonlyMap<string, string>): Map<string, string> {
  const days = (text: string) =>
    text
      .replaceAll('days: fill-in', 'days: 14')
      .replaceAll('from: fill-in', 'from: 2012-01-01')
      .replaceAll('max: fill-in', 'max: P12M')
      .replaceAll('at-most: fill-in', 'at-most: P60M')
      .replaceAll('rank: fill-in', 'rank: local_regulation')
      .replaceAll('effect: fill-in', 'effect: adverse')
      .replaceAll('category: fill-in', 'category: inspection')
      .replaceAll('items: [fill-in]', 'items: [inspection]')
      .replaceAll('service: fill-in', 'service: not_needed')
      .replaceAll('ends-when-corrected: fill-in', 'ends-when-corrected: false')
      .replaceAll('then: fill-in', 'then: minor')
      .replace(/publicity: \{no_finding.*\}/, 'publicity: {minor: publicity.minor}')
      .replaceAll('{en: }', '{en: What the article says.}');
  return new Map([...files].map(([path, text]) => [path, days(text)]));
}

function findingsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const outcome = checkEdition(files);
  return outcome.kind === 'loaded' ? [] : outcome.findings.map(formatFinding);
}

describe('draftEdition', () => {
  it('is refused with one finding for each question that law must answer', () => {
    const files = draftEdition(order());
    const outcome = checkEdition(files);
    if (outcome.kind === 'loaded') throw new Error('A draft must not load.');
    const open = [...files.values()].join('\n').match(/fill-in|\{en: \}/g) ?? [];
    expect(open.length).toBeGreaterThan(10);
    expect(outcome.findings).toHaveLength(open.length);
    expect(outcome.findings.every(({ line }) => line > 0)).toBe(true);
  });

  it('loads once every question is answered', () => {
    expect(findingsOf(answer(draftEdition(order())))).toEqual([]);
  });

  it('leaves out what is about people, with that reason', () => {
    expect(draftEdition(order()).get('mappings/us-town-2014.yaml')).toContain(
      '{ column: phone, because: { en: About a natural person. } }',
    );
  });

  it('lets nothing of the file out of its place, whatever the file says', () => {
    const any = fc.array(fc.string({ minLength: 1, unit: 'binary' }), {
      minLength: 1,
      maxLength: 5,
    });
    const nasty = fc.oneof(
      any,
      fc.constant(['a: b', '# c', '- d', '}', '"e', 'f\ng: h', '\u2028']),
    );
    fc.assert(
      fc.property(nasty, (values) => {
        fc.pre(values.some((value) => value.trim() !== ''));
        const texts = values.map((value) => value.replace(/\p{Cs}/gu, '').trim());
        const files = answer(draftEdition(order(texts.filter((text) => text !== ''))));
        // Characters that nobody sees are the one thing a file can bring that a card refuses.
        const findings = findingsOf(files).filter((each) => !each.includes('text-hidden'));
        expect(findings).toEqual([]);
      }),
      { numRuns: process.env['CREDENCE_LONG'] === '1' ? 200 : 12 },
    );
  });
});

describe('codeOf', () => {
  it.each([
    ['Pass w/ Conditions', 'pass_w_conditions'],
    ['Café', 'cafe'],
    ['1', 'code_1'],
    ['合格', 'code_5408_683c'],
  ])('makes %s the code %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
