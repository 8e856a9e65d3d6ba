import { addDays, civilDate, type CivilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseAction, Hand } from '../entry/case-payload.ts';
import type { CaseFile, CaseStanding, CaseWorld } from './case.ts';
import { workingDaysLater } from './case-model.test-support.ts';
import {
  Play,
  approver,
  body,
  desks,
  draft,
  firm,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  platform,
  review,
  reviewer,
  seriousList,
  served,
  superior,
  type Said,
} from './case.test-support.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import { effectOf } from './effect/effect-of.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { walkAtRandom } from './random-walk.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

type Invariant =
  | 'only a late office is looked over'
  | 'another unit looks, by somebody without a part'
  | 'it is looked at once'
  | 'what is put off binds nobody'
  | 'lateness alone lifts nothing of life and safety';

function hold(invariant: Invariant, is: boolean): void {
  if (!is) throw new Error(`Broken: ${invariant}`);
}

const hands: readonly Hand[] = [
  ...[officer, platform, superior, review, firm, approver],
  officialAs('王一', 'reviewer', 'review_office'),
  officialAs('赵九', 'reviewer'),
];
const lodgedOn = civilDate('2024-03-01');
const records = () => {
  const facts = { ...penalty().facts, domain: 'work_safety' };
  return [penalty({ facts })];
};
const limits = { measures: ['work_safety_limits'] } as const;

let begun: Play | undefined;

/** A firm listed for a breach of safety, limited in what it may do, and its objection. */
function disputed(): Play {
  if (begun !== undefined) return begun;
  const play = new Play(records());
  const basis = ['work-safety-law-2021#art-78'];
  const matter = { ...seriousList, list: 'mem.work-safety', basis, ...limits };
  play.open('L', '2024-01-09', officer, { matter });
  play.must('L', '2024-01-10', officer, { ...notice, ...limits });
  play.must('L', '2024-01-12', officer, served('notice', '2024-01-11'));
  play.must('L', '2024-01-25', officer, { ...draft, ...limits, basis });
  play.must('L', '2024-01-26', reviewer, { kind: 'reviewed' });
  play.must('L', '2024-01-29', approver, { kind: 'approved' });
  play.must('L', '2024-02-05', officer, served('decision', '2024-02-05'));
  const capacity = 'emergency_management';
  play.open('M', '2024-02-06', officer, {
    matter: { case: 'measure', measure: 'work_safety_limits', cause: 'L', capacity },
    desks: { ...desks, body: 'tender_office' },
  });
  const document = { number: '望执〔2024〕1号' };
  play.must('M', '2024-02-07', body, { kind: 'accepted' });
  const executedOn = civilDate('2024-02-07');
  play.must('M', '2024-02-07', body, { kind: 'executed', document, executedOn });
  const target = { kind: 'case', caseId: 'L' } as const;
  const points = [{ text: '有误' }];
  play.open('O', lodgedOn, firm, {
    matter: { case: 'objection', target, clock: 'dispute.credence', points },
  });
  begun = play;
  return play;
}

function sayings(): readonly Said[] {
  const document = { number: '望复〔2024〕1号' };
  const answered = {
    ...{ document, basis: ['work-safety-law-2021#art-78'], reason: '已核实' },
    answers: [{ point: 1, text: '无误', outcome: 'refused' as const }],
  };
  const looked = { kind: 'urgently-reviewed', document, reason: '风险仍在' } as const;
  return [
    { kind: 'checked', finding: '无误' },
    { kind: 'extended', reason: '调档' },
    { ...looked, outcome: 'stands' },
    { ...looked, outcome: 'put-off' },
    { kind: 'answered', ...answered, effect: 'none' },
    { kind: 'answered', ...answered, effect: 'remove' },
    { kind: 'withdrawn', reason: '撤回' },
    { kind: 'conflict-declared', official: '郑六', reason: '持股' },
  ];
}

/** Steps after which a walk soon has nothing left to do. */
const rare = new Set(['answered', 'withdrawn', 'conflict-declared']);

