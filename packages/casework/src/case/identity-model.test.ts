import { addDays, civilDate, type CivilDate } from '@credence/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseAction, CaseOpened, Hand } from '../entry/case-payload.ts';
import { workingDaysLater } from './case-model.test-support.ts';
import {
  Play,
  approver,
  firm,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  review,
  reviewer,
  told,
  type Said,
} from './case.test-support.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { standing } from './standing/standing.ts';
import { rowOf } from './table/cell-of.ts';
import { to } from './table/table.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const other: Hand = { kind: 'party', as: 'other-subject', name: '乙公司' };
const hands: readonly Hand[] = [
  ...[officer, reviewer, approver, firm, other, review],
  officialAs('王一', 'head_of_authority'),
  officialAs('王一', 'legal_reviewer'),
  officialAs('陈三', 'legal_reviewer'),
  officialAs('王一', 'reviewer', 'review_office'),
];
const document = { number: '望核〔2024〕1号' };
const basis = ['go-2020-49#item-8'];
const matter: CaseOpened['matter'] = {
  ...{ case: 'identity', does: 'split', other: 'B', records: ['p2'], basis },
  ...{ reason: '两户共用一个代码。', evidence: ['登记档案'] },
};

type Invariant =
  | 'both are told and have had their time'
  | 'every point is answered'
  | 'two people decide'
  | 'a third takes it back'
  | 'nobody else sees it'
  | 'a past day answers as it did';

function hold(invariant: Invariant, is: boolean): void {
  if (!is) throw new Error(`Broken: ${invariant}`);
}

function sayings(today: CivilDate, points: number): readonly Said[] {
  const answers = Array.from({ length: points }, (_, at) => ({
    ...{ point: at + 1, text: '已核实' },
    outcome: 'upheld' as const,
  }));
  const served = (paper: 'notice' | 'decision' | 'notice-to-other' | 'decision-to-other') =>
    ({ kind: 'served', paper, mode: 'in_person', servedOn: today, proof: '回证' }) as const;
  const drafted = { kind: 'drafted', document, basis, reason: '核实', measures: [], told } as const;
  return [
    { ...notice, measures: [] },
    ...[served('notice'), served('notice-to-other')],
    ...[served('decision'), served('decision-to-other')],
    { kind: 'stated', points: [{ text: '不服' }] },
    { ...drafted, answers },
    { ...drafted, answers: [] },
    { kind: 'returned', reason: '补充' },
    { kind: 'approved' },
    { kind: 'dropped', reason: '不再认定' },
    { kind: 'undone', document, basis, reason: '有误' },
    { kind: 'conflict-declared', official: '陈三', reason: '持股' },
  ];
}

/** Those that cut a path off or begin it anew; they come up more rarely. */
const turning = new Set(['noticed', 'returned', 'dropped', 'conflict-declared']);

interface Wish {
  readonly act: number;
  readonly hand: number;
  readonly days: number;
}

const nameOf = (by: Hand): string => (by.kind === 'official' ? by.official : by.name);

/** What somebody who read the law asks of an act that the engine let pass. */
function lawful(actions: readonly CaseAction[], done: CaseAction): void {
  const given = actions.slice(actions.findLastIndex(({ kind }) => kind === 'noticed'));
  const before = given.slice(0, given.indexOf(done));
  const stated = before.filter(({ kind }) => kind === 'stated').length;
  if (done.kind === 'drafted') {
    const heard = (['notice', 'notice-to-other'] as const).every((paper) => {
      const served = before.find((each) => each.kind === 'served' && each.paper === paper);
      return served?.kind === 'served' && done.on > workingDaysLater(served.servedOn, 5);
    });
    hold('both are told and have had their time', heard);
    hold('every point is answered', done.answers.length >= stated);
  }
  const signed = actions
    .filter(({ kind }) => kind === 'drafted' || kind === 'approved')
    .slice(-2)
    .map(({ by }) => nameOf(by));
  if (done.kind === 'approved') hold('two people decide', new Set(signed).size === 2);
  if (done.kind === 'undone') hold('a third takes it back', !signed.includes(nameOf(done.by)));
}

const isLong = process.env['CREDENCE_LONG'] === '1';
const size = isLong ? { runs: 200, commands: 100 } : { runs: 20, commands: 50 };

