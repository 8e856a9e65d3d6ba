import { civilDate, instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Entry } from '../port/journal.ts';
import { toSend } from './export-records.ts';
import { foldExports } from './fold-exports.ts';

/** Frozen: entries are never rewritten, so these must be readable for ever. */
const exported = {
  exportId: 'e1',
  target: 'credit-china',
  item: 'administrative_penalty',
  on: '2026-11-20',
  rows: [
    { home: 'h1', recordId: 'r1', as: 'new', hash: 'aa' },
    { home: 'h2', recordId: 'r2', as: 'new', hash: 'bb' },
  ],
};
const answered = {
  target: 'credit-china',
  item: 'administrative_penalty',
  fileHash: 'ff',
  on: '2026-11-21',
  rows: [
    { recordId: 'r1', result: 'accepted' },
    { recordId: 'r2', result: 'returned', reason: '名称有误' },
    { recordId: 'r9', result: 'ended' },
  ],
};

let position = 0;
const entry = (kind: string, payload: Entry['payload'], stream = 'export/credit-china'): Entry => {
  position += 1;
  return {
    ...{ id: `i${position}`, home: 'a', stream, seq: position, position, kind },
    recordedAt: instant(position),
    actor: { official: 'o', agency: 'a', role: 'data_officer' },
    ...{ purpose: 'export', basis: [], commitment: '' },
    ...(payload === undefined ? {} : { payload }),
  };
};

const of = { target: 'credit-china', item: 'administrative_penalty' };

describe('what stands at a platform', () => {
  it('is what was sent last and what was answered to it', () => {
    const { sent, answers } = foldExports(
      [entry('export@1', exported), entry('export-answer@1', answered)],
      of,
    );

    expect([...sent.values()]).toEqual([
      { ...exported.rows[0], on: '2026-11-20', answer: { result: 'accepted', on: '2026-11-21' } },
      {
        ...exported.rows[1],
        on: '2026-11-20',
        answer: { result: 'returned', on: '2026-11-21', reason: '名称有误' },
      },
    ]);
    expect([...answers]).toEqual(['ff']);
  });

  it('waits for an answer again once something was sent again', () => {
    const again = { ...exported, exportId: 'e2', rows: [{ ...exported.rows[0], as: 'changed' }] };
    const { sent } = foldExports(
      [entry('export@1', exported), entry('export-answer@1', answered), entry('export@1', again)],
      of,
    );

    expect(sent.get('r1')).not.toHaveProperty('answer');
    expect(sent.get('r2')).toHaveProperty('answer.result', 'returned');
  });

  it('is each platform’s and each item’s own', () => {
    const other = { ...exported, target: 'necips' };
    const entries = [
      entry('export@1', other, 'export/necips'),
      entry('export@1', { ...exported, item: 'administrative_licence' }),
    ];

    expect(foldExports(entries, of).sent.size).toBe(0);
  });

  it('is not guessed from a payload of another form', () => {
    expect(() => foldExports([entry('export@2', exported)], of)).toThrow('cannot be read');
  });
});

describe('a record that stands', () => {
  const sent = { home: 'h', recordId: 'r', hash: 'aa', on: civilDate('2026-11-20') };

  it('is sent when it is new, has changed, or stands again after its withdrawal', () => {
    expect(toSend(undefined, 'aa')).toBe('new');
    expect(toSend({ ...sent, as: 'new' }, 'bb')).toBe('changed');
    expect(toSend({ ...sent, as: 'withdrawal' }, 'aa')).toBe('new');
    expect(toSend({ ...sent, as: 'changed' }, 'aa')).toBeUndefined();
  });
});
