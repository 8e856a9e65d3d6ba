import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseOpened } from '../entry/case-payload.ts';
import { publicResultsOf } from '../inspection/visit/result-of.ts';
import {
  firm,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  Play,
  review,
  served,
  type Said,
} from './case.test-support.ts';
import { effectOf } from './effect/effect-of.ts';
import { caseRules } from './judge/rules.ts';
import type { ConditionName } from './table/condition-name.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const day = civilDate;
const inspectors = ['甲', '乙'];
const picked = {
  ...{ case: 'inspection', checklist: 'cn.food', inspectors },
  ...{ from: day('2026-05-06'), until: day('2026-06-30') },
} as const satisfies CaseOpened['matter'];
const matter = { ...picked, draw: 'd1' } as const satisfies CaseOpened['matter'];
const document = { number: '望市监改〔2026〕1号' };
const clear: Said<'visited-clear'> = {
  ...{ kind: 'visited-clear', visitedOn: day('2026-05-20'), inspectors, skipped: [] },
};
const faults: Said<'visited-faults'> = {
  ...{ kind: 'visited-faults', visitedOn: day('2026-05-20'), inspectors, skipped: ['premises'] },
  ...{ unmet: ['storage'], seen: '发现两批过期食品' },
};
const order: Said<'noticed'> = { ...notice, document, measures: [], reason: '责令改正' };
const right: Said<'seen-right'> = {
  ...{ kind: 'seen-right', visitedOn: day('2026-06-01'), seen: '已清理' },
};
const wrong: Said<'seen-faulty'> = {
  ...{ kind: 'seen-faulty', visitedOn: day('2026-06-08'), seen: '仍未清理', unmet: ['storage'] },
};
const referred: Said<'referred'> = {
  ...{ kind: 'referred', to: '执法大队', document, reason: '逾期未改正' },
};

function arranged(play = new Play()): Play {
  play.arranged = ['d1'];
  if (!play.open('V', '2026-05-06', officer, { matter })) throw new Error(play.refused.join());
  return play;
}
/** Faults were found on 20 May and ordered to be put right; fifteen days run from the 22nd. */
function ordered(play = arranged()): Play {
  play.must('V', '2026-05-20', officer, faults);
  play.must('V', '2026-05-21', officer, order);
  play.must('V', '2026-05-22', officer, served('notice', '2026-05-22'));
  return play;
}

