import { dayNumber, type Interval } from '@credence/domain';

import { earliestStillWithin } from '../evaluate/add-to-day.ts';
import { periodOn, valueNamed, valueOn } from '../evaluate/compiler.ts';
import type { Program, Rule } from '../language/program.ts';
import type { PeriodNode } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import { membersOf } from './storage.ts';

/**
 * Something that changes with the day asked about and with nothing else. It is computed once for
 * a day and is a whole number, so that columns and SQL compare whole numbers and know no calendar.
 */
export type Parameter =
  | { readonly kind: 'as-of' }
  /**
   * The least day that, with the period added, lies after the day asked about, or after the day
   * before that one.
   */
  | { readonly kind: 'boundary'; readonly period: PeriodNode; readonly of: 'as-of' | 'day-before' }
  | { readonly kind: 'value'; readonly name: string }
  /** 1 while the rule is in force, else 0. */
  | { readonly kind: 'in-force'; readonly rule: string };

/** The parameters a compiled program asks for, each once. */
export interface Parameters {
  /** Place of the parameter in the list. */
  place(parameter: Parameter): number;
  readonly list: readonly Parameter[];
}

/** An empty list of parameters that grows as code asks for them. */
export function createParameters(): Parameters {
  const list: Parameter[] = [];
  const places = new Map<string, number>();
  return {
    list,
    place(parameter) {
      const key = keyOf(parameter);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, list.length);
      list.push(parameter);
      return list.length - 1;
    },
  };
}

/** What each parameter is on a day. */
export function parametersOn(
  program: Program,
  parameters: readonly Parameter[],
  asOf: number,
): number[] {
  return parameters.map((parameter) => {
    switch (parameter.kind) {
      case 'as-of':
        return asOf;
      case 'boundary': {
        const period = periodOn(program.world, parameter.period)(asOf);
        const day = parameter.of === 'as-of' ? asOf : asOf - 1;
        return earliestStillWithin(day, period, program.round);
      }
      case 'value':
        return numberOf(program, parameter.name, asOf);
      case 'in-force': {
        const rule = program.rules.find(({ name }) => name === parameter.rule);
        return rule !== undefined && isInForce(rule, asOf) ? 1 : 0;
      }
    }
  });
}

/** Whether a rule is in force on a day. */
function isInForce({ inForce }: Rule, asOf: number): boolean {
  const { from, until } = boundsOf(inForce);
  return asOf >= from && asOf < until;
}

/** The bounds of an interval as days since 1970-01-01; no end is infinity. */
function boundsOf(interval: Interval): { readonly from: number; readonly until: number } {
  return {
    from: dayNumber(interval.from),
    until: interval.until === 'none' ? Infinity : dayNumber(interval.until),
  };
}

/** The type of a named value that is no period. */
export function typeOfValue({ world }: Program, name: string): Type {
  const { type } = valueNamed(world, name);
  if (type.kind === 'period') throw new RangeError(`"${name}" is a period.`);
  return type;
}

function numberOf(program: Program, name: string, asOf: number): number {
  const { world } = program;
  const type = typeOfValue(program, name);
  const value: unknown = valueOn(valueNamed(world, name), asOf);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  // A named code: its index, as columns hold it.
  if (type.kind === 'code') return membersOf(type.list, world).indexOf(String(value));
  throw new RangeError(`"${name}" is ${JSON.stringify(value)}.`);
}

function keyOf(parameter: Parameter): string {
  return JSON.stringify(parameter, (key, value: unknown) => (key === 'span' ? undefined : value));
}
