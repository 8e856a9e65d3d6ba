import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  type Play,
  body,
  desks,
  firm,
  listed,
  nation,
  officer,
  review,
  type Said,
} from './case.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const document = { number: '望市监措〔2024〕1号' };
const decision = { document, basis: ['samr-order-44-2021#art-2'], reason: '经核实。' };
const appealDesks = { own: 'review_office', superior: 'province' };
const appealOf = (of: string) => ({ case: 'appeal', of, points: [{ text: '认定有误' }] }) as const;
const allowed: Said<'allowed'> = {
  kind: 'allowed',
  ...decision,
  answers: [{ point: 1, text: '理由成立', outcome: 'upheld' }],
  effect: 'remove',
};

const supervision = {
  case: 'measure',
  measure: 'key_supervision',
  cause: 'L',
  capacity: 'market_supervision',
} as const;
const bodyDesks = { ...desks, body: 'tender_office' };
const executed: Said<'executed'> = {
  kind: 'executed',
  document,
  executedOn: civilDate('2024-03-05'),
};

function measured(): Play {
  const play = listed();
  play.open('M', '2024-03-01', officer, { matter: supervision, desks: bodyDesks });
  play.must('M', '2024-03-04', body, { kind: 'accepted' });
  play.must('M', '2024-03-05', body, executed);
  return play;
}

describe('a measure', () => {
  it('follows only what the decision ordered, in a capacity its card names, once', () => {
    const play = listed();
    const other = { ...supervision, measure: 'honours_limit' };
    expect(play.open('M', '2024-03-01', officer, { matter: other, desks: bodyDesks })).toBe(false);
    expect(play.refused).toContain('case-measure-not-announced');
    const strange = { ...supervision, capacity: 'tax' };
    expect(play.open('M', '2024-03-01', officer, { matter: strange, desks: bodyDesks })).toBe(
      false,
    );
    expect(play.refused).toContain('case-measure-not-announced');
    const again = measured();
    expect(again.open('N', '2024-03-06', officer, { matter: supervision, desks: bodyDesks })).toBe(
      false,
    );
    expect(again.refused).toContain('case-once-for-one-fact');
  });

  it('may be declined by the body, which alone carries it out', () => {
    const play = listed();
    play.open('M', '2024-03-01', officer, { matter: supervision, desks: bodyDesks });
    expect(play.at('M', '2024-03-01').queue).toEqual({ part: 'body', agency: 'tender_office' });
    expect(play.act('M', '2024-03-04', officer, { kind: 'accepted' })).toBe(false);
    play.must('M', '2024-03-04', body, {
      kind: 'declined',
      article: 'go-2020-49#item-7',
      reason: '无权',
    });
    expect(play.at('M', '2024-03-04').effect).toEqual({ kind: 'none' });
  });

  it('ends on the day its cause ends, by whatever ends that, and waits to be reported lifted', () => {
    const play = measured();
    expect(play.at('M', '2027-02-04').effect.kind).toBe('in-effect');
    const after = play.at('M', '2027-02-05');
    expect(after.effect).toEqual({ kind: 'ended', on: '2027-02-05', because: 'cause-ended' });
    expect(after.queue).toEqual({ part: 'body', agency: 'tender_office' });
    play.open('A', '2024-04-01', firm, { matter: appealOf('L'), desks: appealDesks });
    play.must('A', '2024-04-02', review, {
      kind: 'stayed',
      from: 'review',
      document,
      reason: '中止',
    });
    expect(play.at('M', '2024-04-02').effect).toMatchObject({ because: 'cause-suspended' });
    play.must('A', '2024-04-10', review, allowed);
    expect(play.at('M', '2024-04-10').effect).toMatchObject({ because: 'cause-ended' });
  });

  it('is carried out no longer once its cause is over', () => {
    const play = listed();
    play.open('M', '2024-03-01', officer, { matter: supervision, desks: bodyDesks });
    play.must('L', '2024-03-04', officer, {
      kind: 'removed',
      ground: 'own_motion',
      document,
      reason: '更正',
    });
    expect(play.act('M', '2024-03-05', body, { kind: 'accepted' })).toBe(false);
    expect(play.refused).toEqual(['case-not-in-effect']);
    expect(play.at('M', '2024-03-05').phase).toBe('closed');
  });
});

describe('a reply', () => {
  it('stands beside the listing while that is in effect, until it is taken back', () => {
    const play = listed();
    const target = { kind: 'case', caseId: 'L' } as const;
    play.open('Y', '2024-03-01', firm, { matter: { case: 'reply', target, text: '已经改正。' } });
    expect(play.at('Y', '2024-03-01').visibleTo).toContain('public');
    expect(play.at('Y', '2027-02-05').visibleTo).not.toContain('public');
    play.must('Y', '2024-03-02', firm, { kind: 'withdrawn', reason: '不再需要' });
    expect(play.at('Y', '2024-03-02').visibleTo).not.toContain('public');
  });
});
