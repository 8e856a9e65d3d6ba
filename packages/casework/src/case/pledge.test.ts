import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseOpened } from '../entry/case-payload.ts';
import {
  approver,
  firm,
  foodPledge,
  listed,
  nation,
  officer,
  officialAs,
  Play,
  review,
  reviewer,
  type Said,
  served,
  told,
} from './case.test-support.ts';
import { caseRules } from './judge/rules.ts';
import { exclusionsOf, lookBy } from './law/pledge-law.ts';
import type { ConditionName } from './table/condition-name.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const pledge = 'cn.food-business-licence';
const matter: CaseOpened['matter'] = { case: 'pledge', pledge, number: '望食许〔2026〕1号' };
const conditions: Said<'noticed'> = {
  ...{ kind: 'noticed', document: { number: '望食告〔2026〕1号' }, measures: [] },
  told: ['conditions', 'materials', 'verification', 'liability', 'free_choice'],
  reason: '告知条件',
};
const document = { number: '望食许准〔2026〕1号' };
const grant: Said<'granted-on-pledge'> = { kind: 'granted-on-pledge', document, reason: '符合' };
const day = civilDate;
const seen = (on: string) => ({ seenOn: day(on), seen: '现场查看' });

/** Told and served on 2026-05-06. */
function toldTo(play = new Play()): Play {
  play.open('P', '2026-05-06', firm, { matter });
  play.must('P', '2026-05-06', officer, conditions);
  play.must('P', '2026-05-06', officer, served('notice', '2026-05-06'));
  return play;
}

/** Granted on 2026-05-29. */
function granted(play = toldTo()): Play {
  play.must('P', '2026-05-07', firm, { kind: 'pledged', pledge: foodPledge() });
  play.must('P', '2026-05-29', officer, grant);
  return play;
}

/** Seen not to be so on 2026-06-10; the notice to put it right is served on the same day. */
function unkept(play = granted()): Play {
  play.must('P', '2026-06-10', officer, {
    ...{ kind: 'seen-unkept', ...seen('2026-06-10'), unmet: ['equipment'] },
  });
  play.must('P', '2026-06-10', officer, { ...conditions, told });
  play.must('P', '2026-06-10', officer, served('notice', '2026-06-10'));
  return play;
}

const revocation: Said<'drafted'> = {
  ...{ kind: 'drafted', document: { number: '望食撤〔2026〕1号' }, reason: '期满仍不符合' },
  ...{ basis: ['admin-licensing-law-2003#art-69'], answers: [], measures: [], told },
};

/** The revocation is served on 2026-07-16. */
function broken(play = unkept()): Play {
  play.must('P', '2026-07-13', officer, revocation);
  play.must('P', '2026-07-14', reviewer, { kind: 'reviewed' });
  play.must('P', '2026-07-15', approver, { kind: 'approved' });
  play.must('P', '2026-07-16', officer, served('decision', '2026-07-16'));
  return play;
}

