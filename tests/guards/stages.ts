import type { JsonValue } from '@credence/domain';

import { granted } from './answers.ts';
import type { Prepared, Stage } from './guard.ts';
import { market } from '../support/world.ts';
import { unsafe } from './files.ts';
import { decision, desks, listing, notice, points, service } from './papers.ts';
import { justice, type GuardWorld, type Person } from './world.ts';

/** The organisation whose listing is in effect. */
export const listed = 1;
/** The organisations that somebody speaks for. */
export const represented = [listed, 4] as const;
/** Which organisation's listing stands where. */
const stages: Readonly<Record<Stage, number>> = {
  ...{ unserved: 2, 'in-window': 3, stated: 4, heard: 5 },
  ...{ spoken: 11, ending: 6, forbidden: 7, 'own-draft': 8, draft: 9 },
};

/** Brings listings to where the attacks need them: eleven days of work, on a clock that is moved. */
export async function prepare(world: GuardWorld): Promise<Prepared> {
  const ids = new Map<Stage | 'listed', string>();
  const all = [['listed', listed], ...Object.entries(stages)] as const;
  world.passTo('2024-01-09');
  for (const [stage, of] of all) {
    const content = listing(of, await world.record(of));
    const outcome = await world.openCase('officer', of, content);
    if (outcome.kind !== 'recorded') throw new Error(`${stage}: ${JSON.stringify(outcome)}`);
    // The names of the table are the stages, and the first one.
    ids.set(stage as Stage | 'listed', outcome.caseId);
  }
  const id = (stage: Stage | 'listed'): string => ids.get(stage) ?? '';
  const done = async (person: Person, stage: Stage | 'listed', act: string, said: JsonValue) => {
    const told = await world.act(person, { caseId: id(stage), act, content: said });
    if (told !== granted) throw new Error(`${stage}, ${act}: ${told}`);
  };
  const early = [
    'listed',
    'stated',
    'heard',
    'spoken',
    'ending',
    'forbidden',
    'own-draft',
    'draft',
  ] as const;
  world.passTo('2024-01-10');
  for (const stage of early) await done('officer', stage, 'noticed', notice());
  await done('officer', 'unserved', 'noticed', notice());
  for (const stage of early) {
    await done('officer', stage, 'served', service('notice', '2024-01-10'));
  }
  await done('representative', 'stated', 'stated', { points });
  const other = await announceAnother(world);
  world.passTo('2024-01-17');
  await done('officer', 'in-window', 'noticed', notice());
  await done('officer', 'in-window', 'served', service('notice', '2024-01-17'));
  world.passTo('2024-01-19');
  await done('officer', 'listed', 'drafted', decision());
  await done('legal', 'listed', 'reviewed', {});
  await done('head', 'listed', 'approved', {});
  await done('officer', 'listed', 'served', service('decision', '2024-01-19'));
  await done('strongest', 'own-draft', 'drafted', decision());
  await done('officer', 'draft', 'drafted', decision());
  await decideAnother(world, other);
  const stage = Object.fromEntries(
    Object.keys(stages).map((name) => [name, id(name as Stage)]),
  ) as Record<Stage, string>;
  return { ...world, stage, listing: id('listed'), other };
}

const limits = ['work_safety_limits'];
const safetyLaw = ['work-safety-law-2021#art-78'];

/** The same firm once more, by another authority, for what another decision found. */
async function announceAnother(world: GuardWorld): Promise<string> {
  const { number } = unsafe;
  const change = { list: 'mem.work-safety', basis: safetyLaw, measures: limits };
  const content = listing(listed, await world.record(listed, number), {
    ...{ ...change, document: { number }, desks: { ...desks, own: justice, review: market } },
  });
  const outcome = await world.openCase('strangersOfficer', listed, content);
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  const take = stepsOf(world, outcome.caseId);
  await take('strangersOfficer', 'noticed', notice({ measures: limits }));
  await take('strangersOfficer', 'served', service('notice', '2024-01-10'));
  return outcome.caseId;
}

async function decideAnother(world: GuardWorld, caseId: string): Promise<void> {
  const take = stepsOf(world, caseId);
  await take('strangersOfficer', 'drafted', decision({ measures: limits, basis: safetyLaw }));
  await take('strangersLegal', 'reviewed', {});
  await take('strangersHead', 'approved', {});
  await take('strangersOfficer', 'served', service('decision', '2024-01-19'));
}

function stepsOf(world: GuardWorld, caseId: string) {
  return async (person: Person, act: string, content: JsonValue): Promise<void> => {
    const told = await world.act(person, { caseId, act, content });
    if (told !== granted) throw new Error(`another, ${act}: ${told}`);
  };
}
