import type { Expression } from '../../language/tree.ts';
import { typeOfValue, type Parameter } from '../parameters.ts';
import { opposite } from '../plan.ts';
import { fitsInt32, membersOf } from '../storage.ts';
import { fieldOf, type Code } from './code.ts';
import { noneOf } from './none-of.ts';
import { writeCodesSize, writeCodesSome, type Place } from './write-codes.ts';

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

const asOf: Parameter = { kind: 'as-of' };

/** An expression as JavaScript that yields a truth value or a number; a code is its index. */
export function writeExpression(code: Code, expression: Expression, place: Place): string {
  const write = (part: Expression, at = place): string => writeExpression(code, part, at);
  const node = expression;
  switch (node.op) {
    case 'literal':
      return writeLiteral(code, node);
    case 'value': {
      const name = code.parameterName({ kind: 'value', name: node.name });
      return typeOfValue(code.program, node.name).kind === 'bool' ? `(${name} !== 0)` : name;
    }
    case 'rule':
      return code.ruleName(node.name);
    case 'field': {
      const read = readOf(code, node.of, node.name, place, 'values');
      return node.type.kind === 'bool' ? `(${read} === 1)` : read;
    }
    case 'has': {
      const collection = node.of === 'record' ? place.collection : undefined;
      if (!fieldOf(code.program, collection, node.name).optional) return 'true';
      return `(${readOf(code, node.of, node.name, place, 'present')} === 1)`;
    }
    case 'member':
      return `k${place.depth}`;
    case 'not':
      return `!${write(node.of)}`;
    case 'negate':
      // Nought minus it, since there is no minus nought.
      return `(0 - ${write(node.of)})`;
    case 'and':
      return `(${node.parts.map((part) => write(part)).join(' && ') || 'true'})`;
    case 'or':
      return `(${node.parts.map((part) => write(part)).join(' || ') || 'false'})`;
    case 'compare':
      return `(${write(node.left)} ${operators[node.how]} ${write(node.right)})`;
    case 'in':
      return writeIn(code, node, write(node.of));
    case 'arithmetic':
      return writeArithmetic(node, write(node.left), write(node.right));
    case 'choose':
      return `(${write(node.test)} ? ${write(node.yes)} : ${write(node.no)})`;
    case 'table':
      return writeTable(node.rows.map(({ when, then }) => [write(when), write(then)]));
    case 'count':
    case 'sum':
      return `a${code.plan.aggregateOf(node).id}`;
    case 'some':
      return `(a${code.plan.aggregateOf(node).id} !== 0)`;
    case 'every':
      return `(a${code.plan.aggregateOf(node).id} === 0)`;
    case 'least':
    case 'most': {
      const aggregate = code.plan.aggregateOf(node);
      const found = `a${aggregate.id}`;
      return `(${found} === ${noneOf(aggregate)} ? ${write(node.otherwise)} : ${found})`;
    }
    case 'cap':
      return `Math.min(${write(node.of)}, ${write(node.limit)})`;
    case 'codes-size':
      return writeCodesSize(code, node.of, place, write);
    case 'codes-some':
      return writeCodesSome(code, node, place, write);
    case 'codes-every':
      return `!${writeCodesSome(code, { of: node.of, body: opposite(node.body) }, place, write)}`;
    case 'within':
    case 'active':
    case 'age':
      return `(${writeTimeConditions(code, node, place).join(' && ')})`;
  }
}

