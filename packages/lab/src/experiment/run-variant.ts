import { existsSync } from 'node:fs';

import { runWorld } from '../world/run-world.ts';
import { digestOf, type Digested } from './digest.ts';
import type { RegimeVariant, SocietyName } from './plan.ts';
import { breachesOf } from './told-regime.ts';

/** One run of one regime, as a thread is asked for it. */
export interface VariantRun {
  readonly agents: number;
  readonly months: number;
  readonly seed: number | string;
  readonly replicate: number;
  readonly society: SocietyName;
  readonly threads: number;
  /** Where the run is kept when it is cancelled, and gone on from where it was kept. */
  readonly checkpoint?: string;
}

/** Runs a regime and keeps what is to be known of it; undefined when it was cancelled. */
export async function runVariant(
  { regime, practice = {} }: Pick<RegimeVariant, 'regime' | 'practice'>,
  run: VariantRun,
  told: { readonly signal?: AbortSignal; readonly onMonth: (months: number) => void },
): Promise<Digested | undefined> {
  const { checkpoint, ...plan } = run;
  const result = await runWorld(regime, {
    ...{ ...plan, practice, onProgress: told.onMonth },
    ...(told.signal === undefined ? {} : { signal: told.signal }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(checkpoint !== undefined && existsSync(checkpoint) ? { resume: checkpoint } : {}),
  });
  if (result.kind === 'cancelled') return undefined;
  const { engineHash, moduleHash = '' } = result.manifest;
  return digestOf(result, {
    replicate: run.replicate,
    guardBreaches: breachesOf(regime.findings).length,
    tables: result.groups,
    fit: result.fit,
    code: { engine: engineHash, world: moduleHash },
  });
}