describe('a visit of inspection', () => {
  it('is opened for nobody but whom a draw met or somebody picked with a reason', () => {
    const play = new Play();
    expect(play.open('V', '2026-05-06', officer, { matter })).toBe(false);
    expect(play.refused).toEqual(['visit-not-arranged']);
    play.arranged = ['d2', 'hand-picked'];
    expect(play.open('V', '2026-05-06', officer, { matter })).toBe(false);
    expect(play.open('V', '2026-05-06', officer, { matter: picked })).toBe(true);
    play.arranged = ['d1'];
    expect(play.open('W', '2026-05-06', officer, { matter })).toBe(true);
    expect(play.open('X', '2026-05-07', officer, { matter })).toBe(false);
  });

  it('is unknown to the firm before it, and open to it from the visit on', () => {
    const play = arranged();
    expect(play.at('V', '2026-05-07').visibleTo).not.toContain('subject');
    play.must('V', '2026-05-12', officer, {
      kind: 'nobody-met',
      triedOn: day('2026-05-12'),
      note: '闭门',
    });
    play.must('V', '2026-05-12', officer, {
      kind: 'postponed',
      until: day('2026-07-10'),
      reason: '装修',
    });
    expect(play.at('V', '2026-05-13').visibleTo).not.toContain('subject');
    expect(play.at('V', '2026-05-13').clocks).toEqual([
      expect.objectContaining({ clock: 'visit', dueOn: '2026-07-10', state: 'running' }),
    ]);
    play.must('V', '2026-05-20', officer, clear);
    expect(play.at('V', '2026-05-20')).toMatchObject({ phase: 'clear' });
    expect(play.at('V', '2026-05-20').visibleTo).toContain('subject');
  });

  it('asks the questions of the list, each once, and nothing beyond them', () => {
    const play = arranged();
    const tryFaults = (rest: Partial<Said<'visited-faults'>>) =>
      play.act('V', '2026-05-20', officer, { ...faults, ...rest });
    expect(tryFaults({ unmet: ['taxes'] })).toBe(false);
    expect(play.refused).toEqual(['visit-question-unknown']);
    expect(tryFaults({ unmet: [] })).toBe(false);
    expect(tryFaults({ unmet: ['premises'] })).toBe(false);
    const all = ['premises', 'equipment', 'staff_health', 'purchase_records', 'storage'];
    expect(play.act('V', '2026-05-20', officer, { ...clear, skipped: all })).toBe(false);
    expect(tryFaults({})).toBe(true);
  });

  it('is made by those who were drawn, all of them, unless one was replaced', () => {
    const play = arranged();
    expect(play.act('V', '2026-05-20', officer, { ...clear, inspectors: ['甲'] })).toBe(false);
    expect(play.act('V', '2026-05-20', officer, { ...clear, inspectors: ['甲', '丙'] })).toBe(
      false,
    );
    play.must('V', '2026-05-19', officer, {
      kind: 'conflict-declared',
      official: '乙',
      reason: '亲属',
    });
    expect(play.act('V', '2026-05-20', officer, clear)).toBe(false);
    const replace = { kind: 'inspector-replaced', inspector: '乙', reason: '回避' } as const;
    expect(play.act('V', '2026-05-20', officer, { ...replace, instead: '甲' })).toBe(false);
    play.must('V', '2026-05-20', officer, { ...replace, instead: '丙' });
    play.must('V', '2026-05-20', officer, { ...clear, inspectors: ['丙', '甲'] });
  });

  it('gives the days of the card to put it right, from proven service', () => {
    const play = ordered();
    expect(play.at('V', '2026-05-22')).toMatchObject({
      phase: 'correction-open',
      clocks: [
        { clock: 'visit', state: 'met' },
        { clock: 'correction', runsFor: 'subject', dueOn: '2026-06-06', state: 'running' },
      ],
    });
    play.must('V', '2026-05-30', firm, { kind: 'put-right', proof: '照片' });
    expect(play.at('V', '2026-05-30').phase).toBe('look-due');
    expect(play.act('V', '2026-06-06', officer, { ...wrong, visitedOn: day('2026-06-06') })).toBe(
      false,
    );
    expect(play.refused).toEqual(['visit-correction-runs']);
    play.must('V', '2026-06-01', officer, right);
    expect(play.at('V', '2026-06-01').phase).toBe('corrected');
  });

  it('passes on what was not put right, and links the decision somebody else made', () => {
    const play = ordered();
    play.must('V', '2026-06-08', officer, wrong);
    expect(play.at('V', '2026-06-08').phase).toBe('not-corrected');
    play.must('V', '2026-06-09', officer, referred);
    const link = { kind: 'decision-linked', recordId: 'p2' } as const;
    // The old penalty of the firm is of a day before the visit, and has nothing to do with it.
    expect(play.act('V', '2026-07-20', officer, { ...link, recordId: 'p1' })).toBe(false);
    play.records.set('p2', { record: penalty({ recordId: 'p2', decidedOn: day('2026-07-15') }) });
    play.must('V', '2026-07-20', officer, link);
  });

  it('does nothing to anybody in any state: what is found is no record and no measure', () => {
    const states = [arranged(), ordered()];
    const passed = ordered();
    passed.must('V', '2026-06-08', officer, wrong);
    passed.must('V', '2026-06-09', officer, referred);
    for (const play of [...states, passed]) {
      const { effect, visibleTo } = play.at('V', '2026-07-01');
      expect(effect).toEqual({ kind: 'none' });
      expect(effectOf(play.file('V'), play.world, day('2027-07-01'))).toEqual({ kind: 'none' });
      expect(visibleTo).not.toContain('public');
      expect(play.records.size).toBe(1);
    }
    // It opens no listing: that needs a document, which a finding is not.
    const cause = {
      case: 'measure',
      measure: 'key_supervision',
      cause: 'V',
      capacity: 'x',
    } as const;
    expect(passed.open('M', '2026-07-01', officer, { matter: cause })).toBe(false);
  });

  it('may be taken to another unit once something was ordered', () => {
    const play = ordered();
    const appeal = { case: 'appeal', of: 'V', points: [{ text: '不是过期食品' }] } as const;
    const desks = { own: 'review_office' };
    expect(play.open('A', '2026-05-25', firm, { matter: appeal, desks })).toBe(true);
    const quiet = arranged();
    expect(quiet.open('A', '2026-05-25', firm, { matter: appeal, desks })).toBe(false);
  });

  it('is nobody’s but the office’s: another office and the firm record no result', () => {
    const play = arranged();
    expect(play.would('V', '2026-05-20', firm, clear)).toBe(false);
    const other = officialAs('钱八', 'case_officer', 'tender_office');
    expect(play.would('V', '2026-05-20', other, clear)).toBe(false);
  });
});

