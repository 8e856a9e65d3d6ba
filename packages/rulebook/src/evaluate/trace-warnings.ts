import { dayNumber } from '@credence/domain';

import type { Confidence } from '../card/vocabulary.ts';
import type { Program } from '../language/program.ts';
import type { NamedValue } from '../language/world.ts';
import type { TraceWarning } from './program-trace.ts';

interface Known {
  readonly unconfirmed: readonly TraceWarning[];
  readonly reviews: readonly { readonly day: number; readonly warning: TraceWarning }[];
}

const known = new WeakMap<Program, Known>();

/** What a reader should know about the law on the day: reviews that are due, unsure sources. */
export function warningsOf(program: Program, asOf: number): readonly TraceWarning[] {
  const made = known.get(program) ?? collect(program);
  known.set(program, made);
  const { unconfirmed, reviews } = made;
  if (!reviews.some(({ day }) => asOf > day)) return unconfirmed;
  return [...reviews.filter(({ day }) => asOf > day).map(({ warning }) => warning), ...unconfirmed];
}

function collect(program: Program): Known {
  const { rules, world } = program;
  const unsure = rules.flatMap(({ name, confidence, exceptions }) =>
    [confidence, ...exceptions.map((each) => each.confidence)]
      .filter((each) => each !== 'verified')
      .slice(0, 1)
      .map((each) => ({ kind: 'unconfirmed', rule: name, confidence: each }) as const),
  );
  const values = [...world.values].flatMap(([name, value]) => {
    const confidence = unsureOf(value);
    return confidence === undefined
      ? []
      : [{ kind: 'value-unconfirmed', value: name, confidence } as const];
  });
  const reviews = rules.map(({ name, reviewBy }) => ({
    day: dayNumber(reviewBy),
    warning: { kind: 'review-overdue', rule: name, since: reviewBy } as const,
  }));
  return { unconfirmed: [...unsure, ...values], reviews };
}

function unsureOf(value: NamedValue): Confidence | undefined {
  return value.rows
    .map(({ confidence }) => confidence)
    .find((each) => each !== undefined && each !== 'verified');
}
