import type { CivilDate, Localised } from '@credence/domain';

import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { Span } from '../language/tree.ts';

/** Version of the form of a trace; a change of form gets another name. */
export const traceSchema = 'credence.program-trace/1';

/** A result or a fact in a trace: days as YYYY-MM-DD, money in minor units, absence as null. */
export type TraceValue = boolean | number | string | readonly string[] | null;

/**
 * Why the answer about a subject is what it is: each rule with its law, the records that counted and
 * those that did not, when the answer changes by itself, and what the subject can do. Plain JSON;
 * the same question gives the same bytes (`writeTraceJson`), in whatever order records are kept. What
 * is undefined is not written.
 */
export interface ProgramTrace {
  readonly schema: typeof traceSchema;
  readonly program: string;
  /** Which law: hash of the edition. */
  readonly lawAt: string;
  readonly subject: string;
  readonly asOf: CivilDate;
  /** Which knowledge: a moment, or the day of the question where none was named. */
  readonly knownAt: string;
  readonly result: TraceValue;
  /** Facts of the subject itself that the program asks for. */
  readonly facts: Readonly<Record<string, TraceValue>>;
  readonly steps: readonly RuleStep[];
  readonly warnings: readonly TraceWarning[];
  readonly nextChange?: NextChangeTrace | NoChangeTrace;
  readonly exits?: ExitsTrace;
}

/** What one rule yielded, and from what. */
export interface RuleStep {
  readonly rule: string;
  readonly title: Localised;
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
  readonly text: string;
  readonly state: 'in-force' | 'not-yet-in-force' | 'no-longer-in-force';
  readonly value: TraceValue;
  /** The exception that held in place of the rule. */
  readonly exception?: ExceptionTrace | undefined;
  readonly records: readonly RecordsTrace[];
  readonly caps: readonly CapTrace[];
  /** Which branch of a choice or row of a table fitted. */
  readonly choices: readonly ChoiceTrace[];
}

/** An exception that held in place of its rule. */
export interface ExceptionTrace {
  readonly name: string;
  readonly title: Localised;
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}

interface AtNode {
  /** Place of the node in `notedNodes` of the rule. */
  readonly node: number;
  /** `value`, or `when:` or `instead:` with the name of an exception: the text that `span` is of. */
  readonly part: string;
  readonly span: Span;
}

/** How the records of a collection were looked at. */
export interface RecordsTrace extends AtNode {
  readonly collection: string;
  readonly value: TraceValue;
  readonly counted: readonly CountedRecord[];
  readonly excluded: readonly ExcludedRecord[];
}

/** A record that counted. */
export interface CountedRecord {
  readonly record: string;
  /** The day on which time alone ends that, at the latest. */
  readonly until?: CivilDate | undefined;
  /** What it added, where amounts are added up. */
  readonly part?: number | undefined;
}

/** Why a condition about a record did not hold, as far as its form tells. */
export type ReasonKind =
  | 'window-over'
  | 'window-ahead'
  | 'no-longer-active'
  | 'not-yet-active'
  | 'too-recent'
  | 'too-long-ago'
  | 'is-so'
  | 'is-not-so'
  | 'is-known'
  | 'is-not-known'
  | 'differs'
  | 'condition';

/** A record that did not count, with the first condition it missed. */
export interface ExcludedRecord {
  readonly record: string;
  readonly because: ReasonKind;
  /** Place of that condition, see `conjunctsOf`. */
  readonly conjunct: number;
  readonly span: Span;
  readonly field?: string | undefined;
  readonly found?: TraceValue | undefined;
  /** The day on which it stopped to hold. */
  readonly since?: CivilDate | undefined;
  /** The day on which time alone lets it hold. */
  readonly until?: CivilDate | undefined;
}

/** What a limit did. */
export interface CapTrace extends AtNode {
  readonly raw: number;
  readonly limit: number;
  readonly applied: boolean;
}

/** Which way a choice went; of a choice 0 is yes and 1 is no, of a table it is the row. */
export interface ChoiceTrace extends AtNode {
  readonly row: number;
}

/** What a reader should know about the law behind the answer. */
export type TraceWarning =
  | { readonly kind: 'review-overdue'; readonly rule: string; readonly since: CivilDate }
  | { readonly kind: 'unconfirmed'; readonly rule: string; readonly confidence: Confidence }
  | { readonly kind: 'value-unconfirmed'; readonly value: string; readonly confidence: Confidence };

/** The next day on which the answer differs, if nothing new becomes known. */
export interface NextChangeTrace {
  readonly on: CivilDate;
  readonly result: TraceValue;
  readonly because: readonly ChangeCause[];
}

/** The answer stays as it is up to and with that day; from `lapses` on the rule gives none. */
export interface NoChangeTrace {
  readonly noneUntil: CivilDate;
  readonly lapses?: CivilDate;
}

/** A rule that yields something else from that day on, and the records that make it so. */
export interface ChangeCause {
  readonly rule: string;
  readonly title: Localised;
  readonly from: TraceValue;
  readonly to: TraceValue;
  /** The rule itself comes into force or leaves it. */
  readonly state?: 'begins' | 'ends';
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

/** Ways to a better answer. */
export interface ExitsTrace {
  /** The day on which time alone makes it better, within the days looked at. */
  readonly byTime?: { readonly on: CivilDate; readonly result: TraceValue };
  /** Smallest sets of actions first; none contains another that does as much. */
  readonly byAction: readonly ExitTrace[];
  /** Whether every set was tried up to a size, or the search stopped. */
  readonly searched: { readonly size: number; readonly complete: boolean };
}

/** A set of actions that together make the answer better. */
export interface ExitTrace {
  readonly actions: readonly {
    readonly action: string;
    readonly record?: string;
    readonly earliest: CivilDate;
  }[];
  /** The first day on which all of them can be done. */
  readonly on: CivilDate;
  readonly result: TraceValue;
}
