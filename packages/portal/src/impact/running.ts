import type { ImpactOutcome } from '@credence/casework';

/** Reports in the making, one for each draft: whoever asks again joins the one that runs. */
export interface ImpactWork {
  stateOf(hash: string): 'none' | 'running' | 'failed';
  start(hash: string, work: () => Promise<ImpactOutcome>): Promise<ImpactOutcome>;
}

const shared: WeakMap<object, ImpactWork> = new WeakMap();

/** The work on one register, whichever language it is asked about in. */
export function impactWorkOf(services: object): ImpactWork {
  const known = shared.get(services) ?? createImpactWork();
  shared.set(services, known);
  return known;
}

function createImpactWork(): ImpactWork {
  const running = new Map<string, Promise<ImpactOutcome>>();
  const failed = new Set<string>();
  return {
    stateOf: (hash) => (running.has(hash) ? 'running' : failed.has(hash) ? 'failed' : 'none'),
    start(hash, work) {
      const joined = running.get(hash);
      if (joined !== undefined) return joined;
      failed.delete(hash);
      const begun = work()
        .catch((error: unknown) => {
          failed.add(hash);
          throw error;
        })
        .finally(() => running.delete(hash));
      // Nobody may wait for it any more when it fails; the page then says that it did.
      begun.catch(() => undefined);
      running.set(hash, begun);
      return begun;
    },
  };
}
