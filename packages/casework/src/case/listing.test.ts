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
  reviewer,
  seriousList,
  served,
  told,
} from './case.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

function noticed(): Play {
  const play = new Play();
  play.open('L', '2024-01-09', officer, { matter: seriousList });
  play.must('L', '2024-01-10', officer, notice);
  return play;
}

describe('a proposal', () => {
  it('cannot be made from a record that does not meet the criteria of the list', () => {
    const warned = penalty({ facts: { ...penalty().facts, kinds: ['warning'] } });
    const play = new Play([warned]);
    expect(play.open('L', '2024-01-09', officer, { matter: seriousList })).toBe(false);
    expect(play.refused).toContain('case-not-proposed');
  });

  it('needs a document in legal effect, an article in force and a measure of the list', () => {
    const unserved = new Play([penalty({ service: { kind: 'not-shown' } })]);
    expect(unserved.open('L', '2024-01-09', officer, { matter: seriousList })).toBe(false);
    expect(unserved.refused).toContain('case-no-effective-document');
    const play = new Play();
    const without = { ...seriousList, basis: [] };
    expect(play.open('L', '2024-01-09', officer, { matter: without })).toBe(false);
    expect(play.refused).toContain('case-no-basis');
    const beyond = { ...seriousList, measures: ['spending_restriction'] };
    expect(play.open('L', '2024-01-09', officer, { matter: beyond })).toBe(false);
    expect(play.refused).toContain('case-measure-not-announced');
  });

  it('needs another unit for an appeal, named before the case opens', () => {
    const play = new Play();
    const alone = { own: 'market', review: 'market' };
    expect(play.open('L', '2024-01-09', officer, { matter: seriousList, desks: alone })).toBe(
      false,
    );
    expect(play.refused).toEqual(['case-ways-out-not-told']);
  });

  it('is never made twice from one document', () => {
    const play = listed();
    expect(play.open('M', '2024-03-01', officer, { matter: seriousList })).toBe(false);
    expect(play.refused).toContain('case-once-for-one-fact');
  });

  it('is seen by nobody outside the desk before its notice', () => {
    const play = new Play();
    play.open('L', '2024-01-09', officer, { matter: seriousList });
    const { phase, queue, visibleTo } = play.at('L', '2024-01-09');
    expect(phase).toBe('proposed');
    expect(queue).toEqual({ part: 'officer', agency: 'market' });
    expect(visibleTo).toEqual(['own-agency', 'oversight', 'platform']);
  });
});

describe('a notice', () => {
  it('says everything the list asks for', () => {
    const play = new Play();
    play.open('L', '2024-01-09', officer, { matter: seriousList });
    const short = { ...notice, told: told.filter((each) => each !== 'exit') };
    expect(play.act('L', '2024-01-10', officer, short)).toBe(false);
    expect(play.refused).toEqual(['case-notice-incomplete']);
  });

  it('is served in a way that counts, on a day that can be', () => {
    const play = noticed();
    const portal = { ...served('notice', '2024-01-11'), mode: 'portal_only' };
    expect(play.act('L', '2024-01-11', officer, portal)).toBe(false);
    expect(play.refused).toEqual(['case-service-does-not-count']);
    expect(play.act('L', '2024-01-11', officer, served('notice', '2024-01-12'))).toBe(false);
    expect(play.refused).toEqual(['case-order-of-days']);
    expect(play.act('L', '2024-01-11', officer, served('decision', '2024-01-11'))).toBe(false);
  });

  it('holds the case until it is proven, or two attempts on two days are documented', () => {
    const play = noticed();
    expect(play.act('L', '2024-03-01', officer, draft)).toBe(false);
    expect(play.refused).toContain('case-not-served');
    const failed = (triedOn: string) =>
      ({
        kind: 'service-failed',
        paper: 'notice',
        mode: 'in_person',
        triedOn: served('notice', triedOn).servedOn,
        note: '无人签收',
      }) as const;
    play.must('L', '2024-03-01', officer, failed('2024-03-01'));
    play.must('L', '2024-03-01', officer, failed('2024-03-01'));
    expect(play.at('L', '2024-03-01').phase).toBe('awaiting-service');
    play.must('L', '2024-03-04', officer, failed('2024-03-04'));
    expect(play.at('L', '2024-03-05').phase).toBe('statement-open');
    expect(play.act('L', '2024-03-11', officer, draft)).toBe(false);
    play.must('L', '2024-03-12', officer, draft);
  });
});

