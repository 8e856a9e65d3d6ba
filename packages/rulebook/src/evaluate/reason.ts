import type { Fact } from '../language/facts.ts';
import type { Expression, PeriodNode, Span } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import { addToDay } from './add-to-day.ts';
import { activeFields, periodOn, valueNamed, type Compiler } from './compiler.ts';
import type { ExcludedRecord, ReasonKind } from './program-trace.ts';
import { writeFact } from './trace-value.ts';
import type { Frame, Numeric } from './value.ts';
import { writeDayWithin } from './write-day.ts';

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;
type Window = Node<'within' | 'age'>;

/** Says why the record at hand does not count. */
export type SayReason = (frame: Frame, record: string) => ExcludedRecord;

/** Which condition it is that fails. */
interface Place {
  readonly conjunct: number;
  readonly span: Span;
}

/** What to say of a record for which the condition does not hold, as far as its form tells. */
export function compileReason(inner: Compiler, condition: Expression, conjunct: number): SayReason {
  const { start, end } = condition.span;
  const place: Place = { conjunct, span: { start, end } };
  switch (condition.op) {
    case 'within':
    case 'age':
      return windowReason(inner, condition, place);
    case 'active':
      return activeReason(inner, place);
    case 'not':
      return notReason(inner, condition.of, place);
    case 'field':
      return factReason(inner, condition, place, 'is-not-so');
    case 'has':
      return factReason(inner, condition, place, 'is-not-known');
    case 'compare':
    case 'in': {
      const asked = condition.op === 'in' ? condition.of : condition.left;
      return asked.op === 'field' ? factReason(inner, asked, place, 'differs') : plainReason(place);
    }
    default:
      return plainReason(place);
  }
}

const date: Type = { kind: 'date' };

/** Written out, so that all reasons have one shape: there are many of them in a trace. */
function reason(
  { conjunct, span }: Place,
  record: string,
  because: ReasonKind,
  told: {
    readonly field: string | undefined;
    readonly found: ExcludedRecord['found'];
    readonly since: number | undefined;
    readonly until: number | undefined;
  },
): ExcludedRecord {
  return {
    record,
    because,
    conjunct,
    span,
    field: told.field,
    found: told.found,
    since: writeDayWithin(told.since),
    until: writeDayWithin(told.until),
  };
}

function foundAs(type: Type, fact: Fact): ExcludedRecord['found'] {
  return fact === undefined ? undefined : writeFact(fact, type);
}

function plainReason({ conjunct, span }: Place): SayReason {
  const nothing = { field: undefined, found: undefined, since: undefined, until: undefined };
  return (_, record) => ({ record, because: 'condition', conjunct, span, ...nothing });
}

function factReason(
  inner: Compiler,
  { of, name }: Node<'field' | 'has'>,
  place: Place,
  because: ReasonKind,
): SayReason {
  const fields =
    of === 'subject'
      ? inner.world.subject
      : inner.world.collections.get(inner.collection ?? inner.world.record ?? '')?.fields;
  const type = fields?.get(name)?.type ?? { kind: 'bool' };
  return (frame, record) => ({
    record,
    because,
    conjunct: place.conjunct,
    span: place.span,
    field: name,
    found: foundAs(type, frame[of][name]),
    since: undefined,
    until: undefined,
  });
}

function notReason(inner: Compiler, of: Expression, place: Place): SayReason {
  if (of.op === 'field') return factReason(inner, of, place, 'is-so');
  if (of.op === 'has') return factReason(inner, of, place, 'is-known');
  return plainReason(place);
}

function windowReason(inner: Compiler, condition: Window, place: Place): SayReason {
  const day = inner.numeric(condition.date);
  const ends = endOfWindow(inner, condition.period, day);
  const field = condition.date.op === 'field' ? condition.date.name : undefined;
  if (condition.op === 'within') {
    return (frame, record) => {
      const begins = day(frame);
      const found = foundAs(date, begins);
      return begins > frame.asOf
        ? reason(place, record, 'window-ahead', { field, found, since: undefined, until: begins })
        : reason(place, record, 'window-over', {
            field,
            found,
            since: ends(frame),
            until: undefined,
          });
    };
  }
  const late = condition.how === '>' || condition.how === '<=' ? 1 : 0;
  const waits = condition.how === '>' || condition.how === '>=';
  return (frame, record) => {
    const on = ends(frame);
    const shifted = on === undefined ? undefined : on + late;
    const found = foundAs(date, day(frame));
    return waits
      ? reason(place, record, 'too-recent', { field, found, since: undefined, until: shifted })
      : reason(place, record, 'too-long-ago', { field, found, since: shifted, until: undefined });
  };
}

function activeReason(inner: Compiler, place: Place): SayReason {
  const { from, until } = activeFields(inner);
  const none = { found: undefined, since: undefined, until: undefined };
  return (frame, record) => {
    const begins = frame.record[from];
    if (typeof begins !== 'number') {
      return reason(place, record, 'is-not-known', { field: from, ...none });
    }
    const ends = frame.record[until];
    if (begins > frame.asOf) {
      // One that ends before it begins is never active, so no day can be promised.
      const never = typeof ends === 'number' && ends <= begins;
      const opens = never ? undefined : begins;
      const told = { field: from, found: foundAs(date, begins), since: undefined, until: opens };
      return reason(place, record, 'not-yet-active', told);
    }
    const since = typeof ends === 'number' ? ends : undefined;
    const told = { field: until, found: foundAs(date, since), since, until: undefined };
    return reason(place, record, 'no-longer-active', told);
  };
}

/**
 * For a condition that holds: the day on which time alone ends it. Undefined where time does not, or
 * where the form of the condition does not tell.
 */
export function compileUntil(
  inner: Compiler,
  condition: Expression,
): ((frame: Frame) => number | undefined) | undefined {
  switch (condition.op) {
    case 'within':
      return endOfWindow(inner, condition.period, inner.numeric(condition.date));
    case 'age': {
      if (condition.how === '>' || condition.how === '>=') return undefined;
      const ends = endOfWindow(inner, condition.period, inner.numeric(condition.date));
      const late = condition.how === '<=' ? 1 : 0;
      return (frame) => {
        const on = ends(frame);
        return on === undefined ? undefined : on + late;
      };
    }
    case 'active': {
      const { until } = activeFields(inner);
      return (frame) => {
        const ends = frame.record[until];
        return typeof ends === 'number' ? ends : undefined;
      };
    }
    default:
      return undefined;
  }
}

/**
 * The day on which the period from a date is over. Undefined where the period is a value of the
 * edition that changes before then: which day it will be is then not a matter of this record alone.
 */
function endOfWindow(
  inner: Compiler,
  node: PeriodNode,
  date: Numeric,
): (frame: Frame) => number | undefined {
  const period = periodOn(inner.world, node);
  const changes =
    node.op === 'value' ? valueNamed(inner.world, node.name).rows.map(({ from }) => from) : [];
  return (frame) => {
    const { asOf } = frame;
    const on = addToDay(date(frame), period(asOf), inner.round);
    return changes.some((from) => from > asOf && from <= on) ? undefined : on;
  };
}
