import { Worker } from 'node:worker_threads';

import { createCasework, type CaseworkParts, type SourceFile } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { readRegionCodes } from '@credence/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  createTown,
  fileOf,
  official,
  penaltyHeader,
  penaltyRow,
  portsOf,
  type Town,
} from '../../packages/casework/src/town.test-support.ts';
import {
  createWorkshop,
  type WorkshopOptions,
} from '../../packages/cli/src/workshop/create-workshop.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});

/** A long file by its own words: rows 1 to `rows`, one in ten without a decision. */
function longFile(rows: number): SourceFile {
  const cells = Array.from({ length: rows }, (_, index) =>
    penaltyRow(index + 1, index % 10 === 9 ? { CF_JDRQ: '' } : {}),
  );
  return { ...fileOf(penaltyHeader, cells), bytes: 100_000_000 };
}

interface Watched {
  readonly casework: ReturnType<typeof createCasework>;
  /** Row numbers in the order in which they reached the staging. */
  readonly arrived: number[];
  readonly discarded: string[];
}

function watched(options?: Partial<WorkshopOptions>): Watched {
  // Codes of regions as the thread reads them for itself.
  const given = { today: civilDate('2026-05-04'), regions: readRegionCodes() };
  const parts: CaseworkParts = { ...portsOf(town.store), ...given };
  const arrived: number[] = [];
  const discarded: string[] = [];
  const { staging } = parts;
  const casework = createCasework({
    ...parts,
    staging: {
      ...staging,
      stage: (_, rows) => {
        arrived.push(...rows.map(({ row }) => row));
        return Promise.resolve();
      },
      stageEncoded: (_, { sets }) => {
        const [numbers = []] = sets[0]?.columns ?? [];
        arrived.push(...Array.from(numbers, Number));
        return Promise.resolve();
      },
      discard: (id) => {
        discarded.push(id);
        return staging.discard(id);
      },
    },
    ...(options === undefined
      ? {}
      : { workshop: createWorkshop({ engine: 'pglite', rowsPerChunk: 7, ...options }) }),
  });
  return { casework, arrived, discarded };
}

const check = ({ casework }: Watched, file: SourceFile) =>
  casework.importFile({
    ...{ file, item: 'penalty', source: 'town_office', actor: official, dryRun: true },
  });

const reportOf = (outcome: Awaited<ReturnType<typeof check>>) => {
  if (outcome.kind !== 'checked') throw new Error(outcome.kind);
  // Every file here has a hash of its own.
  return { ...outcome.report, hash: '' };
};

describe('the workshop', () => {
  const threads: Worker[] = [];
  afterAll(() => {
    expect(threads.map(({ threadId }) => threadId).every((id) => id === -1)).toBe(true);
  });
  /** A thread that says `words` and then does what they say. */
  const threadOf = (words: string) => () => {
    const thread = new Worker(words, { eval: true });
    threads.push(thread);
    return thread;
  };

  it('gives report and rows of a long file as one thread does, in the order of the file', async () => {
    const here = watched();
    const there = watched({});
    const [one, two] = [await check(here, longFile(60)), await check(there, longFile(60))];

    expect(reportOf(two)).toEqual(reportOf(one));
    expect(reportOf(two).refused).toBe(6);
    expect(there.arrived).toEqual(here.arrived);
    expect(there.arrived).toHaveLength(54);
  });

  it('leaves short files to the thread that asks', () => {
    const never = (): never => {
      throw new Error('No thread is worth it.');
    };
    const short = { ...longFile(3), bytes: 1_000 };

    return expect(check(watched({ start: never }), short)).resolves.toHaveProperty(
      'kind',
      'checked',
    );
  });

  it.each([
    ['dies at once', 'process.exit(0)'],
    [
      'dies of its first rows',
      `require('worker_threads').parentPort.on('message', () => process.exit(1))`,
    ],
    ['fails', `throw new Error('no memory')`],
    [
      'throws as it reads',
      `require('worker_threads').parentPort.on('message', () => { throw new RangeError('memory'); })`,
    ],
  ])('a thread that %s fails the import, and nothing is staged', async (_, words) => {
    const lost = watched({ start: threadOf(words) });

    await expect(check(lost, longFile(60))).rejects.toThrow('The thread that prepared the rows');
    expect(lost.arrived).toEqual([]);
    expect(lost.discarded).toHaveLength(1);
  });

  it('a defect in the thread is the defect of the import', async () => {
    const words = `const { parentPort } = require('worker_threads');
      parentPort.on('message', () =>
        parentPort.postMessage({ kind: 'failed', error: new RangeError('of the thread') }));`;

    await expect(check(watched({ start: threadOf(words) }), longFile(20))).rejects.toThrow(
      'of the thread',
    );
  });

  it('has one thread: a second file meanwhile does without, the next one has it again', async () => {
    const started: Worker[] = [];
    const workshop = createWorkshop({
      engine: 'pglite',
      start: () => {
        const thread = new Worker('setInterval(() => {}, 1000)', { eval: true });
        started.push(thread);
        return thread;
      },
    });
    const order = {
      editions: [],
      ...{ edition: '', item: '', batchId: '', backlog: false, today: civilDate('2026-05-04') },
      provider: { code: '', name: '' },
    };
    const long = { bytes: 100_000_000 };
    const first = workshop.open(order, long);

    expect(first).toBeDefined();
    expect(workshop.open(order, long)).toBeUndefined();
    await first?.close();
    const next = workshop.open(order, long);
    expect(next).toBeDefined();
    await next?.close();
    expect(started).toHaveLength(2);
  });
});
