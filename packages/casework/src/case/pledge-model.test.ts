import { addDays, civilDate, type CivilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseAction, CaseOpened, Hand } from '../entry/case-payload.ts';
import {
  approver,
  firm,
  foodPledge,
  nation,
  officer,
  Play,
  reviewer,
  type Said,
  served,
  told,
} from './case.test-support.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { walkAtRandom } from './random-walk.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

type Invariant =
  | 'nobody pledges before the conditions were served'
  | 'the choice is the firm’s alone'
  | 'nothing is granted without a pledge'
  | 'somebody looks in the time of the card'
  | 'nothing is revoked before the time to put it right is over'
  | 'two people revoke'
  | 'what is pledged burdens by no list';

function hold(invariant: Invariant, is: boolean): void {
  if (!is) throw new Error(`Broken: ${invariant}`);
}

const pledge = 'cn.food-business-licence';
const from = civilDate('2026-05-06');
const matter: CaseOpened['matter'] = { case: 'pledge', pledge, number: '1' };
const hands: readonly Hand[] = [firm, officer, reviewer, approver];
const document = { number: '望食〔2026〕1号' };

const notice: Said<'noticed'> = {
  ...{ kind: 'noticed', document, measures: [], reason: '告知' },
  told: ['conditions', 'materials', 'verification', 'liability', 'free_choice'],
};

function sayings(today: CivilDate): readonly Said[] {
  const seen = { seenOn: today, seen: '现场查看' };
  return [
    notice,
    { ...notice, told },
    ...[served('notice', today), served('decision', today)],
    { kind: 'pledged', pledge: foodPledge() },
    { kind: 'ordinary-chosen' },
    { kind: 'excluded', document, grounds: ['high_risk_food'], reason: '中央厨房' },
    { kind: 'granted-on-pledge', document, reason: '符合' },
    ...[20, 60, 400].map((days) => ({ kind: 'check-set', dueOn: addDays(today, days) }) as const),
    { kind: 'seen-kept', ...seen },
    { kind: 'seen-unkept', ...seen, unmet: ['equipment'] },
    { kind: 'put-right', proof: '照片' },
    { kind: 'stated', points: [{ text: '已改正' }] },
    {
      ...{ kind: 'drafted', document, reason: '期满仍不符合', measures: [], told },
      ...{ basis: ['admin-licensing-law-2003#art-69'], answers: [] },
    },
    { kind: 'reviewed' },
    { kind: 'approved' },
    { kind: 'mended', document, reason: '已符合' },
  ];
}

/** Steps after which a walk soon has nothing left to do. */
const rare = new Set(['ordinary-chosen', 'excluded', 'stated', 'check-set', 'seen-kept']);

const dayOf = (acts: readonly CaseAction[], kind: CaseAction['kind']): CivilDate | undefined =>
  acts.findLast((each) => each.kind === kind)?.on;

/** What somebody who read the card would object to. */
function judge(acts: readonly CaseAction[]): void {
  const last = acts.at(-1);
  const before = acts.slice(0, -1);
  const reached = before.some((each) => each.kind === 'served' && each.paper === 'notice');
  switch (last?.kind) {
    case 'pledged':
      hold('nobody pledges before the conditions were served', reached);
      hold('the choice is the firm’s alone', last.by.kind === 'party');
      break;
    case 'granted-on-pledge':
      hold('nothing is granted without a pledge', dayOf(before, 'pledged') !== undefined);
      break;
    case 'check-set': {
      // Six months after the decision, the longest that the card lets any class wait.
      const granted = dayOf(before, 'granted-on-pledge') ?? last.on;
      hold('somebody looks in the time of the card', last.dueOn <= addDays(granted, 184));
      break;
    }
    case 'drafted': {
      const unkept = before.findLastIndex(({ kind }) => kind === 'seen-unkept');
      const paper = before
        .slice(unkept)
        .find((each) => each.kind === 'served' && each.paper === 'notice');
      const servedOn = paper?.kind === 'served' ? paper.servedOn : undefined;
      const isOver = servedOn !== undefined && last.on > addDays(servedOn, 30);
      hold('nothing is revoked before the time to put it right is over', isOver);
      break;
    }
    case 'approved': {
      const names = new Set(
        acts.flatMap((each) =>
          ['drafted', 'reviewed', 'approved'].includes(each.kind) && each.by.kind === 'official'
            ? [each.by.official]
            : [],
        ),
      );
      hold('two people revoke', names.size >= 2);
      break;
    }
    default:
  }
}

function play(rules: CaseRules = caseRules, runs?: number): ReadonlySet<string> {
  const seen = new Set<string>();
  walkAtRandom(() => {
    const own = new Play(undefined, rules);
    own.open('P', from, firm, { matter });
    return {
      ...{ play: own, id: 'P', from, hands, rare, sayings },
      done(action) {
        seen.add(action.kind);
        judge(own.file('P').actions);
      },
      look({ effect, phase }) {
        seen.add(phase);
        hold('what is pledged burdens by no list', effect.kind !== 'in-effect');
      },
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

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, Invariant, CaseRules])[] = [
  [
    'a notice counts before it was served',
    'nobody pledges before the conditions were served',
    unasked('notice-reached'),
  ],
  [
    'a look waits as long as anybody likes',
    'somebody looks in the time of the card',
    unasked('check-in-time'),
  ],
  [
    'the time to put it right is not waited for',
    'nothing is revoked before the time to put it right is over',
    unasked('cure-over', 'window-over'),
  ],
];

describe('whatever is done about a decision on a pledge, by anybody, on any day', () => {
  it('keeps to what was told, chosen and set, and gets to every end', () => {
    expect([...play()]).toEqual(
      expect.arrayContaining([
        'pledged',
        'granted-on-pledge',
        'seen-unkept',
        'approved',
        'seen-kept',
      ]),
    );
  }, 60_000);

  it.each(canaries)(
    'is heard when %s, by what it breaks: %s',
    (_, invariant, rules) => {
      expect(() => play(rules, 60)).toThrow(`Broken: ${invariant}`);
    },
    60_000,
  );
});
