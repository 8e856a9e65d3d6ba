import type { Finding } from '@credence/rulebook';
import type { Localised } from '@credence/domain';

import type { RegimeLaw } from './regime-law.ts';

/** How sure the Lab is of what a regime says or how it was practised. */
export type Confidence = 'verified' | 'secondary' | 'unverified';

/** What the record of a regime says in no card: how it was practised. Each number has a closed meaning and a mark. */
export interface PracticeValue {
  readonly value: number;
  readonly confidence: Confidence;
  readonly source?: string;
}

export interface RegimeList {
  readonly id: string;
  readonly title: Localised;
  /** Months an entry stays unless it ends sooner; NEVER where it ends by itself on no day. */
  readonly termMonths: number;
  /** The first month, counted from the entry, in which repair may be granted; NEVER where there is none. */
  readonly repairAfterMonths: number;
  /** Months between the finding and the entry that notice and statement take; 0 where there is no notice. */
  readonly noticeMonths: number;
  /** Whether the subject is heard before the entry. */
  readonly heard: boolean;
  /** Whether entries are renewed while circumstances persist. */
  readonly renews: boolean;
  /** Measures an entry carries. */
  readonly measures: readonly number[];
  /** Whether an entry also reaches those linked to its subject. */
  readonly spreads: boolean;
}

/** A measure or a reward of a regime. */
export interface RegimeMeasure {
  readonly id: string;
  readonly title: Localised;
  /** The card's burden, 1 to 5; 0 for a reward. */
  readonly burden: number;
  /** What it touches, by the codes of the card. */
  readonly touches: readonly string[];
  /** Whether it takes what a life or a firm cannot do without. */
  readonly essential: boolean;
}

/** A grade, class or star that a program of the edition gives, best first. */
export interface RegimeGrades {
  /** By a program of the edition, by the number of recent records, or by points that nobody loses. */
  readonly kind: 'program' | 'steps' | 'points';
  /** Kind and id of the card, `evaluation:personal-points`; the id of the preset for steps. */
  readonly card: string;
  readonly codes: readonly string[];
  /** For each grade: the measures that follow from it. */
  readonly measures: readonly (readonly number[])[];
  /** For each grade: the share of an ordinary benefit it gives; 0 where nothing. */
  readonly rewards: readonly number[];
  /** Months between one grading and the next. */
  readonly everyMonths: number;
  /** Whether only those who joined are graded. */
  readonly voluntary: boolean;
}

/**
 * What an edition decides about every record the society can bring forth. A form is a conduct at a
 * level of amount: `form = conduct * levels + level`. Filled by the functions of the live register.
 */
export interface DecisionTable {
  readonly months: number;
  readonly levels: number;
  /** By conduct: 1 where a finding of it becomes a record at all. */
  readonly recorded: Uint8Array;
  /** By `form * months + month` of the decision: months it is shown to the public; 0 where it is not. */
  readonly shown: Uint16Array;
  /** By `(form * months + month) * 3 + times`, times 0 first, 1 second, 2 third and later: a bit for each list it leads to. */
  readonly proposes: Uint8Array;
}

/** A regime ready to run: what its law decides, and how it was practised. */
export interface Regime {
  readonly id: string;
  readonly title: Localised;
  readonly says: Localised;
  readonly subjects: readonly ('organisation' | 'natural_person')[];
  readonly confidence: Confidence;
  /** Of the preset and of the edition: changes with every comma of either. */
  readonly hash: string;
  readonly edition?: {
    readonly code: string;
    readonly realm: 'live' | 'lab';
    readonly hash: string;
  };
  /** What the guards hold against it, to be told before anything runs. */
  readonly findings: readonly Finding[];
  readonly practice: Readonly<Record<string, PracticeValue>>;
  readonly lists: readonly RegimeList[];
  readonly measures: readonly RegimeMeasure[];
  readonly grades?: RegimeGrades;
  readonly table: DecisionTable;
  /** What decided the table; a grader asks it again. */
  readonly law: RegimeLaw;
}

/** In place of months where something does not end. */
export const NEVER = 65_535;
