import { addDays, civilDate, type CivilDate } from '@credence/domain';
import fc from 'fast-check';
import { expect } from 'vitest';

import type { CaseAction, CaseKind } from '../entry/case-payload.ts';
import type { CaseFile, CaseStanding, CaseWorld } from './case.ts';
import { hold, lawfulApproval, lawfulDraft } from './case-invariants.test-support.ts';
import {
  bindsOn,
  emptyLedger,
  writeDown,
  writeDownAgainst,
  type Ledger,
} from './case-model.test-support.ts';
import {
  Play,
  desks,
  firm,
  listed,
  officer,
  penalty,
  seriousList,
  type Said,
} from './case.test-support.ts';
import {
  decisionPapers,
  hands,
  sayings,
  wishes,
  type CaseName,
  type Wish,
} from './case-wishes.test-support.ts';
import { foldCase } from './fold-case.ts';
import {
  expectEveryOfferTakable,
  expectNotOfferedAgain,
} from './offers-make-sense.test-support.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { standing } from './standing/standing.ts';
import { rowOf } from './table/cell-of.ts';

/** The kinds that this walk plays; those of courts and of late payers have their own. */
export type Walked = Exclude<
  CaseKind,
  'spending' | 'payment-complaint' | 'identity' | 'pledge' | 'inspection'
>;
export type Stand = (file: CaseFile, world: CaseWorld, day: CivilDate) => CaseStanding | undefined;

/** One firm's cases as the engine holds them, and the register of somebody who only reads the law. */
interface Match {
  readonly play: Play;
  readonly ledger: Ledger;
  today: CivilDate;
  readonly stand: Stand;
  readonly seen: Set<string>;
  /** A canary of another invariant leaves offers alone, lest it be heard by those. */
  readonly looksAtOffers: boolean;
}

function step(match: Match, wish: Wish): void {
  const { play, ledger } = match;
  match.today = addDays(match.today, wish.days);
  const { today } = match;
  const file = play.files.get(wish.on);
  if (file === undefined) {
    openOne(match, wish);
  } else {
    const said = sayings(today, wish, pointsIn(file, ledger))[wish.act];
    const hand = hands[wish.hand];
    if (said !== undefined && hand !== undefined && play.act(wish.on, today, hand, said)) {
      const done = play.file(wish.on).actions.at(-1);
      if (done !== undefined) record(match, done);
      if (done !== undefined && match.looksAtOffers && isSampled(wish)) {
        expectNotOfferedAgain(play, done, today);
        const whole = { ...wish, whole: true };
        const points = pointsIn(play.file(wish.on), ledger);
        expectEveryOfferTakable(play, wish.on, {
          ...{ today, hands },
          sayings: [
            ...sayings(today, whole, points),
            ...decisionPapers(today),
            ...lateCalls(today),
          ],
        });
      }
    }
  }
  compare(match);
}

/** A hearing called over the longest holidays. */
function lateCalls(today: CivilDate): readonly Said[] {
  const hearingOn = addDays(today, 60);
  return [{ kind: 'hearing-set', hearingOn, presiding: '孙八', place: '三楼' }];
}

/** Offers are looked at now and then: each look tries everybody at everything. */
function isSampled({ act, days }: Wish): boolean {
  return (act + days) % 5 === 0;
}

function pointsIn(file: CaseFile, ledger: Ledger): number {
  const { matter } = file.opened;
  if (matter.case === 'listing') return ledger.points;
  return 'points' in matter ? matter.points.length : statedIn(file);
}

function statedIn(file: CaseFile): number {
  const from = file.actions.findLastIndex(({ kind }) => kind === 'noticed');
  return file.actions.slice(Math.max(from, 0)).filter(({ kind }) => kind === 'stated').length;
}

