import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Check, Readiness } from '@credence/portal';

import type { System } from '../system.ts';

export interface ReadinessParts {
  readonly system: Pick<System, 'store'>;
  readonly dataFolder: string;
  /** Seconds two clocks may lie apart. */
  readonly skewSecondsMax: number;
}

/** Looks at everything that has to be right; never throws, since a fault is what it is asked for. */
export async function readReadiness(parts: ReadinessParts): Promise<Readiness> {
  const { store } = parts.system;
  return {
    checks: await Promise.all([
      check('store', async () => {
        await store.journal.head();
        return undefined;
      }),
      check('migrations', async () => {
        const pending = await store.admin.listPending();
        return pending.length === 0 ? undefined : `not applied: ${pending.join(', ')}`;
      }),
      check('clock', async () => {
        const seconds = Math.round((await store.health.skewMs()) / 1000);
        if (Math.abs(seconds) <= parts.skewSecondsMax) return undefined;
        return `${seconds} s off; ${parts.skewSecondsMax} s are tolerated`;
      }),
      check('disk', async () => {
        const probe = join(parts.dataFolder, `.ready-${process.pid}`);
        await writeFile(probe, 'ready\n');
        await rm(probe, { force: true });
        return undefined;
      }),
      check('writing', async () => {
        const state = await store.health.writing();
        return state === 'open' ? undefined : state;
      }),
    ]),
  };
}

/** A check answers with what is wrong, or with nothing. */
async function check(name: Check['name'], look: () => Promise<string | undefined>): Promise<Check> {
  try {
    const reason = await withinTime(look());
    return reason === undefined ? { name, state: 'right' } : { name, state: 'wrong', reason };
  } catch (error) {
    return { name, state: 'wrong', reason: codeOf(error) };
  }
}

/** Whoever asks for readiness wants to know soon; a store that hangs is a store that is not ready. */
const patienceMs = 3_000;

function withinTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, patienceMs);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** Codes only: a message may name a path or repeat a value. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string'
    ? code
    : error.message === 'no answer in time'
      ? error.message
      : 'failed';
}
