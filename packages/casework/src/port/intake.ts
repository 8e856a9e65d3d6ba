import type { CivilDate, Identifier } from '@credence/domain';
import type { Committed } from '@credence/proof';

import type { Command, NewEntry, Receipt } from './journal.ts';
import type {
  BatchRow,
  NameSearchKeys,
  RecordKeyRow,
  RecordLineRow,
  SubjectRow,
} from './register.ts';

/** One valid row of a file, ready to become an entry; its home is settled when the file is read. */
export interface StagedRow {
  /** Line or row number in the file, from 1, header included. */
  readonly row: number;
  readonly identifier: Identifier;
  readonly recordKey: Omit<RecordKeyRow, 'home'>;
  readonly entry: Omit<NewEntry, 'home'>;
  /**
   * The canonical JSON of the entry's payload with its salt and commitment, where it is at hand: then
   * this text is stored, and need not be made and hashed again.
   */
  readonly committed?: Committed;
  readonly visibleUntil?: string;
  readonly registered: boolean;
  readonly names: readonly StagedName[];
  /**
   * The subject's name as the row states it, which is compared with the register's names also where
   * it becomes no search key; absent: the first of `names`.
   */
  readonly statedName?: { readonly name: string; readonly folded: string };
  /**
   * Further identifiers of the subject that this row states. They become the subject's too, and a
   * later row filed under one of them is the subject's; where two subjects hold one identifier, the
   * elder has it. This row itself goes to the subject of `identifier` alone.
   */
  readonly identifiers: readonly Identifier[];
  readonly lines?: readonly Omit<RecordLineRow, 'home'>[];
}

/** A name that a row brings to the register. */
export interface StagedName {
  readonly name: string;
  /** Read once for a name and staging, so that they may be found out when they are asked for. */
  readonly keys: NameSearchKeys;
  readonly visibleUntil?: CivilDate;
}

/**
 * Rows as the store keeps them on their way, made by its own encoder where they were prepared: plain
 * data, which can be handed to another thread.
 */
export interface EncodedRows {
  /** Of each table of the staging, in the store's order. */
  readonly sets: readonly {
    readonly count: number;
    readonly columns: readonly (Uint8Array | readonly (string | number | null)[])[];
  }[];
}

/** What the register says about the staged rows, before anything is accepted. */
export interface StagingFindings {
  /** Not in the register and to be recorded. */
  readonly fresh: number;
  /** In the register with the same content, or said twice in this file. */
  readonly known: number;
  /** Same key, other content: in the register, or earlier in this file (then with its row). */
  readonly conflicts: readonly {
    readonly row: number;
    readonly key: string;
    readonly with: 'register' | 'file';
    readonly otherRow?: number;
  }[];
  /** Rows whose code or name does not sit with who the register, or the file, says they are. */
  readonly identity?: readonly IdentityFinding[];
}

/** A contradiction about who a row's subject is; whether the names are compatible is not decided here. */
export interface IdentityFinding {
  readonly row: number;
  /** `code`: the code stands on another name; `name`: the name stands on another code. */
  readonly about: 'code' | 'name';
  readonly name: string;
  /** The subject of the register, or absent where an earlier row of this file contradicts. */
  readonly otherHome?: string;
  readonly otherNames: readonly string[];
  readonly otherRow?: number;
}

export interface AcceptedBatch {
  /** `replayed` when the batch was in the register already; then nothing was recorded now. */
  readonly receipt: Receipt;
  readonly batchId: string;
  /** Rows recorded by this call; 0 when replayed. */
  readonly recorded: number;
}

/** Where a file waits until all of it is valid. Short transactions; one SQL step to accept. */
export interface Staging {
  /** A file is known by its hash, source, item and mapping. */
  findBatch(
    batch: Pick<BatchRow, 'fileHash' | 'source' | 'item' | 'mapping'>,
  ): Promise<{ readonly home: string; readonly batchId: string } | undefined>;
  open(): Promise<string>;
  /**
   * Takes rows in; resolves when more may come. They arrive in the order of their coming, and before
   * anything else is asked of the staging; one that fails fails everything that is asked after it.
   */
  stage(staging: string, rows: readonly StagedRow[]): Promise<void>;
  /**
   * The same for rows that are encoded already.
   *
   * @param names - names of these rows whose search keys are not among what is encoded
   */
  stageEncoded(staging: string, rows: EncodedRows, names: readonly StagedName[]): Promise<void>;
  /**
   * `nameSchemes`: schemes in which one name on two numbers is a contradiction; absent: in all.
   */
  inspect(
    staging: string,
    options?: { readonly nameSchemes?: readonly string[] },
  ): Promise<StagingFindings>;
  /** Staged rows again, e.g. those that go to review in place of the register. */
  read(staging: string, rows: readonly number[]): Promise<readonly StagedRow[]>;
  /**
   * Records every fresh row (rows in conflict must have been dropped), the batch entry, subjects,
   * names, identifiers and keys, in one transaction that advances the journal head last. Rows are
   * compared with the register again: a file that another import overtook is a defect `staging-in-conflict`,
   * recorded is nothing, and the file may be read again.
   */
  accept(
    staging: string,
    command: Command,
    batch: { readonly entry: NewEntry; readonly row: BatchRow },
  ): Promise<AcceptedBatch>;
  drop(staging: string, rows: readonly number[]): Promise<void>;
  discard(staging: string): Promise<void>;
}

export type { SubjectRow };