/** A condition about time as conditions that must all hold, each about one day of the facts. */
export function writeTimeConditions(
  code: Code,
  node: Node<'within' | 'active' | 'age'>,
  place: Place,
): readonly string[] {
  const today = code.parameterName(asOf);
  switch (node.op) {
    case 'within': {
      const date = writeExpression(code, node.date, place);
      const { period } = node;
      const first = code.parameterName({ kind: 'boundary', period, of: 'as-of' });
      return [`(${date} <= ${today})`, `(${date} >= ${first})`];
    }
    case 'age': {
      const { period, how } = node;
      const of = how === '>=' || how === '<' ? 'as-of' : 'day-before';
      const first = code.parameterName({ kind: 'boundary', period, of });
      const isOld = how === '>=' || how === '>';
      return [`(${writeExpression(code, node.date, place)} ${isOld ? '<' : '>='} ${first})`];
    }
    case 'active':
      return activeConditions(code, place).map(({ field, test }) => {
        const { optional } = fieldOf(code.program, place.collection, field);
        const day = readOf(code, 'record', field, place, 'values');
        const present = optional ? readOf(code, 'record', field, place, 'present') : undefined;
        if (test === 'begun') {
          return `(${present === undefined ? '' : `${present} === 1 && `}${day} <= ${today})`;
        }
        return `(${present === undefined ? '' : `${present} === 0 || `}${day} > ${today})`;
      });
  }
}

function activeConditions(
  { program }: Code,
  { collection = '' }: Place,
): readonly { readonly field: string; readonly test: 'begun' | 'not-ended' }[] {
  const active = program.world.collections.get(collection)?.active;
  if (active === undefined) throw new RangeError(`Records of "${collection}" are never active.`);
  return [
    { field: active.from, test: 'begun' },
    { field: active.until, test: 'not-ended' },
  ];
}

const operators = {
  '==': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
} as const;

function readOf(
  code: Code,
  of: 'subject' | 'record',
  field: string,
  place: Place,
  part: 'values' | 'present',
): string {
  const collection = of === 'record' ? place.collection : undefined;
  if (of === 'record' && collection === undefined) {
    throw new RangeError(`"${field}" is a fact of a record, and none is at hand.`);
  }
  return `${code.arrayName({ collection, field, part })}[${of === 'record' ? 'j' : 'i'}]`;
}

function writeLiteral({ program }: Code, { value, type }: Node<'literal'>): string {
  if (typeof value !== 'string') return typeof value === 'number' ? numeral(value) : String(value);
  if (type.kind !== 'code') throw new RangeError(`"${value}" is no ${type.kind}.`);
  return numeral(membersOf(type.list, program.world).indexOf(value));
}

function writeIn(code: Code, { of, members }: Node<'in'>, value: string): string {
  const { type } = of;
  const numbers = members.map((member) => {
    if (typeof member === 'number') return member;
    if (type.kind !== 'code') throw new RangeError(`"${member}" is no ${type.kind}.`);
    return membersOf(type.list, code.program.world).indexOf(member);
  });
  if (type.kind === 'code' && membersOf(type.list, code.program.world).length <= 32) {
    const mask = numbers.reduce((bits, number) => bits | (1 << number), 0);
    return `((${mask} >>> ${value} & 1) === 1)`;
  }
  return `${code.setName(numbers)}.has(${value})`;
}

function writeArithmetic(node: Node<'arithmetic'>, left: string, right: string): string {
  switch (node.how) {
    case '+':
    case '-':
      return `(${left} ${node.how} ${right})`;
    case '*':
      // Adding nought, or keeping 32 bits, turns minus nought into nought.
      return fitsInt32(node.type) ? `(${left} * ${right} | 0)` : `(${left} * ${right} + 0)`;
    case '/':
      return fitsInt32(node.type)
        ? `(${left} / ${right} | 0)`
        : `(Math.trunc(${left} / ${right}) + 0)`;
  }
}

/** The last row needs no test: the checker has proved that some row fits. */
function writeTable(rows: readonly (readonly [when: string, then: string])[]): string {
  const last = rows.at(-1)?.[1] ?? '0';
  return rows
    .slice(0, -1)
    .reduceRight((rest, [when, then]) => `(${when} ? ${then} : ${rest})`, last);
}

function numeral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number.`);
  return value < 0 ? `(${value})` : String(value);
}
