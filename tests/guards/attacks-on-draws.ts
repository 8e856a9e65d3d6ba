import { civilDate, type CivilDate } from '@credence/domain';
import type { Casework } from '@credence/casework';
import { trialRound } from '@credence/proof';

import { codeOf } from '../support/city-files.ts';
import { market } from '../support/world.ts';
import { granted } from './answers.ts';
import type { Attack, Prepared } from './guard.ts';
import { firstDay } from './world.ts';

type Said = Pick<Attack, 'says' | 'refusal'>;

/** A day on which the edition with a plan of inspections is in force. */
const day: CivilDate = civilDate('2026-05-04');
const command = {
  ...{ agency: market, card: 'cn.random' },
  inspectors: ['甲', '乙', '丙'].map((name) => ({ name, recused: [] })),
};
/** By then the number that decides has come. */
const later = '2024-01-20';
/** Of a beacon of one’s own, so that the number fits itself in everything. */
const secret = new Uint8Array(32).fill(7);

const inspecting = (world: Prepared): Casework => world.system.caseworkOn(day);

type Outcome = Awaited<ReturnType<Casework['commitDraw' | 'planInspections' | 'handPick']>>;

function saidOf(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.problem.code;
  return outcome.kind === 'not-found' ? 'not-found' : granted;
}

/** One draw for each world and each attack, brought to where the attack needs it. */
function drawn(month: string, isCommitted: boolean): (world: Prepared) => Promise<string> {
  const known = new WeakMap<Prepared, Promise<string>>();
  const begin = async (world: Prepared): Promise<string> => {
    const casework = inspecting(world);
    // Each draw has a month of its own: a second one for the same time is asked why.
    const time = { from: civilDate(`${month}-05`), until: civilDate(`${month}-28`) };
    const order = { ...command, ...time };
    const planned = await casework.planInspections(world.who('strongest'), order);
    if (planned.kind === 'refused') throw new Error(planned.problem.code);
    const { draw } = planned.view;
    if (!isCommitted) return draw;
    const said = saidOf(await casework.commitDraw(world.who('head'), { draw }));
    if (said !== granted) throw new Error(said);
    return draw;
  };
  return (world) => {
    const draw = known.get(world) ?? begin(world);
    known.set(world, draw);
    return draw;
  };
}

function onDraw(said: Said, ways: Pick<Attack, 'attempt' | 'lawful'>): Attack {
  return { ...said, ...{ by: 'use case', trace: 'conditions' }, ...ways };
}

const own = drawn('2026-06', false);
/** One who plans whom to visit would settle it alone. */
export const ownDraw: Attack = onDraw(
  { says: 'Whoever planned a draw also commits it.', refusal: 'draw-second-official' },
  {
    attempt: async (world) =>
      saidOf(
        await inspecting(world).commitDraw(world.who('strongest'), { draw: await own(world) }),
      ),
    lawful: async (world) =>
      saidOf(await inspecting(world).commitDraw(world.who('head'), { draw: await own(world) })),
  },
);

const early = drawn('2026-07', true);
const carryOut = async (world: Prepared, draw: Promise<string>): Promise<string> =>
  saidOf(await inspecting(world).carryOutDraw(world.who('strongest'), { draw: await draw }));

/** Before the number is there, it could be drawn as often as it takes. */
export const earlyDraw: Attack = onDraw(
  { says: 'A draw is made before the number that decides it is there.', refusal: 'draw-too-early' },
  {
    attempt: (world) => carryOut(world, early(world)),
    lawful: (world) => {
      world.passTo(later);
      return carryOut(world, early(world));
    },
  },
);

const chosen = drawn('2026-08', true);
/** A number that brings out the firm somebody has in mind. */
export const chosenNumber: Attack = onDraw(
  { says: 'A firm is picked by hand, by a number of one’s own.', refusal: 'draw-round-wrong' },
  {
    attempt: async (world) => {
      const casework = inspecting(world);
      const draw = await chosen(world);
      const found = await casework.viewDraw(draw);
      const round = found.kind === 'found' ? found.view.committed?.terms.beacon.round : undefined;
      // By then its round is over.
      world.passTo('2024-01-21');
      const number = trialRound(secret, round ?? 0);
      return saidOf(await casework.carryOutDraw(world.who('strongest'), { draw, round: number }));
    },
    lawful: (world) => carryOut(world, chosen(world)),
  },
);

const pick = async (world: Prepared, reason: string): Promise<string> => {
  const order = { agency: market, code: codeOf(50), reason };
  return saidOf(await inspecting(world).handPick(world.who('strongest'), order));
};

/** Whoever is visited without a draw is visited for a reason that is kept. */
export const unreasonedVisit: Attack = onDraw(
  { says: 'A firm is picked by hand without a reason.', refusal: 'text-length' },
  {
    attempt: (world) => pick(world, ' 看看 '),
    lawful: (world) => pick(world, `冷库温度异常，${firstDay} 的来信已经核实。`),
  },
);
