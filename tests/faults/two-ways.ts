import { isDeepStrictEqual } from 'node:util';

import {
  createCasework,
  type CaseworkParts,
  type EncodedRows,
  type ImportOutcome,
  type RowWorkshop,
  type SourceFile,
} from '@credence/casework';
import { civilDate } from '@credence/domain';
import { createRowEncoder, detachRows, encodeNames } from '@credence/store';

import { official, portsOf, type Town } from '../../packages/casework/src/town.test-support.ts';
import { packRows } from '../../packages/cli/src/workshop/pack-rows.ts';
import { createRequestPreparer } from '../../packages/cli/src/workshop/prepare-request.ts';

/** The engine whose columns are lists, so that those of several chunks can be put together. */
const engine = 'pglite';

/** What one way of preparing a file ends with. */
interface Taken {
  readonly outcome: ImportOutcome;
  /** Values of the staged rows and of their lines, column by column, chunks put together. */
  readonly staged: readonly (readonly (readonly unknown[])[])[];
  /** The columns of every staged name. */
  readonly names: ReadonlyMap<unknown, readonly unknown[]>;
}

/**
 * Checks one file by rows prepared where they are read and again by rows prepared as in the thread of
 * the workshop, everything that crosses copied as it is between threads: report and staged bytes must
 * be the same. Ids and salts are counted, so that they are the same too. Names spelled ahead are
 * staged before anybody knows whether their row is valid: there may be more of them.
 */
export async function expectTwoWaysEqual(
  town: Town,
  open: () => Promise<SourceFile>,
): Promise<void> {
  const here = await takeIn(town, await open());
  const { names, ...there } = await takeIn(town, await open(), 5);
  const needed = new Map([...names].filter(([name]) => here.names.has(name)));
  if (!isDeepStrictEqual(here, { ...there, names: needed })) {
    throw new Error(`Two ways: ${JSON.stringify(here)} and ${JSON.stringify(there)}`);
  }
}

async function takeIn(town: Town, file: SourceFile, rowsPerChunk?: number): Promise<Taken> {
  const staged: unknown[][][] = [];
  const take = ({ sets }: Pick<EncodedRows, 'sets'>): Promise<void> => {
    sets.forEach(({ columns }, set) => {
      const table = (staged[set] ??= columns.map(() => []));
      columns.forEach((column, index) => {
        for (const value of column) table[index]?.push(value);
      });
    });
    return Promise.resolve();
  };
  const parts: CaseworkParts = {
    ...portsOf(town.store),
    ...counted(),
    today: civilDate('2026-05-04'),
  };
  const encoder = createRowEncoder(engine);
  const { staging } = parts;
  const casework = createCasework({
    ...parts,
    staging: {
      ...staging,
      async stage(id, rows) {
        for (const row of rows) encoder.add(row);
        await staging.stage(id, []);
      },
      async stageEncoded(_, rows, names) {
        await take(structuredClone(rows));
        await take({ sets: encodeNames(engine, names) as EncodedRows['sets'] });
      },
      inspect: () => Promise.resolve({ fresh: 0, known: 0, conflicts: [] }),
    },
    ...(rowsPerChunk === undefined ? {} : { workshop: copying(parts, rowsPerChunk) }),
  });
  const outcome = await casework.importFile({
    ...{ file, item: 'penalty', source: 'town_office', actor: official, dryRun: true },
  });
  if (rowsPerChunk === undefined && encoder.count > 0) await take(detachRows(encoder).rows);
  const [rows = [], names = [], lines = []] = staged;
  // A chunk without a valid row leaves tables without rows.
  const filled = [rows, lines].filter(([column]) => column !== undefined && column.length > 0);
  return { outcome, staged: filled, names: byFirstColumn(names) };
}

function byFirstColumn(columns: readonly (readonly unknown[])[]): Taken['names'] {
  const [first = []] = columns;
  return new Map(first.map((key, index) => [key, columns.map((column) => column[index])]));
}

function counted(): Pick<CaseworkParts, 'uuid' | 'salt'> {
  let uuids = 0;
  let salts = 0;
  return {
    uuid: () => `00000000-0000-7000-8000-${String((uuids += 1)).padStart(12, '0')}`,
    salt: () => {
      const bytes = Buffer.alloc(16);
      bytes.writeUInt32BE((salts += 1));
      return bytes.toString('base64url');
    },
  };
}

/** The workshop without its thread. */
function copying(parts: CaseworkParts, rowsPerChunk: number): RowWorkshop {
  return {
    open(order) {
      const prepare = createRequestPreparer(structuredClone({ engine, order }), parts);
      return {
        rowsPerChunk,
        chunksAhead: 2,
        prepare: (rows, table, names) => {
          const request = structuredClone({ rows: packRows(rows), names, table });
          return Promise.resolve(structuredClone(prepare(request).chunk));
        },
        close: () => Promise.resolve(),
      };
    },
  };
}