function playIdentity(rules: CaseRules = caseRules, runs = size.runs): ReadonlySet<string> {
  const seen = new Set<string>();
  const wish = fc.record({
    act: fc.nat(60),
    hand: fc.nat(hands.length - 1),
    days: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(20) }),
  });
  const length = { minLength: size.commands, maxLength: size.commands };
  fc.assert(
    fc.property(fc.array(wish, length), (wishes) => walk(wishes, rules, seen)),
    { seed: 20_240_109, numRuns: runs, endOnFailure: true, includeErrorInReport: true },
  );
  return seen;
}

function walk(wishes: readonly Wish[], rules: CaseRules, seen: Set<string>): void {
  const records = ['p1', 'p2'].map((recordId) => penalty({ recordId }));
  const play = new Play(records, rules);
  let today = civilDate('2024-01-09');
  play.open('I', today, officer, { matter });
  const past = new Map<CivilDate, string>();
  for (const each of wishes) {
    today = addDays(today, each.days);
    const { state, actions } = play.file('I');
    const from = actions.findLastIndex(({ kind }) => kind === 'noticed');
    const points = actions.slice(Math.max(from, 0)).filter(({ kind }) => kind === 'stated').length;
    const row = rowOf(rules.tables, 'identity', state);
    const possible = sayings(today, points).filter(
      ({ kind }) =>
        row[kind]?.kind === 'step' &&
        (!turning.has(kind) || each.act < 3 || (kind === 'noticed' && state === 'proposed')),
    );
    const turned = possible.map((_, at) => possible[(at + each.act) % possible.length]);
    const by = hands.map((_, at) => hands[(at + each.hand) % hands.length]);
    const step = turned
      .flatMap((said) => by.map((hand) => ({ said, hand })))
      .find(({ said, hand }) => said && hand && play.would('I', today, hand, said));
    if (step?.said !== undefined && step.hand !== undefined) {
      play.must('I', today, step.hand, step.said);
      const after = play.file('I').actions;
      const done = after.at(-1);
      if (done !== undefined) lawful(after, done);
      seen.add(step.said.kind);
    }
    const found = play.at('I', today);
    const hidden = found.visibleTo.every((who) => who !== 'public' && who !== 'body');
    hold('nobody else sees it', hidden);
    past.set(today, JSON.stringify(found));
  }
  for (const [day, then] of [...past].filter((_, at) => at % 7 === 0)) {
    const again = JSON.stringify(standing(play.file('I'), play.world, day, rules));
    hold('a past day answers as it did', again === then);
  }
}

const without = (...names: readonly (keyof CaseConditions)[]): CaseRules => ({
  ...caseRules,
  conditions: {
    ...caseRules.conditions,
    ...Object.fromEntries(names.map((name) => [name, () => undefined])),
  },
});

function takenBackByAnybody(): CaseRules {
  const { identity } = caseRules.tables;
  const approved = { ...identity.table.approved, undone: to('undone', ['reviewer']) } as const;
  const table = { ...identity.table, approved };
  return { ...caseRules, tables: { ...caseRules.tables, identity: { ...identity, table } } };
}

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, Invariant, CaseRules])[] = [
  ['the other is not told', 'both are told and have had their time', without('other-reached')],
  [
    'nobody’s time is waited for',
    'both are told and have had their time',
    without('window-over', 'other-reached'),
  ],
  ['points are left unanswered', 'every point is answered', without('points-answered')],
  ['one person signs as two', 'two people decide', without('another-role')],
  ['whoever decided takes it back', 'a third takes it back', takenBackByAnybody()],
];

describe('whatever is done about who is who, by anybody, on any day', () => {
  it('does what the law does, and a past day answers as it did', () => {
    const seen = playIdentity();
    const walked = ['noticed', 'served', 'stated', 'drafted', 'approved', 'undone', 'dropped'];
    expect([...seen]).toEqual(expect.arrayContaining(walked));
  }, 120_000);

  it.each(canaries)(
    'is heard when %s, by what it breaks: %s',
    (_, invariant, rules) => {
      expect(() => playIdentity(rules, 200)).toThrow(`Broken: ${invariant}`);
    },
    120_000,
  );
});
