import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  body,
  desks,
  draft,
  firm,
  listed,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  Play,
  review,
  served,
  seriousList,
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

const safety = officialAs('褚八', 'case_officer', 'safety');
const safetyDesks = { ...desks, own: 'safety' };
/** Another decision, of another authority. */
const unsafe = penalty({
  recordId: 'p2',
  document: { number: '望应急罚〔2024〕1号' },
  provider: { code: 'safety', name: '望澜市应急管理局' },
  facts: {
    procedure: 'ordinary',
    kinds: ['fine'],
    domain: 'work_safety',
    conduct_ended: '2023-11-01',
  },
});
const unsafeList = {
  ...seriousList,
  ...{ list: 'mem.work-safety', recordId: 'p2', basis: ['work-safety-law-2021#art-78'] },
  ...{ document: { number: '望应急罚〔2024〕1号' }, measures: ['work_safety_limits'] },
} as const;

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

  it('is refused, and not taken on, where all that bind the firm weigh more than the limit', () => {
    const play = listed(new Play([penalty(), unsafe]));
    play.open('S', '2024-01-09', safety, { matter: unsafeList, desks: safetyDesks });
    play.must('S', '2024-01-10', safety, { ...notice, measures: ['work_safety_limits'] });
    play.must('S', '2024-01-12', safety, served('notice', '2024-01-11'));
    play.must('S', '2024-01-25', safety, { ...draft, measures: ['work_safety_limits'] });
    play.must('S', '2024-01-26', officialAs('卫九', 'legal_reviewer', 'safety'), {
      kind: 'reviewed',
    });
    play.must('S', '2024-01-29', officialAs('蒋十', 'head_of_authority', 'safety'), {
      kind: 'approved',
    });
    play.must('S', '2024-02-05', safety, served('decision', '2024-02-05'));
    const limits = { ...supervision, measure: 'work_safety_limits', cause: 'S' } as const;
    const matter = { ...limits, capacity: 'emergency_management' };
    // Both are only given to their bodies: none of them binds yet.
    play.open('M', '2024-03-01', officer, { matter: supervision, desks: bodyDesks });
    const order = { matter, desks: { ...safetyDesks, body: 'tender_office' } };
    expect(play.open('W', '2024-03-01', safety, order)).toBe(true);
    play.must('M', '2024-03-04', body, { kind: 'accepted' });
    expect(play.act('W', '2024-03-05', body, { kind: 'accepted' })).toBe(false);
    expect(play.refused).toEqual(['case-burden-too-heavy']);
    play.must('M', '2024-03-06', officer, { kind: 'withdrawn', reason: '撤回' });
    play.must('W', '2024-03-07', body, { kind: 'accepted' });
    expect(play.open('N', '2024-03-08', officer, { matter: supervision, desks: bodyDesks })).toBe(
      false,
    );
    expect(play.refused).toEqual(['case-burden-too-heavy']);
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
