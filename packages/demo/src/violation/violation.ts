import type { AgencyCode } from '../city/agencies.ts';
import type { SectorId } from '../organisation/sectors.ts';

/** A kind of breach with the words an agency uses for it and what it may decide. */
export interface Violation {
  readonly agency: AgencyCode;
  /** Field of supervision, as the file says it. */
  readonly field: string;
  /** Lines of business it occurs in; empty for all. */
  readonly sectors: readonly SectorId[];
  /** How common it is against the others of the same agency. */
  readonly weight: number;
  readonly type: string;
  /** What was found; `{day}`, `{count}` and `{sum}` are filled in. */
  readonly facts: string;
  readonly breach: string;
  readonly basis: string;
  readonly outcomes: readonly Outcome[];
}

/** What is decided; amounts in yuan, from least to most. */
export interface Outcome {
  readonly weight: number;
  /** As the file says them, e.g. 罚款. */
  readonly kinds: readonly string[];
  readonly fine?: readonly [number, number];
  readonly gains?: readonly [number, number];
  /** The property confiscated. */
  readonly property?: string;
  /** The licence or qualification touched. */
  readonly licence?: string;
  readonly procedure?: '简易程序';
  /** Words for what is no fine, e.g. for how long business is suspended. */
  readonly words?: string;
}

type Range = readonly [number, number];

export function warned(weight: number): Outcome {
  return { weight, kinds: ['警告'] };
}

export function warnedOnTheSpot(weight: number): Outcome {
  return { weight, kinds: ['警告'], procedure: '简易程序' };
}

export function finedOnTheSpot(weight: number, fine: Range): Outcome {
  return { weight, kinds: ['罚款'], fine, procedure: '简易程序' };
}

export function fined(weight: number, fine: Range): Outcome {
  return { weight, kinds: ['罚款'], fine };
}

export function warnedAndFined(weight: number, fine: Range): Outcome {
  return { weight, kinds: ['警告', '罚款'], fine };
}

/** A fine together with the gains, and with the property where it is named. */
export function finedWithGains(
  weight: number,
  amounts: { readonly fine: Range; readonly gains: Range; readonly property?: string },
): Outcome {
  const { property } = amounts;
  const kinds = ['罚款', '没收违法所得', ...(property === undefined ? [] : ['没收非法财物'])];
  return { weight, kinds, ...amounts };
}

/** A fine together with something heavier, in the words given. */
export function finedAnd(
  weight: number,
  decided: {
    readonly kind: string;
    readonly words: string;
    readonly fine: Range;
    readonly licence?: string;
  },
): Outcome {
  const { kind, ...rest } = decided;
  return { weight, kinds: ['罚款', kind], ...rest };
}
