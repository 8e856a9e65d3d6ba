import type { Problem } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { Actor, Receipt } from '../port/journal.ts';
import type { SourceFile } from '../port/reader.ts';
import type { ImportReport } from './import-report.ts';

export interface ImportCommand {
  readonly file: SourceFile;
  /** The word of the item, e.g. `penalty`, or its id. */
  readonly item: string;
  /** Code of the supplying agency. */
  readonly source: string;
  /** Id of a mapping card of the edition, or the text of one. */
  readonly mapping?: string;
  /** Reads and reports everything, records nothing. */
  readonly dryRun?: boolean;
  /** The explicit second step: record the valid rows although others are refused. */
  readonly acceptValid?: boolean;
  /** Two officials who state that the decisions of this batch were served. */
  readonly serviceStatement?: readonly [string, string];
  /** Two officials who state that this is backlog: its lateness is not counted; nothing else changes. */
  readonly migration?: readonly [string, string];
  readonly actor: Actor;
  /** Who asks; absent: whoever runs the command on the machine itself, in the actor's office. */
  readonly principal?: Principal;
  readonly onProgress?: (rowsRead: number) => void;
}

export type ImportOutcome =
  | {
      readonly kind: 'accepted';
      readonly report: ImportReport;
      readonly receipt: Receipt;
      readonly batchId: string;
    }
  /** This very file was taken in before; the receipt is the first one. */
  | {
      readonly kind: 'known-file';
      readonly report: ImportReport;
      readonly receipt: Receipt;
      readonly batchId: string;
    }
  | { readonly kind: 'checked'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly report: ImportReport }
  /** The command itself cannot be carried out; the file was not read. */
  | { readonly kind: 'command-refused'; readonly problem: Problem };
