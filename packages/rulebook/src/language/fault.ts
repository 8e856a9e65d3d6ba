import type { Span } from './tree.ts';

/** Everything that can be wrong with an expression. */
export type FaultCode =
  /** The text is no expression of the language. */
  | 'expression-syntax'
  /** Longer or deeper than anybody could read. */
  | 'expression-size'
  /** A field, collection, rule, value or word that does not exist. */
  | 'name-unknown'
  /** Two things of one name, or a name that means something already. */
  | 'name-taken'
  /** A code outside the closed list it is held against. */
  | 'code-unknown'
  /** A value of one type stands where another is asked for. */
  | 'expression-type'
  /** A field that may be absent is read before `has()` has said that it is there. */
  | 'absence-unasked'
  /** A result could leave the safe integers. */
  | 'overflow'
  /** A divisor could be nought. */
  | 'zero-divisor'
  /** A table leaves a case undecided, or decides it twice. */
  | 'table-gap'
  | 'table-overlap'
  /** A row or a condition that nothing can fit. */
  | 'row-unreachable'
  /** More cases than can be tried. */
  | 'table-too-large';

/** One thing wrong with an expression, with its place in the text. */
export interface Fault {
  readonly code: FaultCode;
  readonly span: Span;
  readonly message: string;
  /** What was read. */
  readonly found?: string;
  /** What would have been right. */
  readonly accepted?: string;
  /** What to do. */
  readonly repair?: string;
}

/** At least one fault. */
export type Faults = readonly [Fault, ...Fault[]];
