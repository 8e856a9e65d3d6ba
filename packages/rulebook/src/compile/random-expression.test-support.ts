import type { Comparison, Expression, RecordsNode } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import {
  arithmetic,
  boundsOf,
  codeLiteral,
  day,
  fieldOr,
  fieldsAround,
  guarded,
  literal,
  periodNode,
  ruleOr,
  union,
  type Around,
} from './random-leaf.test-support.ts';
import { int, money } from './random-world.test-support.ts';

const span = { start: 0, end: 0 };
const bool: Type = { kind: 'bool' };
const comparisons: readonly Comparison[] = ['==', '!=', '<', '<=', '>', '>='];
const order: readonly ('<' | '<=' | '>' | '>=')[] = ['<', '<=', '>', '>='];

type Kind = 'bool' | 'int' | 'money' | 'code' | 'date';

/** A random expression of a kind. */
export function valueOf(around: Around, kind: Kind): Expression {
  switch (kind) {
    case 'bool':
      return condition(around);
    case 'int':
    case 'money':
      return numeric(around, kind);
    case 'code':
      return coded(around, around.random.pick([...around.world.codeLists.keys()]));
    case 'date':
      return day(around);
  }
}

/** A random expression of the kind of another's type. */
export function sameKind(around: Around, type: Type): Expression {
  return type.kind === 'code' ? coded(around, type.list) : valueOf(around, kindOf(type));
}

function kindOf(type: Type): Kind {
  return type.kind === 'codes' ? 'code' : type.kind;
}

function deeper(around: Around): Around {
  return { ...around, depth: around.depth - 1 };
}

/** A random condition. */
export function condition(around: Around): Expression {
  const { random, depth } = around;
  const inner = deeper(around);
  if (depth <= 0) return simpleCondition(around);
  return random.pick<() => Expression>([
    () => simpleCondition(around),
    () => simpleCondition(around),
    () => ({ op: 'not', of: condition(inner), type: bool, span }),
    () => ({ op: random.pick(['and', 'or']), parts: conditions(inner), type: bool, span }),
    () => choice(around, () => condition(inner)),
    () => ({
      ...{ op: 'compare', how: random.pick(comparisons), type: bool, span },
      ...pairOf(() => numeric(inner, 'int')),
    }),
    () => codesCondition(around),
    () => (around.collection === undefined ? someOrEvery(around) : windowCondition(around)),
  ])();
}

function conditions(around: Around): readonly Expression[] {
  return Array.from({ length: around.random.between(2, 3) }, () => condition(around));
}

function pairOf(make: () => Expression): { readonly left: Expression; readonly right: Expression } {
  return { left: make(), right: make() };
}

function simpleCondition(around: Around): Expression {
  const { random, world } = around;
  const inner = { ...around, depth: 0 };
  return random.pick<() => Expression>([
    () => literal(bool, random.chance(0.5)),
    () =>
      fieldOr(
        around,
        ({ kind }) => kind === 'bool',
        () => literal(bool, random.chance(0.5)),
      ),
    () => ({ op: 'value', name: 'strict', type: bool, span }),
    () => hasCondition(around),
    () => windowCondition(around),
    () => windowCondition(around),
    () => {
      const list = random.pick([...world.codeLists.keys()]);
      const how = random.pick(['==', '!='] as const);
      const pair = pairOf(() => coded(inner, list));
      const right = random.chance(0.5) ? pair.right : codeLiteral(around, list);
      return { op: 'compare', how, left: pair.left, right, type: bool, span };
    },
    () => {
      const list = random.pick([...world.codeLists.keys()]);
      const all = world.codeLists.get(list) ?? [];
      const members = Array.from({ length: random.between(1, 4) }, () => random.pick(all));
      return { op: 'in', of: coded(inner, list), members, type: bool, span };
    },
    () => {
      const members = Array.from({ length: 4 }, () => random.below(12));
      return { op: 'in', of: numeric(inner, 'int'), members, type: bool, span };
    },
    () => ({
      ...{ op: 'compare', how: random.pick(comparisons), type: bool, span },
      ...pairOf(() => day(inner)),
    }),
    () => ({
      ...{ op: 'compare', how: random.pick(comparisons), type: bool, span },
      ...pairOf(() => numeric(inner, 'money')),
    }),
  ])();
}

