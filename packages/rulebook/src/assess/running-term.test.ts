import { addDays, civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Edition } from '../edition/edition.ts';
import { assessRecord } from './assess-record.ts';
import { findStretches } from './find-stretches.ts';
import { edition as good, editionWith, on, penalty } from './penalty.test-support.ts';

const value = 'values/publicity.general.yaml';
const rule = 'sources/demo-rule.yaml';
const row =
  '  - {from: 2023-05-01, min: P3M, max: P3Y, basis: [{source: demo-rule, at: art-9}], confidence: secondary}\n';

/** Law in which the rule of three years ends on 1 June 2025 and another row takes its place. */
function replacedBy(max: string, repeal: string): Edition {
  const next = `  - {from: 2025-06-01, min: P2M, max: ${max}, basis: [{source: demo-act, at: art-2}], confidence: verified}\n`;
  return editionWith(
    [value, row, `${row}${next}`],
    [rule, 'until: 2030-01-01', 'until: 2025-06-01'],
    [rule, 'repeal: {succeeded: {by: demo-act}}', `repeal: ${repeal}`],
  );
}

const carried = '{succeeded: {by: demo-act}}';
const uncarried = '{succeeded: {by: demo-act, carries: none}}';
const later = penalty({ decidedOn: civilDate('2025-06-10') });
const now = '2025-12-01';

describe('a rule that another replaces (N7)', () => {
  it('never lengthens what runs, and holds whole for what is decided under it', () => {
    const law = replacedBy('P4Y', carried);
    expect(on(now, penalty(), law).publicity).toMatchObject({ ends: '2028-01-15' });
    expect(on(now, later, law).publicity).toMatchObject({ ends: '2029-06-10' });
  });

  it('shortens what runs from its first day', () => {
    const law = replacedBy('P6M', carried);
    expect(on('2025-05-31', penalty(), law).publicity).toMatchObject({ ends: '2028-01-15' });
    expect(on('2025-06-01', penalty(), law).publicity).toMatchObject({ ends: '2025-07-15' });
  });

  it('keeps a shortening for good, though a third rule is longer again', () => {
    const third =
      '  - {from: 2025-08-01, max: P4Y, basis: [{source: demo-act, at: art-2}], confidence: verified}\n';
    const second =
      '  - {from: 2025-06-01, min: P2M, max: P6M, basis: [{source: demo-act, at: art-2}], confidence: verified}\n';
    const law = editionWith([value, row, `${row}${second}${third}`]);
    expect(on(now, penalty(), law).publicity).toMatchObject({ kind: 'ended' });
    const ends = on(now, penalty({ decidedOn: civilDate('2025-08-01') }), law).publicity;
    expect(ends).toMatchObject({ ends: '2029-08-01' });
  });

  it('names both texts where the earlier one decides', () => {
    const { bases } = on(now, penalty(), replacedBy('P4Y', carried));
    const terms = bases
      .filter((basis) => basis.for === 'term')
      .map(({ citation }) => citation.source);
    expect(terms).toEqual(['demo-act', 'demo-rule']);
  });

  it('suspends what began under it on the very day, where nothing carries it', () => {
    const law = replacedBy('P4Y', uncarried);
    expect(on('2025-05-31', penalty(), law).publicity.kind).toBe('shown');
    expect(on('2025-06-01', penalty(), law).publicity).toEqual({
      kind: 'not-shown',
      because: 'no-rule-in-force',
    });
    expect(on(now, later, law).publicity.kind).toBe('shown');
  });

  it('carries the articles it names, and no others', () => {
    const carries = (at: string) =>
      on(now, penalty(), replacedBy('P4Y', `{succeeded: {by: demo-act, carries: [${at}]}}`));
    expect(carries('art-9').publicity.kind).toBe('shown');
    expect(carries('art-8').publicity.kind).toBe('not-shown');
  });

  it('takes imported entries with it on the day on which the last of their lists has none', () => {
    const rests = (at: string, source: string) => [{ source, at }];
    const general = good.values.get('publicity.general');
    const penalties = good.items.get('administrative_penalty');
    const card = good.lists.get('serious-violations');
    const ending = good.sources.get('demo-rule');
    if (!general || !penalties || !card || !ending) throw new Error('not in the good edition');
    const inForce = { from: ending.inForce.from, until: civilDate('2025-06-01') };
    const values = general.values.map((each) => ({ ...each, basis: rests('art-2', 'demo-act') }));
    const other = { ...card, list: 'other', basis: rests('art-1', 'demo-act') };
    const law = (...entriesOf: readonly string[]): Edition => ({
      ...good,
      sources: new Map([...good.sources, ['demo-rule', { ...ending, inForce, repeal: 'ended' }]]),
      values: new Map([...good.values, ['publicity.general', { ...general, values }]]),
      items: new Map([...good.items, [penalties.item, { ...penalties, entriesOf }]]),
      lists: new Map([
        ['ended', { ...card, list: 'ended', basis: rests('art-9', 'demo-rule') }],
        ['other', other],
      ]),
    });
    expect(on('2025-05-31', penalty(), law('ended')).publicity.kind).toBe('shown');
    expect(on('2025-06-01', penalty(), law('ended')).publicity.kind).toBe('not-shown');
    expect(on('2025-06-01', penalty(), law('ended', 'other')).publicity.kind).toBe('shown');
    expect(findStretches(law('ended'), penalty()).days.at(-1)?.until).toBe('2025-06-01');
  });

  it('is told alike for one day and for all days at once', () => {
    const laws = ['P4Y', 'P6M'].flatMap((max) =>
      [carried, uncarried].map((repeal) => replacedBy(max, repeal)),
    );
    for (const law of laws) {
      for (const record of [penalty(), later]) {
        const { days } = findStretches(law, record);
        for (let day = civilDate('2025-01-10'); day < '2026-03-31'; day = addDays(day, 1)) {
          const shown = assessRecord(law, record, day).publicity.kind === 'shown';
          const told = days.some(
            ({ from, until }) => day >= from && (until === 'none' || day < until),
          );
          expect([day, told]).toEqual([day, shown]);
        }
      }
    }
  });
});
