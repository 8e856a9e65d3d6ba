import type { CivilDate } from '@credence/domain';
import type { Edition, EditionProgram, PointsCard } from '@credence/rulebook';

import type { PresetRow } from './preset-file.ts';

/** What the society can do, as far as a regime has to know it. */
export interface KnownConduct {
  readonly id: string;
  readonly subjects: 'organisation' | 'natural_person';
}

/** Conducts in the order of their numbers, and the amounts of their levels in yuan. */
export interface KnownConducts {
  readonly amounts: readonly number[];
  readonly conducts: readonly KnownConduct[];
}

/** A row of the mapping: what a conduct is recorded as from an amount on. */
export interface RegimeRow {
  readonly conduct: number;
  readonly subjects: KnownConduct['subjects'];
  readonly row: PresetRow;
}

/** How grades come about. */
export type Grading =
  | {
      readonly kind: 'program';
      readonly program: EditionProgram;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'points'; readonly card: PointsCard }
  | {
      readonly kind: 'steps';
      readonly codes: readonly string[];
      readonly fromRecords: readonly number[];
      readonly windowMonths: number;
    };

/** The law of a regime and how the society's acts stand under it. */
export interface RegimeLaw {
  /** Absent where a regime has no rules of its own. */
  readonly edition?: Edition;
  /** First day of the first month. */
  readonly starts: CivilDate;
  readonly rows: readonly RegimeRow[];
  /** By form, the row it is recorded under; -1 where it is not recorded. */
  readonly rowOfForm: Int16Array;
  readonly amounts: readonly number[];
  readonly grading?: Grading;
  /** Kinds of subjects that the regime grades. */
  readonly graded: readonly ('organisation' | 'natural_person')[];
}
