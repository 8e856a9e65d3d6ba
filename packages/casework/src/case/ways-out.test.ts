import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  Play,
  approver,
  draft,
  firm,
  listed,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  platform,
  review,
  served,
  superior,
  told,
  type Said,
} from './case.test-support.ts';
import { repairLaw } from './law/repair-law.ts';
import { lettersOf } from './letter/letters-of.ts';
import { disputedOn } from './standing/disputes.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const document = { number: '望市监答〔2026〕1号' };
const decision = { document, basis: ['samr-order-44-2021#art-2'], reason: '经核实。' };

function wrong(): Play {
  const play = new Play();
  play.open('O', '2026-03-02', firm, {
    matter: {
      case: 'objection',
      target: { kind: 'record', recordId: 'p1' },
      clock: 'dispute.credence',
      points: [{ text: '金额有误', field: 'fine' }, { text: '日期有误' }],
    },
  });
  return play;
}

const answered: Said<'answered'> = {
  kind: 'answered',
  ...decision,
  answers: [
    { point: 1, text: '属实', outcome: 'upheld' },
    { point: 2, text: '日期无误', outcome: 'refused' },
  ],
  effect: 'correct',
};

describe('this is wrong', () => {
  it('marks the record from the first day until it is answered', () => {
    const play = wrong();
    expect([...disputedOn(play.world, civilDate('2026-03-01'))]).toEqual([]);
    expect([...disputedOn(play.world, civilDate('2026-03-02'))]).toEqual(['p1']);
    play.must('O', '2026-03-09', officer, answered);
    expect([...disputedOn(play.world, civilDate('2026-03-08'))]).toEqual(['p1']);
    expect([...disputedOn(play.world, civilDate('2026-03-09'))]).toEqual([]);
  });

  it('is checked in one working day and decided in five more', () => {
    const play = wrong();
    const { phase, queue, clocks } = play.at('O', '2026-03-02');
    expect(phase).toBe('being-checked');
    expect(queue).toEqual({ part: 'platform', agency: 'platform' });
    expect(clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['platform_check', '2026-03-03'],
      ['source_decides', '2026-03-10'],
    ]);
    play.must('O', '2026-03-03', platform, { kind: 'checked', finding: '平台无误' });
    expect(play.at('O', '2026-03-03').queue).toEqual({ part: 'officer', agency: 'market' });
  });

  it('is extended once, with reasons, before its last day', () => {
    const play = wrong();
    play.must('O', '2026-03-10', officer, { kind: 'extended', reason: '须调档' });
    expect(play.at('O', '2026-03-10').clocks[1]).toMatchObject({ dueOn: '2026-03-13' });
    expect(play.act('O', '2026-03-11', officer, { kind: 'extended', reason: '再延' })).toBe(false);
    expect(play.refused).toEqual(['case-no-extension']);
    const late = wrong();
    expect(late.act('O', '2026-03-11', officer, { kind: 'extended', reason: '迟' })).toBe(false);
  });

  it('goes to the superior the day after the last, and not before', () => {
    const play = wrong();
    expect(play.act('O', '2026-03-10', superior, answered)).toBe(false);
    expect(play.refused).toEqual(['case-desk-not-late']);
    const late = play.at('O', '2026-03-11');
    expect(late.phase).toBe('escalated');
    expect(late.queue).toEqual({ part: 'superior', agency: 'province' });
    expect(late.visibleTo).toContain('superior');
    play.must('O', '2026-03-11', superior, answered);
  });

  it('is answered point by point, and needs a record that stands and a clock that is law', () => {
    const play = wrong();
    const [first] = answered.answers;
    const half = { ...answered, answers: first === undefined ? [] : [first] };
    expect(play.act('O', '2026-03-03', officer, half)).toBe(false);
    expect(play.refused).toEqual(['case-points-unanswered']);
    const none = { case: 'objection', points: [{ text: '有误' }] } as const;
    const target = { kind: 'record', recordId: 'p9' } as const;
    const matter = { ...none, target, clock: 'dispute.nowhere' } as const;
    expect(play.open('X', '2026-03-02', firm, { matter })).toBe(false);
    expect(play.refused).toEqual(['case-target-missing', 'case-no-rule']);
  });

  it('ends the listing it is against where its answer removes it', () => {
    const play = listed();
    play.open('O', '2024-03-01', firm, {
      matter: {
        case: 'objection',
        target: { kind: 'case', caseId: 'L' },
        clock: 'dispute.credence',
        points: [{ text: '不是本公司' }],
      },
    });
    const answer = { point: 1, text: '属实', outcome: 'upheld' } as const;
    play.must('O', '2024-03-08', officer, { ...answered, answers: [answer], effect: 'remove' });
    expect(play.at('L', '2024-03-07').effect.kind).toBe('in-effect');
    expect(play.at('L', '2024-03-08').effect).toMatchObject({ because: 'corrected' });
  });
});

