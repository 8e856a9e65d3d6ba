import { addDays, civilDate, type CivilDate } from '@credence/domain';
import fc from 'fast-check';

import type { CaseAction, Hand } from '../entry/case-payload.ts';
import type { CaseStanding } from './case.ts';
import { workingDaysLater } from './case-model.test-support.ts';
import {
  Play,
  approver,
  firm,
  officer,
  platform,
  served,
  superior,
  told,
  type Said,
} from './case.test-support.ts';
import {
  closedDesks,
  courtDesks,
  courtDraft,
  courtListing,
  courtNotice,
  creditor,
  judge,
  judgment,
  panel,
  person,
  president,
  spendingOrder,
} from './court.test-support.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import {
  expectEveryOfferTakable,
  expectNotOfferedAgain,
} from './offers-make-sense.test-support.ts';
import { rowOf } from './table/cell-of.ts';

/** A case of each kind: a court's entry (of two grounds), an order about spending, a complaint. */
export type CourtCase = 'L' | 'T' | 'S' | 'P';

/** What must hold in a court's case and in a complaint, whatever is done. */
export type CourtInvariant =
  | 'three people of the court sign'
  | 'the time to be heard is over'
  | 'grace is waited for'
  | 'a sum is weighed'
  | 'a release by consent has the consent'
  | 'nothing outlives its release'
  | 'a ground with a term ends by it'
  | 'an unconfirmed duty binds nobody'
  | 'an order is seen by nobody else'
  | 'two decide about a complaint'
  | 'a complaint is seen by nobody else';

function holds(invariant: CourtInvariant, is: boolean): void {
  if (!is) throw new Error(`Broken: ${invariant}`);
}

const hands: readonly Hand[] = [
  ...[judge, panel, president, officer, approver, platform, superior, firm, creditor, person],
  { ...judge, role: 'collegial_panel' } as Hand,
  { ...judge, role: 'court_president' } as Hand,
  { ...officer, role: 'head_of_authority' } as Hand,
];

const document = { number: '（2024）望执9号' };

interface Wish {
  readonly on: CourtCase;
  readonly act: number;
  readonly hand: number;
  readonly days: number;
  readonly whole: boolean;
}

function sayings(today: CivilDate, { days }: Wish, points: number): readonly Said[] {
  const answers = Array.from({ length: points }, (_, at) => ({
    ...{ point: at + 1, text: '已核实' },
    outcome: 'refused' as const,
  }));
  const amount = { amount: 1_000, currency: 'CNY' };
  return [
    { ...courtNotice, measures: [] },
    { ...served('notice', today) },
    { ...served('decision', today) },
    { kind: 'stated', points: [{ text: '不服' }] },
    { ...courtDraft, answers, measures: [] },
    { kind: 'reviewed' },
    days % 2 === 0 ? { kind: 'approved', reason: '理由' } : { kind: 'approved' },
    { kind: 'grace-given', until: addDays(today, 30), reason: '筹款' },
    { kind: 'release-asked', ground: 'performed', proof: '收据' },
    { kind: 'release-consented', proof: '同意书' },
    { kind: 'release-found', ground: 'performed', document, proof: '收据' },
    { kind: 'release-found', ground: 'creditor_request', document, proof: '同意书' },
    { kind: 'duty-open', checked: '未履行' },
    {
      ...{ kind: 'allowance-asked', asked: 'occasion', purpose: '签约', proof: '合同' },
      forbids: ['air_rail_sea'],
    },
    { kind: 'allowance-granted', of: 1, document, reason: '必需', until: addDays(today, days) },
    { kind: 'stayed', from: 'review', document, reason: '难以挽回' },
    { kind: 'stay-lifted', document, reason: '恢复' },
    { kind: 'checked', finding: '转交' },
    { kind: 'accepted' },
    {
      ...{ kind: 'found', document, basis: ['spc-defaulters-2017#art-1'], reason: '属实' },
      ...{ answers, outcome: 'upheld', told, amount },
    },
    { kind: 'paid', amount, paidOn: today, proof: '回单' },
  ];
}

/** Looks at a case on a day; a canary looks wrongly. */
export type CourtLook = (play: Play, id: CourtCase, day: CivilDate) => CaseStanding;

interface Match {
  readonly play: Play;
  readonly look: CourtLook;
  readonly seen: Set<string>;
  today: CivilDate;
}

