import { addDays, type CivilDate } from '@credence/domain';
import fc from 'fast-check';

import type { CaseAction, Hand } from '../entry/case-payload.ts';
import type { CaseStanding } from './case.ts';
import type { Play, Said } from './case.test-support.ts';
import { caseRules } from './judge/rules.ts';
import {
  expectEveryOfferTakable,
  expectNotOfferedAgain,
} from './offers-make-sense.test-support.ts';
import { standing } from './standing/standing.ts';
import { rowOf } from './table/cell-of.ts';

interface Wish {
  readonly act: number;
  readonly hand: number;
  readonly days: number;
}

/** One case that is open, who may try a step in it, and what must hold whatever they try. */
export interface Walk {
  readonly play: Play;
  readonly id: string;
  readonly from: CivilDate;
  readonly hands: readonly Hand[];
  /** Steps that cut a path off or begin it anew; they come up more rarely. */
  readonly rare: ReadonlySet<string>;
  sayings(today: CivilDate): readonly Said[];
  /** Looks at a step that the engine let pass. */
  done(action: CaseAction): void;
  /** Looks at the case as it stands on a day. */
  look(found: CaseStanding, today: CivilDate): void;
}

const isLong = process.env['CREDENCE_LONG'] === '1';
const size = isLong ? { runs: 200, commands: 100 } : { runs: 20, commands: 50 };

/**
 * Takes random steps in a case: any that has a place, by the first hand that may, on days that go by.
 * Every seventh day of a walk is looked at again at its end and has to answer as it did.
 *
 * @throws Error where something that must hold does not
 */
export function walkAtRandom(begin: () => Walk, runs: number = size.runs): void {
  const wish = fc.record({
    act: fc.nat(60),
    hand: fc.nat(60),
    days: fc.oneof(
      { weight: 6, arbitrary: fc.nat(3) },
      { weight: 2, arbitrary: fc.nat(20) },
      { weight: 1, arbitrary: fc.nat(200) },
    ),
  });
  const length = { minLength: size.commands, maxLength: size.commands };
  fc.assert(
    fc.property(fc.array(wish, length), (wishes) => walkOnce(begin(), wishes)),
    { seed: 20_240_109, numRuns: runs, endOnFailure: true, includeErrorInReport: true },
  );
}

function walkOnce(walk: Walk, wishes: readonly Wish[]): void {
  const { play, id } = walk;
  let today = walk.from;
  const past = new Map<CivilDate, string>();
  for (const wish of wishes) {
    today = addDays(today, wish.days);
    step(walk, today, wish);
    const found = play.at(id, today);
    walk.look(found, today);
    past.set(today, JSON.stringify(found));
  }
  for (const [day, then] of [...past].filter((_, at) => at % 7 === 0)) {
    const again = JSON.stringify(standing(play.file(id), play.world, day, play.rules));
    if (again !== then) throw new Error('Broken: a past day answers as it did');
  }
}

function step(walk: Walk, today: CivilDate, wish: Wish): void {
  const { play, id, hands, rare } = walk;
  const { opened, state } = play.file(id);
  const row = rowOf(play.rules.tables, opened.matter.case, state);
  const possible = walk
    .sayings(today)
    .filter(({ kind }) => row[kind]?.kind === 'step' && (!rare.has(kind) || wish.hand % 8 === 5));
  const turned = possible.map((_, at) => possible[(at + wish.act) % possible.length]);
  const by = hands.map((_, at) => hands[(at + wish.hand) % hands.length]);
  const next = turned
    .flatMap((said) => by.map((hand) => ({ said, hand })))
    .find(({ said, hand }) => said && hand && play.would(id, today, hand, said));
  if (next?.said === undefined || next.hand === undefined) return;
  play.must(id, today, next.hand, next.said);
  const action = play.file(id).actions.at(-1);
  if (action === undefined) return;
  walk.done(action);
  // Each look tries everybody at everything, so it is taken now and then.
  if (play.rules !== caseRules || (wish.act + wish.days) % 5 !== 0) return;
  expectNotOfferedAgain(play, action, today);
  expectEveryOfferTakable(play, id, { today, hands, sayings: walk.sayings(today) });
}
