import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseOpened } from '../entry/case-payload.ts';
import { publicResultsOf } from '../inspection/visit/result-of.ts';
import { toldDraws } from '../inspection/visit/told-draws.ts';
import { nation, notice, officer, Play, served, type Said } from './case.test-support.ts';
import { drawsOf } from './law/inspection-law.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const day = civilDate;
const inspectors = ['甲', '乙'];
// Food has fifteen days to put it right, safety at work thirty.
const matter = {
  ...{ case: 'inspection', checklist: 'cn.food', also: ['cn.work-safety'], draw: 'd1' },
  ...{ inspectors, from: day('2026-05-06'), until: day('2026-06-30') },
} as const satisfies CaseOpened['matter'];
const document = { number: '望市监改〔2026〕1号' };
const order: Said<'noticed'> = { ...notice, document, measures: [], reason: '责令改正' };
const visit = { visitedOn: day('2026-05-20'), inspectors, skipped: [] } as const;

function arranged(given: CaseOpened['matter'] = matter): Play {
  const play = new Play();
  play.arranged = ['d1'];
  if (!play.open('V', '2026-05-06', officer, { matter: given })) {
    throw new Error(play.refused.join());
  }
  return play;
}

/** What was unmet was ordered to be put right on the 21st, and the order reached the firm on the 22nd. */
function ordered(unmet: readonly string[], skipped: readonly string[] = []): Play {
  const play = arranged();
  play.must('V', '2026-05-20', officer, {
    ...{ kind: 'visited-faults', ...visit, skipped: [...skipped], unmet: [...unmet] },
    seen: '见照片',
  });
  play.must('V', '2026-05-21', officer, order);
  play.must('V', '2026-05-22', officer, served('notice', '2026-05-22'));
  return play;
}

function results(play: Play, on: string) {
  return publicResultsOf(play.file('V'), play.world, day(on)).map(
    ({ checklist, result }) => `${checklist} ${result}`,
  );
}

describe('several checks of one firm made in one visit', () => {
  it('are one case that asks the questions of both lists, and no list twice', () => {
    const play = arranged();
    const clear = { kind: 'visited-clear', ...visit, skipped: ['storage', 'hazards'] } as const;
    play.must('V', '2026-05-20', officer, { ...clear, skipped: [...clear.skipped] });
    expect(results(play, '2026-05-21')).toEqual(['cn.food clear', 'cn.work-safety clear']);
    expect(() => arranged({ ...matter, also: ['cn.food'] })).toThrow('case-no-rule');
    expect(() => arranged({ ...matter, also: ['cn.unknown'] })).toThrow('case-no-rule');
  });

  it('give each list its own days to put it right, and are looked at again after the last', () => {
    const play = ordered(['storage', 'training']);
    expect(play.at('V', '2026-05-22').clocks).toMatchObject([
      { clock: 'visit' },
      { clock: 'correction', card: 'cn.food', dueOn: '2026-06-06' },
      { clock: 'correction', card: 'cn.work-safety', dueOn: '2026-06-21' },
    ]);
    const again: Said<'seen-faulty'> = {
      ...{ kind: 'seen-faulty', visitedOn: day('2026-06-20'), seen: '未改', unmet: ['training'] },
    };
    expect(play.act('V', '2026-06-20', officer, again)).toBe(false);
    expect(play.refused).toEqual(['visit-correction-runs']);
    play.must('V', '2026-06-22', officer, { ...again, visitedOn: day('2026-06-22') });
    play.must('V', '2026-06-23', officer, {
      ...{ kind: 'referred', to: '执法大队', document, reason: '逾期未改正' },
    });
    expect(results(play, '2026-06-23')).toEqual(['cn.food corrected', 'cn.work-safety passed-on']);
  });

  it('run for a list alone where the other was in order, and say nothing of what was not asked', () => {
    const safety = ['training', 'equipment_tests', 'hazards'];
    const play = ordered(['storage']);
    expect(play.at('V', '2026-05-22').clocks.map(({ card }) => card)).toEqual([
      ...['cn.food', 'cn.food'],
    ]);
    const right = { kind: 'seen-right', visitedOn: day('2026-06-01'), seen: '已清理' } as const;
    play.must('V', '2026-06-01', officer, right);
    expect(results(play, '2026-06-01')).toEqual(['cn.food corrected', 'cn.work-safety clear']);
    const unasked = ordered(['storage'], safety);
    unasked.must('V', '2026-06-01', officer, right);
    expect(results(unasked, '2026-06-01')).toEqual(['cn.food corrected']);
    expect(results(unasked, '2027-05-19')).toEqual(['cn.food corrected']);
    expect(results(unasked, '2027-05-20')).toEqual([]);
  });

  it('are one case also where a later draw meets the firm before the visit', () => {
    const { also, ...food } = matter;
    const play = arranged(food);
    const join = { kind: 'joined', draw: 'd2', also: [...also] } as const;
    const days = { from: day('2026-05-20'), until: day('2026-06-20') };
    // Only the register itself knows whom a draw has met.
    expect(play.act('V', '2026-05-08', officer, { ...join, ...days })).toBe(false);
    expect(play.refused).toEqual(['visit-not-arranged']);
    play.arranged = ['d1', 'd2'];
    expect(play.act('V', '2026-05-08', officer, { ...join, ...days, draw: 'd1' })).toBe(false);
    expect(play.act('V', '2026-05-08', officer, { ...join, ...days, also: ['cn.food'] })).toBe(
      false,
    );
    expect(play.refused).toEqual(['case-no-rule']);
    play.must('V', '2026-05-08', officer, { ...join, ...days });
    expect(play.act('V', '2026-05-08', officer, { ...join, ...days })).toBe(false);
    expect(drawsOf(play.file('V'))).toEqual(['d1', 'd2']);
    // The second draw opens no visit of its own beside it.
    const own = { ...food, draw: 'd2' };
    expect(play.open('W', '2026-05-09', officer, { matter: own })).toBe(false);
    expect(play.refused).toEqual(['case-once-for-one-fact']);
    const clear = { kind: 'visited-clear', ...visit, skipped: ['storage', 'hazards'] } as const;
    play.must('V', '2026-05-20', officer, { ...clear, skipped: [...clear.skipped] });
    expect(results(play, '2026-05-21')).toEqual(['cn.food clear', 'cn.work-safety clear']);
    expect(play.act('V', '2026-05-21', officer, { ...join, ...days, draw: 'd3' })).toBe(false);
  });

  it('names a draw only once its names are public, and is told by whichever is', () => {
    const play = arranged();
    play.arranged = ['d1', 'd2'];
    const days = { from: day('2026-05-20'), until: day('2026-06-20') };
    play.must('V', '2026-05-08', officer, { kind: 'joined', draw: 'd2', ...days });
    const told = (...known: readonly string[]) =>
      toldDraws(play.file('V'), (draw) => known.includes(draw));
    expect([told(), told('d1'), told('d2'), told('d1', 'd2')]).toEqual([
      ...[undefined, { draw: 'd1' }, { draw: 'd2' }, { draw: 'd1', joined: ['d2'] }],
    ]);
  });
});
