import type { Fact } from '../language/facts.ts';
import type { Type } from '../language/type.ts';
import type { TraceValue } from './program-trace.ts';
import type { Value } from './value.ts';
import { writeDayWithin } from './write-day.ts';

/** A result as a trace has it. */
export function writeValue(value: Value, type: Type): TraceValue {
  return type.kind === 'date' && typeof value === 'number' ? writeDate(value) : value;
}

/** A fact as a trace has it; several codes in the order of their names. */
export function writeFact(fact: Fact, type: Type): TraceValue {
  if (fact === undefined) return null;
  if (typeof fact === 'number' && type.kind === 'date') return writeDate(fact);
  return isCodes(fact) ? fact.toSorted() : fact;
}

function writeDate(day: number): TraceValue {
  return writeDayWithin(day) ?? null;
}

function isCodes(fact: Exclude<Fact, undefined>): fact is readonly string[] {
  return Array.isArray(fact);
}
