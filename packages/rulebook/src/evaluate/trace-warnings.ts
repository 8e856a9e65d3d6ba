import { dayNumber } from '@credence/domain';

import type { Program } from '../language/program.ts';
import type { NamedValue } from '../language/world.ts';
import { valueNamed } from './compiler.ts';
import type { TraceWarning } from './program-trace.ts';
import { usedValues } from './used-values.ts';

/** A warning that holds on the days from `from` to before `until`. */
interface Dated {
  readonly from: number;
  readonly until: number;
  readonly warning: TraceWarning;
}

interface Known {
  readonly unconfirmed: readonly TraceWarning[];
  readonly reviews: readonly Dated[];
  readonly values: readonly Dated[];
}

const known = new WeakMap<Program, Known>();

/** What a reader should know about the law on the day: reviews that are due, unsure sources. */
export function warningsOf(program: Program, asOf: number): readonly TraceWarning[] {
  const made = known.get(program) ?? collect(program);
  known.set(program, made);
  const { unconfirmed, reviews, values } = made;
  if (reviews.every(({ from }) => asOf < from) && values.length === 0) return unconfirmed;
  return [...on(asOf, reviews), ...unconfirmed, ...on(asOf, values)];
}

function on(day: number, all: readonly Dated[]): readonly TraceWarning[] {
  return all.flatMap(({ from, until, warning }) => (day >= from && day < until ? [warning] : []));
}

function collect(program: Program): Known {
  const { rules, world } = program;
  const unconfirmed = rules.flatMap(({ name, confidence, exceptions }) =>
    [confidence, ...exceptions.map((each) => each.confidence)]
      .filter((each) => each !== 'verified')
      .slice(0, 1)
      .map((each) => ({ kind: 'unconfirmed', rule: name, confidence: each }) as const),
  );
  const reviews = rules.map(({ name, reviewBy }) => ({
    from: dayNumber(reviewBy) + 1,
    until: Number.POSITIVE_INFINITY,
    warning: { kind: 'review-overdue', rule: name, since: reviewBy } as const,
  }));
  const values = usedValues(program).flatMap((name) => unsureRows(name, valueNamed(world, name)));
  return { unconfirmed, reviews, values };
}

/** The rows of a value that are not verified; the first also holds before its day. */
function unsureRows(name: string, { rows }: NamedValue): readonly Dated[] {
  return rows.flatMap(({ from, confidence }, place): Dated[] => {
    if (confidence === undefined || confidence === 'verified') return [];
    return [
      {
        from: place === 0 ? Number.NEGATIVE_INFINITY : from,
        until: rows[place + 1]?.from ?? Number.POSITIVE_INFINITY,
        warning: { kind: 'value-unconfirmed', value: name, confidence },
      },
    ];
  });
}
