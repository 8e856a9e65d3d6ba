import type { CivilDate, PublicCreditRecord } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { RowTally } from '../intake/row-tally.ts';
import type { TableOrder } from '../intake/table-order.ts';
import type { EncodedRows, StagedName } from './intake.ts';
import type { SourceRow } from './reader.ts';

/** What the rows of one file are prepared under: plain data, which another thread can be handed. */
export interface PreparationOrder {
  /** Of the whole rulebook, since a record may stand in public under several. */
  readonly editions: readonly Edition[];
  /** Code of the edition that takes the records in. */
  readonly edition: string;
  /** Id of the catalogue item. */
  readonly item: string;
  readonly today: CivilDate;
  readonly provider: PublicCreditRecord['provider'];
  readonly batchId: string;
  /** Two officials say that the batch is backlog. */
  readonly backlog: boolean;
  readonly serviceStatement?: readonly [string, string];
}

/** Some rows of a table that follow each other, read, judged and ready to wait in staging. */
export interface EncodedChunk {
  readonly tally: RowTally;
  readonly rows: EncodedRows;
}

/** A name with its search keys, spelled where there was time for it. */
export type SpelledName = Pick<StagedName, 'name' | 'keys'>;

/** What a row needs of a spelled name; its other keys go to the staging by themselves. */
export interface ToldName {
  readonly name: string;
  readonly folded: string;
  readonly pinyin: string;
}

/** A thread that prepares the rows of one file. */
export interface RowWorker {
  /** Rows that are worth a way to another thread and back. */
  readonly rowsPerChunk: number;
  /** Chunks that keep it busy while the first of them is awaited. */
  readonly chunksAhead: number;
  /**
   * Rejects when the thread is lost: whatever it had is lost with it.
   *
   * @param names - names in these rows that it was not given before, whose search keys are staged
   * elsewhere; the thread spells and encodes all others
   */
  prepare(
    rows: readonly SourceRow[],
    table: TableOrder,
    names: readonly ToldName[],
  ): Promise<EncodedChunk>;
  close(): Promise<void>;
}

/** Where a long file finds another thread; its own is enough for all others. */
export interface RowWorkshop {
  /** Undefined where the file is too short to be worth it, or the thread is taken. */
  open(order: PreparationOrder, file: { readonly bytes: number }): RowWorker | undefined;
}
