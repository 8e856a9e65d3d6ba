import type { Rulebook } from '@credence/rulebook';

import type { SourceRow } from '../port/reader.ts';
import type { PreparationOrder, SpelledName, ToldName } from '../port/row-workshop.ts';
import type { StagedRow } from '../port/intake.ts';
import { lawOf, openPreparation, prepareRow } from './prepare-row.ts';
import { emptyTally, type RowTally } from './row-tally.ts';
import { createSpeller } from './spell-ahead.ts';
import type { IntakeParts } from './settle-order.ts';
import type { TableOrder } from './table-order.ts';

/** Whatever prepares the rows of a file: this thread, or another one beside it. */
export interface Hands {
  readonly rowsPerChunk: number;
  /** Chunks that may be on their way while the first of them is awaited. */
  readonly chunksAhead: number;
  prepare(rows: readonly SourceRow[], table: TableOrder): Promise<PreparedRows>;
  close(): Promise<void>;
}

/** Rows that only have to be handed to the staging, and what the report learns from them. */
export interface PreparedRows {
  readonly tally: RowTally;
  stage(): Promise<void>;
}

/**
 * Rows that this thread prepares at a time: few enough that what is alive at once stays small, since
 * a collector moves whatever outlives a chunk.
 */
const rowsAlone = 32;

/** The workshop's thread where it has one for this file, and otherwise the thread that asks. */
export function openHands(
  parts: IntakeParts,
  order: PreparationOrder,
  file: { readonly staging: string; readonly rulebook: Rulebook; readonly bytes: number },
): Hands {
  const { staging, rulebook } = file;
  const worker = parts.workshop?.open(order, file);
  if (worker === undefined) return ownHands(parts, order, file);
  const spell = createSpeller(lawOf(order, rulebook).edition, parts);
  return {
    rowsPerChunk: worker.rowsPerChunk,
    chunksAhead: worker.chunksAhead,
    async prepare(rows, table) {
      const names = spell(rows, table);
      const { tally, rows: encoded } = await worker.prepare(rows, table, names.map(toTold));
      return { tally, stage: () => parts.staging.stageEncoded(staging, encoded, names) };
    },
    close: () => worker.close(),
  };
}

function toTold({ name, keys: { folded, pinyin } }: SpelledName): ToldName {
  return { name, folded, pinyin };
}

function ownHands(
  parts: IntakeParts,
  order: PreparationOrder,
  { staging, rulebook }: { readonly staging: string; readonly rulebook: Rulebook },
): Hands {
  const preparation = openPreparation(order, parts, rulebook);
  return {
    rowsPerChunk: rowsAlone,
    chunksAhead: 0,
    prepare(rows, table) {
      const tally = emptyTally(table.unread.length);
      const valid: StagedRow[] = [];
      for (const row of rows) {
        const staged = prepareRow(row, table, preparation, tally);
        if (staged !== undefined) valid.push(staged);
      }
      return Promise.resolve({ tally, stage: () => parts.staging.stage(staging, valid) });
    },
    close: () => Promise.resolve(),
  };
}