function openOne(match: Match, wish: Wish): void {
  const { on, whole } = wish;
  const { play, ledger, today } = match;
  const against = { kind: 'case', caseId: 'L' } as const;
  const points = [{ text: '有误' }];
  const opened = {
    L: () =>
      play.open('L', today, officer, {
        matter: whole ? seriousList : { ...seriousList, basis: [] },
        desks: whole ? desks : { own: 'market' },
      }) ||
      (!whole && play.open('L', today, officer, { matter: seriousList, desks: { own: 'market' } })),
    O: () => {
      const clock = 'dispute.credence';
      return play.open('O', today, firm, {
        matter: { case: 'objection', target: against, clock, points },
      });
    },
    R: () => play.open('R', today, firm, { matter: { case: 'repair', target: against } }),
    A: () => {
      const of = whole ? 'L' : 'R';
      return play.open('A', today, firm, {
        matter: { case: 'appeal', of, points },
        desks: { own: wish.days === 1 ? 'market' : 'review_office' },
      });
    },
    M: () =>
      play.open('M', today, officer, {
        matter: {
          case: 'measure',
          measure: 'key_supervision',
          cause: 'L',
          capacity: 'market_supervision',
        },
        desks: { ...desks, body: 'tender_office' },
      }),
  };
  if (!opened[on]()) return;
  match.seen.add(`${on} opened`);
  if (on === 'O' || on === 'R' || on === 'A') {
    ledger.against.set(on, { stayed: false, open: true, voided: false });
  }
}

function record({ play, ledger, seen }: Match, action: CaseAction): void {
  seen.add(`${action.caseId} ${action.kind}`);
  if (action.caseId === 'L') {
    if (action.kind === 'drafted') lawfulDraft(play, ledger, action);
    writeDown(ledger, action);
    if (action.kind === 'approved') lawfulApproval(play, ledger, action.on);
  } else if (action.caseId === 'M') {
    // Nothing is taken up or carried out once its cause is over.
    if (action.kind === 'accepted' || action.kind === 'executed') {
      hold('nothing is carried out without its cause', bindsOn(ledger, action.on));
    }
  } else {
    if (action.caseId === 'A' && 'answers' in action) {
      const own = action.by.kind === 'official' && action.by.agency === 'market';
      hold('another unit decides an appeal', !own);
    }
    writeDownAgainst(ledger, action);
  }
}

function compare({ play, ledger, today, stand, seen }: Match): void {
  const listing = play.files.get('L');
  if (listing === undefined) return;
  const binds = bindsOn(ledger, today);
  const found = stand(listing, play.world, today);
  const stands = found?.effect.kind === 'in-effect';
  hold('a listing stands as its acts and the law say', stands === binds);
  const seenByAll = found?.visibleTo.includes('public') === true;
  hold('everyone sees what stands and nothing else', seenByAll === binds);
  if (binds) seen.add('L in effect');
  const measure = play.files.get('M');
  if (measure !== undefined) {
    const alive = stand(measure, play.world, today)?.effect.kind === 'in-effect';
    if (alive) seen.add('M in effect');
    hold('a measure stands only with its cause', !alive || binds);
  }
}

/** The same acts give the same file, and a past day answers as it did on that day. */
function compareReplays({ play, stand }: Match, before: ReadonlyMap<string, string>): void {
  const sampled = [...before].filter((_, at) => at % 5 === 0);
  for (const file of play.files.values()) {
    const again: unknown = JSON.parse(JSON.stringify(file.actions));
    // What was just written out of actions is read back as actions.
    expect(foldCase(again as CaseAction[], play.rules.tables)).toEqual(file);
    for (const [key, then] of sampled) {
      const [caseId, day = ''] = key.split(' ');
      if (caseId !== file.caseId) continue;
      const replayed = JSON.stringify(stand(file, play.world, civilDate(day)));
      hold('a past day answers as it did', replayed === then);
    }
  }
}

/** Most wishes ask for something that the engine says is open, so that long paths are walked. */
class Command implements fc.Command<object, Match> {
  readonly wish: Wish;
  readonly guided: boolean;

  constructor(wish: Wish, guided: boolean) {
    this.wish = wish;
    this.guided = guided;
  }

  check = () => true;

  run(_: object, match: Match): void {
    step(match, this.guided ? guide(match, this.wish) : this.wish);
  }

  toString(): string {
    return JSON.stringify(this.wish);
  }
}

