import type { MonthRounding, Period } from '@credence/domain';

import type { Expression, PeriodNode } from '../language/tree.ts';
import type { NamedValue, World } from '../language/world.ts';
import { earliestStillWithin } from './add-to-day.ts';
import type { Coded, CodedList, Numeric, Truth } from './value.ts';

/** What the parts of the compiler need of each other; one is made for each program. */
export interface Compiler {
  readonly world: World;
  readonly round: MonthRounding;
  /** The collection whose record is at hand. */
  readonly collection: string | undefined;
  /** Place of a rule in the program. */
  readonly ruleAt: (name: string) => number;
  /** Number under which what happens at the node is noted; undefined where nothing is. */
  readonly nodeOf: (expression: Expression) => number | undefined;
  readonly truth: (expression: Expression) => Truth;
  readonly numeric: (expression: Expression) => Numeric;
  readonly coded: (expression: Expression) => Coded;
  readonly codes: (expression: Expression) => CodedList;
  /** The compiler for expressions about a record of the collection. */
  readonly about: (collection: string) => Compiler;
}

/**
 * A tree that no checker lets through: a defect of whoever made it.
 *
 * @throws RangeError always
 */
export function defect(expression: { readonly op: string }, wanted: string): never {
  throw new RangeError(`A node "${expression.op}" stands where ${wanted} is needed.`);
}

/**
 * A fact that is not there although the checker has proved that it is: the facts were not read with
 * `readFacts`.
 *
 * @throws RangeError always
 */
export function absent(name: string): never {
  throw new RangeError(`The fact "${name}" is not there, or of another type; see readFacts.`);
}

/** The named value that an expression speaks of. */
export function valueNamed(world: World, name: string): NamedValue {
  const found = world.values.get(name);
  if (found === undefined) throw new RangeError(`No value is named "${name}".`);
  return found;
}

/** What a named value is on a day: its last row that has begun, or its first. */
export function valueOn(value: NamedValue, asOf: number): number | boolean | Period {
  const begun = value.rows.findLast(({ from }) => from <= asOf) ?? value.rows[0];
  if (begun === undefined) throw new RangeError('A named value has no rows.');
  return begun.value;
}

/** A period of an expression on a day; a named one may differ from day to day. */
export function periodOn(world: World, node: PeriodNode): (asOf: number) => Period {
  if (node.op === 'period') return () => node.period;
  const value = valueNamed(world, node.name);
  return (asOf) => {
    const found = valueOn(value, asOf);
    if (typeof found === 'object') return found;
    throw new RangeError(`The value "${node.name}" is no period.`);
  };
}

/**
 * The least day from which the period is not over yet, kept for the day it was last asked for: one
 * day is asked about many records.
 */
export function boundary(
  compiler: Compiler,
  node: PeriodNode,
  daysBefore: 0 | 1 = 0,
): (asOf: number) => number {
  const period = periodOn(compiler.world, node);
  let knownFor = Number.NaN;
  let known = 0;
  return (asOf) => {
    if (asOf !== knownFor) {
      // A named period is that of the day asked about, also where the day before is meant.
      known = earliestStillWithin(asOf - daysBefore, period(asOf), compiler.round);
      knownFor = asOf;
    }
    return known;
  };
}

/** The fields that say from when until when a record is active. */
export function activeFields(compiler: Compiler): {
  readonly from: string;
  readonly until: string;
} {
  const name = compiler.collection ?? compiler.world.record;
  const fields = name === undefined ? undefined : compiler.world.collections.get(name)?.active;
  return fields ?? defect({ op: 'active' }, 'a record with days of its own');
}
