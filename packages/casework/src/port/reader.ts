/** One cell table in a source file: a CSV file or one sheet of a workbook. */
export interface SourceTable {
  /** Sheet name, or undefined for CSV and JSON Lines. */
  readonly sheet?: string;
  readonly header: readonly string[];
  /** Row number in the file of the header, from 1. */
  readonly headerRow: number;
  /**
   * Cells as text; dates from workbooks as YYYY-MM-DD; empty cells as ''. Wholly empty rows are left
   * out. May be read again from the start. Iterating throws a `SourceFault` when the rest of the
   * file cannot be trusted (a quote never closed, a row beyond the limits, a file changed meanwhile).
   */
  readonly rows: AsyncIterable<SourceRow>;
}

export interface SourceRow {
  /** Physical line (CSV, JSON Lines) or row (sheet) on which the row begins, from 1. */
  readonly row: number;
  /** As many as the header has; more only where the row has text beyond the last column. */
  readonly cells: readonly string[];
}

/** What was found when a file was opened. */
export interface SourceFile {
  readonly name: string;
  readonly format: 'csv' | 'jsonl' | 'xlsx';
  readonly encoding: 'utf-8' | 'gb18030' | 'none';
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly bytes: number;
  readonly tables: AsyncIterable<SourceTable>;
  /** Removes what was set aside while reading (a spooled upload); harmless when called twice. */
  readonly close?: () => Promise<void>;
}

/** Why a file, or the rest of it, cannot be read. Facts and formats only; the words are elsewhere. */
export interface SourceTrouble {
  /** A code of the closed list of problems. */
  readonly problem:
    'file-unreadable' | 'file-format-unknown' | 'file-encoding-unknown' | 'file-empty';
  readonly found: string;
  readonly accepted: string;
  /** Row of the trouble, where one row can be named. */
  readonly row?: number;
}

/** Thrown while rows are read. Bad input, not a defect: the file is refused with `trouble`. */
export interface SourceFault extends Error {
  readonly name: 'SourceFault';
  readonly trouble: SourceTrouble;
}

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly file: SourceFile }
  | ({ readonly kind: 'refused' } & SourceTrouble);
