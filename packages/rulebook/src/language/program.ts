import type { CivilDate, Interval, Localised, MonthRounding } from '@credence/domain';

import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { Expression } from './tree.ts';
import type { World } from './world.ts';

/** A rule that holds in place of another where its condition does: structure, not an `if`. */
export interface RuleException {
  readonly name: string;
  readonly title: Localised;
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
  readonly when: Expression;
  readonly value: Expression;
}

/** One named result with its law. */
export interface Rule {
  /** A code; other rules name it so. */
  readonly name: string;
  readonly title: Localised;
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
  /** On other days the rule yields 0, `false` or nothing counted; a rule yielding a code has no other. */
  readonly inForce: Interval;
  /** After this day every answer that used the rule carries a warning. */
  readonly reviewBy: CivilDate;
  /** The text of `value` as the card has it, for the trace. */
  readonly text: string;
  readonly value: Expression;
  /** Highest priority first. */
  readonly exceptions: readonly RuleException[];
}

/** Rules that are evaluated together over one world; no rule names one that stands after it. */
export interface Program {
  /** The card it was made of, `risk-class:cn.inspection`. */
  readonly card: string;
  /** Hash of the edition the card stands in. */
  readonly edition: string;
  readonly world: World;
  readonly round: MonthRounding;
  readonly rules: readonly Rule[];
  /** The rule whose value is the answer. */
  readonly result: string;
}