function open({ play, today }: Match, id: CourtCase): boolean {
  const asked = { matter: courtListing(), desks: courtDesks };
  const timed = courtListing({ ground: 'evades', considered: [] });
  const second = { ...timed, ...{ recordId: 'j2', document: { number: '（2024）望执2号' } } };
  const points = [{ text: '未付款' }];
  const complaint = {
    ...{ case: 'payment-complaint', clock: 'dispute.credence', creditor: '债权公司' },
    ...{ contract: '望采1号', deliveredOn: civilDate('2023-11-01') },
    ...{ dueOn: civilDate('2023-12-01'), amount: { amount: 1_000, currency: 'CNY' }, points },
  };
  switch (id) {
    case 'L':
      return play.open(id, today, judge, asked);
    case 'T':
      return play.open(id, today, judge, { matter: second, desks: courtDesks });
    case 'S':
      return play.open(id, today, judge, { matter: spendingOrder(), desks: closedDesks });
    case 'P':
      return play.open(id, today, creditor, { matter: complaint as typeof timed });
  }
}

function step(match: Match, wish: Wish): void {
  match.today = addDays(match.today, wish.days);
  const { play, today, seen } = match;
  const { on } = wish;
  const file = play.files.get(on);
  if (file === undefined) {
    if (open(match, on)) seen.add(`${on} opened`);
    return;
  }
  const from = file.actions.findLastIndex(({ kind }) => kind === 'noticed');
  const stated = file.actions.slice(Math.max(from, 0)).filter(({ kind }) => kind === 'stated');
  const points = stated.length + ('points' in file.opened.matter ? 1 : 0);
  const said = sayings(today, wish, points);
  // Two of three wishes go on where the case can go on; the first hand that may takes the step.
  const row = rowOf(play.rules.tables, file.opened.matter.case, file.state);
  const turned = said
    .map((_, at) => said[(at + wish.act) % said.length])
    .filter((each) => each !== undefined && row[each.kind]?.kind === 'step');
  const onward = turned.filter((each) => {
    const cell = each === undefined ? undefined : row[each.kind];
    return cell?.kind === 'step' && cell.to !== 'stays' && cell.to !== file.state;
  });
  // What no walk has met yet comes first, else rare acts are left to luck.
  const unmet = turned.filter((each) => each !== undefined && !seen.has(`${on} ${each.kind}`));
  const order = [...unmet, ...(wish.act % 3 > 0 ? [...onward, ...turned] : turned)];
  const rotated = hands.map((_, at) => hands[(at + wish.hand) % hands.length]);
  for (const each of wish.whole ? order : order.slice(0, 1)) {
    if (each === undefined) continue;
    const hand = rotated.find((by) => by !== undefined && play.would(on, today, by, each));
    if (hand === undefined) continue;
    play.must(on, today, hand, each);
    const done = play.file(on).actions.at(-1);
    if (done !== undefined) lawful(play, on, done);
    if (done !== undefined && play.rules === caseRules && (wish.act + wish.days) % 5 === 0) {
      expectNotOfferedAgain(play, done, today);
      const more = points + (each.kind === 'stated' ? 1 : 0);
      const all = [0, 1].flatMap((days) => sayings(today, { ...wish, days }, more));
      // A day of grace is possible as long as any is.
      all.push({ kind: 'grace-given', until: addDays(today, 1), reason: '筹款' });
      const asked = play.file(on).actions.filter(({ kind }) => kind === 'allowance-asked');
      for (const [at] of asked.entries()) {
        const granted = { document, reason: '必需', until: today };
        all.push({ kind: 'allowance-granted', of: at + 1, ...granted });
      }
      // Who found in the place of a late desk has somebody in another office to approve it.
      const above = { ...superior, role: 'case_officer' } as Hand;
      expectEveryOfferTakable(play, on, { today, hands: [...hands, above], sayings: all });
    }
    seen.add(`${on} ${each.kind}`);
    break;
  }
}

