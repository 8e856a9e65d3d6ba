import type { Random } from '@credence/domain';

import type { Rule } from '../language/program.ts';
import type { Expression, PeriodNode } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import type { Field, World } from '../language/world.ts';
import { randomDay, randomPeriod } from './random-world.test-support.ts';

const span = { start: 0, end: 0 };
const bool: Type = { kind: 'bool' };

/** What an expression may speak of where it stands. */
export interface Around {
  readonly random: Random;
  readonly world: World;
  readonly collection: string | undefined;
  /** The code list of the code at hand. */
  readonly members: string | undefined;
  /** Rules that stand before; none where a record is at hand. */
  readonly rules: readonly Rule[];
  readonly depth: number;
}

export function union(a: Type, b: Type): Type {
  if (a.kind !== 'int' && a.kind !== 'money') return a;
  if (b.kind !== a.kind) throw new RangeError(`${a.kind} and ${b.kind}`);
  return { ...a, least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) };
}

export function boundsOf({ type }: Expression): { readonly least: number; readonly most: number } {
  if (type.kind !== 'int' && type.kind !== 'money') throw new RangeError(type.kind);
  return type;
}

/** Numbers stay far inside the safe ones, as interval analysis demands; else the left side stands. */
export function arithmetic(
  left: Expression,
  how: '+' | '-' | '*' | '/',
  right: Expression,
): Expression {
  const [a, b] = [boundsOf(left), boundsOf(right)];
  const ends = [a.least, a.most].flatMap((x) =>
    [b.least, b.most].map((y) =>
      how === '+' ? x + y : how === '-' ? x - y : how === '*' ? x * y : x,
    ),
  );
  const bounds =
    how === '/'
      ? [-1, 1].flatMap((sign) => ends.map((end) => sign * Math.abs(end)))
      : ends.map((end) => end + 0);
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  if (Math.max(-least, most) > 1e14 || left.type.kind === 'date') return left;
  const kind = left.type.kind === 'money' ? 'money' : 'int';
  return { op: 'arithmetic', how, left, right, type: { kind, least, most }, span };
}

export function codeLiteral({ random, world }: Around, list: string): Expression {
  return literal({ kind: 'code', list }, random.pick(world.codeLists.get(list) ?? []));
}

export function day(around: Around): Expression {
  const { random } = around;
  const isDate = (type: Type): boolean => type.kind === 'date';
  const constant = (): Expression => literal({ kind: 'date' }, randomDay(random));
  return random.pick<() => Expression>([
    constant,
    () => ({ op: 'value', name: 'start', type: { kind: 'date' }, span }),
    () => fieldOr(around, isDate, constant),
    () => fieldOr(around, isDate, constant),
    () => fieldOr(around, isDate, constant),
  ])();
}

export function periodNode({ random }: Around): PeriodNode {
  return random.chance(0.2)
    ? { op: 'value', name: 'term', span }
    : { op: 'period', period: randomPeriod(random), span };
}

export interface FieldAround {
  readonly of: 'subject' | 'record';
  readonly name: string;
  readonly field: Field;
}

export function fieldsAround({ world, collection }: Around): readonly FieldAround[] {
  const named = (of: 'subject' | 'record', fields: ReadonlyMap<string, Field>): FieldAround[] =>
    [...fields].map(([name, field]) => ({ of, name, field }));
  const subject = named('subject', world.subject);
  if (collection === undefined) return subject;
  // Records are what conditions about records are mostly about.
  const record = named(
    'record',
    world.collections.get(collection)?.fields ?? new Map<string, Field>(),
  );
  return [...record, ...record, ...subject];
}

export function fieldOr(
  around: Around,
  fits: (type: Type) => boolean,
  otherwise: () => Expression,
): Expression {
  const found = fieldsAround(around).filter(({ field }) => fits(field.type));
  if (found.length === 0) return otherwise();
  const { of, name, field } = around.random.pick(found);
  const read: Expression = { op: 'field', of, name, type: field.type, span };
  return field.optional ? guarded(of, name, read, otherwise()) : read;
}

export function guarded(
  of: 'subject' | 'record',
  name: string,
  yes: Expression,
  no: Expression,
): Expression {
  const test: Expression = { op: 'has', of, name, type: bool, span };
  return { op: 'choose', test, yes, no, type: union(yes.type, no.type), span };
}

export function ruleOr(
  { random, rules }: Around,
  fits: (type: Type) => boolean,
  otherwise: () => Expression,
): Expression {
  const found = rules.filter(({ value }) => fits(value.type));
  if (found.length === 0) return otherwise();
  const { name, value, exceptions } = random.pick(found);
  const type = exceptions.reduce((all, exception) => union(all, exception.value.type), value.type);
  const neutral: Type =
    type.kind === 'int' || type.kind === 'money' ? { ...type, least: 0, most: 0 } : type;
  return { op: 'rule', name, type: union(type, neutral), span };
}

export function literal(type: Type, value: boolean | number | string): Expression {
  return { op: 'literal', value, type, span };
}
