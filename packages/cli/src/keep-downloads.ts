import { CaseworkError, type Casework } from '@credence/casework';

/** How often the server looks whether a file has to go or a new day's files have to be made. */
const everyMs = 60_000;

/**
 * Keeps the files for download right while the server runs. A round that fails is told and tried
 * again; meanwhile nothing that has ended is handed out, since that is decided at each request.
 */
export function keepDownloads(
  casework: Pick<Casework, 'keepDownloads'>,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  let round: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    round = round
      .then(() => casework.keepDownloads())
      .catch((error: unknown) => {
        // A register without law has nothing to publish yet.
        const lawless = error instanceof CaseworkError && error.code === 'edition-missing';
        if (!lawless) onFailure(error);
      });
  };
  turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
