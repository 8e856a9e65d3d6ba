import { StoreError } from '../store-error.ts';
import type { Client, Driver, SqlValue } from './connection.ts';
import { SqlError } from './sql-error.ts';
import { startWorker } from './start-worker.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './worker-messages.ts';

/**
 * The embedded PostgreSQL. It has one session, so transactions wait for one another, and that
 * session is a superuser's: the role set at the start of every transaction guards against mistakes,
 * not against injected SQL. A committed transaction survives a killed process, not a power cut,
 * because the engine never asks the disk to flush.
 */
export async function openPglite(setup: WorkerSetup): Promise<Driver> {
  const thread = createThread(setup);
  await thread.opened;
  let free: Promise<void> = Promise.resolve();

  async function acquire(): Promise<Client> {
    const turn = free;
    let hand: () => void = () => undefined;
    free = new Promise((resolve) => (hand = resolve));
    await turn;
    return clientOf(thread, hand);
  }

  return {
    engine: 'pglite',
    acquire,
    async tidyUp() {
      const client = await acquire();
      try {
        await client.exec('vacuum (analyze)');
      } finally {
        client.release('usable');
      }
    },
    actAs: (role) => (role === 'migrator' ? '' : `set local role credence_${role};`),
    close: () => thread.close(),
  };
}

function clientOf(thread: Thread, hand: () => void): Client {
  return {
    async query<Row extends object>(sql: string, values: readonly SqlValue[] = []) {
      const answer = await thread.ask({ kind: 'query', sql, values });
      return answer.kind === 'rows' ? (answer.rows as readonly Row[]) : [];
    },
    async exec(sql) {
      await thread.ask({ kind: 'exec', sql });
    },
    release: hand,
  };
}

interface Thread {
  readonly opened: Promise<unknown>;
  ask(request: WorkerRequest): Promise<WorkerAnswer>;
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
  worker.on('message', (answer: WorkerAnswer) => settle(waiting.shift(), answer));
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
