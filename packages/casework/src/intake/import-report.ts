import type {
  CivilDate,
  Localised,
  Problem,
  ProblemCode,
  StatedChangeKind,
} from '@credence/domain';

/** What was found in one file: the same shape for a trial run, a refusal and an import. */
export interface ImportReport {
  readonly fileName: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly hash: string;
  /** Id of the catalogue item. */
  readonly item: string;
  readonly source: string;
  /** Id of the mapping card, `text:` and its hash for a given one, or `none`. */
  readonly mapping: string;
  readonly rowsRead: number;
  /** Rows now in the register by this import; 0 unless accepted. */
  readonly recorded: number;
  /** Rows that could be recorded: valid, new, not in conflict. */
  readonly fresh: number;
  /** Rows that the register holds already, or that the file says twice. */
  readonly known: number;
  /** Rows about natural persons: counted, never stored, never shown. */
  readonly setAside: number;
  /** Rows whose retention is over: the law no longer lets anyone hold them, so they are left out. */
  readonly expired: number;
  /** Rows with at least one problem. */
  readonly refused: number;
  /**
   * Rows that contradict the register, or its names, and go to a desk's queue instead: by an
   * accepted import, or by accepting the valid rows of a refused one. They count as refused too.
   */
  readonly toReview: number;
  /** Rows that state a change of their organisation, which becomes an event and no new record. */
  readonly changed: number;
  /** Those changes, at most `maxListedProblems`. */
  readonly changes: readonly RowChange[];
  /** Cells left at the border because they describe people; their values are nowhere. */
  readonly droppedColumns: readonly DroppedColumn[];
  readonly understood: readonly UnderstoodColumn[];
  readonly notUnderstood: readonly ColumnPlace[];
  /** Columns that the mapping leaves out on purpose. */
  readonly ignored: readonly ColumnPlace[];
  /** The first problems in the order of the file, at most `maxListedProblems`. */
  readonly problems: readonly RowProblem[];
  readonly problemsTotal: number;
  readonly problemsByCode: Readonly<Partial<Record<ProblemCode, number>>>;
  readonly warnings: readonly ImportWarning[];
}

export const maxListedProblems = 1_000;

export interface ColumnPlace {
  readonly column: string;
  readonly sheet?: string;
}

export interface DroppedColumn extends ColumnPlace {
  /** How many cells had a value. */
  readonly cells: number;
  /** What gave it away: the item's schema, the words of its header, or values in it. */
  readonly because: 'schema' | 'header' | 'values';
}

export interface UnderstoodColumn extends ColumnPlace {
  /** Column code of the schema, e.g. `CF_WSH`. */
  readonly as: string;
  /** Field the values go to, or `none` for a column that is read and not kept. */
  readonly field: string;
  readonly says: Localised;
  /** What decided it: the column's code, its text, the text in brackets, or the mapping. */
  readonly by: 'code' | 'text' | 'bracket' | 'mapping';
}

/** One thing wrong with one cell, row or header; the value never shows a person's data. */
export interface RowProblem {
  readonly row: number;
  readonly sheet?: string;
  /** Header text of the file's own column; absent where the whole row or sheet is meant. */
  readonly column?: string;
  readonly value?: string;
  readonly problem: Problem;
  /** What would be accepted, in the words of the schema. */
  readonly accepted?: string;
}

/** A change of an organisation that its registering authority states. */
export interface RowChange {
  readonly row: number;
  readonly sheet?: string;
  readonly event: StatedChangeKind;
  /** First day on which it holds. */
  readonly effectiveOn: CivilDate;
  readonly before?: string;
  readonly after?: string;
}

/** Not wrong, and worth knowing. */
export interface ImportWarning {
  readonly code:
    | 'service-not-shown'
    | 'region-unknown'
    | 'person-data-masked'
    | 'sealed'
    | 'problems-not-listed';
  readonly rows: number;
}