/** The wish, turned to an act that has a place in the case, by somebody who holds a seat in it. */
function guide({ play, today, ledger, seen }: Match, wish: Wish): Wish {
  const file = play.files.get(wish.on);
  if (file === undefined) return wish;
  const day = addDays(today, wish.days);
  const said = sayings(day, wish, pointsIn(file, ledger));
  const row = rowOf(play.rules.tables, file.opened.matter.case, file.state);
  const possible = said.flatMap((each, act) => {
    if (row[each.kind]?.kind !== 'step') return [];
    // Now and then a path is cut off; more often it goes on.
    const begins = each.kind === 'noticed' && ['proposed', 'granted'].includes(file.state);
    const isRare = turning.has(each.kind) && !begins;
    if (isRare && wish.act > 2) return [];
    const order = hands.map((_, at) => (at + wish.hand) % hands.length);
    const hand = order.find((at) => {
      const by = hands[at];
      return by !== undefined && play.would(wish.on, day, by, each);
    });
    return hand === undefined ? [] : [{ act, hand }];
  });
  // Every second wish goes on where the case can go on.
  const onward = possible.filter(({ act }) => {
    const kind = said[act]?.kind ?? 'noted';
    return row[kind]?.kind === 'step' && row[kind].to !== 'stays';
  });
  const often = wish.hand % 3 > 0 && onward.length > 0 ? onward : possible;
  // What no walk has met yet comes first, else rare acts are left to luck.
  const unmet = possible.filter(({ act }) => !seen.has(`${wish.on} ${said[act]?.kind ?? ''}`));
  const open = unmet.length > 0 ? unmet : often;
  const chosen = open[(wish.act * 7 + wish.hand) % Math.max(open.length, 1)];
  return chosen === undefined ? wish : { ...wish, ...chosen };
}

const ending = new Set(['dropped', 'withdrawn', 'removed', 'conflict-declared', 'declined']);

/** Steps that start over. */
const turning = new Set(['noticed', 'returned', ...ending]);

export const long: boolean = process.env['CREDENCE_LONG'] === '1';
const size = long ? { runs: 200, commands: 100 } : { runs: 20, commands: 50 };

export interface WalkOptions {
  readonly rules?: CaseRules;
  readonly stand?: Stand;
  readonly runs?: number;
  readonly looksAtOffers?: boolean;
  /** Day on which the document that everything rests on is annulled. */
  readonly sourceEndsOn?: CivilDate;
}

/** Plays a kind of case with everything that touches it; throws where engine and law part. */
export function playKind(kind: Walked, options: WalkOptions = {}): ReadonlySet<string> {
  const { rules = caseRules, runs = size.runs, sourceEndsOn } = options;
  const { looksAtOffers = rules === caseRules } = options;
  const stand: Stand = options.stand ?? ((file, world, day) => standing(file, world, day, rules));
  const focus = focusOf[kind];
  const seen = new Set<string>();
  const command = fc
    .tuple(wishes(focus), fc.nat(4))
    .map(([wish, luck]) => new Command(wish, luck > 0));
  fc.assert(
    fc.property(fc.commands([command], { maxCommands: size.commands, size: 'max' }), (commands) => {
      const match = { ...begin(kind, { rules, stand, seen }), looksAtOffers };
      if (sourceEndsOn !== undefined) {
        match.play.records.set('p1', { record: penalty(), endedOn: sourceEndsOn });
        match.ledger.sourceEndedOn = sourceEndsOn;
      }
      fc.modelRun(() => ({ model: {}, real: match }), commands);
      compareReplays(match, match.past);
    }),
    // The report says which invariant was broken, so that a canary can name it.
    { seed: 20_240_109, numRuns: runs, endOnFailure: true, includeErrorInReport: true },
  );
  return seen;
}

const focusOf: Readonly<Record<Walked, readonly CaseName[]>> = {
  listing: ['L'],
  objection: ['L', 'O', 'O'],
  repair: ['L', 'R', 'R', 'R', 'A'],
  appeal: ['L', 'A', 'A', 'R'],
  measure: ['L', 'M', 'M', 'O', 'A'],
  reply: ['L'],
};

function begin(
  kind: Walked,
  { rules, stand, seen }: { rules: CaseRules; stand: Stand; seen: Set<string> },
): Omit<Match, 'looksAtOffers'> & { readonly past: Map<string, string> } {
  const play = new Play([penalty()], rules);
  const past = new Map<string, string>();
  const ledger = emptyLedger();
  // A past answer is kept the first time a later day is asked about.
  const keeping: Stand = (file, world, day) => {
    const found = stand(file, world, day);
    past.set(`${file.caseId} ${day}`, JSON.stringify(found));
    return found;
  };
  const match = { play, ledger, today: civilDate('2024-01-09'), stand: keeping, seen, past };
  if (kind !== 'listing') {
    listed(play);
    for (const action of play.file('L').actions) writeDown(ledger, action);
    match.today = kind === 'repair' ? civilDate('2025-02-05') : civilDate('2024-02-05');
  }
  return match;
}