describe('being heard', () => {
  it('lasts five working days from service, the last one included, holidays not counted', () => {
    const play = noticed();
    play.must('L', '2024-02-08', officer, served('notice', '2024-02-08'));
    const clock = play.at('L', '2024-02-09').clocks.find((each) => each.clock === 'statement');
    // 9 February is worked, 10 to 17 February is the Spring Festival, Sunday the 18th is worked.
    expect(clock).toMatchObject({ dueOn: '2024-02-21', state: 'running', runsFor: 'subject' });
    expect(play.act('L', '2024-02-21', officer, draft)).toBe(false);
    expect(play.refused).toEqual(['case-window-open']);
    play.must('L', '2024-02-22', officer, draft);
  });

  it('is a state of its own while the calendar of its days is not published', () => {
    const old = { facts: { ...penalty().facts, conduct_ended: '2026-11-01' } };
    const play = new Play([penalty(old)]);
    const matter = { ...seriousList, conductOn: served('notice', '2026-11-01').servedOn };
    play.open('L', '2026-12-20', officer, { matter });
    play.must('L', '2026-12-21', officer, notice);
    play.must('L', '2026-12-30', officer, served('notice', '2026-12-30'));
    const clock = play.at('L', '2026-12-30').clocks.find((each) => each.clock === 'statement');
    expect(clock?.state).toBe('calendar-not-published');
    expect(clock?.dueOn).toBeUndefined();
    expect(play.act('L', '2027-06-01', officer, draft)).toBe(false);
  });

  it('may be waived in writing by the subject, and by nobody else', () => {
    const play = noticed();
    play.must('L', '2024-01-11', officer, served('notice', '2024-01-11'));
    expect(play.act('L', '2024-01-12', officer, { kind: 'waived', proof: '声明' })).toBe(false);
    expect(play.refused).toEqual(['case-not-yours']);
    play.must('L', '2024-01-12', firm, { kind: 'waived', proof: '声明' });
    play.must('L', '2024-01-12', officer, draft);
  });

  it('gives the hearing that was asked for in time, called early enough, by an outsider', () => {
    const play = noticed();
    play.must('L', '2024-01-11', officer, served('notice', '2024-01-11'));
    play.must('L', '2024-01-16', firm, { kind: 'hearing-asked' });
    expect(play.at('L', '2024-01-22').phase).toBe('hearing-pending');
    expect(play.act('L', '2024-01-22', officer, draft)).toBe(false);
    expect(play.refused).toEqual(['case-hearing-not-held']);
    const call = (on: string, presiding: string) =>
      ({
        kind: 'hearing-set',
        hearingOn: served('notice', on).servedOn,
        presiding,
        place: '三楼',
      }) as const;
    expect(play.act('L', '2024-01-22', officer, call('2024-01-30', '孙八'))).toBe(false);
    expect(play.refused).toEqual(['case-hearing-too-soon']);
    expect(play.act('L', '2024-01-22', officer, call('2024-01-31', '王一'))).toBe(false);
    expect(play.refused).toEqual(['case-presides-investigator']);
    play.must('L', '2024-01-22', officer, call('2024-01-31', '孙八'));
    const held = (on: string) =>
      ({
        kind: 'hearing-held',
        heldOn: served('notice', on).servedOn,
        presiding: '孙八',
        transcript: '笔录',
      }) as const;
    expect(play.act('L', '2024-01-30', officer, held('2024-01-30'))).toBe(false);
    play.must('L', '2024-01-31', officer, held('2024-01-31'));
    play.must('L', '2024-02-01', officer, draft);
  });

  it('no longer opens a hearing after the time to ask for it', () => {
    const play = noticed();
    play.must('L', '2024-01-11', officer, served('notice', '2024-01-11'));
    expect(play.act('L', '2024-01-19', firm, { kind: 'hearing-asked' })).toBe(false);
    expect(play.refused).toEqual(['case-hearing-not-open']);
  });
});

