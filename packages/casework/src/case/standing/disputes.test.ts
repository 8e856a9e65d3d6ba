import { addDays, civilDate, instant, jsonOf, type CivilDate } from '@credence/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { caseEntryKind } from '../../entry/case-payload.ts';
import type { Entry } from '../../port/journal.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { Play, firm, nation, officer, penalty, platform, review } from '../case.test-support.ts';
import { caseStream } from '../desk/fold-cases.ts';
import { disputedOn } from './disputes.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const decision = {
  document: { number: '望市监答〔2026〕1号' },
  basis: ['samr-order-44-2021#art-2'],
  reason: '经核实。',
  answers: [{ point: 1, text: '无误', outcome: 'refused' }],
} as const;
const points = [{ text: '金额有误' }];

/** What was said against what, by somebody who only counts what is still open. */
interface Walk {
  readonly play: Play;
  readonly open: Map<string, string>;
}

const objects =
  (caseId: string, recordId: string) =>
  ({ play, open }: Walk, on: string): void => {
    const target = { kind: 'record', recordId } as const;
    const matter = { case: 'objection', target, clock: 'dispute.credence', points } as const;
    if (play.files.has(caseId)) return;
    if (play.open(caseId, on, firm, { matter })) open.set(caseId, recordId);
  };
const ends =
  (caseId: string, how: 'answered' | 'withdrawn' | 'dismissed') =>
  ({ play, open }: Walk, on: string): void => {
    if (!play.files.has(caseId)) return;
    const done =
      how === 'withdrawn'
        ? play.act(caseId, on, firm, { kind: how, reason: '撤回' })
        : how === 'answered'
          ? play.act(caseId, on, officer, { kind: how, ...decision, effect: 'none' })
          : play.act(caseId, on, review, { kind: how, ...decision });
    if (done) open.delete(caseId);
  };
function checks({ play }: Walk, on: string): void {
  if (play.files.has('O1')) play.act('O1', on, platform, { kind: 'checked', finding: '无误' });
}
function appeals({ play, open }: Walk, on: string): void {
  if (play.files.has('A')) return;
  const desks = { own: 'review_office' };
  const matter = { case: 'appeal', of: 'O1', points } as const;
  if (play.open('A', on, firm, { matter, desks })) open.set('A', 'p1');
}
const moves = [
  ...[objects('O1', 'p1'), objects('O2', 'p1'), objects('O3', 'p2'), checks, appeals],
  ...[ends('O1', 'answered'), ends('O2', 'answered'), ends('O3', 'answered')],
  ...[ends('O2', 'withdrawn'), ends('A', 'dismissed'), ends('A', 'withdrawn')],
];

/** The journal of a home as it was at the end of a day. */
function entriesOn({ records, files }: Play, day: CivilDate): readonly Entry[] {
  const stated = [...records].map(([recordId, { record }]) =>
    entryOf(recordId, 1, { kind: 'record@1', payload: record }),
  );
  const said = [...files.values()].flatMap(({ caseId, actions }) =>
    actions
      .filter(({ on }) => on <= day)
      .map((action, at) =>
        entryOf(caseStream(caseId), at + 1, { kind: caseEntryKind(action.kind), payload: action }),
      ),
  );
  return [...stated, ...said];
}

function entryOf(
  stream: string,
  seq: number,
  { kind, payload }: { readonly kind: string; readonly payload: object },
): Entry {
  return {
    ...{ id: `${stream} ${String(seq)}`, home: 'home', stream, seq, position: seq, kind },
    recordedAt: instant(0),
    actor: { official: '王一', agency: 'market', role: 'case_officer' },
    ...{ purpose: 'supervision', basis: [], commitment: '', payload: jsonOf(payload) },
  };
}

const marked = (play: Play, day: CivilDate): readonly string[] =>
  foldSubject('home', entriesOn(play, day))
    .records.flatMap(({ record, disputedSince }) =>
      disputedSince === undefined ? [] : [record.recordId],
    )
    .sort();

describe('the mark of a dispute', () => {
  it('stands on a record on exactly the days on which something about it waits for an answer', () => {
    const seen = { marked: 0, cleared: 0, checked: 0 };
    const step = fc.record({ move: fc.nat(moves.length - 1), days: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 20, size: 'max' }), (steps) => {
        const other = penalty({ recordId: 'p2', document: { number: '望市监罚〔2024〕2号' } });
        const play = new Play([penalty(), other]);
        const walk = { play, open: new Map<string, string>() };
        const known = new Map<CivilDate, readonly string[]>();
        let today = civilDate('2026-03-02');
        for (const { move, days } of steps) {
          today = addDays(today, days);
          moves[move]?.(walk, today);
          known.set(today, [...new Set(walk.open.values())].sort());
        }
        if (play.files.get('O1')?.state === 'checked') seen.checked += 1;
        for (const [day, disputed] of known) {
          expect(marked(play, day)).toEqual(disputed);
          expect([...disputedOn(play.world, day)].sort()).toEqual(disputed);
          seen[disputed.length === 0 ? 'cleared' : 'marked'] += 1;
        }
      }),
      { seed: 20_260_302, numRuns: 30 },
    );
    expect(seen.marked).toBeGreaterThan(50);
    expect(seen.cleared).toBeGreaterThan(5);
    expect(seen.checked).toBeGreaterThan(5);
  });

  it('counts from the first of several, and is silent once a part of the case is erased', () => {
    const play = new Play();
    const walk = { play, open: new Map<string, string>() };
    objects('O1', 'p1')(walk, '2026-03-02');
    objects('O2', 'p1')(walk, '2026-03-05');
    checks(walk, '2026-03-03');
    const entries = entriesOn(play, civilDate('2026-03-06'));
    const since = (given: readonly Entry[]) =>
      foldSubject('home', given).records.map(({ disputedSince }) => disputedSince);
    expect(since(entries)).toEqual(['2026-03-02']);
    const erased = entries.map(({ payload, ...rest }) =>
      rest.kind === 'case-checked@1' || payload === undefined ? rest : { ...rest, payload },
    );
    expect(since(erased)).toEqual(['2026-03-05']);
  });
});
