import { addDays, civilDate, type CivilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseAction, CaseOpened, Hand } from '../entry/case-payload.ts';
import type { CaseFile, CaseStanding, CaseWorld } from './case.ts';
import {
  Play,
  approver,
  firm,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  platform,
  served,
  superior,
  told,
  type Said,
} from './case.test-support.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import { effectOf } from './effect/effect-of.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { walkAtRandom } from './random-walk.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

type Invariant =
  | 'only a public body is shown'
  | 'it is shown once it confirmed, kept silent, or two found it'
  | 'what is paid is shown no more'
  | 'what was taken back or refused is shown no more'
  | 'what nobody confirms is shown no more'
  | 'two people decide'
  | 'nobody else sees the case';

function hold(invariant: Invariant, is: boolean): void {
  if (!is) throw new Error(`Broken: ${invariant}`);
}

const supplier: Hand = { kind: 'party', as: 'creditor', name: '供货公司' };
const hands: readonly Hand[] = [
  ...[platform, officer, approver, superior, firm, supplier],
  officialAs('王一', 'head_of_authority'),
];
const sum = 1_000;
const money = (amount: number) => ({ amount, currency: 'CNY' });
const matter: CaseOpened['matter'] = {
  ...{ case: 'payment-complaint', clock: 'complaint.payment', creditor: '供货公司' },
  ...{ contract: '望采〔2026〕1号', deliveredOn: civilDate('2026-01-05') },
  ...{ dueOn: civilDate('2026-02-04'), amount: money(sum), points: [{ text: '逾期' }] },
};

function sayings(today: CivilDate, points: number): readonly Said[] {
  const answers = Array.from({ length: points }, (_, at) => ({
    ...{ point: at + 1, text: '已核实' },
    outcome: 'upheld' as const,
  }));
  const document = { number: '望款〔2026〕1号' };
  const found = {
    ...{ document, basis: ['sme-payments-2025#art-9'], reason: '核实', answers, told },
    ...{ amount: money(sum), payBy: addDays(today, 30) },
  };
  const paid = { kind: 'paid', paidOn: today, proof: '回单' } as const;
  return [
    { kind: 'checked', finding: '转交' },
    { kind: 'accepted' },
    { ...notice, measures: [] },
    ...[served('notice', today), served('decision', today)],
    { kind: 'stated', points: [{ text: '验收未完' }] },
    { kind: 'confirmed', amount: money(sum), proof: '对账单' },
    { kind: 'found', ...found, outcome: 'upheld' },
    { kind: 'found', ...found, outcome: 'refused' },
    { kind: 'approved' },
    { kind: 'returned', reason: '补充' },
    { kind: 'duty-open', checked: '仍未付款' },
    { ...paid, amount: money(400) },
    { ...paid, amount: money(sum) },
    { kind: 'withdrawn', reason: '已和解' },
    { kind: 'declined', article: 'sme-payments-2025#art-9', reason: '无权' },
  ];
}

/** Steps after which a walk soon has nothing left to do. */
const rare = new Set([
  'noticed',
  'stated',
  'paid',
  'withdrawn',
  'declined',
  'returned',
  'duty-open',
]);

/** What nobody does in a walk, so that each way to be shown is walked to its end. */
const leftOut: readonly (readonly CaseAction['kind'][])[] = [
  [],
  ['stated', 'confirmed', 'withdrawn', 'declined'],
  ['found', 'withdrawn', 'declined'],
  ['found', 'stated', 'paid'],
  ['confirmed', 'withdrawn', 'declined'],
];

const kindOf =
  <Kind extends CaseAction['kind']>(kind: Kind) =>
  (action: CaseAction): action is Extract<CaseAction, { readonly kind: Kind }> =>
    action.kind === kind;

/** Grounds on which somebody who read the law would show it on a day, and since when. */
function groundsOn(actions: readonly CaseAction[], day: CivilDate): Map<string, CivilDate> {
  const grounds = new Map<string, CivilDate>();
  const confirmed = actions.find(kindOf('confirmed'));
  if (confirmed !== undefined) grounds.set('confirmed', confirmed.on);
  const given = actions.slice(actions.findLastIndex(({ kind }) => kind === 'noticed'));
  const reached = given.filter(kindOf('served')).find(({ paper }) => paper === 'notice')?.servedOn;
  const word = actions.find(
    ({ kind, by }) =>
      by.kind === 'party' && by.as === 'subject' && ['stated', 'confirmed', 'paid'].includes(kind),
  )?.on;
  const silent = reached === undefined ? undefined : addDays(reached, 31);
  if (silent !== undefined && (word === undefined || word >= silent)) grounds.set('silent', silent);
  const approved = actions.findLastIndex(({ kind }) => kind === 'approved');
  const decision = actions.slice(Math.max(approved, 0)).filter(kindOf('served'));
  const inHand = decision.find(({ paper }) => paper === 'decision')?.servedOn;
  const outcome = actions.findLast(kindOf('found'))?.outcome;
  if (approved >= 0 && inHand !== undefined && outcome === 'upheld') grounds.set('upheld', inHand);
  return new Map([...grounds].filter(([, from]) => from <= day));
}