describe('a decision', () => {
  function heard(): Play {
    const play = noticed();
    play.must('L', '2024-01-11', officer, served('notice', '2024-01-11'));
    play.must('L', '2024-01-12', firm, {
      kind: 'stated',
      points: [{ text: '没有主观恶意' }, { text: '已经改正' }],
    });
    return play;
  }

  const answers = [
    { point: 1, text: '多次违法', outcome: 'refused' },
    { point: 2, text: '不影响列入', outcome: 'refused' },
  ] as const;

  it('answers every point of the defence', () => {
    const play = heard();
    expect(play.act('L', '2024-01-19', officer, { ...draft, answers: [answers[0]] })).toBe(false);
    expect(play.refused).toEqual(['case-points-unanswered']);
    play.must('L', '2024-01-19', officer, { ...draft, answers });
  });

  it('orders only what the notice named, ends within the law and tells the ways out', () => {
    const play = heard();
    const wider = { ...draft, answers, measures: ['pledge_procedure_excluded'] };
    expect(play.act('L', '2024-01-19', officer, wider)).toBe(false);
    expect(play.refused).toEqual(['case-measure-not-announced']);
    const until = served('notice', '2027-03-01').servedOn;
    expect(play.act('L', '2024-01-19', officer, { ...draft, answers, until })).toBe(false);
    expect(play.refused).toEqual(['case-no-end']);
    expect(play.act('L', '2024-01-19', officer, { ...draft, answers, told: [] })).toBe(false);
    expect(play.refused).toEqual(['case-ways-out-not-told']);
  });

  it('is checked and approved by other people in other offices', () => {
    const play = heard();
    play.must('L', '2024-01-19', officer, { ...draft, answers });
    const both = officialAs('王一', 'legal_reviewer');
    expect(play.act('L', '2024-01-22', both, { kind: 'reviewed' })).toBe(false);
    expect(play.refused).toEqual(['case-same-role']);
    play.must('L', '2024-01-22', reviewer, { kind: 'reviewed' });
    const again = officialAs('李 二', 'head_of_authority');
    expect(play.act('L', '2024-01-22', again, { kind: 'approved' })).toBe(false);
    const colleague = officialAs('赵九', 'head_of_authority, case_officer');
    expect(play.act('L', '2024-01-22', colleague, { kind: 'approved' })).toBe(false);
    const elsewhere = officialAs('赵九', 'head_of_authority', 'tax');
    expect(play.act('L', '2024-01-22', elsewhere, { kind: 'approved' })).toBe(false);
    expect(play.refused).toEqual(['case-not-yours']);
    play.must('L', '2024-01-22', approver, { kind: 'approved' });
  });

  it('is not signed by anybody whose interest was declared', () => {
    const play = heard();
    play.must('L', '2024-01-19', officer, { ...draft, answers });
    const declared = { kind: 'conflict-declared', official: '李二', reason: '持有股份' } as const;
    play.must('L', '2024-01-19', officer, declared);
    expect(play.act('L', '2024-01-22', reviewer, { kind: 'reviewed' })).toBe(false);
    expect(play.refused).toEqual(['case-conflict-of-interest']);
  });

  it('does nothing until it is served', () => {
    const play = heard();
    play.must('L', '2024-01-19', officer, { ...draft, answers });
    play.must('L', '2024-01-22', reviewer, { kind: 'reviewed' });
    play.must('L', '2024-01-23', approver, { kind: 'approved' });
    expect(play.at('L', '2025-01-01').effect).toEqual({ kind: 'none' });
    play.must('L', '2025-01-02', officer, served('decision', '2025-01-02'));
    expect(play.at('L', '2025-01-02').effect).toMatchObject({ kind: 'in-effect' });
  });
});

describe('a listing in effect', () => {
  it('ends by itself on its day, with nobody doing anything', () => {
    const play = listed();
    expect(play.at('L', '2024-02-04').effect).toEqual({ kind: 'none' });
    const { effect, visibleTo } = play.at('L', '2027-02-04');
    expect(effect).toMatchObject({ kind: 'in-effect', from: '2024-02-05', until: '2027-02-05' });
    expect(visibleTo).toContain('public');
    const after = play.at('L', '2027-02-05');
    expect(after.effect).toEqual({ kind: 'ended', on: '2027-02-05', because: 'time' });
    expect(after.visibleTo).not.toContain('public');
    expect(after.queue).toBeUndefined();
  });

  it('falls on the day its document is annulled', () => {
    const play = listed();
    const [record] = play.records.values();
    if (record !== undefined) {
      play.records.set('p1', { ...record, endedOn: served('notice', '2024-06-01').servedOn });
    }
    expect(play.at('L', '2024-05-31').effect.kind).toBe('in-effect');
    expect(play.at('L', '2024-06-01').effect).toMatchObject({ because: 'source-ended' });
  });

  it('never begins where the document is annulled between the approval and the service', () => {
    const play = noticed();
    play.must('L', '2024-01-10', officer, served('notice', '2024-01-10'));
    play.must('L', '2024-01-11', firm, { kind: 'waived', proof: '声明' });
    play.must('L', '2024-01-11', officer, draft);
    play.must('L', '2024-01-12', reviewer, { kind: 'reviewed' });
    play.must('L', '2024-01-14', approver, { kind: 'approved' });
    const endedOn = civilDate('2024-01-15');
    play.records.set('p1', { record: penalty(), endedOn });
    play.must('L', '2024-02-15', officer, served('decision', '2024-02-15'));
    for (const day of ['2024-02-15', '2024-03-01']) {
      const { effect, visibleTo } = play.at('L', day);
      expect(effect).toEqual({ kind: 'ended', on: endedOn, because: 'source-ended' });
      expect(visibleTo).not.toContain('public');
    }
  });

  it('is put off by a court for as long as the court says', () => {
    const play = listed();
    const document = { number: '（2024）行保1号' };
    const stay = { kind: 'stayed', from: 'court', document, reason: '停止执行' } as const;
    play.must('L', '2024-03-01', officer, stay);
    expect(play.at('L', '2024-03-01').effect).toMatchObject({ kind: 'suspended', because: 'stay' });
    expect(play.at('L', '2024-02-29').effect.kind).toBe('in-effect');
    play.must('L', '2024-04-01', officer, { kind: 'stay-lifted', document, reason: '裁定' });
    expect(play.at('L', '2024-04-01').effect.kind).toBe('in-effect');
  });

  it('runs the remedies from proven service, and says when they are over', () => {
    const play = listed();
    const clocks = play.at('L', '2024-04-06').clocks;
    expect(clocks.find(({ clock }) => clock === 'review')).toMatchObject({
      dueOn: '2024-04-05',
      state: 'over',
    });
    expect(clocks.find(({ clock }) => clock === 'court')).toMatchObject({ dueOn: '2024-08-05' });
  });
});