describe('the result of a visit', () => {
  const shown = (play: Play, on: string) =>
    publicResultsOf(play.file('V'), play.world, day(on))[0]?.result;

  it('is shown for the time of its checklist and gone on the day it ends, by nobody’s act', () => {
    const play = arranged();
    expect(shown(play, '2026-05-20')).toBeUndefined();
    play.must('V', '2026-05-20', officer, clear);
    expect(shown(play, '2026-05-20')).toBe('clear');
    expect(shown(play, '2027-05-19')).toBe('clear');
    expect(shown(play, '2027-05-20')).toBeUndefined();
  });

  it('says nothing while it may be put right, and that it was put right afterwards', () => {
    const play = ordered();
    expect(shown(play, '2026-05-25')).toBeUndefined();
    play.must('V', '2026-06-01', officer, right);
    expect(shown(play, '2026-06-01')).toBe('corrected');
  });

  it('is hidden while another unit looks at it, and for good once that unit quashed it', () => {
    const play = ordered();
    const appeal = { case: 'appeal', of: 'V', points: [{ text: '没有过期' }] } as const;
    play.open('A', '2026-05-25', firm, { matter: appeal, desks: { own: 'review_office' } });
    play.must('V', '2026-06-01', officer, right);
    expect(shown(play, '2026-06-01')).toBeUndefined();
    play.must('A', '2026-06-02', review, {
      ...{ kind: 'allowed', document, basis: ['reconsideration-law-2023#art-20'], reason: '属实' },
      ...{ answers: [{ point: 1, text: '属实', outcome: 'upheld' }], effect: 'remove' },
    });
    expect(shown(play, '2026-06-02')).toBeUndefined();
  });
});

/** The same firm before an engine in which one condition lets everything pass. */
function without(condition: ConditionName): Play {
  const conditions = { ...caseRules.conditions, [condition]: () => undefined };
  return new Play(undefined, { ...caseRules, conditions });
}

describe('each condition of a visit', () => {
  it.each<readonly [ConditionName, (play: Play) => boolean]>([
    ['visit-arranged', (play) => play.open('V', '2026-05-06', officer, { matter })],
    [
      'questions-of-the-list',
      (play) => arranged(play).act('V', '2026-05-20', officer, { ...faults, unmet: ['taxes'] }),
    ],
    [
      'inspectors-of-the-visit',
      (play) => arranged(play).act('V', '2026-05-20', officer, { ...clear, inspectors: ['甲'] }),
    ],
    ['visit-in-time', (play) => arranged(play).act('V', '2026-05-19', officer, clear)],
    [
      'postponed-onward',
      (play) =>
        arranged(play).act('V', '2026-05-20', officer, {
          ...{ kind: 'postponed', until: day('2026-05-19'), reason: '装修' },
        }),
    ],
    [
      'postponement-left',
      (play) => {
        arranged(play);
        const later = ['2026-07-10', '2026-07-20', '2026-07-30'].map((until) =>
          play.act('V', '2026-05-20', officer, {
            ...{ kind: 'postponed', until: day(until), reason: '装修' },
          }),
        );
        return later[1] === true && later[2] === true;
      },
    ],
    [
      'inspector-known',
      (play) =>
        arranged(play).act('V', '2026-05-20', officer, {
          ...{ kind: 'inspector-replaced', inspector: '丁', instead: '丙', reason: '回避' },
        }),
    ],
    [
      'correction-over',
      (play) =>
        ordered(arranged(play)).act('V', '2026-06-06', officer, {
          ...{ ...wrong, visitedOn: day('2026-06-06') },
        }),
    ],
    [
      'checklist-in-force',
      (play) => {
        play.arranged = ['d1'];
        return play.open('V', '2026-03-31', officer, { matter });
      },
    ],
    [
      'record-of-subject',
      (play) => {
        ordered(arranged(play)).must('V', '2026-06-08', officer, wrong);
        play.must('V', '2026-06-09', officer, referred);
        return play.act('V', '2026-06-10', officer, { kind: 'decision-linked', recordId: 'p1' });
      },
    ],
  ])('is what bars: without %s the step would pass', (condition, step) => {
    expect(step(new Play())).toBe(false);
    expect(step(without(condition))).toBe(true);
  });
});
