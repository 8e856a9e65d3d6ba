import { runModel, type RunOptions } from '../engine/run-model.ts';
import { openRegime as openShipped } from '../regime/open-regime.ts';
import type { Regime } from '../regime/regime.ts';
import { readSociety } from '../society/read-society.ts';
import { cellTraits } from '../society/traits.ts';
import { prepareWorld, type WorldPlan } from '../world/prepare-world.ts';
import { runWorld, type WorldResult } from '../world/run-world.ts';
import { worldModel } from '../world/world-model.ts';
import { bySize, type Effort, type Figure } from './check.ts';

/** Errors and visits so frequent that a small society sees them. */
const rough = { inspections: 0.1, matchingError: 0.1, falsePositive: 0.2, publicKnowledge: 0.8 };
const noError = { ...rough, matchingError: 0, doubleCodes: 0, falsePositive: 0, freezeDoubtful: 0 };

/** What must hold of the society under the rules in force, whatever the figures are. */
export async function worldRelations(effort: Effort): Promise<Figure[]> {
  // Just more than one stretch of agents, so that two threads have something each.
  const agents = bySize(effort, 4100, 20_000);
  const months = bySize(effort, 3, 24);
  const plan = { agents, months, seed: effort.seed, society: 'organisations', practice: rough };
  const { openRegime = openShipped } = effort;
  const regime = await openRegime('cn-2026', { months });
  const { replicateOfTwo = 0, falsePositive = 0, fine = 0 } = effort.wrong ?? {};
  const once = await finish(regime, plan);
  const again = await finish(regime, { ...plan, replicate: replicateOfTwo });
  const two = await finish(regime, { ...plan, threads: 2, replicate: replicateOfTwo });
  const faultless = await finish(regime, { ...plan, practice: { ...noError, falsePositive } });
  const harmless = { ...plan, figures: { fines: fine, losses: fine } };
  const feared = await finish(regime, harmless);
  const free = await finish(await openRegime('none', { months }), {
    ...plan,
    figures: { fines: 0, losses: 0 },
  });
  return [
    equal('world: no error, no wrongful entry', total(faultless, 'entriesWrong'), 0),
    equal(
      'world: neither fines nor losses, as many violations as without a regime',
      total(feared, 'violations'),
      total(free, 'violations'),
    ),
    await relabelled(regime, plan, effort),
    equal('world: one thread and two, values that differ', differing(once, two), 0),
    equal('world: the rules in force against themselves', differing(once, again), 0),
    // Or nothing above would say anything.
    above('world: wrongful entries where errors are made', total(once, 'entriesWrong')),
    above(
      'world: violations that fear prevents',
      total(free, 'violations') - total(once, 'violations'),
    ),
  ];
}

/** The gap between the regions that lose most and least, by whatever numbers the regions go. */
async function relabelled(regime: Regime, plan: WorldPlan, effort: Effort): Promise<Figure> {
  const prepared = await prepareWorld(regime, plan, await readSociety(plan.society));
  const { cellGroups } = prepared.fields as { readonly cellGroups: Uint8Array };
  const groups =
    1 +
    cellGroups.reduce((most, group, at) => (at % TRAITS === 0 ? Math.max(most, group) : most), 0);
  const named = cellGroups.map((group, at) => (at % TRAITS === 0 ? groups - 1 - group : group));
  const replicate = effort.wrong?.['replicateOfTwo'] ?? 0;
  const gapOf = async (fields: RunOptions['fields'], luck: number): Promise<number> => {
    const { agents, months, seed } = plan;
    const run = await runModel(worldModel, {
      ...{ ...prepared, agents, months, seed, replicate: luck },
      ...(fields !== undefined && { fields }),
    });
    if (run.kind !== 'done') throw new Error('A run without a signal was cancelled.');
    const { loss, region } = run.columns;
    const of = Array.from({ length: groups }, (_, group) => {
      const own = loss.filter((_lost, i) => region[i] === group);
      return own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length);
    });
    return Math.max(...of) - Math.min(...of);
  };
  const before = await gapOf(prepared.fields, 0);
  const after = await gapOf({ ...prepared.fields, cellGroups: named }, replicate);
  return equal('world: regions relabelled, same disparity of losses', after, before);
}

/** Traits of a cell; the region is the first. */
const TRAITS = cellTraits.length;

async function finish(regime: Regime, plan: WorldPlan): Promise<WorldResult> {
  const result = await runWorld(regime, plan);
  if (result.kind !== 'done') throw new Error('A run without a signal was cancelled.');
  return result;
}

function total({ series }: WorldResult, name: 'entriesWrong' | 'violations'): number {
  return series[name].reduce((sum, each) => sum + each, 0);
}

/** Subjects whose end differs in what they lost, did and have on record. */
function differing({ columns: a }: WorldResult, { columns: b }: WorldResult): number {
  let count = 0;
  for (let i = 0; i < a.loss.length; i += 1) {
    const names = [
      'loss',
      'lossWrong',
      'harm',
      'fines',
      'gains',
      'entries',
      'slots',
      'visits',
    ] as const;
    if (names.some((name) => a[name][i] !== b[name][i])) count += 1;
  }
  return count;
}

function equal(name: string, found: number, reference: number): Figure {
  return { name, found, reference, within: 0, rule: 'equal' };
}

function above(name: string, found: number): Figure {
  return { name, found, reference: 0, within: 0, rule: 'above' };
}
