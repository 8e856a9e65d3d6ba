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
import { createRowEncoder, detachRows } from '@credence/store';

import { official, portsOf, type Town } from '../../packages/casework/src/town.test-support.ts';
import { packNames } from '../../packages/cli/src/workshop/pack-names.ts';
import { packRows } from '../../packages/cli/src/workshop/pack-rows.ts';
import { createRequestPreparer } from '../../packages/cli/src/workshop/prepare-request.ts';

/** The engine whose columns are lists, so that those of several chunks can be put together. */
const engine = 'pglite';

/** What one way of preparing a file ends with. */
interface Taken {
  readonly outcome: ImportOutcome;
  /** Values of every staging table, column by column, chunks put together. */
  readonly staged: readonly (readonly unknown[])[][];
}

/**
 * Checks one file by rows prepared where they are read and again by rows prepared as in the thread of
 * the workshop, everything that crosses copied as it is between threads: report and staged bytes must
 * be the same. Ids and salts are counted, so that they are the same too.
 */
export async function expectTwoWaysEqual(
  town: Town,
  open: () => Promise<SourceFile>,
): Promise<void> {
  const here = await takeIn(town, await open());
  const there = await takeIn(town, await open(), 5);
  if (!isDeepStrictEqual(here, there)) {
    throw new Error(`Two ways: ${JSON.stringify(here)} and ${JSON.stringify(there)}`);
  }
}

async function takeIn(town: Town, file: SourceFile, rowsPerChunk?: number): Promise<Taken> {
  const staged: unknown[][][] = [];
  const take = ({ sets }: EncodedRows): Promise<void> => {
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
      stageEncoded: (_, rows) => take(structuredClone(rows)),
      inspect: () => Promise.resolve({ fresh: 0, known: 0, conflicts: [] }),
    },
    ...(rowsPerChunk === undefined ? {} : { workshop: copying(parts, rowsPerChunk) }),
  });
  const outcome = await casework.importFile({
    ...{ file, item: 'penalty', source: 'town_office', actor: official, dryRun: true },
  });
  if (rowsPerChunk === undefined && encoder.count > 0) await take(detachRows(encoder).rows);
  // A chunk without a valid row leaves tables without rows.
  return {
    outcome,
    staged: staged.filter(([column]) => column !== undefined && column.length > 0),
  };
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
          const packed = { rows: packRows(rows), names: packNames(names) };
          const request = structuredClone({ ...packed, table });
          return Promise.resolve(structuredClone(prepare(request).chunk));
        },
        close: () => Promise.resolve(),
      };
    },
  };
}