const repairOf = { case: 'repair', target: { kind: 'case', caseId: 'L' } } as const;

function repairing(): Play {
  const play = listed();
  play.open('R', '2024-10-01', firm, { matter: repairOf });
  play.must('R', '2024-10-01', firm, { ...confirmed, proof: '整改报告' });
  play.must('R', '2024-10-02', firm, { kind: 'pledged', pledge: '承诺守法' });
  return play;
}

const granted: Said<'granted'> = { kind: 'granted', document, reason: '条件均已满足。' };
const confirmed: Said<'condition-shown'> = {
  kind: 'condition-shown',
  condition: 'corrected',
  proof: '现场核查',
};

describe('I have put it right', () => {
  it('is prepared before and lodges itself on its first day, when the clocks start', () => {
    const play = repairing();
    const before = play.at('R', '2025-02-04');
    expect(before.phase).toBe('preparing');
    expect(before.clocks).toMatchObject([{ clock: 'earliest', dueOn: '2025-02-05' }]);
    expect(play.act('R', '2025-02-04', officer, granted)).toBe(false);
    expect(play.refused).toContain('case-not-lodged');
    const first = play.at('R', '2025-02-05');
    expect(first.phase).toBe('being-decided');
    expect(first.clocks.map(({ startedOn }) => startedOn)).toEqual(['2025-02-05']);
  });

  it('waits for what is missing, however late the day', () => {
    const play = listed();
    play.open('R', '2025-06-01', firm, { matter: repairOf });
    expect(play.at('R', '2025-06-01').phase).toBe('preparing');
    expect(play.act('R', '2025-06-02', firm, { ...confirmed, condition: 'praise' })).toBe(false);
    expect(play.refused).toEqual(['case-condition-unknown']);
  });

  it('is granted only where an official has found every condition met, and ends the listing', () => {
    const play = repairing();
    expect(play.act('R', '2025-02-10', officer, granted)).toBe(false);
    expect(play.refused).toEqual(['case-not-lodged']);
    play.must('R', '2025-02-10', officer, confirmed);
    play.must('R', '2025-02-11', officer, granted);
    expect(play.at('L', '2025-02-10').effect.kind).toBe('in-effect');
    expect(play.at('L', '2025-02-11').effect).toMatchObject({ because: 'repaired' });
    expect(play.at('L', '2025-02-11').visibleTo).not.toContain('public');
  });

  it('is refused with all grounds at once, and never with another one', () => {
    const play = repairing();
    const refused = (...grounds: string[]) =>
      ({ kind: 'refused', document, reason: '未改正', grounds }) as const;
    expect(play.act('R', '2025-02-10', officer, refused('paid'))).toBe(false);
    expect(play.refused).toEqual(['case-grounds-missing']);
    play.must('R', '2025-02-10', officer, refused('corrected'));
    const done = repairing();
    done.must('R', '2025-02-10', officer, confirmed);
    expect(done.act('R', '2025-02-11', officer, refused('corrected'))).toBe(false);
  });

  it('asks under the newer law for what that law asks', () => {
    const play = listed();
    play.open('R', '2026-05-01', firm, { matter: repairOf });
    play.must('R', '2026-05-01', firm, {
      kind: 'condition-shown',
      condition: 'paid',
      proof: '缴款',
    });
    play.must('R', '2026-05-01', firm, confirmed);
    expect(play.at('R', '2026-05-01').phase).toBe('preparing');
    play.must('R', '2026-05-06', firm, { kind: 'pledged', pledge: '承诺守法' });
    const { clocks } = play.at('R', '2026-05-06');
    // Seven working days of the market regulator's own clock.
    expect(clocks).toMatchObject([{ clock: 'authority_decides', dueOn: '2026-05-14' }]);
  });

  it('is taken back for fraud by a decision of its own, with notice, hearing and service', () => {
    const play = repairing();
    play.must('R', '2025-02-10', officer, confirmed);
    play.must('R', '2025-02-11', officer, granted);
    play.must('R', '2025-03-03', officer, { ...notice, measures: [] });
    play.must('R', '2025-03-04', officer, served('notice', '2025-03-04'));
    expect(play.act('R', '2025-03-11', officer, { ...draft, measures: [] })).toBe(false);
    play.must('R', '2025-03-12', officer, { ...draft, measures: [], told });
    expect(play.act('R', '2025-03-12', officer, { kind: 'approved' })).toBe(false);
    play.must('R', '2025-03-13', approver, { kind: 'approved' });
    expect(play.at('L', '2025-03-13').effect.kind).toBe('ended');
    play.must('R', '2025-03-14', officer, served('decision', '2025-03-14'));
    expect(play.at('L', '2025-03-14').effect).toMatchObject({
      kind: 'in-effect',
      until: '2027-02-05',
    });
    expect(play.at('L', '2025-03-13').effect.kind).toBe('ended');
  });

  it('is shielded by a reorganisation until that is over', () => {
    const play = repairing();
    play.must('R', '2024-11-01', officer, { kind: 'shielded', document });
    expect(play.at('L', '2024-11-01').effect).toMatchObject({ because: 'shielded' });
    play.must('R', '2024-12-01', officer, { kind: 'shield-lifted', document });
    expect(play.at('L', '2024-12-01').effect.kind).toBe('in-effect');
  });

  it('opens for a record on the day that its own terms say', () => {
    const play = new Play([
      penalty({
        decidedOn: civilDate('2026-04-10'),
        service: { kind: 'shown', on: civilDate('2026-04-10'), mode: 'in_person' },
        facts: { procedure: 'ordinary', kinds: ['fine'], conduct_ended: '2026-04-02' },
      }),
    ]);
    const target = { kind: 'record', recordId: 'p1' } as const;
    play.open('R', '2026-05-06', firm, { matter: { case: 'repair', target } });
    for (const condition of ['corrected', 'paid']) {
      play.must('R', '2026-05-06', firm, { kind: 'condition-shown', condition, proof: '凭证' });
    }
    play.must('R', '2026-05-06', firm, { kind: 'pledged', pledge: '承诺守法' });
    expect(play.at('R', '2026-07-09').phase).toBe('preparing');
    expect(play.at('R', '2026-07-10').phase).toBe('being-checked');
  });
});

