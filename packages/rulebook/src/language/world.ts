import type { Period } from '@credence/domain';

import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { Type } from './type.ts';

/** A fact a rule may ask for. */
export interface Field {
  readonly type: Type;
  /** Whether it may be absent; then it is asked for only where `has()` has said that it is there. */
  readonly optional: boolean;
}

/** Records of one kind that a subject may have, such as its penalties. */
export interface Collection {
  readonly fields: ReadonlyMap<string, Field>;
  /** More than this no subject has; sums and counts are bounded by it. */
  readonly most: number;
  /**
   * What `activeAt(r)` reads: from the day in `from` on, until (and without) the day in `until`; an
   * absent `from` is no beginning, an absent `until` no end. Undefined where records of the
   * collection have no such days.
   */
  readonly active: { readonly from: string; readonly until: string } | undefined;
}

/** A value of the edition by name, with the days from which each amount holds (ascending). */
export interface NamedValue {
  readonly type: Type | { readonly kind: 'period' };
  /** The first row also holds before its day. */
  readonly rows: readonly {
    readonly from: number;
    readonly value: number | boolean | Period;
    /** How sure the edition is of the row; traces warn of what is not verified. */
    readonly confidence?: Confidence;
  }[];
}

/** How grave a breach would be in one line of business, as the profile of its sector says. */
export interface SectorLine {
  /** Id of the profile. */
  readonly profile: string;
  /** The fact of the registration that says the line of business, and its code. */
  readonly fact: string;
  readonly code: string;
  readonly severity: string;
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}

/** Everything expressions can speak of: closed, declared, typed. */
export interface World {
  /** Members in order; the index of a member is what columns and SQL hold. */
  readonly codeLists: ReadonlyMap<string, readonly string[]>;
  /** Facts of the subject itself: `org.size`. */
  readonly subject: ReadonlyMap<string, Field>;
  /** Records of the subject by the name of their collection: `penalties`. */
  readonly collections: ReadonlyMap<string, Collection>;
  /** The collection whose record the expression is about (`r.fine`), where it is about one. */
  readonly record: string | undefined;
  readonly values: ReadonlyMap<string, NamedValue>;
  /** ISO 4217 code of `money("CNY 500.00")`. */
  readonly currency: string;
  /** By the profiles of sectors; absent where the edition has none. */
  readonly sectorLines?: readonly SectorLine[];
}
