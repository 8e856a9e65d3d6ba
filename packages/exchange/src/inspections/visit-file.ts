import type { Visit } from '@credence/domain';

/** Whose file it is: the columns differ, the visits do not. */
export const visitAdapters = ['credence', 'chicago', 'san-francisco'] as const;

export type VisitAdapter = (typeof visitAdapters)[number];

/** Why a column of a file is not read. */
export type IgnoredColumn = {
  readonly column: string;
  readonly why:
    'known-only-on-the-day' | 'finer-than-a-district' | 'worked-out-anew' | 'not-needed';
};

/** Something wrong in a file of visits. */
export interface VisitFault {
  readonly file: string;
  /** The line of the file; absent where the fault is the file's. */
  readonly row?: number;
  readonly column: string;
  readonly kind: 'column-missing' | 'column-unknown' | 'value' | 'repeated' | 'unreadable';
  readonly found: string;
  readonly accepted: string;
}

export type VisitFile =
  | {
      readonly kind: 'read';
      readonly visits: readonly Visit[];
      readonly ignored: readonly IgnoredColumn[];
    }
  | { readonly kind: 'refused'; readonly faults: readonly VisitFault[] };

/** Whether results must stand in the file (`history`) or may be missing as a whole (`test`). */
export type VisitFileRole = 'history' | 'test';
