import type { Localised } from '@credence/domain';

import type { RegimeVariant } from '../../experiment/plan.ts';
import { societyOf } from '../../experiment/plan.ts';
import type { WorldResult } from '../../world/run-world.ts';
import { runWorld } from '../../world/run-world.ts';
import type { Job, Notable, Replay } from './job.ts';

type Asked = Extract<Job, { kind: 'replay' }>;

/** Takes one subject through several regimes with the same luck, and finds others worth a look. */
export async function replaySubject(
  { size, agent: asked }: Asked,
  variants: readonly RegimeVariant[],
): Promise<Replay> {
  const { agents, months, seed } = size;
  const society = societyOf(variants, size);
  const run = async ({ regime }: RegimeVariant, watch?: number): Promise<WorldResult> => {
    const plan = { agents, months, seed, society, ...(watch === undefined ? {} : { watch }) };
    const result = await runWorld(regime, plan);
    if (result.kind === 'done') return result;
    throw new Error('A run without a signal was cancelled.');
  };
  // The last regime is the one that is held against the first: its harm is what is looked for.
  const last = variants.at(-1);
  const first = asked === undefined && last !== undefined ? notableIn(await run(last)) : undefined;
  const agent = asked ?? first?.[0]?.agent ?? 0;
  const results: WorldResult[] = [];
  for (const variant of variants) results.push(await run(variant, agent));
  const seen = results.at(-1);
  return {
    agent,
    subject: (seen?.columns.kind[agent] ?? 0) === 0 ? 'organisation' : 'natural_person',
    traits: seen === undefined ? [] : traitsOf(seen, agent),
    means: seen?.columns.means[agent] ?? 0,
    notable: first ?? (seen === undefined ? [] : notableIn(seen)),
    files: variants.map(({ id, regime }, at) => ({
      ...{ id, title: regime.title, months: results[at]?.watched ?? [] },
      lists: regime.lists.map(({ title }) => title),
      grades: regime.grades?.codes ?? [],
    })),
  };
}

/** For each reason the subject it holds for most; the reasons in the order of their weight. */
function notableIn({ columns }: WorldResult): Replay['notable'] {
  const { lossWrong, loss, lossSpill, offences, excluded, visits } = columns;
  const weights: Readonly<Record<Notable, (agent: number) => number>> = {
    wronged: (at) => lossWrong[at] ?? 0,
    hurt: (at) => loss[at] ?? 0,
    'for-others': (at) => lossSpill[at] ?? 0,
    breaking: (at) => offences[at] ?? 0,
    untouched: (at) => (offences[at] === 0 && excluded[at] === 0 && visits[at] === 0 ? 1 : 0),
  };
  const taken = new Set<number>();
  return Object.entries(weights).flatMap(([why, weigh]) => {
    let [best, agent] = [0, -1];
    for (let at = 0; at < loss.length; at += 1) {
      const weight = weigh(at);
      if (weight <= best || taken.has(at)) continue;
      [best, agent] = [weight, at];
    }
    if (agent < 0) return [];
    taken.add(agent);
    return [{ agent, why: why as Notable }];
  });
}

/** The groups a subject belongs to, by the tables its society was made from. */
function traitsOf({ columns, groups }: WorldResult, agent: number): Replay['traits'] {
  const kind = columns.kind[agent] ?? 0;
  return groups.flatMap((table): { title: Localised; group: Localised }[] => {
    if (table.kind !== kind) return [];
    const column = columns[table.column];
    const code = 'get' in column ? column.get(agent) : column[agent];
    const group = table.groups[code ?? 0];
    return group === undefined ? [] : [{ title: table.title, group: group.title }];
  });
}