describe('a listing that an open duty ends', () => {
  const matter = {
    ...seriousList,
    list: 'samr.abnormal-operation',
    document: { number: '望市监异〔2024〕1号' },
    basis: ['enterprise-publicity-regulations-2014#art-17'],
    measures: [],
  } as const;

  function abnormal(): Play {
    const play = new Play([penalty({ item: 'abnormal_operation', facts: {} })]);
    play.open('L', '2024-01-09', officer, { matter });
    play.must('L', '2024-01-10', officer, { ...notice, measures: [] });
    play.must('L', '2024-01-12', officer, served('notice', '2024-01-11'));
    play.must('L', '2024-01-25', officer, {
      ...draft,
      basis: matter.basis,
      measures: [],
    });
    play.must('L', '2024-01-26', reviewer, { kind: 'reviewed' });
    play.must('L', '2024-01-29', approver, { kind: 'approved' });
    play.must('L', '2024-02-05', officer, served('decision', '2024-02-05'));
    return play;
  }

  it('stops showing when nobody confirms for six months that the duty is open', () => {
    const play = abnormal();
    expect(play.at('L', '2024-08-05').effect).toMatchObject({ confirmBy: '2024-08-05' });
    const lapsed = play.at('L', '2024-08-06');
    expect(lapsed.effect).toMatchObject({ kind: 'suspended', because: 'not-confirmed' });
    expect(lapsed.queue).toEqual({ part: 'officer', agency: 'market' });
    play.must('L', '2024-08-10', officer, { kind: 'duty-open', checked: '仍未补报' });
    expect(play.at('L', '2024-08-10').effect).toMatchObject({ confirmBy: '2025-02-10' });
  });

  it('is over after the working days of exit, however late the desk is', () => {
    const play = abnormal();
    play.must('L', '2024-03-01', firm, { kind: 'duty-performed', proof: '年报' });
    const claim = play.at('L', '2024-03-11').clocks.find(({ clock }) => clock === 'exit');
    expect(claim).toMatchObject({ dueOn: '2024-03-08', state: 'late', runsFor: 'officer' });
    expect(play.at('L', '2024-03-11').effect.kind).toBe('in-effect');
    play.must('L', '2024-03-12', officer, { kind: 'duty-performed', proof: '已核实' });
    expect(play.at('L', '2024-03-18').effect.kind).toBe('in-effect');
    expect(play.at('L', '2024-03-19').effect).toMatchObject({
      kind: 'ended',
      because: 'performed',
    });
  });

  it('needs a fresh decision after its outer bound, else it is over', () => {
    const play = abnormal();
    for (const on of ['2024-08-01', '2025-01-30', '2025-07-28', '2026-01-26', '2026-07-24']) {
      play.must('L', on, officer, { kind: 'duty-open', checked: '仍未补报' });
    }
    play.must('L', '2027-01-20', officer, { kind: 'duty-open', checked: '仍未补报' });
    expect(play.at('L', '2027-02-04').effect.kind).toBe('in-effect');
    expect(play.at('L', '2027-02-05').effect).toMatchObject({ because: 'not-decided-again' });
  });
});