/** `has(x) && ... x ...`, the way rules are written. */
function hasCondition(around: Around): Expression {
  const found = fieldsAround(around).filter(({ field }) => field.optional);
  if (found.length === 0) return literal(bool, true);
  const { of, name, field } = around.random.pick(found);
  const has: Expression = { op: 'has', of, name, type: bool, span };
  if (field.type.kind !== 'date') return has;
  const date: Expression = { op: 'field', of, name, type: field.type, span };
  const period = periodNode(around);
  return {
    op: 'and',
    parts: [has, { op: 'within', date, period, type: bool, span }],
    type: bool,
    span,
  };
}

function windowCondition(around: Around): Expression {
  const { random } = around;
  const date = day({ ...around, depth: 0 });
  const period = periodNode(around);
  return random.pick<() => Expression>([
    () => ({ op: 'within', date, period, type: bool, span }),
    () => ({ op: 'age', how: random.pick(order), date, period, type: bool, span }),
    () =>
      around.collection === undefined
        ? { op: 'within', date, period, type: bool, span }
        : { op: 'active', type: bool, span },
  ])();
}

function codesCondition(around: Around): Expression {
  const { random } = around;
  return overCodes(around, (of, list) => {
    const inner: Around = { ...deeper(around), members: list, depth: random.below(2) };
    const member: Expression = { op: 'member', type: { kind: 'code', list }, span };
    const all = around.world.codeLists.get(list) ?? [];
    const members = Array.from({ length: random.between(1, 4) }, () => random.pick(all));
    const isIn: Expression = { op: 'in', of: member, members, type: bool, span };
    const right = random.chance(0.5) ? codeLiteral(around, list) : coded(inner, list);
    const how = random.pick(['==', '!='] as const);
    const is: Expression = { op: 'compare', how, left: member, right, type: bool, span };
    const plain = random.pick([isIn, is]);
    const body: Expression = random.pick<Expression>([
      plain,
      { op: 'not', of: plain, type: bool, span },
      { op: 'or', parts: [isIn, is], type: bool, span },
      { op: 'and', parts: [isIn, simpleCondition(inner)], type: bool, span },
    ]);
    return { op: random.pick(['codes-some', 'codes-every']), of, body, type: bool, span };
  });
}

/** Something about several codes, behind `has()` where they may be absent. */
function overCodes(around: Around, make: (of: Expression, list: string) => Expression): Expression {
  const found = fieldsAround(around).filter(({ field }) => field.type.kind === 'codes');
  const { of, name, field } = around.random.pick(found);
  const { type } = field;
  if (type.kind !== 'codes') throw new RangeError(name);
  const made = make({ op: 'field', of, name, type, span }, type.list);
  if (!field.optional) return made;
  const otherwise = made.type.kind === 'bool' ? literal(bool, false) : literal(made.type, 0);
  return guarded(of, name, made, otherwise);
}

/** A random amount or whole number. */
function numeric(around: Around, kind: 'int' | 'money'): Expression {
  const { random, depth } = around;
  const inner = deeper(around);
  if (depth <= 0) return simpleNumber(around, kind);
  const choices: (() => Expression)[] = [
    () => simpleNumber(around, kind),
    () => arithmetic(numeric(inner, kind), random.pick(['+', '-']), numeric(inner, kind)),
    () => arithmetic(numeric(inner, kind), '*', simpleNumber(inner, 'int')),
    () => arithmetic(numeric(inner, kind), '/', divisor(around)),
    () => choice(around, () => numeric(inner, kind)),
    () => table(around, () => numeric(inner, kind)),
    () => {
      const [of, limit] = [numeric(inner, kind), numeric(inner, kind)];
      const [a, b] = [boundsOf(of), boundsOf(limit)];
      return {
        ...{ op: 'cap', of, limit, span },
        type: { kind, least: Math.min(a.least, b.least), most: Math.min(a.most, b.most) },
      };
    },
    () => {
      const of = numeric(inner, kind);
      const { least, most } = boundsOf(of);
      return { op: 'negate', of, type: { kind, least: 0 - most, most: 0 - least }, span };
    },
  ];
  if (kind === 'int') {
    choices.push(() =>
      overCodes(around, (of) => ({ op: 'codes-size', of, type: int(0, 300), span })),
    );
  }
  if (around.collection === undefined) {
    choices.push(
      () => folded(around, kind),
      () => folded(around, kind),
    );
  }
  return random.pick(choices)();
}