describe('a decision on a pledge', () => {
  it('tells the conditions whole and has them served before anybody can pledge', () => {
    const play = new Play();
    expect(play.open('P', '2026-05-06', firm, { matter })).toBe(true);
    const short = { ...conditions, told: conditions.told.slice(1) };
    expect(play.act('P', '2026-05-06', officer, short)).toBe(false);
    expect(play.refused).toEqual(['case-notice-incomplete']);
    play.must('P', '2026-05-06', officer, conditions);
    const word: Said<'pledged'> = { kind: 'pledged', pledge: foodPledge() };
    expect(play.act('P', '2026-05-06', firm, word)).toBe(false);
    expect(play.refused).toEqual(['case-not-served']);
    play.must('P', '2026-05-06', officer, served('notice', '2026-05-06'));
    expect(play.at('P', '2026-05-06').phase).toBe('choice-open');
    expect(play.at('P', '2026-05-06').clocks).toEqual([]);
    expect(play.act('P', '2026-05-06', officer, word)).toBe(false);
    const reworded = { kind: 'pledged', pledge: `${foodPledge()}（部分除外）` } as const;
    expect(play.act('P', '2026-05-06', firm, reworded)).toBe(false);
    expect(play.refused).toEqual(['case-pledge-reworded']);
    play.must('P', '2026-05-06', firm, word);
  });

  it('is left for the ordinary way at any moment before it is decided, without a reason', () => {
    for (const play of [toldTo(), toldTo()]) {
      play.must('P', '2026-05-08', firm, { kind: 'ordinary-chosen' });
      expect(play.at('P', '2026-05-08').phase).toBe('closed');
      expect(play.open('Q', '2026-05-09', firm, { matter })).toBe(true);
    }
    const late = granted();
    expect(late.act('P', '2026-05-30', firm, { kind: 'ordinary-chosen' })).toBe(false);
  });

  it('is looked at by a day, whatever the class, and no later than the card lets any class wait', () => {
    const play = granted();
    const look = (on: string) =>
      play.at('P', on).clocks.find(({ clock }) => clock === 'look') ?? { clock: 'none' };
    expect(look('2026-05-29')).toMatchObject({ dueOn: '2026-07-29', state: 'running' });
    const set = (on: string) => ({ kind: 'check-set', dueOn: day(on) }) as const;
    expect(play.act('P', '2026-05-29', officer, set('2026-11-30'))).toBe(false);
    expect(play.refused).toEqual(['case-order-of-days']);
    play.must('P', '2026-05-29', officer, set('2026-06-29'));
    expect(look('2026-06-30')).toMatchObject({ dueOn: '2026-06-29', state: 'late' });
    expect(JSON.stringify(play.at('P', '2026-05-29'))).not.toMatch(/"class"|cn\.inspection/);
  });

  it('comes to its day by class, none of which is exempt', () => {
    const edition = nation().on(day('2026-05-29'));
    const card = edition?.pledges.get(pledge);
    if (edition === undefined || card === undefined) throw new RangeError('The card is missing.');
    const by = (riskClass: string | undefined) =>
      lookBy(edition, card, { granted: day('2026-05-29'), riskClass });
    expect(['a', 'b', 'c', 'd', undefined].map(by)).toEqual([
      ...['2026-11-29', '2026-08-29', '2026-07-29', '2026-06-29', '2026-07-29'],
    ]);
  });

  it('is kept once somebody saw it so, and another office takes it over', () => {
    const play = granted();
    play.must('P', '2026-06-10', officer, { kind: 'seen-kept', ...seen('2026-06-10') });
    expect(play.at('P', '2026-06-10').phase).toBe('kept');
    const again = { ...matter, number: '望食许〔2026〕9号' };
    const own = { own: 'district', review: 'review_office' };
    const other = officialAs('孙八', 'case_officer', 'district');
    play.open('Q', '2026-06-11', firm, { matter: again, desks: own });
    expect(play.act('Q', '2026-06-11', other, grant)).toBe(false);
    expect(play.refused).toEqual(['case-pledge-not-kept']);
    play.open('R', '2026-06-11', firm, {
      matter: { ...again, number: '3', reuses: 'P' },
      desks: own,
    });
    play.must('R', '2026-06-11', other, grant);
  });

  it('finds unmet only what was pledged, and what is put right in time is kept', () => {
    const play = granted();
    const beyond = { kind: 'seen-unkept', ...seen('2026-06-10'), unmet: ['taxes'] } as const;
    expect(play.act('P', '2026-06-10', officer, beyond)).toBe(false);
    expect(play.refused).toEqual(['case-condition-unpledged']);
    unkept(play);
    expect(play.at('P', '2026-06-10').phase).toBe('cure-open');
    play.must('P', '2026-06-20', firm, { kind: 'put-right', proof: '照片' });
    play.must('P', '2026-06-22', officer, { kind: 'seen-kept', ...seen('2026-06-21') });
    expect(play.at('P', '2026-06-22').phase).toBe('kept');
  });

  it('is revoked only after the time to put it right, heard, and by three people', () => {
    const play = unkept();
    expect(play.act('P', '2026-07-10', officer, revocation)).toBe(false);
    expect(play.refused).toEqual(['case-cure-runs']);
    play.must('P', '2026-06-11', firm, { kind: 'stated', points: [{ text: '设备已订购' }] });
    expect(play.act('P', '2026-07-13', officer, revocation)).toBe(false);
    expect(play.refused).toEqual(['case-points-unanswered']);
    const answers = [{ point: 1, text: '逾期未到', outcome: 'refused' as const }];
    play.must('P', '2026-07-13', officer, { ...revocation, answers });
    expect(play.act('P', '2026-07-14', officer, { kind: 'reviewed' })).toBe(false);
    play.must('P', '2026-07-14', reviewer, { kind: 'reviewed' });
    const same = officialAs('李二', 'head_of_authority');
    expect(play.act('P', '2026-07-15', same, { kind: 'approved' })).toBe(false);
    expect(play.refused).toEqual(['case-same-role']);
    play.must('P', '2026-07-15', approver, { kind: 'approved' });
    expect(play.at('P', '2026-07-15').phase).toBe('awaiting-service-of-decision');
  });

  it('shuts out whoever broke one until it is repaired, and tells by which article', () => {
    const play = broken();
    expect(play.at('P', '2026-07-16').phase).toBe('broken');
    const next = { ...matter, number: '2' };
    expect(play.open('Q', '2026-07-17', firm, { matter: next })).toBe(false);
    expect(play.refused).toEqual(['case-pledge-excluded']);
    const card = nation().on(day('2026-07-17'))?.pledges.get(pledge);
    const found = card === undefined ? [] : exclusionsOf(card, play.world, day('2026-07-17'));
    expect(found).toMatchObject([{ basis: ['go-2020-42#left-out'] }]);
    play.must('P', '2026-07-18', firm, { kind: 'put-right', proof: '许可证' });
    play.must('P', '2026-07-20', officer, { kind: 'mended', document, reason: '已按普通程序取得' });
    expect(play.open('Q', '2026-07-20', firm, { matter: next })).toBe(true);
  });

  it('shuts out nobody whose revocation another unit quashed, nor longer than any entry lasts', () => {
    const play = broken();
    const matter2 = { ...matter, number: '2' };
    const appeal = { case: 'appeal', of: 'P', points: [{ text: '已整改' }] } as const;
    play.open('A', '2026-07-17', firm, { matter: appeal, desks: { own: 'review_office' } });
    play.must('A', '2026-07-24', review, {
      ...{ kind: 'allowed', document, basis: ['reconsideration-law-2023#art-20'], reason: '属实' },
      ...{ answers: [{ point: 1, text: '属实', outcome: 'upheld' }], effect: 'remove' },
    });
    expect(play.open('Q', '2026-07-25', firm, { matter: matter2 })).toBe(true);
    const old = broken();
    expect(old.open('Q', '2029-05-05', firm, { matter: matter2 })).toBe(false);
    expect(old.open('Q', '2029-05-06', firm, { matter: matter2 })).toBe(true);
  });

  it('leaves out by no ground but those of the card', () => {
    const play = toldTo();
    const out = (ground: string) =>
      ({ kind: 'excluded', document, reason: '属于', grounds: [ground] }) as const;
    expect(play.act('P', '2026-05-08', officer, out('bad_reputation'))).toBe(false);
    expect(play.refused).toEqual(['case-exclusion-unknown']);
    // Nobody broke a pledge here: what the register does not show, the office cannot say.
    expect(play.act('P', '2026-05-08', officer, out('unrepaired_pledge'))).toBe(false);
    play.must('P', '2026-05-08', officer, out('high_risk_food'));
    expect(play.at('P', '2026-05-08').phase).toBe('closed');
  });

  it('is nobody else’s business in any state, and no listing by itself closes it', () => {
    for (const play of [toldTo(), granted(), unkept(), broken()]) {
      expect(play.at('P', '2026-07-20').visibleTo).not.toContain('public');
      expect(play.at('P', '2026-07-20').effect).toEqual({ kind: 'none' });
    }
    const play = listed();
    expect(play.open('P', '2026-05-06', firm, { matter })).toBe(true);
  });
});

