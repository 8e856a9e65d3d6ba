import { canonicalJson, sha256Hex } from '@credence/proof';

import { codeHash } from './code-hash.ts';
import type { Digested } from './digest.ts';
import { createRunKeeper, type RunPlace } from './keep-runs.ts';
import {
  checkPlan,
  LEAST_REPLICATES,
  societyOf,
  type ComparePlan,
  type ComparisonCancelled,
  type RegimeVariant,
} from './plan.ts';
import { carryOut, type RunTeam } from './run-team.ts';
import { stopAt } from './statistic/sequence.ts';
import { openWorldTeam, type TeamSetup } from './world-team.ts';

/** Who carries runs out. */
export type OpenTeam = (setup: TeamSetup) => Promise<RunTeam>;

/** All runs that count, by variant and by replicate. */
export interface AllRuns {
  readonly kind: 'all';
  readonly runs: readonly (readonly Digested[])[];
  /** Whether the difference asked for is known well enough. */
  readonly reached: boolean;
}

/**
 * Runs every variant, replicate by replicate, until enough are done; keeps each where the plan says,
 * until whoever writes the outcome down clears it.
 *
 * @throws LabError when plan or variants do not fit, or the folder keeps something else
 */
export async function runAll(
  variants: readonly RegimeVariant[],
  plan: ComparePlan,
  openTeam: OpenTeam = openWorldTeam,
): Promise<AllRuns | ComparisonCancelled> {
  checkPlan(variants, plan);
  const keeping = { key: keyOf(variants, plan), resume: plan.resume === true };
  const keeper = createRunKeeper(plan.keep, keeping);
  const team = await openTeam({ variants, plan, society: societyOf(variants, plan), keeper });
  const runs = variants.map((): Digested[] => []);
  const progress = createProgress(plan);
  try {
    for (;;) {
      const stop = stopOf(runs, plan);
      if (stop.kind === 'enough') {
        const { replicates, reached } = stop;
        return { kind: 'all', reached, runs: runs.map((each) => each.slice(0, replicates)) };
      }
      const places = nextPlaces(runs, plan);
      progress.plan(places.length);
      const missing = places.filter((place) => {
        const kept = keeper.find(place);
        if (kept === undefined) return true;
        put(runs, place, kept);
        progress.month(place, plan.months);
        return false;
      });
      const isWhole = await carryOut(team, missing, {
        month: progress.month,
        done: (place, digested) => {
          keeper.keep(place, digested);
          put(runs, place, digested);
          progress.month(place, plan.months);
        },
      });
      if (!isWhole) return { kind: 'cancelled', ...progress.finished() };
    }
  } finally {
    await team.close();
  }
}

/** The regimes, the plan and the code: what a kept run is a run of. */
function keyOf(variants: readonly RegimeVariant[], plan: ComparePlan): string {
  const { agents, months, seed } = plan;
  const told = variants.map(({ id, regime, practice = {} }) => ({
    id,
    hash: regime.hash,
    practice,
  }));
  const society = societyOf(variants, plan);
  return sha256Hex(
    canonicalJson({ agents, months, seed, society, code: codeHash(), variants: told }),
  );
}

function stopOf(
  runs: readonly (readonly Digested[])[],
  { replicates, until }: ComparePlan,
): ReturnType<typeof stopAt> {
  const done = runs[0]?.length ?? 0;
  if (until === undefined) {
    return done >= replicates ? { kind: 'enough', replicates, reached: false } : { kind: 'more' };
  }
  const valuesOf = (variant: number): number[] =>
    (runs[variant] ?? []).map(({ digest }) => digest.values[until.measure] ?? 0);
  const differences = runs.flatMap((_, a) =>
    runs.slice(a + 1).map((__, offset) => {
      const to = valuesOf(a + 1 + offset);
      return valuesOf(a).map((value, at) => (to[at] ?? 0) - value);
    }),
  );
  return stopAt(differences, { width: until.width, least: LEAST_REPLICATES, most: replicates });
}

/** All that were asked for; of an open number first the fewest that may do, then one by one. */
function nextPlaces(
  runs: readonly (readonly Digested[])[],
  { replicates, until, threads = 1 }: ComparePlan,
): readonly RunPlace[] {
  const done = runs[0]?.length ?? 0;
  const more = done === 0 ? LEAST_REPLICATES : Math.max(1, Math.ceil(threads / runs.length));
  const end = until === undefined ? replicates : Math.min(replicates, done + more);
  return Array.from({ length: end - done }, (_, offset) => done + offset).flatMap((replicate) =>
    runs.map((_, variant) => ({ variant, replicate })),
  );
}

function put(runs: readonly Digested[][], { variant, replicate }: RunPlace, run: Digested): void {
  const row = runs[variant];
  if (row !== undefined) row[replicate] = run;
}

function createProgress({ months, onProgress }: ComparePlan) {
  const done = new Map<string, number>();
  let planned = 0;
  const sum = (): number => [...done.values()].reduce((all, each) => all + each, 0);
  return {
    plan: (places: number): void => {
      planned += places;
    },
    month: ({ variant, replicate }: RunPlace, at: number): void => {
      done.set(`${String(variant)}-${String(replicate)}`, at);
      onProgress?.(sum(), planned * months);
    },
    finished: (): { finished: number; planned: number } => ({
      finished: [...done.values()].filter((at) => at >= months).length,
      planned,
    }),
  };
}