function simpleNumber(around: Around, kind: 'int' | 'money'): Expression {
  const { random } = around;
  const constant = (): Expression => {
    const value = random.between(-20, 100);
    return literal(kind === 'int' ? int(value, value) : money(value, value), value);
  };
  const named = kind === 'int' ? 'limit' : 'floor';
  return random.pick<() => Expression>([
    constant,
    () => ({
      ...{ op: 'value', name: named, span },
      type: kind === 'int' ? int(0, 500) : money(0, 1e11),
    }),
    () => fieldOr(around, (type) => type.kind === kind, constant),
    () => fieldOr(around, (type) => type.kind === kind, constant),
    () => ruleOr(around, (type) => type.kind === kind, constant),
  ])();
}

function divisor(around: Around): Expression {
  const value = around.random.pick([-7, -1, 2, 3, 10]);
  const constant = (): Expression => literal(int(value, value), value);
  return fieldOr(around, (type) => type.kind === 'int' && type.least > 0, constant);
}

/** A count, sum, least or greatest over records. */
function folded(around: Around, kind: 'int' | 'money'): Expression {
  const { random } = around;
  const { records, inside } = recordsAround(around);
  const body = numeric({ ...inside, depth: 1 }, kind);
  const { least, most } = boundsOf(body);
  const otherwise = simpleNumber(around, kind);
  const others = boundsOf(otherwise);
  const bounds = { least: Math.min(least, others.least), most: Math.max(most, others.most) };
  return random.pick<() => Expression>([
    () =>
      kind === 'int'
        ? { op: 'count', records, type: int(0, 100), span }
        : { op: 'sum', records, body, type: scaled(kind, least, most), span },
    () => ({ op: 'sum', records, body, type: scaled(kind, least, most), span }),
    () => ({
      ...{ op: random.pick(['least', 'most']), records, body, otherwise, span },
      type: { kind, ...bounds },
    }),
  ])();
}

function scaled(kind: 'int' | 'money', least: number, most: number): Type {
  return { kind, least: Math.min(0, least * 100), most: Math.max(0, most * 100) };
}

function someOrEvery(around: Around): Expression {
  const { records, inside } = recordsAround(around);
  const body = condition({ ...inside, depth: 1 });
  return { op: around.random.pick(['some', 'every']), records, body, type: bool, span };
}

function recordsAround(around: Around): {
  readonly records: RecordsNode;
  readonly inside: Around;
} {
  const { random, world } = around;
  const collection = random.pick([...world.collections.keys()]);
  const inside: Around = { ...around, collection, rules: [], depth: random.below(2) };
  const where = Array.from({ length: random.below(4) }, () => condition(inside));
  return { records: { collection, where, span }, inside };
}

function coded(around: Around, list: string): Expression {
  const { random, depth, members } = around;
  const of = (type: Type): boolean => type.kind === 'code' && type.list === list;
  const constant = (): Expression => codeLiteral(around, list);
  const choices: (() => Expression)[] = [
    constant,
    () => fieldOr(around, of, constant),
    () => fieldOr(around, of, constant),
    () => ruleOr(around, of, constant),
  ];
  if (members === list) {
    choices.push(() => ({ op: 'member', type: { kind: 'code', list }, span }));
  }
  if (depth > 0) choices.push(() => table(around, () => coded(deeper(around), list)));
  return random.pick(choices)();
}

function choice(around: Around, make: () => Expression): Expression {
  const [yes, no] = [make(), make()];
  const test = condition({ ...around, depth: 0 });
  return { op: 'choose', test, yes, no, type: union(yes.type, no.type), span };
}

function table(around: Around, make: () => Expression): Expression {
  const { random } = around;
  const rows = Array.from({ length: random.between(1, 3) }, () => ({
    when: condition({ ...around, depth: 0 }),
    then: make(),
  }));
  const last = { when: literal(bool, true), then: make() };
  const type = rows.reduce((all, { then }) => union(all, then.type), last.then.type);
  return { op: 'table', hit: 'first', rows: [...rows, last], type, span };
}
