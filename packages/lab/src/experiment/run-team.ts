import type { Digested } from './digest.ts';
import type { RunPlace } from './keep-runs.ts';

/** What carries out one run; undefined when it was cancelled. */
export type RunOne = (
  place: RunPlace,
  onMonth: (months: number) => void,
) => Promise<Digested | undefined>;

/** Those who carry out runs, each one at a time. */
export interface RunTeam {
  readonly members: readonly RunOne[];
  close(): Promise<void>;
}

/**
 * Hands runs out to whoever is free, in their order. What they bring does not depend on who does it
 * or when; false when one of them was cancelled.
 */
export async function carryOut(
  team: RunTeam,
  places: readonly RunPlace[],
  told: {
    readonly done: (place: RunPlace, digested: Digested) => void;
    readonly month: (place: RunPlace, months: number) => void;
  },
): Promise<boolean> {
  const waiting = [...places];
  let isWhole = true;
  await Promise.all(
    team.members.map(async (member) => {
      for (;;) {
        const place = waiting.shift();
        if (place === undefined) return;
        const digested = await member(place, (months) => told.month(place, months));
        if (digested === undefined) {
          isWhole = false;
          waiting.length = 0;
          return;
        }
        told.done(place, digested);
      }
    }),
  );
  return isWhole;
}
