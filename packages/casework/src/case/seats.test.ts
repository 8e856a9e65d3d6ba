import { beforeAll, describe, expect, it } from 'vitest';

import {
  Play,
  firm,
  listed,
  nation,
  officer,
  penalty,
  review,
  type Said,
} from './case.test-support.ts';
import type { Hand } from '../entry/case-payload.ts';
import { courtListed, creditor, higher, judge, outsider } from './court.test-support.ts';
import { recordOf } from './law/law-of-case.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const about = { kind: 'case', caseId: 'L' } as const;
const points = [{ text: '列入期限写错了。' }];
const withdrawn = { kind: 'withdrawn', reason: '不再主张。' } as const;

/** What stands against a step, which is not taken. */
function codes(play: Play, caseId: string, on: string, by: Hand, said: Said): readonly string[] {
  const file = play.file(caseId);
  const isTaken = play.act(caseId, on, by, said);
  play.files.set(caseId, file);
  return isTaken ? [] : play.refused;
}

describe('what one party lodged', () => {
  it('is not taken back by the debtor, nor by another third party, but by whoever lodged it', () => {
    const play = courtListed();
    const clock = 'correction.judgment-defaulter';
    const matter = { case: 'objection', target: about, clock, points } as const;
    for (const [id, by] of [
      ['C', creditor],
      ['T', outsider],
    ] as const) {
      expect(play.open(id, '2024-03-01', by, { matter, desks: { own: 'court' } })).toBe(true);
    }
    expect(codes(play, 'C', '2024-03-02', firm, withdrawn)).toEqual(['case-lodged-by-another']);
    const another = { ...outsider, name: '另一案外人' };
    expect(codes(play, 'T', '2024-03-02', another, withdrawn)).toEqual(['case-lodged-by-another']);
    expect(codes(play, 'T', '2024-03-02', creditor, withdrawn)).toEqual(['case-lodged-by-another']);
    play.must('C', '2024-03-02', creditor, withdrawn);
    play.must('T', '2024-03-02', outsider, withdrawn);
  });

  it('on behalf of an organisation is taken back by anybody who speaks for it', () => {
    const play = listed();
    const matter = { case: 'appeal', of: 'L', points } as const;
    play.open('A', '2024-03-01', firm, { matter, desks: { own: 'review_office' } });
    play.must('A', '2024-03-04', { kind: 'party', as: 'subject', name: '另一代理人' }, withdrawn);
  });
});

describe('an appeal against the answer to an objection about a record', () => {
  it('is decided within a time, and ends with the record it rests on', () => {
    const play = new Play([penalty()]);
    const target = { kind: 'record', recordId: 'p1' } as const;
    const clock = 'dispute.credence';
    const matter = { case: 'objection', target, clock, points } as const;
    expect(play.open('O', '2024-03-01', firm, { matter })).toBe(true);
    play.must('O', '2024-03-05', officer, {
      ...{ kind: 'answered', document: { number: '望市监异〔2024〕1号' } },
      ...{ basis: ['civil-code-2020#art-1029'], reason: '维持。', effect: 'none' },
      answers: [{ point: 1, text: '期限无误。', outcome: 'refused' }],
    });
    const appeal = { case: 'appeal', of: 'O', points } as const;
    expect(
      play.open('A', '2024-03-06', firm, { matter: appeal, desks: { own: 'review_office' } }),
    ).toBe(true);
    expect(recordOf(play.file('A'), play.world)).toBe('p1');
    const clocks = play.at('A', '2024-03-07').clocks;
    expect(clocks).toContainEqual(
      expect.objectContaining({ clock: 'decide', runsFor: 'review-unit', dueOn: '2024-05-05' }),
    );
  });
});

describe('the unit that reviews', () => {
  it('takes nobody off a list, and puts nothing off, unless somebody turned to it', () => {
    const document = { number: '望市监移〔2024〕1号' };
    const removed = { kind: 'removed', ground: 'annulled', document, reason: '撤销。' } as const;
    const stayed = { kind: 'stayed', from: 'review', document, reason: '停止执行。' } as const;
    const market = listed();
    for (const act of [removed, stayed]) {
      expect(codes(market, 'L', '2024-03-02', review, act)).toEqual(['case-not-turned-to']);
    }
    const court = courtListed();
    expect(codes(court, 'L', '2024-03-02', higher, removed)).toEqual(['case-not-turned-to']);
    expect(codes(court, 'L', '2024-03-02', judge, removed)).toEqual([]);
    const matter = { case: 'appeal', of: 'L', points } as const;
    market.open('A', '2024-03-03', firm, { matter, desks: { own: 'review_office' } });
    market.must('L', '2024-03-04', review, stayed);
  });
});
