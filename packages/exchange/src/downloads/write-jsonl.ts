import { once } from 'node:events';
import { createGzip } from 'node:zlib';

import type { BulkColumn, BulkRow } from '@credence/casework';

import { decimalOf } from './decimal.ts';
import { openOutput, type RowWriter } from './output-file.ts';

/** One JSON object a line, compressed; what a row does not state is not in its object. */
export async function writeJsonl(
  path: string,
  columns: readonly BulkColumn[],
): Promise<RowWriter<BulkRow>> {
  const output = await openOutput(path);
  const gzip = createGzip();
  const written = (async () => {
    for await (const piece of gzip) await output.append(piece as Uint8Array);
  })();
  // Whoever closes is told of a failure; until then it must not end the process.
  written.catch(() => undefined);
  return {
    format: 'jsonl',
    async write(row) {
      if (!gzip.write(`${JSON.stringify(toObject(row, columns))}\n`)) await drained(gzip, written);
    },
    async close() {
      gzip.end();
      await written;
      return output.close();
    },
  };
}

/** Waits for room, or for the failure that keeps room from ever coming. */
async function drained(gzip: NodeJS.EventEmitter, written: Promise<void>): Promise<void> {
  await Promise.race([once(gzip, 'drain'), written]);
}

/** A row as its consumers read it: columns in their order, money as a decimal text. */
function toObject(row: BulkRow, columns: readonly BulkColumn[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const cell = row[column.name];
      if (cell === undefined) return [];
      return [[column.name, column.type === 'money' ? decimalOf(cell, column) : cell]];
    }),
  );
}