/** What somebody who read the law asks of an act that the engine let pass. */
function lawful(play: Play, on: CourtCase, action: CaseAction): void {
  const { actions, opened } = play.file(on);
  const last = (kind: CaseAction['kind']) => actions.findLast((each) => each.kind === kind);
  const from = actions.findLastIndex(({ kind }) => kind === 'noticed');
  const reached = actions.slice(from).find((each) => each.kind === 'served');
  if (action.kind === 'drafted' || action.kind === 'found') {
    const over =
      from >= 0 && reached?.kind === 'served' && action.on > workingDaysLater(reached.servedOn, 5);
    holds('the time to be heard is over', over);
  }
  if (action.kind === 'approved') {
    const signed =
      on === 'P' ? [last('found'), action] : [last('drafted'), last('reviewed'), action];
    const names = signed.map((each) => (each?.by.kind === 'official' ? each.by.official : ''));
    const many = new Set(names).size === names.length && !names.includes('');
    holds(on === 'P' ? 'two decide about a complaint' : 'three people of the court sign', many);
    const { matter } = opened;
    if (matter.case === 'listing') holds('a sum is weighed', action.reason !== undefined);
  }
  const grace = last('grace-given');
  if (grace?.kind === 'grace-given' && (action.kind === 'approved' || isDecision(action))) {
    holds('grace is waited for', action.on > grace.until);
  }
  if (action.kind === 'release-found' && action.ground === 'creditor_request') {
    holds('a release by consent has the consent', last('release-consented') !== undefined);
  }
}

function isDecision(action: CaseAction): boolean {
  return action.kind === 'served' && action.paper === 'decision';
}

/** What the law lets everybody see on a day, and what binds. */
function compare({ play, look, today, seen }: Match): void {
  for (const id of ['L', 'T', 'S', 'P'] as const) {
    const file = play.files.get(id);
    if (file === undefined) continue;
    const { effect, visibleTo } = look(play, id, today);
    const alive = effect.kind === 'in-effect';
    if (alive) seen.add(`${id} in effect`);
    const hidden = visibleTo.every((who) => who !== 'public' && who !== 'body');
    if (id === 'S')
      holds('an order is seen by nobody else', hidden && !visibleTo.includes('platform'));
    if (id === 'P') holds('a complaint is seen by nobody else', hidden);
    const acts = file.actions;
    const found = acts.find(({ kind }) => kind === 'release-found');
    const gone = found !== undefined && today >= releasedBy(found.on);
    holds('nothing outlives its release', !(alive && gone));
    const decision = acts.find(isDecision);
    if (decision?.kind !== 'served' || id === 'P') continue;
    const end = civilDate(`${Number(decision.servedOn.slice(0, 4)) + 2}-01-01`);
    const over = today >= addDays(end, 366);
    if (id !== 'L') holds('a ground with a term ends by it', !(alive && over));
    if (id === 'T') continue;
    const confirmed = acts.findLast(({ kind }) => kind === 'duty-open')?.on ?? decision.on;
    holds('an unconfirmed duty binds nobody', !(alive && today > addDays(confirmed, 184)));
  }
}

/** Three working days; past the year whose days off are listed, so many days that no holiday matters. */
function releasedBy(found: CivilDate): CivilDate {
  return found < '2024-12-20' ? workingDaysLater(found, 3) : addDays(found, 15);
}

export interface CourtOptions {
  readonly rules?: CaseRules;
  readonly look?: CourtLook;
  readonly runs?: number;
  readonly focus?: readonly CourtCase[];
}

const isLong = process.env['CREDENCE_LONG'] === '1';

/** Plays courts and complaints; throws where engine and law part. */
export function playCourt(options: CourtOptions = {}): ReadonlySet<string> {
  const { rules = caseRules, runs = isLong ? 200 : 8, focus = ['L', 'T', 'S', 'P'] } = options;
  const look: CourtLook = options.look ?? ((play, id, day) => play.at(id, day));
  const seen = new Set<string>();
  const second = judgment({ recordId: 'j2', document: { number: '（2024）望执2号' } });
  const wish = fc.record({
    on: fc.constantFrom(...focus),
    act: fc.nat(20),
    hand: fc.nat(hands.length - 1),
    days: fc.oneof(
      { weight: 5, arbitrary: fc.nat(4) },
      { weight: 1, arbitrary: fc.nat(60) },
      { weight: 1, arbitrary: fc.nat(400) },
    ),
    whole: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  });
  const length = { minLength: isLong ? 100 : 50, maxLength: isLong ? 100 : 50 };
  fc.assert(
    fc.property(fc.array(wish, length), (wishes) => {
      const play = new Play([judgment(), second], rules);
      const match: Match = { play, look, seen, today: civilDate('2024-01-09') };
      for (const each of wishes) {
        step(match, each);
        compare(match);
      }
    }),
    { seed: 20_240_109, numRuns: runs, endOnFailure: true, includeErrorInReport: true },
  );
  return seen;
}