function lawful(actions: readonly CaseAction[], isPublic: boolean, day: CivilDate): void {
  hold('only a public body is shown', isPublic);
  const paid = actions.filter(kindOf('paid')).reduce((all, { amount }) => all + amount.amount, 0);
  hold('what is paid is shown no more', paid < sum);
  const isOff = actions.some(({ kind }) => kind === 'withdrawn' || kind === 'declined');
  const approved = actions.some(({ kind }) => kind === 'approved');
  const refused = approved && actions.findLast(kindOf('found'))?.outcome === 'refused';
  hold('what was taken back or refused is shown no more', !isOff && !refused);
  const since = [...groundsOn(actions, day).values()].sort();
  const [first] = since;
  hold('it is shown once it confirmed, kept silent, or two found it', first !== undefined);
  const checked = actions.findLast(kindOf('duty-open'))?.on ?? first ?? day;
  const last = first !== undefined && first > checked ? first : checked;
  hold('what nobody confirms is shown no more', day <= addDays(last, 184));
}

function play(options: { readonly rules?: CaseRules; readonly runs?: number } = {}) {
  const { rules = caseRules, runs } = options;
  const seen = new Set<string>();
  let walks = 0;
  walkAtRandom(() => {
    walks += 1;
    // Every third is about a firm, which is never shown.
    const isPublic = walks % 3 > 0;
    const left = leftOut[walks % leftOut.length] ?? [];
    const { identifiers } = penalty().subject;
    const body = { name: '某局', kind: 'public_body', identifiers } as const;
    const own = new Play([penalty(isPublic ? { subject: body } : {})], rules);
    own.open('P', '2026-03-02', supplier, { matter });
    const acts = () => own.file('P').actions;
    return {
      ...{ play: own, id: 'P', from: civilDate('2026-03-02'), hands, rare },
      sayings(today) {
        const from = acts().findLastIndex(({ kind }) => kind === 'noticed');
        const stated = acts().slice(Math.max(from, 0));
        const points = 1 + stated.filter(({ kind }) => kind === 'stated').length;
        return sayings(today, points).filter(({ kind }) => !left.includes(kind));
      },
      done(action) {
        seen.add(action.kind);
        if (action.kind !== 'approved') return;
        const found = acts().findLast(kindOf('found'))?.by;
        const [first, second] = [found, action.by].map((by) =>
          by?.kind === 'official' ? by.official : '',
        );
        hold('two people decide', first !== second);
      },
      look({ effect, visibleTo }: CaseStanding, today) {
        const isHidden = visibleTo.every((who) => who !== 'public' && who !== 'body');
        hold('nobody else sees the case', isHidden);
        if (effect.kind === 'ended') seen.add(`ended: ${effect.because}`);
        if (effect.kind === 'suspended') seen.add(`suspended: ${effect.because}`);
        if (effect.kind !== 'in-effect') return;
        lawful(acts(), isPublic, today);
        for (const ground of groundsOn(acts(), today).keys()) seen.add(`shown: ${ground}`);
      },
    };
  }, runs);
  return seen;
}

type Day = Parameters<typeof effectOf>[2];
const without = (...kinds: readonly CaseAction['kind'][]): CaseRules => ({
  ...caseRules,
  effectOf: (file: CaseFile, world: CaseWorld, day: Day) => {
    const actions = file.actions.filter(({ kind }) => !kinds.includes(kind));
    return effectOf({ ...file, actions }, world, day);
  },
});
const unasked = (...names: readonly (keyof CaseConditions)[]): CaseRules => ({
  ...caseRules,
  conditions: {
    ...caseRules.conditions,
    ...Object.fromEntries(names.map((name) => [name, () => undefined])),
  },
});

/** Every subject is taken for a public body. */
function anybody(file: CaseFile, world: CaseWorld, day: Day) {
  const records = new Map(
    [...world.records].map(([id, known]) => {
      const subject = { ...known.record.subject, kind: 'public_body' as const };
      return [id, { ...known, record: { ...known.record, subject } }];
    }),
  );
  return effectOf(file, { ...world, records }, day);
}

/** Shown from the first day on, and for ever. */
function always(file: CaseFile, _: CaseWorld, day: Day) {
  return { kind: 'in-effect', from: file.opened.on, shownFrom: day, texts: [] } as const;
}

/** Shown for ever once it has been shown. */
function unconfirmed(file: CaseFile, world: CaseWorld, day: Day) {
  const found = effectOf(file, world, day);
  return found.kind === 'suspended' && found.because === 'not-confirmed'
    ? ({ kind: 'in-effect', from: found.from, shownFrom: found.from, texts: [] } as const)
    : found;
}

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, Invariant, CaseRules])[] = [
  ['a firm is shown', 'only a public body is shown', { ...caseRules, effectOf: anybody }],
  [
    'the days of the law are not waited for',
    'it is shown once it confirmed, kept silent, or two found it',
    { ...caseRules, effectOf: always },
  ],
  ['a payment is not heard of', 'what is paid is shown no more', without('paid')],
  [
    'a complaint taken back goes on',
    'what was taken back or refused is shown no more',
    without('withdrawn', 'declined'),
  ],
  [
    'nobody has to confirm',
    'what nobody confirms is shown no more',
    { ...caseRules, effectOf: unconfirmed },
  ],
  ['one person decides', 'two people decide', unasked('another-role')],
];

describe('whatever is done about a late payment, by anybody, on any day', () => {
  it('shows what the law lets everybody know, and no more', () => {
    expect([...play()]).toEqual(
      expect.arrayContaining([
        ...['shown: confirmed', 'shown: silent', 'shown: upheld', 'stated', 'duty-open'],
        ...['ended: performed', 'ended: removed', 'suspended: not-confirmed'],
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