/** The same firm before an engine in which one condition lets everything pass. */
function without(condition: ConditionName): Play {
  const conditions = { ...caseRules.conditions, [condition]: () => undefined };
  return new Play(undefined, { ...caseRules, conditions });
}

describe('each condition of a pledge', () => {
  it.each<readonly [ConditionName, (play: Play) => boolean]>([
    [
      'cure-over',
      (play) => unkept(granted(toldTo(play))).act('P', '2026-07-10', officer, revocation),
    ],
    [
      'not-excluded',
      (play) =>
        broken(unkept(granted(toldTo(play)))).open('Q', '2026-07-17', firm, {
          matter: { ...matter, number: '2' },
        }),
    ],
    [
      'exclusion-named',
      (play) =>
        toldTo(play).act('P', '2026-05-08', officer, {
          ...{ kind: 'excluded', document, reason: '属于', grounds: ['bad_reputation'] },
        }),
    ],
    [
      'check-in-time',
      (play) =>
        granted(toldTo(play)).act('P', '2026-05-29', officer, {
          ...{ kind: 'check-set', dueOn: day('2027-05-29') },
        }),
    ],
    [
      'conditions-of-the-pledge',
      (play) =>
        granted(toldTo(play)).act('P', '2026-06-10', officer, {
          ...{ kind: 'seen-unkept', ...seen('2026-06-10'), unmet: ['taxes'] },
        }),
    ],
    [
      'seen-in-time',
      (play) =>
        granted(toldTo(play)).act('P', '2026-06-10', officer, {
          ...{ kind: 'seen-kept', ...seen('2026-05-01') },
        }),
    ],
  ])('is what bars: without %s the step would pass', (condition, wrong) => {
    expect(wrong(new Play())).toBe(false);
    expect(wrong(without(condition))).toBe(true);
  });
});
