import type { Store } from '@credence/store';

import type { Percentiles } from './percentiles.ts';

/** What the figures have to reach at 1,000,000 names. */
export const searchTargets = { recall: 0.98, p95: { postgresql: 150, pglite: 300 } } as const;

export interface SearchFigures {
  readonly engine: Store['engine'];
  readonly subjects: number;
  readonly loadSeconds: number;
  readonly classes: readonly ClassFigures[];
  readonly broad: readonly BroadFigures[];
  readonly labelled: Percentiles;
  readonly broadTimes: Percentiles;
  readonly all: Percentiles;
  readonly sizes: readonly { readonly name: string; readonly bytes: number }[];
}

export interface ClassFigures {
  readonly kind: string;
  readonly queries: number;
  readonly recall: number;
  readonly times: Percentiles;
  /** Some queries that missed a subject, for whoever wants to know why. */
  readonly missed: readonly string[];
}

export interface BroadFigures {
  readonly text: string;
  readonly matches: number;
  readonly isAsOracle: boolean;
  readonly milliseconds: number;
}

/** Recall and order are the same at any size; the times are meant for a million names. */
export function meetsTargets({ classes, broad, all, engine }: SearchFigures): boolean {
  return (
    classes.every(({ recall }) => recall >= searchTargets.recall) &&
    broad.every(({ isAsOracle }) => isAsOracle) &&
    all.p95 <= searchTargets.p95[engine]
  );
}
