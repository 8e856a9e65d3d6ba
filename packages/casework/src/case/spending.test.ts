import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { Play, firm, nation, type Said } from './case.test-support.ts';
import {
  closedDesks,
  courtDesks,
  creditor,
  judge,
  judgment,
  ordered,
  person,
  spendingOrder,
} from './court.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const document = { number: '（2024）望执限1号' };

function opens(
  given: Parameters<typeof spendingOrder>[0],
  desks: Parameters<Play['open']>[3]['desks'] = closedDesks,
): readonly string[] {
  const play = new Play([judgment()]);
  play.open('S', '2024-01-09', judge, { matter: spendingOrder(given), desks });
  return play.refused;
}

describe('an order about the spending of a unit', () => {
  it('weighs every factor and forbids only what the closed list of nine has', () => {
    expect(opens({})).toEqual([]);
    expect(opens({ weighed: [] })).toEqual(['case-exemption-open']);
    expect(opens({ forbids: ['bus_tickets'] })).toEqual(['case-condition-unknown']);
    expect(opens({ forbids: [] })).toEqual(['case-condition-unknown']);
    const items = nation().on(civilDate('2024-01-09'))?.measures.get('spending_restriction')?.order;
    expect(items?.forbids).toHaveLength(9);
  });

  it('names people only as those who act for the unit, never a relative', () => {
    expect(opens({ persons: [{ name: '赵小', capacity: 'child' }] })).toEqual([
      'case-condition-unknown',
    ]);
  });

  it('binds a unit and nobody else', () => {
    const trader = judgment({ subject: { ...judgment().subject, kind: 'sole_trader' } });
    const play = new Play([trader]);
    play.open('S', '2024-01-09', judge, { matter: spendingOrder(), desks: closedDesks });
    expect(play.refused).toEqual(['case-no-rule']);
  });

  it('has no desk for platforms, superiors or bodies, and no public, ever', () => {
    expect(opens({}, courtDesks)).toEqual(['case-desks-too-many']);
    const play = ordered();
    for (const day of ['2024-01-09', '2024-01-10', '2024-02-05', '2024-08-06', '2026-02-05']) {
      const { visibleTo } = play.at('S', day);
      expect(visibleTo).not.toContain('public');
      expect(visibleTo).not.toContain('platform');
      expect(visibleTo).not.toContain('body');
    }
    expect(play.at('S', '2024-02-05').visibleTo).toContain('other-parties');
    expect(play.at('S', '2024-01-09').visibleTo).not.toContain('other-parties');
  });

  it('binds from service; unconfirmed it stops after six months, and it ends after two years', () => {
    const play = ordered();
    expect(play.at('S', '2024-02-04').effect.kind).toBe('none');
    expect(play.at('S', '2024-02-05').effect).toMatchObject({
      kind: 'in-effect',
      until: '2026-02-05',
      confirmBy: '2024-08-05',
    });
    expect(play.at('S', '2024-08-06').effect).toMatchObject({ because: 'not-confirmed' });
    play.must('S', '2024-08-07', judge, { kind: 'duty-open', checked: '未履行' });
    expect(play.at('S', '2024-08-07').effect.kind).toBe('in-effect');
    expect(play.at('S', '2026-02-05').effect).toMatchObject({ kind: 'ended', because: 'time' });
  });

  it('is lifted three working days after performance, security or consent is found', () => {
    for (const ground of ['performed', 'security', 'creditor_request']) {
      const play = ordered();
      const found = { kind: 'release-found', ground, document, proof: '笔录' } as const;
      if (ground === 'creditor_request') {
        expect(play.act('S', '2024-03-01', judge, found)).toBe(false);
        play.must('S', '2024-03-01', creditor, { kind: 'release-consented', proof: '同意书' });
      }
      play.must('S', '2024-03-01', judge, found);
      expect(play.at('S', '2024-03-05').effect.kind).toBe('in-effect');
      expect(play.at('S', '2024-03-06').effect).toMatchObject({ because: 'released' });
    }
  });
});

describe('what eases an order', () => {
  const ask = (asked: Said<'allowance-asked'>['asked']): Said<'allowance-asked'> => ({
    ...{ kind: 'allowance-asked', asked, purpose: '赴京签约', proof: '合同' },
    forbids: ['air_rail_sea'],
  });
  const grant = (until: string, of = 1): Said<'allowance-granted'> => ({
    ...{ kind: 'allowance-granted', of, document, reason: '经营必需' },
    until: civilDate(until),
  });

  it('is asked for by the unit or by a person it names, and by nobody of that name elsewhere', () => {
    const play = ordered();
    const stranger = { ...person, name: '钱旁人' } as typeof person;
    expect(play.act('S', '2024-03-01', stranger, ask('occasion'))).toBe(false);
    expect(play.refused).toEqual(['case-not-yours']);
    play.must('S', '2024-03-01', person, ask('private-means'));
    play.must('S', '2024-03-01', firm, ask('occasion'));
    const beyond = { ...ask('exemption'), forbids: ['holidays'] };
    expect(play.act('S', '2024-03-01', firm, beyond)).toBe(false);
  });

  it('is one occasion with a last day, decided once, by number', () => {
    const play = ordered();
    play.must('S', '2024-03-01', firm, ask('occasion'));
    expect(play.act('S', '2024-03-01', judge, grant('2024-04-02'))).toBe(false);
    expect(play.act('S', '2024-03-01', judge, grant('2024-04-01', 2))).toBe(false);
    play.must('S', '2024-03-01', judge, grant('2024-03-10'));
    expect(play.act('S', '2024-03-02', judge, grant('2024-03-10'))).toBe(false);
    expect(play.refused).toEqual(['case-allowance-none']);
  });

  it('lasts longer where private means are spent on oneself', () => {
    const play = ordered();
    play.must('S', '2024-03-01', person, ask('private-means'));
    play.must('S', '2024-03-01', judge, grant('2026-01-01'));
  });
});
