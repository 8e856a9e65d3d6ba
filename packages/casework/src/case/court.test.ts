import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { Play, firm, nation, served, type Said } from './case.test-support.ts';
import {
  courtDesks,
  courtDraft,
  courtListed,
  courtListing,
  courtNotice,
  creditor,
  decide,
  higher,
  judge,
  judgment,
  outsider,
  panel,
  president,
} from './court.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const timed = { ground: 'obstructs', considered: [] };
const document = { number: '（2024）望执删1号' };

function opens(given: Parameters<typeof courtListing>[0], play = new Play([judgment()])): Play {
  play.open('L', '2024-01-09', judge, { matter: courtListing(given), desks: courtDesks });
  return play;
}

function found(ground: string, rest: Partial<Said<'release-found'>> = {}): Said<'release-found'> {
  return { kind: 'release-found', ground, document, proof: '执行案款收据', ...rest };
}

describe('a court that lists a debtor', () => {
  it('names one of the six grounds and has looked for every exemption of it', () => {
    expect(opens({ ground: 'is_poor' }).refused).toEqual(['case-condition-unknown']);
    expect(opens({ considered: ['assets_cover'] }).refused).toEqual(['case-exemption-open']);
    expect(opens({}).refused).toEqual([]);
    expect(opens(timed).refused).toEqual([]);
  });

  it('acts in its own three offices, and nobody of another office does', () => {
    const play = opens({});
    const clerk = { ...judge, role: 'case_officer' } as typeof judge;
    expect(play.act('L', '2024-01-10', clerk, courtNotice)).toBe(false);
    expect(play.refused).toEqual(['case-not-yours']);
    decide(play);
    expect(play.at('L', '2024-02-05').effect.kind).toBe('in-effect');
  });

  it('gives the president’s reasons for a sum that no law measures, save for wages', () => {
    for (const [claim, allowed] of [
      ['contract', false],
      ['wages', true],
    ] as const) {
      const play = opens({ claim });
      play.must('L', '2024-01-10', judge, courtNotice);
      play.must('L', '2024-01-12', judge, served('notice', '2024-01-11'));
      play.must('L', '2024-01-25', judge, courtDraft);
      play.must('L', '2024-01-26', panel, { kind: 'reviewed' });
      expect(play.act('L', '2024-01-29', president, { kind: 'approved' })).toBe(allowed);
      if (!allowed) expect(play.refused).toEqual(['case-reasons-missing']);
    }
  });

  it('tells the superior of an organ, which has to be named', () => {
    const organ = judgment({ subject: { ...judgment().subject, kind: 'public_body' } });
    expect(opens({}, new Play([organ])).refused).toEqual(['case-superior-missing']);
    const play = opens({ superior: '望澜市财政局' }, new Play([organ]));
    decide(play);
    play.must('L', '2024-02-06', judge, {
      kind: 'superior-told',
      superior: '望澜市财政局',
      document,
    });
    expect(opens({ stateOwned: true }).refused).toEqual(['case-superior-missing']);
  });

  it('may leave one to three months, in which nothing is decided', () => {
    const play = opens({});
    const grace = (until: string) =>
      ({ kind: 'grace-given', until: civilDate(until), reason: '正在筹款' }) as const;
    expect(play.act('L', '2024-01-09', judge, grace('2024-04-10'))).toBe(false);
    play.must('L', '2024-01-09', judge, grace('2024-03-09'));
    play.must('L', '2024-01-10', judge, courtNotice);
    play.must('L', '2024-01-12', judge, served('notice', '2024-01-11'));
    play.must('L', '2024-01-25', judge, courtDraft);
    play.must('L', '2024-01-26', panel, { kind: 'reviewed' });
    const approved = { kind: 'approved', reason: '理由' } as const;
    expect(play.act('L', '2024-03-09', president, approved)).toBe(false);
    expect(play.refused).toEqual(['case-grace-runs']);
    expect(play.act('L', '2024-03-10', president, approved)).toBe(true);
  });
});

