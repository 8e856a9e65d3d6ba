import { LabError } from '../engine/define-model.ts';
import type { Manifest } from '../engine/manifest.ts';
import type { Views } from '../engine/model.ts';
import { runModel, type RunCancelled } from '../engine/run-model.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { Regime } from '../regime/regime.ts';
import { measureFit } from '../society/fit.ts';
import { readSociety } from '../society/read-society.ts';
import { societyGroups, type TraitGroups } from '../society/society-groups.ts';
import { prepareWorld, type WorldPlan } from './prepare-world.ts';
import { watchProgram, type WatchedMonth } from './watch.ts';
import type { WorldKinds } from './world-kinds.ts';
import { worldModel } from './world-model.ts';

export type { WorldPlan } from './prepare-world.ts';

/** What a society went through under a regime. */
export interface WorldResult {
  readonly kind: 'done';
  /** For each observer, a figure for every month. */
  readonly series: { readonly [Name in keyof WorldKinds['observers']]: Float64Array };
  /** Of every subject, at the end. */
  readonly columns: Views<WorldKinds['columns']>;
  readonly fields: Views<WorldKinds['fields']>;
  /** How near the population is to the tables of its society. */
  readonly fit: Comparison['fit'];
  /** Titles of the groups that the columns of traits number. */
  readonly groups: readonly TraitGroups[];
  /** The file of the subject that was watched, month by month. */
  readonly watched?: readonly WatchedMonth[];
  readonly manifest: Manifest;
  readonly bytes: number;
}

/**
 * Runs a synthetic society under a regime. The result is a function of the regime, the society, the
 * practice and the seed alone; two regimes with the same plan meet the same people with the same luck.
 *
 * @throws LabError when a practice is unknown or out of its bounds, or the regime does not fit the plan
 */
export async function runWorld(
  regime: Regime,
  plan: WorldPlan,
): Promise<WorldResult | RunCancelled> {
  const { watch } = plan;
  const society = await readSociety(plan.society);
  const prepared = await prepareWorld(regime, plan, society);
  const watched: WatchedMonth[] = [];
  const programs = {
    ...prepared.programs,
    ...(watch !== undefined && {
      watch: { hash: `watch ${watch}`, run: watchProgram(watchedIn(plan, watch), watched) },
    }),
  };
  const result = await runModel(worldModel, { ...plan, ...prepared, programs });
  if (result.kind === 'cancelled') return result;
  const { series, columns, fields, manifest, bytes } = result;
  return {
    ...{ kind: 'done', series, columns, fields, manifest, bytes },
    fit: measureFit(society, columns),
    groups: societyGroups(society),
    ...(watch !== undefined && { watched }),
  };
}

function watchedIn({ agents }: WorldPlan, watch: number): number {
  if (Number.isInteger(watch) && watch >= 0 && watch < agents) return watch;
  throw new LabError(
    `Subject ${watch} is to be watched; give a number from 0 to ${agents - 1}.`,
    `要看的主体是 ${watch}；可填 0 到 ${agents - 1} 的整数。`,
  );
}
