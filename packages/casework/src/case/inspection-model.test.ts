import { addDays, civilDate, later, type CivilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseAction, CaseOpened, Hand } from '../entry/case-payload.ts';
import {
  approver,
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
import type { CaseFile } from './case.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import { lastOf } from './fold-case.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { inspectorsOf, visitOf } from './law/inspection-law.ts';
import { walkAtRandom } from './random-walk.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

type Invariant =
  | 'a visit does nothing to anybody'
  | 'nobody is told before the visit'
  | 'those visit who were to'
  | 'it is asked what the list asks'
  | 'nothing is held against anybody before the time to put it right is over'
  | 'it is seen before it is said'
  | 'a decision is of a later day than the visit';

function hold(invariant: Invariant, is: boolean): void {
  if (!is) throw new Error(`Broken: ${invariant}`);
}

const hands: readonly Hand[] = [
  officer,
  approver,
  review,
  firm,
  officialAs('外人', 'case_officer'),
];
const from = civilDate('2026-05-06');
const matter: CaseOpened['matter'] = {
  ...{ case: 'inspection', checklist: 'cn.food', draw: 'd1', inspectors: ['甲', '乙'] },
  ...{ from, until: civilDate('2026-06-30') },
};
const questions = ['premises', 'equipment', 'staff_health', 'purchase_records', 'storage'];
const document = { number: '1' };

function sayings(today: CivilDate, file: CaseFile): readonly Said[] {
  const inspectors = inspectorsOf(file);
  const putOff = later(today, lastOf(file, 'postponed')?.until ?? today);
  const visited = { visitedOn: today, inspectors, skipped: ['premises'] };
  return [
    { kind: 'visited-clear', ...visited },
    { kind: 'visited-clear', ...visited, inspectors: ['甲'] },
    { kind: 'visited-faults', ...visited, unmet: ['storage'], seen: '过期' },
    { kind: 'visited-faults', ...visited, unmet: ['taxes'], seen: '清单以外' },
    {
      kind: 'visited-faults',
      ...visited,
      visitedOn: addDays(today, 1),
      unmet: ['storage'],
      seen: '-',
    },
    { kind: 'nobody-met', triedOn: today, note: '闭门' },
    { kind: 'visit-refused', triedOn: today, note: '拒绝' },
    { kind: 'postponed', until: addDays(putOff, 9), reason: '装修' },
    { kind: 'inspector-replaced', inspector: '乙', instead: '丙', reason: '回避' },
    { kind: 'inspector-replaced', inspector: '丙', instead: '乙', reason: '返岗' },
    { ...notice, document, measures: [] },
    served('notice', today),
    { kind: 'service-failed', paper: 'notice', mode: 'in_person', triedOn: today, note: '未遇' },
    { kind: 'stated', points: [{ text: '已处理' }] },
    { kind: 'put-right', proof: '照片' },
    { kind: 'seen-right', visitedOn: today, seen: '已改' },
    { kind: 'seen-faulty', visitedOn: today, seen: '未改', unmet: ['storage'] },
    { kind: 'referred', to: '执法大队', document, reason: '逾期' },
    { kind: 'decision-linked', recordId: 'p2' },
    { kind: 'decision-linked', recordId: 'p1' },
    { kind: 'conflict-declared', official: '外人', reason: '亲属' },
    { kind: 'dropped', reason: '已注销' },
  ];
}

/** Steps after which a walk soon has nothing left to do. */
const rare = new Set(['postponed', 'conflict-declared', 'inspector-replaced', 'noticed']);

/** What nobody does in a walk, so that each way is walked to its end. */
const leftOut: readonly (readonly CaseAction['kind'][])[] = [
  [],
  ['visited-clear', 'dropped', 'seen-right', 'nobody-met', 'visit-refused', 'postponed', 'stated'],
  ['visited-faults', 'dropped'],
  ['visited-clear', 'visited-faults'],
  ['visited-clear', 'dropped', 'referred'],
  ['visited-clear', 'dropped', 'referred', 'seen-right', 'nobody-met', 'visit-refused'],
];

function play(options: { readonly rules?: CaseRules; readonly runs?: number } = {}) {
  const { rules = caseRules, runs } = options;
  const seen = new Set<string>();
  let walks = 0;
  walkAtRandom(() => {
    walks += 1;
    const own = new Play(
      [penalty(), penalty({ recordId: 'p2', decidedOn: addDays(from, 60) })],
      rules,
    );
    own.arranged = ['d1'];
    own.open('V', from, officer, { matter });
    const file = () => own.file('V');
    const left = leftOut[walks % leftOut.length] ?? [];
    return {
      ...{ play: own, id: 'V', from, hands, rare },
      sayings: (today) => sayings(today, file()).filter(({ kind }) => !left.includes(kind)),
      done(action) {
        seen.add(action.kind);
        lawful(own, action);
      },
      look({ effect, visibleTo }) {
        hold('a visit does nothing to anybody', effect.kind === 'none');
        hold('a visit does nothing to anybody', !visibleTo.includes('public'));
        const met = file().actions.some(({ kind }) => kind.startsWith('visit'));
        hold('nobody is told before the visit', met || !visibleTo.includes('subject'));
        seen.add(file().state);
      },
    };
  }, runs);
  return seen;
}

/** As somebody who reads the law would judge an act that was allowed. */
function lawful(own: Play, action: CaseAction): void {
  const file = own.file('V');
  const visited = visitOf(file)?.visitedOn;
  if (action.kind === 'visited-clear' || action.kind === 'visited-faults') {
    hold('those visit who were to', action.inspectors.length === 2);
    const told = [...action.skipped, ...('unmet' in action ? action.unmet : [])];
    hold(
      'it is asked what the list asks',
      told.every((each) => questions.includes(each)),
    );
  }
  if ('visitedOn' in action) hold('it is seen before it is said', action.visitedOn <= action.on);
  if (action.kind === 'seen-faulty') {
    const reached = file.actions.find(({ kind }) => kind === 'served' || kind === 'service-failed');
    const late = reached !== undefined && action.on > addDays(reached.on, 15);
    hold('nothing is held against anybody before the time to put it right is over', late);
  }
  if (action.kind === 'decision-linked') {
    const decided = own.records.get(action.recordId)?.record.decidedOn;
    const isLater = decided !== undefined && visited !== undefined && decided >= visited;
    hold('a decision is of a later day than the visit', isLater);
  }
}

const unasked = (...names: readonly (keyof CaseConditions)[]): CaseRules => ({
  ...caseRules,
  conditions: {
    ...caseRules.conditions,
    ...Object.fromEntries(names.map((name) => [name, () => undefined])),
  },
});

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, Invariant, CaseRules])[] = [
  ['one may come alone', 'those visit who were to', unasked('inspectors-of-the-visit')],
  ['anything may be found', 'it is asked what the list asks', unasked('questions-of-the-list')],
  [
    'a visit is written down before it is made',
    'it is seen before it is said',
    unasked('visit-in-time'),
  ],
  [
    'nobody waits for the correction',
    'nothing is held against anybody before the time to put it right is over',
    unasked('correction-over'),
  ],
  [
    'any record is what came of it',
    'a decision is of a later day than the visit',
    unasked('record-of-subject'),
  ],
  [
    'a finding is in effect by itself',
    'a visit does nothing to anybody',
    {
      ...caseRules,
      effectOf: ({ opened, state }) =>
        state === 'faulty'
          ? { kind: 'in-effect', from: opened.on, shownFrom: opened.on, texts: [] }
          : { kind: 'none' },
    },
  ],
];

describe('whatever is done about a visit, by anybody, on any day', () => {
  it('stays within the law, and every step of it is met', () => {
    expect([...play()]).toEqual(
      expect.arrayContaining([
        ...['clear', 'corrected', 'passed-on', 'closed', 'uncorrected', 'put-right', 'stated'],
        ...['postponed', 'nobody-met', 'visit-refused', 'inspector-replaced'],
      ]),
    );
  }, 60_000);

  it.each(canaries)(
    'is heard when %s, by what it breaks: %s',
    (_, invariant, rules) => {
      expect(() => play({ rules, runs: 200 })).toThrow(`Broken: ${invariant}`);
    },
    60_000,
  );
});
