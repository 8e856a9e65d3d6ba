import type { ImportWarning, RowProblem } from './import-report.ts';

/** A problem with the place that settles its order in the report. */
export type PlacedProblem = Omit<RowProblem, 'row' | 'sheet'> & { readonly staged: number };

/** What some rows add to the report of their file: plain data, wherever they were read. */
export interface RowTally {
  setAside: number;
  expired: number;
  refused: number;
  readonly warnings: Map<ImportWarning['code'], number>;
  readonly problems: PlacedProblem[];
  /** By the columns that are not read, in the order of the table's order. */
  readonly unread: readonly { cells: number; holdsPersonData: boolean }[];
}

export function emptyTally(unreadColumns: number): RowTally {
  return {
    setAside: 0,
    expired: 0,
    refused: 0,
    warnings: new Map(),
    problems: [],
    unread: Array.from({ length: unreadColumns }, () => ({ cells: 0, holdsPersonData: false })),
  };
}
