import { statfs } from 'node:fs/promises';

import { problem } from '@credence/domain';

import type { Session } from '../connection/connection.ts';
import { isSqlError } from '../connection/sql-error.ts';
import { StoreError } from '../store-error.ts';
import type { OnStoreEvent } from './store-event.ts';

/** How the clocks are compared; absent: they are not, as in tests whose clock stands still. */
export interface SkewRule {
  /** Milliseconds two clocks may lie apart before nothing is written any more. */
  readonly mostMs: number;
  /** How far the clock of this process jumped against its own run; positive: forward. */
  readonly ofProcess?: () => number;
}

export interface WriteGateOptions {
  readonly clock: () => number;
  readonly skew?: SkewRule;
  /** Folder of the embedded database, where there is one. */
  readonly folder?: string;
  /** Bytes free in the folder; absent: as the file system says. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly onEvent?: OnStoreEvent;
}

/** How much a command is about to write: one decision, or a whole batch in one step. */
export type WriteSize = 'command' | 'bulk';

/**
 * What stands before every write and nothing else: reading goes on whatever it says. It refuses
 * while the disk is full or the clocks disagree, and lets in again by itself when that is over; after
 * an error of the disk it refuses until the process is started anew.
 */
export interface WriteGate {
  pass(session: Session, size?: WriteSize): Promise<void>;
  /** Looks at an error that came from the database, and gives the one to throw on. */
  note(error: unknown): unknown;
  state(): Promise<'open' | 'disk-full' | 'stopped' | 'clock-skew'>;
  /** Milliseconds between this clock and the database's, and how far this one has jumped. */
  skewMs(session: Session): Promise<number>;
}

/**
 * Free room the embedded database must have before it may write. Its log grows by files of 16 MiB,
 * and it never comes back from a failure to make one; a batch may need many in one transaction.
 */
const roomBytes: Readonly<Record<WriteSize, number>> = {
  command: 48 * 1_048_576,
  bulk: 256 * 1_048_576,
};

/** 58: the operating system failed; XX001 and XX002: pages on the disk are damaged. */
const diskFaults = /^(?:58|XX001|XX002)/;
const diskFull = '53100';

export function createWriteGate(options: WriteGateOptions): WriteGate {
  const { skew, folder, onEvent = () => undefined, freeBytes = freeIn } = options;
  let stoppedBy: string | undefined;
  let full = false;
  let skewed = false;

  async function hasRoom(size: WriteSize): Promise<boolean> {
    if (folder === undefined) return true;
    const room = (await freeBytes(folder)) >= roomBytes[size];
    if (room === full) onEvent({ kind: room ? 'disk-has-room' : 'disk-full' });
    full = !room;
    return room;
  }

  const skewMs = (session: Session): Promise<number> => readSkew(options, session);

  async function refuseSkew(session: Session): Promise<void> {
    if (skew === undefined) return;
    const found = await skewMs(session);
    const wrong = Math.abs(found) > skew.mostMs;
    if (wrong !== skewed) {
      onEvent(wrong ? { kind: 'clock-skew', skewMs: found } : { kind: 'clock-right' });
    }
    skewed = wrong;
    if (!wrong) return;
    const [seconds, accepted] = [Math.round(found / 1000), skew.mostMs / 1000];
    throw new StoreError('clock-skew', `The clocks lie ${seconds} s apart; nothing is written.`, {
      problem: problem('clock-skew', { seconds, accepted }),
    });
  }

  return {
    skewMs,
    async pass(session, size = 'command') {
      if (stoppedBy !== undefined) throw stopped(stoppedBy);
      if (!(await hasRoom(size))) throw noRoom();
      await refuseSkew(session);
    },
    note(error) {
      if (isSqlError(error, diskFull)) {
        if (!full) onEvent({ kind: 'disk-full' });
        // A server's disk is not ours to look at: the next write finds out whether there is room.
        full = folder !== undefined;
        return noRoom(error);
      }
      if (isSqlError(error) && diskFaults.test(error.sqlState)) {
        if (stoppedBy === undefined) {
          onEvent({ kind: 'writing-stopped', sqlState: error.sqlState });
        }
        stoppedBy ??= error.sqlState;
        return stopped(error.sqlState, error);
      }
      return error;
    },
    async state() {
      if (stoppedBy !== undefined) return 'stopped';
      if (!(await hasRoom('command'))) return 'disk-full';
      return skewed ? 'clock-skew' : 'open';
    },
  };
}

/** The larger of how far this clock has jumped and how far it lies from the database's. */
async function readSkew(
  { skew, folder, clock }: WriteGateOptions,
  session: Session,
): Promise<number> {
  const ofProcess = skew?.ofProcess?.() ?? 0;
  if (folder !== undefined) return ofProcess;
  const before = clock();
  const [row] = await session.query<{ now: number }>(
    `select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
  );
  // Half of what asking took is not skew; a slow answer must not stop the writing.
  const middle = (before + clock()) / 2;
  const ofDatabase = Math.round(middle - (row?.now ?? middle));
  return Math.abs(ofProcess) > Math.abs(ofDatabase) ? ofProcess : ofDatabase;
}

function noRoom(cause?: unknown): StoreError {
  return new StoreError('store-full', 'The disk of the store is full; nothing was saved.', {
    cause,
    problem: problem('store-full', {}),
  });
}

function stopped(sqlState: string, cause?: unknown): StoreError {
  const message = `The disk failed (${sqlState}); nothing is written until a new start.`;
  return new StoreError('store-stopped', message, {
    cause,
    problem: problem('store-stopped', { found: sqlState }),
  });
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
