import { setTimeout as wait } from 'node:timers/promises';

import { CaseworkError } from '@credence/casework';

/**
 * How often the server looks whether something is due. What ends, is repaired, annulled or stayed
 * stands in the outbox of bodies within a minute: this pause, and the work itself.
 */
export const everyMs = 20_000;

/**
 * Does what is due while the server runs: small steps, each followed by a pause as long as it took, so
 * that readers have at least half of the machine. Nothing that is shown waits for it; it only tells
 * others. A round that fails is told, and the next one goes on where it stopped.
 */
export function keepWorking(
  step: () => Promise<{ readonly more: boolean }>,
  onFailure: (error: unknown) => void,
  pauseMs = everyMs,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  const pause = (ms: number): Promise<void> =>
    wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const round = async (): Promise<void> => {
    for (let more = true; more && !signal.aborted;) {
      const from = performance.now();
      ({ more } = await step());
      if (more) await pause(performance.now() - from);
    }
  };
  const running = (async () => {
    while (!signal.aborted) {
      await round().catch((error: unknown) => {
        // A register without law has nothing that could be due yet.
        const lawless = error instanceof CaseworkError && error.code === 'edition-missing';
        if (!lawless) onFailure(error);
      });
      await pause(pauseMs);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