function lawful(actions: readonly CaseAction[], done: CaseAction): void {
  if (done.kind !== 'urgently-reviewed' || done.by.kind !== 'official') return;
  // Five working days, and once three more where the office took them in time.
  const longer = actions.some(({ kind }) => kind === 'extended') ? 8 : 5;
  const last = workingDaysLater(lodgedOn, longer);
  hold('only a late office is looked over', done.on > last);
  const { agency, official } = done.by;
  const parts = ['王一', '李二', '陈三'];
  const isAnother = agency !== 'market' && !parts.includes(official);
  hold('another unit looks, by somebody without a part', isAnother);
  const looks = actions.filter(({ kind }) => kind === 'urgently-reviewed');
  hold('it is looked at once', looks.length === 1);
}

/** Before it the listing has no end by itself. */
const within = civilDate('2024-12-31');

function compare(
  play: Play,
  { phase }: CaseStanding,
  { today, seen }: { readonly today: CivilDate; readonly seen: Set<string> },
): void {
  const { actions, state } = play.file('O');
  const waits = state === 'open' || state === 'checked';
  const looked = actions.findLast((each) => each.kind === 'urgently-reviewed');
  const isOff = waits && looked?.kind === 'urgently-reviewed' && looked.outcome === 'put-off';
  const binds = ['L', 'M'].map((id) => play.at(id, today).effect.kind === 'in-effect');
  if (isOff) {
    seen.add('put off');
    hold('what is put off binds nobody', !binds.includes(true));
    return;
  }
  const removed = actions.some((each) => each.kind === 'answered' && each.effect === 'remove');
  if (removed || today > within) return;
  if (phase === 'escalated') seen.add('late');
  hold('lateness alone lifts nothing of life and safety', binds[1] === true);
}

function play(options: { readonly rules?: CaseRules; readonly runs?: number } = {}) {
  const { rules = caseRules, runs } = options;
  const seen = new Set<string>();
  walkAtRandom(() => {
    const own = new Play(records(), rules);
    for (const [id, file] of disputed().files) own.files.set(id, file);
    return {
      ...{ play: own, id: 'O', from: addDays(lodgedOn, 1), hands, rare, sayings },
      done(action) {
        seen.add(action.kind);
        lawful(own.file('O').actions, action);
      },
      look: (found, today) => compare(own, found, { today, seen }),
    };
  }, runs);
  return seen;
}

const unasked = (...names: readonly (keyof CaseConditions)[]): CaseRules => ({
  ...caseRules,
  conditions: {
    ...caseRules.conditions,
    ...Object.fromEntries(names.map((name) => [name, () => undefined])),
  },
});

type Day = Parameters<typeof effectOf>[2];

/** Deaf to what another unit put off. */
function deaf(file: CaseFile, world: CaseWorld, day: Day) {
  const docket = new Map(
    [...world.docket].map(([id, each]) => {
      const actions = each.actions.filter(({ kind }) => kind !== 'urgently-reviewed');
      return [id, { ...each, actions }];
    }),
  );
  return effectOf(file, { ...world, docket }, day);
}

/** Whatever is disputed is put off. */
function lifted(file: CaseFile, world: CaseWorld, day: Day) {
  const state = world.docket.get('O')?.state;
  const from = file.opened.on;
  return state === 'open' || state === 'checked'
    ? ({ kind: 'suspended', from, because: 'authority-late' } as const)
    : effectOf(file, world, day);
}

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, Invariant, CaseRules])[] = [
  [
    'nobody has to be late',
    'only a late office is looked over',
    unasked('urgent-review-open', 'without-conflict'),
  ],
  ['what was put off goes on', 'what is put off binds nobody', { ...caseRules, effectOf: deaf }],
  [
    'a dispute alone puts off',
    'lateness alone lifts nothing of life and safety',
    { ...caseRules, effectOf: lifted },
  ],
];

describe('whatever is done while an office is late, by anybody, on any day', () => {
  it('is looked over by another unit alone, and lateness lifts nothing by itself', () => {
    const met = ['urgently-reviewed', 'put off', 'late', 'answered', 'withdrawn', 'extended'];
    expect([...play()]).toEqual(expect.arrayContaining(met));
    // The long form takes its time.
  }, 600_000);

  it.each(canaries)(
    'is heard when %s, by what it breaks: %s',
    (_, invariant, rules) => {
      expect(() => play({ rules, runs: 200 })).toThrow(`Broken: ${invariant}`);
    },
    60_000,
  );
});
