import { addDays, civilDate, instant, jsonOf, type CivilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { body, desks, firm, listed, nation, officer, review } from '../case/case.test-support.ts';
import type { Play } from '../case/case.test-support.ts';
import { courtListed, judge } from '../case/court.test-support.ts';
import { caseStream } from '../case/desk/fold-cases.ts';
import { caseEntryKind } from '../entry/case-payload.ts';
import type { DayWork, DueRow, StandingMessage, WorkMark } from '../port/day-work.ts';
import type { Entry } from '../port/journal.ts';
import { runDay } from './run-day.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const document = { number: '望市监措〔2024〕1号' };
const points = [{ text: '认定有误' }];

/** A measure of a listing, carried out by its body. */
function carriedOut(play: Play, measure: string, capacity: string): Play {
  const by = measure === 'non_performance_notice' ? judge : officer;
  const own = measure === 'non_performance_notice' ? 'court' : 'market';
  const matter = { case: 'measure', measure, cause: 'L', capacity } as const;
  const opened = play.open('M', '2024-03-01', by, {
    ...{ matter, desks: { ...desks, own, body: 'tender_office' } },
  });
  if (!opened) throw new Error(play.refused.join(', '));
  play.must('M', '2024-03-04', body, { kind: 'accepted' });
  const executedOn = civilDate('2024-03-05');
  play.must('M', '2024-03-05', body, { kind: 'executed', document, executedOn });
  return play;
}

const ofAgency = () => carriedOut(listed(), 'key_supervision', 'market_supervision');
const ofCourt = () => carriedOut(courtListed(), 'non_performance_notice', 'court');

/** Every way in which a measure ends or is put off, and the day on which it does. */
const ends: Readonly<Record<string, readonly [() => Play, (play: Play) => string, string]>> = {
  'its date': [ofAgency, () => '2027-02-05', 'lift'],
  'its status': [
    ofCourt,
    (play) => {
      const said = { ground: 'performed', document, proof: '收据' } as const;
      play.must('L', '2024-06-03', judge, { kind: 'release-found', ...said });
      // On the third working day after the court found it.
      return '2024-06-06';
    },
    'lift',
  ],
  repair: [
    ofAgency,
    (play) => {
      const target = { kind: 'case', caseId: 'L' } as const;
      play.open('R', '2024-10-01', firm, { matter: { case: 'repair', target } });
      const shown = { kind: 'condition-shown', condition: 'corrected', proof: '报告' } as const;
      play.must('R', '2024-10-02', firm, { kind: 'pledged', pledge: '承诺守法' });
      play.must('R', '2024-10-02', firm, shown);
      play.must('R', '2025-02-10', officer, shown);
      play.must('R', '2025-02-11', officer, { kind: 'granted', document, reason: '满足' });
      return '2025-02-11';
    },
    'lift',
  ],
  annulment: [
    ofAgency,
    (play) => {
      const appeal = { case: 'appeal', of: 'L', points } as const;
      play.open('A', '2024-03-11', firm, { matter: appeal, desks: { own: 'review_office' } });
      play.must('A', '2024-03-18', review, {
        ...{ kind: 'allowed', document, basis: ['samr-order-44-2021#art-2'], reason: '经核实。' },
        answers: [{ point: 1, text: '理由成立', outcome: 'upheld' }],
        effect: 'remove',
      });
      return '2024-03-18';
    },
    'lift',
  ],
  'the end of its source': [
    ofAgency,
    (play) => {
      const known = play.records.get('p1');
      if (known === undefined) throw new Error('There is a record.');
      play.records.set('p1', { ...known, endedOn: civilDate('2024-07-01') });
      return '2024-07-01';
    },
    'lift',
  ],
  'a stay of a court': [
    ofAgency,
    (play) => {
      const stay = { kind: 'stayed', from: 'court', document, reason: '难以挽回' } as const;
      play.must('L', '2024-04-01', officer, stay);
      return '2024-04-01';
    },
    'hold',
  ],
};

/** The journal of the home as far as a day, every act of the play in it. */
function entriesOf(play: Play, until: CivilDate): readonly Entry[] {
  const records = [...play.records.values()].flatMap(({ record, endedOn }) => [
    { stream: record.recordId, seq: 1, kind: 'record@1', payload: jsonOf(record) },
    ...(endedOn === undefined || endedOn > until
      ? []
      : [
          {
            ...{ stream: record.recordId, seq: 2, kind: 'record-ended@1' },
            payload: { recordId: record.recordId, on: endedOn, because: 'annulled' },
          },
        ]),
  ]);
  const acts = [...play.files.values()].flatMap(({ caseId, actions }) =>
    actions
      .filter(({ on }) => on <= until)
      .map((action, at) => ({
        ...{ stream: caseStream(caseId), seq: at + 1, kind: caseEntryKind(action.kind) },
        payload: jsonOf(action),
      })),
  );
  return [...records, ...acts].map((each, at) => ({
    ...{ ...each, id: String(at), home: 'home', position: at + 1, recordedAt: instant(0) },
    actor: { official: '王一', agency: 'market', role: 'case_officer' },
    ...{ purpose: 'supervision', basis: [], commitment: '' },
  }));
}

/** One home whose days and messages are kept in memory, as the store keeps them. */
class OneHome implements DayWork {
  entries: readonly Entry[] = [];
  messages: readonly StandingMessage[] = [];
  #due: readonly DueRow[] = [];
  #mark: WorkMark | undefined;

  mark() {
    return Promise.resolve(this.#mark);
  }

  listChanged({ position }: Pick<WorkMark, 'position'>) {
    const last = this.entries.length;
    const changed = { homes: ['home'], position: last, recordedAt: instant(0) };
    return Promise.resolve(last > position ? changed : undefined);
  }

  listDue(upTo: CivilDate) {
    return Promise.resolve(this.#due.filter(({ dueOn }) => dueOn <= upTo));
  }

  settle({ homes, done, today, next, mark, standing }: Parameters<DayWork['settle']>[0]) {
    this.#due = homes.flatMap((home) => next(home, this.entries, today));
    this.messages = homes.flatMap((home) => standing?.of(home, this.entries) ?? []);
    this.#mark = mark ?? this.#mark;
    return Promise.resolve(done);
  }
}

const asks = ({ messages }: OneHome): readonly unknown[] =>
  messages.map(({ body: said }) => (said as { readonly asks: unknown }).asks); // As it was written.

describe('one look of the running work', () => {
  const rulebook = nation();

  it.each(Object.keys(ends))('is enough to tell the body of an end by %s', async (how) => {
    const [begin, end, asked] = ends[how] ?? [];
    const play = begin?.();
    if (play === undefined || end === undefined) throw new Error('There is such an end.');
    const day = civilDate(end(play));
    const before = addDays(day, -1);
    const work = new OneHome();
    work.entries = entriesOf(play, before);
    await runDay({ work, rulebook }, { today: before });
    expect(asks(work)).toEqual([]);
    // What is done that day lies in the journal; what time alone does was found the day before.
    work.entries = entriesOf(play, day);
    await runDay({ work, rulebook }, { today: day });
    expect(asks(work)).toEqual([asked]);
  });
});
