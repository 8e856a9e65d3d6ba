import { addDays, civilDate, instant, isBefore, jsonOf, type CivilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { caseEntryKind } from '../../entry/case-payload.ts';
import type { Entry } from '../../port/journal.ts';
import {
  body,
  desks,
  firm,
  listed,
  nation,
  officer,
  review,
  type Play,
} from '../case.test-support.ts';
import { caseStream } from '../desk/fold-cases.ts';
import { publicListings } from '../standing/public-listings.ts';
import { nextTaskDay, taskOf, tasksOf } from './measure-task.ts';
import { nextTaskTurn, taskMessages } from './task-messages.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const document = { number: '望市监措〔2024〕1号' };
const decision = { document, basis: ['samr-order-44-2021#art-2'], reason: '经核实。' };
const answers = [{ point: 1, text: '理由成立', outcome: 'upheld' }] as const;
const points = [{ text: '认定有误' }];
const target = { kind: 'case', caseId: 'L' } as const;

/** A listing since 5 February 2024, and its measure at a body on a step of its way. */
function measured(until: 'assigned' | 'accepted' | 'executed' = 'executed'): Play {
  const play = listed();
  const named = { measure: 'key_supervision', cause: 'L', capacity: 'market_supervision' };
  const matter = { case: 'measure', ...named } as const;
  play.open('M', '2024-03-01', officer, { matter, desks: { ...desks, body: 'tender_office' } });
  if (until === 'assigned') return play;
  play.must('M', '2024-03-04', body, { kind: 'accepted' });
  if (until === 'accepted') return play;
  play.must('M', '2024-03-05', body, {
    ...{ kind: 'executed', document },
    executedOn: civilDate('2024-03-05'),
  });
  return play;
}

const asks = (play: Play, on: string) =>
  tasksOf(play.world, civilDate(on)).map((task) => [task.asks, task.since]);

describe('the task of a body', () => {
  it('is to answer, then to carry out, and nothing while the measure runs', () => {
    expect(asks(measured('assigned'), '2024-03-01')).toEqual([['answer', '2024-03-01']]);
    expect(asks(measured('accepted'), '2024-03-04')).toEqual([['carry-out', '2024-03-04']]);
    expect(asks(measured(), '2024-03-05')).toEqual([]);
    const [task] = tasksOf(measured('assigned').world, civilDate('2024-03-01'));
    expect(task).toMatchObject({ caseId: 'M', body: 'tender_office' });
  });

  const ends: Readonly<Record<string, (play: Play) => string>> = {
    time: () => '2027-02-05',
    removal: (play) => {
      play.must('L', '2024-06-03', officer, {
        ...{ kind: 'removed', ground: 'own_motion', document, reason: '更正' },
      });
      return '2024-06-03';
    },
    annulment: (play) => {
      const appeal = { case: 'appeal', of: 'L', points } as const;
      play.open('A', '2024-03-11', firm, { matter: appeal, desks: { own: 'review_office' } });
      const said = { kind: 'allowed', ...decision, answers, effect: 'remove' } as const;
      play.must('A', '2024-03-18', review, said);
      return '2024-03-18';
    },
    correction: (play) => {
      const matter = { case: 'objection', target, clock: 'dispute.credence', points } as const;
      play.open('O', '2026-03-02', firm, { matter });
      const said = { kind: 'answered', ...decision, answers, effect: 'remove' } as const;
      play.must('O', '2026-03-03', officer, said);
      return '2026-03-03';
    },
    repair: (play) => {
      play.open('R', '2024-10-01', firm, { matter: { case: 'repair', target } });
      const shown = { kind: 'condition-shown', condition: 'corrected', proof: '报告' } as const;
      play.must('R', '2024-10-01', firm, shown);
      play.must('R', '2024-10-02', firm, { kind: 'pledged', pledge: '承诺守法' });
      play.must('R', '2025-02-10', officer, shown);
      play.must('R', '2025-02-11', officer, { kind: 'granted', document, reason: '满足' });
      return '2025-02-11';
    },
    'the end of the source': (play) => {
      const known = play.records.get('p1');
      if (known === undefined) throw new Error('There is a record.');
      play.records.set('p1', { ...known, endedOn: civilDate('2024-07-01') });
      return '2024-07-01';
    },
  };

  it.each(Object.keys(ends))('is to lift on the day of the end by %s, on no day before', (how) => {
    const play = measured();
    const day = civilDate(ends[how]?.(play) ?? '');
    const before = addDays(day, -1);
    expect(asks(play, before)).toEqual([]);
    expect(play.at('M', before).visibleTo).toContain('public');
    expect(asks(play, day)).toEqual([['lift', day]]);
    // No read shows it, or the listing it follows from, any more.
    expect(play.at('M', day).visibleTo).not.toContain('public');
    expect(publicListings(play.world, { today: day, day })).toEqual([]);
    play.must('M', addDays(day, 1), body, { kind: 'lifted', document, liftedOn: day });
    expect(asks(play, addDays(day, 1))).toEqual([]);
  });

  it('is gone with the cause of what was never carried out', () => {
    for (const until of ['assigned', 'accepted'] as const) {
      const play = measured(until);
      const day = ends['removal']?.(play) ?? '';
      expect(asks(play, day)).toEqual([]);
    }
  });

  it('is to leave off while a stay is ordered, and no longer', () => {
    const play = measured();
    const stay = { kind: 'stayed', from: 'court', document, reason: '难以挽回' } as const;
    play.must('L', '2024-04-01', officer, stay);
    expect(asks(play, '2024-04-01')).toEqual([['hold', undefined]]);
    play.must('L', '2024-04-08', officer, { kind: 'stay-lifted', document, reason: '恢复' });
    expect(asks(play, '2024-04-08')).toEqual([]);
  });

  it('is to lift where the cause cannot be read any more', () => {
    const play = measured();
    const alone = new Map([['M', play.file('M')]]);
    const world = { ...play.world, docket: alone };
    expect(taskOf(play.file('M'), world, civilDate('2024-06-03'))?.asks).toBe('lift');
  });
});

/** The journal of the home, every act of the play in it. */
function entriesOf(play: Play): readonly Entry[] {
  const all = [...play.files.values()].flatMap(({ caseId, actions }) =>
    actions.map((action, at) => ({ caseId, action, seq: at + 1 })),
  );
  const record = play.records.get('p1')?.record;
  const stated = { stream: 'p1', seq: 1, kind: 'record@1', payload: jsonOf(record ?? {}) };
  const said = all.map(({ caseId, action, seq }) => ({
    ...{ stream: caseStream(caseId), seq, kind: caseEntryKind(action.kind) },
    payload: jsonOf(action),
  }));
  return [stated, ...said].map((each, at) => ({
    ...{ ...each, id: String(at), home: 'home', position: at + 1, recordedAt: instant(0) },
    actor: { official: '王一', agency: 'market', role: 'case_officer' },
    ...{ purpose: 'supervision', basis: [], commitment: '' },
  }));
}

describe('what stands in the outbox for bodies', () => {
  const rulebook = nation();
  const messages = (play: Play, today: CivilDate) =>
    taskMessages('home', entriesOf(play), { rulebook, today });

  it('is one message for each task, the same one as long as it waits, naming nobody', () => {
    const play = measured();
    const end = civilDate('2027-02-05');
    expect(messages(play, addDays(end, -1))).toEqual([]);
    const [first, ...rest] = messages(play, end);
    expect(rest).toEqual([]);
    expect(first?.body).toEqual({
      ...{ body: 'tender_office', caseId: 'M', asks: 'lift' },
      since: '2027-02-05',
    });
    expect(messages(play, addDays(end, 40))).toEqual([first]);
    play.must('M', '2027-03-01', body, { kind: 'lifted', document, liftedOn: end });
    expect(messages(play, addDays(end, 40))).toEqual([]);
  });

  it('changes by time alone on no day that was not found ahead', () => {
    const play = measured();
    const matter = { case: 'objection', target, clock: 'dispute.credence', points } as const;
    play.open('O', '2026-03-02', firm, { matter });
    const last = civilDate('2027-04-01');
    let after = civilDate('2026-03-02');
    let turns = 0;
    while (isBefore(after, last)) {
      const next = nextTaskTurn('home', entriesOf(play), { rulebook, after });
      expect(next).toEqual(nextTaskDay(play.world, after));
      const until = next === undefined || isBefore(last, next) ? last : next;
      const told = JSON.stringify(tasksOf(play.world, after));
      for (let day = after; isBefore(day, until); day = addDays(day, 7)) {
        expect(JSON.stringify(tasksOf(play.world, day)), day).toBe(told);
      }
      expect(JSON.stringify(tasksOf(play.world, addDays(until, -1)))).toBe(told);
      turns += 1;
      after = until;
    }
    expect(turns).toBeGreaterThan(1);
    expect(asks(play, last)).toEqual([['lift', '2027-02-05']]);
  });
});
