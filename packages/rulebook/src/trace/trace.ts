import type { CivilDate, FactValue, Localised, Period } from '@credence/domain';
import { formatPeriod } from '@credence/domain';

import type { Citation, Confidence } from '../card/vocabulary.ts';

/** Everything a trace can ask; each has its words in both languages. */
export type QuestionCode =
  | 'shown-until'
  | 'valid-until'
  | 'begins'
  | 'ended'
  | 'ended-why'
  | 'shown-at-all'
  | 'not-shown-why'
  | 'rule-of-day'
  | 'counted-from'
  | 'publication-unknown'
  | 'service-day-unknown'
  | 'longest-term'
  | 'shortest-term'
  | 'severity-class'
  | 'field-is'
  | 'field-any'
  | 'field-only'
  | 'condition-holds'
  | 'all-of'
  | 'none-of-above'
  | 'one-class'
  | 'served'
  | 'put-right'
  | 'ended-records';

/** Every answer in words of its own; other answers are days, periods, or carry their title. */
export type AnswerCode =
  | 'never_used'
  | 'no_end'
  | 'none'
  | 'not_needed'
  | 'stated'
  | 'decided_instead'
  | 'time'
  | 'corrected'
  | 'annulled'
  | 'validity'
  | 'class-not-public'
  | 'severity-not-public'
  | 'service-not-shown'
  | 'sealed'
  | 'sole-trader'
  | 'no-rule-in-force'
  | 'review-overdue';

/** An article an answer rests on, and how sure the edition is of it. */
export interface TraceBasis {
  readonly citation: Citation;
  readonly confidence: Confidence;
}

/** What was answered, in a form that programs can use and people can be told. */
export interface TraceAnswer {
  readonly kind: 'date' | 'code' | 'yes' | 'no' | 'period' | 'text';
  /** A day, a code, an ISO 8601 period, or a text, by `kind`. */
  readonly value: string;
  /** Words of the edition for a code. */
  readonly title?: Localised;
}

/**
 * One step of a reason: what was asked, what the answer was, on which articles, and from which
 * further answers it follows. `explainTrace` puts it into words.
 */
export interface TraceNode {
  /** Stable way from the root, e.g. `shown-until/severity-class/2`. */
  readonly id: string;
  readonly question: QuestionCode;
  /** What the words of the question name; `x.zh` and `x.en` are the two wordings of `x`. */
  readonly params: Readonly<Record<string, FactValue>>;
  readonly answer: TraceAnswer;
  readonly bases: readonly TraceBasis[];
  readonly children: readonly TraceNode[];
}

/** A node before it knows its place in the tree. */
export interface TraceStep {
  readonly question: QuestionCode;
  readonly params?: Readonly<Record<string, FactValue>>;
  readonly answer: TraceAnswer;
  readonly bases?: readonly TraceBasis[];
  readonly children?: readonly TraceStep[];
}

/** Gives every step of a reason its id. */
export function toTrace(step: TraceStep, parent = '', order = 0): TraceNode {
  const id = parent === '' ? step.question : `${parent}/${order + 1}-${step.question}`;
  return {
    id,
    question: step.question,
    params: step.params ?? {},
    answer: step.answer,
    bases: step.bases ?? [],
    children: (step.children ?? []).map((child, index) => toTrace(child, id, index)),
  };
}

/** A statement of a card: its articles, and how sure the edition is of it. */
interface Grounded {
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}

/** Cards are immutable, so the bases of each statement are put together once. */
const known = new WeakMap<Grounded, readonly TraceBasis[]>();

/** The bases of a statement: each of its articles with its confidence. */
export function basesOf(grounds: Grounded): readonly TraceBasis[] {
  const made =
    known.get(grounds) ??
    grounds.basis.map(({ source, at }) => ({
      citation: { source, at },
      confidence: grounds.confidence,
    }));
  known.set(grounds, made);
  return made;
}

/** The two wordings of a param. */
export function worded(name: string, text: Localised): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [`${name}.${language}`, words]),
  );
}

/** Plain yes. */
export const yes: TraceAnswer = { kind: 'yes', value: 'yes' };
/** Plain no. */
export const no: TraceAnswer = { kind: 'no', value: 'no' };

/** An answer that is a day. */
export function dateAnswer(day: CivilDate): TraceAnswer {
  return { kind: 'date', value: day };
}

/** An answer that is a length of time. */
export function periodAnswer(period: Period): TraceAnswer {
  return { kind: 'period', value: formatPeriod(period) };
}

/** An answer with words of its own. */
export function codeAnswer(code: AnswerCode): TraceAnswer {
  return { kind: 'code', value: code };
}
