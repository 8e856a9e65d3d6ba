import type { Fact, RecordFacts } from '../language/facts.ts';
import type { CountedRecord, ExcludedRecord } from './program-trace.ts';

/** What a rule yields: a truth value, a whole number (minor units, a day) or a code. */
export type Value = boolean | number | string;

/** The results of all rules of a program for one subject on one day. */
export interface Values {
  /** Of the rule the program names as its result. */
  readonly result: Value;
  /** Of every rule, in the order of `Program.rules`. */
  readonly rules: readonly Value[];
}

/** What the closures of a program read while they run. One frame serves one program. */
export interface Frame {
  asOf: number;
  subject: Readonly<Record<string, Fact>>;
  records: Readonly<Record<string, readonly RecordFacts[]>>;
  /** The record at hand. */
  record: Readonly<Record<string, Fact>>;
  /** The code at hand. */
  member: string;
  /** Results of the rules evaluated so far. */
  rules: Value[];
  /** Where what happened is noted, while a trace is made. */
  notes: Note[] | undefined;
}

/** What was noted at one node of a rule; `node` is its place in `notedNodes`. */
export type Note =
  | {
      readonly kind: 'records';
      readonly node: number;
      readonly value: Value;
      readonly counted: readonly CountedRecord[];
      readonly excluded: readonly ExcludedRecord[];
    }
  | {
      readonly kind: 'cap';
      readonly node: number;
      readonly raw: number;
      readonly limit: number;
    }
  | {
      readonly kind: 'test';
      readonly node: number;
      /** Row of a table; 0 and 1 are the branches of a choice. */
      readonly row: number;
    };

/** A condition, ready to run. */
export type Truth = (frame: Frame) => boolean;
/** A whole number, a day or minor units, ready to run. */
export type Numeric = (frame: Frame) => number;
/** A code, ready to run. */
export type Coded = (frame: Frame) => string;
/** Several codes, ready to run. */
export type CodedList = (frame: Frame) => readonly string[];
