import type { OnStoreEvent } from '../health/store-event.ts';
import { StoreError } from '../store-error.ts';
import type { Client, Driver, Question, SqlValue } from './connection.ts';
import { SqlError } from './sql-error.ts';
import { startWorker } from './start-worker.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './worker-messages.ts';

/**
 * The embedded PostgreSQL. It has one session, so transactions wait for one another, and that
 * session is a superuser's: the role set at the start of every transaction guards against mistakes,
 * not against injected SQL. A committed transaction survives a killed process, not a power cut,
 * because the engine never asks the disk to flush.
 */
export async function openPglite(
  setup: WorkerSetup,
  onEvent: OnStoreEvent = () => undefined,
): Promise<Driver> {
  let thread = createThread(setup);
  await thread.opened;
  let free: Promise<void> = Promise.resolve();
  let waiting = 0;
  let closed = false;

  /**
   * A thread that has ended, or whose engine has failed for good, is replaced by a new one over the
   * same folder: what was committed is there, as after a killed process. The old one is gone first.
   */
  async function living(): Promise<Thread> {
    if (closed || setup.folder === undefined || !thread.hasEnded()) return thread;
    await thread.gone();
    const next = createThread(setup);
    await next.opened;
    thread = next;
    onEvent({ kind: 'thread-restarted' });
    return next;
  }

  async function acquire(): Promise<Client> {
    const turn = free;
    let hand: () => void = () => undefined;
    free = new Promise((resolve) => (hand = resolve));
    waiting += 1;
    await turn;
    waiting -= 1;
    try {
      return clientOf(await living(), hand);
    } catch (error) {
      hand();
      throw error;
    }
  }

  return {
    engine: 'pglite',
    acquire,
    pool: () => ({ open: thread.hasEnded() ? 0 : 1, idle: waiting === 0 ? 1 : 0, waiting }),
    async tidyUp() {
      const client = await acquire();
      try {
        await client.exec('vacuum (analyze)');
      } finally {
        client.release('usable');
      }
    },
    actAs: (role) => (role === 'migrator' ? '' : `set local role credence_${role};`),
    async close() {
      closed = true;
      await thread.close();
    },
  };
}

function clientOf(thread: Thread, hand: () => void): Client {
  async function query<Row extends object>(sql: string, values: readonly SqlValue[] = []) {
    const answer = await thread.ask({ kind: 'query', sql, values });
    return answer.kind === 'rows' ? (answer.rows as readonly Row[]) : [];
  }
  return {
    query,
    async ask<Row extends object>({ opening, sql, values }: Question) {
      // All three are on their way before the first is answered: one turn of the thread, not three.
      const [begun, asked, ended] = await Promise.allSettled([
        thread.ask({ kind: 'exec', sql: opening }),
        query<Row>(sql, values),
        thread.ask({ kind: 'exec', sql: 'commit' }),
      ]);
      for (const part of [begun, asked, ended]) {
        if (part.status === 'rejected') throw toError(part.reason);
      }
      return asked.status === 'fulfilled' ? asked.value : [];
    },
    async exec(sql) {
      await thread.ask({ kind: 'exec', sql });
    },
    release: hand,
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

interface Thread {
  readonly opened: Promise<unknown>;
  ask(request: WorkerRequest): Promise<WorkerAnswer>;
  hasEnded(): boolean;
  /** Resolves when nothing of it runs any more. */
  gone(): Promise<unknown>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: WorkerAnswer): void;
  reject(error: Error): void;
}

function createThread(setup: WorkerSetup): Thread {
  const worker = startWorker(setup);
  const waiting: Waiting[] = [];
  let ended: Error | undefined;

  const expectAnswer = (): Promise<WorkerAnswer> =>
    new Promise((resolve, reject) => {
      if (ended === undefined) waiting.push({ resolve, reject });
      else reject(ended);
    });
  const end = (cause?: unknown): void => {
    ended ??= new StoreError('store-unavailable', 'The embedded database has ended.', { cause });
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  worker.on('message', (answer: WorkerAnswer) => {
    settle(waiting.shift(), answer);
    if (answer.kind === 'broken' && answer.fatal && setup.folder !== undefined) {
      end(new Error(answer.message));
      void worker.terminate();
    }
  });
  worker.on('error', end);
  worker.on('exit', () => end());

  const opened = expectAnswer();
  const ask = (request: WorkerRequest): Promise<WorkerAnswer> => {
    const answer = expectAnswer();
    if (ended === undefined) worker.postMessage(request);
    return answer;
  };
  return {
    opened: opened.catch(async (error: unknown) => {
      await worker.terminate();
      throw error;
    }),
    ask,
    hasEnded: () => ended !== undefined,
    gone: () => worker.terminate(),
    async close() {
      if (ended !== undefined) return;
      await ask({ kind: 'close' });
      await worker.terminate();
    },
  };
}

function settle(waiting: Waiting | undefined, answer: WorkerAnswer): void {
  if (answer.kind === 'refused') waiting?.reject(new SqlError(answer.fault));
  else if (answer.kind === 'broken') {
    waiting?.reject(
      new StoreError('store-unavailable', `The embedded database failed: ${answer.message}`),
    );
  } else waiting?.resolve(answer);
}