describe('the end of a court’s entry', () => {
  it('comes with the duty on the first ground, confirmed every six months', () => {
    const play = courtListed();
    expect(play.at('L', '2024-08-05').effect).toMatchObject({ confirmBy: '2024-08-05' });
    expect(play.at('L', '2024-08-06').effect).toMatchObject({ because: 'not-confirmed' });
  });

  it('comes after two years on the other grounds, by itself', () => {
    const play = courtListed(timed);
    expect(play.at('L', '2026-02-04').effect).toMatchObject({ until: '2026-02-05' });
    expect(play.at('L', '2026-02-05').effect).toMatchObject({ kind: 'ended', because: 'time' });
  });

  it('is later only to a day that the decision names, for a circumstance of the law', () => {
    const lengthened = { for: 'violent_resistance', until: civilDate('2027-02-05') };
    const play = courtListed(timed, { ...courtDraft, lengthened });
    expect(play.at('L', '2026-02-05').effect).toMatchObject({ until: '2027-02-05' });
    expect(play.at('L', '2027-02-05').effect.kind).toBe('ended');
    for (const [circumstance, until] of [
      ['bad_attitude', '2027-02-05'],
      ['violent_resistance', '2026-06-05'],
      ['violent_resistance', '2029-02-05'],
    ] as const) {
      const other = { for: circumstance, until: civilDate(until) };
      expect(() => courtListed(timed, { ...courtDraft, lengthened: other })).toThrow(
        'case-term-too-long',
      );
    }
    const first = { ...courtDraft, lengthened };
    expect(() => courtListed({}, first)).toThrow('case-term-too-long');
  });

  it.each(['performed', 'settlement_performed', 'enforcement_stayed', 'not_enforceable'])(
    'is three working days after the court finds: %s, whoever acts or not',
    (ground) => {
      const play = courtListed();
      play.must('L', '2024-03-01', judge, found(ground));
      expect(play.at('L', '2024-03-05').effect).toMatchObject({ until: '2024-03-06' });
      expect(play.at('L', '2024-03-06').effect).toMatchObject({ because: 'released' });
    },
  );

  it('needs two searches without result, and the creditor where it is the creditor who agrees', () => {
    const play = courtListed();
    expect(play.act('L', '2024-03-01', judge, found('no_assets_found', { checks: 1 }))).toBe(false);
    expect(play.act('L', '2024-03-01', judge, found('creditor_request'))).toBe(false);
    expect(play.refused).toEqual(['case-release-unproven']);
    expect(play.act('L', '2024-03-01', judge, found('forgotten'))).toBe(false);
    play.must('L', '2024-03-01', creditor, { kind: 'release-consented', proof: '同意书' });
    play.must('L', '2024-03-01', judge, found('creditor_request'));
    expect(play.at('L', '2024-03-06').effect).toMatchObject({ kind: 'ended', on: '2024-03-06' });
  });

  it('is asked for by the debtor; the clock of the court shows, and lateness with it', () => {
    const play = courtListed();
    play.must('L', '2024-03-01', firm, {
      kind: 'release-asked',
      ground: 'performed',
      proof: '收据',
    });
    const clock = (day: string) => play.at('L', day).clocks.find((each) => each.clock === 'delete');
    expect(clock('2024-03-06')).toMatchObject({ dueOn: '2024-03-06', state: 'running' });
    expect(clock('2024-03-07')).toMatchObject({ state: 'late' });
    // Somebody's word ends nothing.
    expect(play.at('L', '2024-03-07').effect.kind).toBe('in-effect');
  });
});

describe('a creditor', () => {
  const asks = (play: Play, day: string, id = 'L') =>
    play.open(id, day, creditor, { matter: courtListing(), desks: courtDesks });

  it('applies, and the court decides within fifteen days', () => {
    const play = new Play([judgment()]);
    expect(asks(play, '2024-01-09')).toBe(true);
    const [clock] = play.at('L', '2024-01-10').clocks;
    expect(clock).toMatchObject({ clock: 'decide', dueOn: '2024-01-24', state: 'running' });
    expect(play.at('L', '2024-01-25').clocks[0]).toMatchObject({ state: 'late' });
  });

  it('does not apply under another’s name, nor for a list that knows no creditor', () => {
    const other = { ...creditor, name: '别的公司' } as typeof creditor;
    const play = new Play([judgment()]);
    const asked = { matter: courtListing(), desks: courtDesks };
    expect(play.open('L', '2024-01-09', other, asked)).toBe(false);
  });

  it('waits six months after its own consent, other creditors do not', () => {
    const second = judgment({ recordId: 'j2', document: { number: '（2024）望执2号' } });
    const play = courtListed();
    play.records.set('j2', { record: second });
    play.must('L', '2024-03-01', creditor, { kind: 'release-consented', proof: '同意书' });
    play.must('L', '2024-03-01', judge, found('creditor_request'));
    const again = (by: typeof creditor, name: string, on: string) =>
      play.open('N', on, by, {
        matter: {
          ...courtListing({ creditor: name }),
          ...{ recordId: 'j2', document: { number: '（2024）望执2号' } },
        },
        desks: courtDesks,
      });
    expect(again(creditor, '债权公司', '2024-08-30')).toBe(false);
    expect(play.refused).toEqual(['case-barred']);
    expect(again({ ...creditor, name: '他公司' } as typeof creditor, '他公司', '2024-08-30')).toBe(
      true,
    );
    play.files.delete('N');
    expect(again(creditor, '债权公司', '2024-09-01')).toBe(true);
  });

  it('and a third party say that it is wrong; fifteen days, then the higher court', () => {
    const play = courtListed();
    const target = { kind: 'case', caseId: 'L' } as const;
    const matter = {
      case: 'objection',
      target,
      clock: 'correction.judgment-defaulter',
      points: [{ text: '我方不是被执行人' }],
    } as const;
    expect(play.open('O', '2024-03-01', outsider, { matter, desks: courtDesks })).toBe(true);
    expect(play.at('L', '2024-03-01').effect.kind).toBe('in-effect');
    const [clock] = play.at('O', '2024-03-01').clocks;
    expect(clock).toMatchObject({ clock: 'court_decides', dueOn: '2024-03-16' });
    play.must('O', '2024-03-05', judge, {
      ...{ kind: 'answered', document, basis: ['spc-defaulters-2017#art-12'], reason: '不成立' },
      answers: [{ point: 1, text: '经查属实', outcome: 'refused' }],
      effect: 'none',
    });
    const appeal = { case: 'appeal', of: 'O', points: [{ text: '请求复议' }] } as const;
    const elsewhere = { own: 'higher_court' };
    expect(play.open('A', '2024-03-08', firm, { matter: appeal, desks: elsewhere })).toBe(true);
    expect(
      play.act('A', '2024-03-09', judge, {
        kind: 'conflict-declared',
        official: '法一',
        reason: '原案',
      }),
    ).toBe(false);
    play.must('A', '2024-03-11', higher, {
      ...{ kind: 'allowed', document, basis: ['spc-defaulters-2017#art-12'], reason: '成立' },
      answers: [{ point: 1, text: '应当纠正', outcome: 'upheld' }],
      effect: 'remove',
    });
    expect(play.at('L', '2024-03-11').effect).toMatchObject({ because: 'annulled' });
  });
});