const appealDesks = { own: 'review_office', superior: 'province' };
const appealOf = (of: string) => ({ case: 'appeal', of, points: [{ text: '认定有误' }] }) as const;
const allowed: Said<'allowed'> = {
  kind: 'allowed',
  ...decision,
  answers: [{ point: 1, text: '理由成立', outcome: 'upheld' }],
  effect: 'remove',
};

const dismissed: Said<'dismissed'> = {
  kind: 'dismissed',
  ...decision,
  answers: [{ point: 1, text: '理由不成立', outcome: 'refused' }],
};

describe('someone else should decide', () => {
  it('is open until the last day of the time that runs from proven service', () => {
    const play = listed();
    const late = { matter: appealOf('L'), desks: appealDesks };
    expect(play.open('A', '2024-04-06', firm, late)).toBe(false);
    expect(play.refused).toEqual(['case-appeal-late']);
    expect(play.open('A', '2024-04-05', firm, late)).toBe(true);
  });

  it('is heard on request, before somebody of the other unit who had no part in it', () => {
    const play = listed();
    play.open('A', '2024-03-01', firm, { matter: appealOf('L'), desks: appealDesks });
    const asks = { kind: 'hearing-asked' } as const;
    const sets = (presiding: string, on = '2024-03-20'): Said<'hearing-set'> => ({
      ...{ kind: 'hearing-set', presiding, place: '三楼' },
      hearingOn: civilDate(on),
    });
    const held: Said<'hearing-held'> = {
      ...{ kind: 'hearing-held', presiding: '孙八', transcript: '笔录' },
      heldOn: civilDate('2024-03-20'),
    };
    expect(play.act('A', '2024-03-02', review, sets('孙八'))).toBe(false);
    const clock = play
      .at('A', '2024-03-02')
      .clocks.find((each) => each.clock === 'hearing-request');
    expect(clock).toMatchObject({ runsFor: 'subject', dueOn: '2024-03-08', state: 'running' });
    expect(play.would('A', '2024-03-09', firm, asks)).toBe(false);
    play.must('A', '2024-03-08', firm, asks);
    const pending = play.at('A', '2024-03-08');
    expect([pending.phase, pending.queue?.part]).toEqual(['hearing-pending', 'review-unit']);
    // Neither who investigated, nor who signed, nor who calls the hearing; and not at once.
    for (const named of ['王一', '陈三', '郑六']) {
      expect(play.act('A', '2024-03-08', review, sets(named))).toBe(false);
      expect(play.refused).toContain('case-presides-investigator');
    }
    const soon = sets('孙八', '2024-03-11');
    expect(play.act('A', '2024-03-08', review, soon)).toBe(false);
    expect(play.refused).toEqual(['case-hearing-too-soon']);
    play.must('A', '2024-03-08', review, sets('孙八'));
    expect(play.act('A', '2024-03-09', review, dismissed)).toBe(false);
    expect(play.refused).toEqual(['case-hearing-not-held']);
    expect(play.act('A', '2024-03-19', review, held)).toBe(false);
    play.must('A', '2024-03-20', review, held);
    expect(lettersOf(play.file('A').actions)).toContain('hearing-notice');
    play.must('A', '2024-03-21', review, dismissed);
  });

  it('that is put off about a repair taken back leaves the listing without effect', () => {
    const play = listed();
    const target = { kind: 'case', caseId: 'L' } as const;
    play.open('R', '2025-02-05', firm, { matter: { case: 'repair', target } });
    for (const condition of repairLaw(play.file('R'), play.world, civilDate('2025-02-05')).toShow) {
      play.must('R', '2025-02-05', officer, { kind: 'condition-shown', condition, proof: '凭证' });
    }
    play.must('R', '2025-02-05', firm, { kind: 'pledged', pledge: '承诺守法' });
    play.must('R', '2025-02-06', officer, { kind: 'granted', document, reason: '满足' });
    play.must('R', '2025-03-03', officer, notice);
    play.must('R', '2025-03-03', officer, served('notice', '2025-03-03'));
    play.must('R', '2025-03-20', officer, draft);
    play.must('R', '2025-03-21', approver, { kind: 'approved' });
    play.must('R', '2025-03-24', officer, served('decision', '2025-03-24'));
    expect(play.at('L', '2025-03-24').effect.kind).toBe('in-effect');
    play.open('A', '2025-03-25', firm, { matter: appealOf('R'), desks: appealDesks });
    play.must('A', '2025-03-25', review, {
      kind: 'stayed',
      from: 'review',
      document,
      reason: '存疑',
    });
    expect(play.at('L', '2025-03-25').effect).toMatchObject({ kind: 'suspended', because: 'stay' });
    play.must('A', '2025-03-26', review, dismissed);
    expect(play.at('L', '2025-03-26').effect.kind).toBe('in-effect');
  });

  it('is decided by another unit and by nobody who took part', () => {
    const play = listed();
    const same = { matter: appealOf('L'), desks: { own: 'market' } };
    expect(play.open('A', '2024-03-01', firm, same)).toBe(false);
    expect(play.refused).toEqual(['case-same-unit']);
    play.open('B', '2024-03-01', firm, { matter: appealOf('L'), desks: appealDesks });
    const moved = officialAs('王一', 'reviewer', 'review_office');
    expect(play.act('B', '2024-03-04', moved, allowed)).toBe(false);
    expect(play.refused).toEqual(['case-same-unit']);
    play.must('B', '2024-03-04', review, allowed);
    expect(play.at('L', '2024-03-03').effect.kind).toBe('in-effect');
    expect(play.at('L', '2024-03-04').effect).toMatchObject({ because: 'annulled' });
  });

  it('may put the effect off meanwhile, and marks the listing as disputed', () => {
    const play = listed();
    play.open('A', '2024-03-01', firm, { matter: appealOf('L'), desks: appealDesks });
    expect([...disputedOn(play.world, civilDate('2024-03-01'))]).toEqual(['L']);
    play.must('A', '2024-03-04', review, {
      kind: 'stayed',
      from: 'review',
      document,
      reason: '难以挽回',
    });
    expect(play.at('L', '2024-03-04').effect).toMatchObject({ because: 'stay' });
    play.must('A', '2024-03-20', review, dismissed);
    expect(play.at('L', '2024-03-20').effect.kind).toBe('in-effect');
    expect(disputedOn(play.world, civilDate('2024-03-20')).size).toBe(0);
  });

  it('turns a refused repair into the end of the listing', () => {
    const play = repairing();
    const grounds = ['corrected'];
    play.must('R', '2025-02-10', officer, { kind: 'refused', document, reason: '未改', grounds });
    play.open('A', '2025-02-17', firm, { matter: appealOf('R'), desks: appealDesks });
    play.must('A', '2025-02-24', review, allowed);
    expect(play.at('L', '2025-02-24').effect).toMatchObject({ because: 'repaired' });
  });
});
