import type { Program } from '../../language/program.ts';
import type { Expression } from '../../language/tree.ts';
import type { Type } from '../../language/type.ts';
import type { Field } from '../../language/world.ts';
import { typeOfValue, type Parameter, type Parameters } from '../parameters.ts';
import { opposite, type Plan } from '../plan.ts';
import { fillerOf, membersOf } from '../storage.ts';
import { quoted, type SqlLayout } from './layout.ts';

/** What the writing of one statement needs. */
export interface SqlCode {
  readonly program: Program;
  readonly layout: SqlLayout;
  readonly plan: Plan;
  readonly parameters: Parameters;
  /** Where the result of a rule that stands before can be read. */
  readonly ruleColumn: (rule: string) => string;
}

/** Where an expression stands: at a subject (`s`) or at a record (`r`) of a collection. */
export interface SqlPlace {
  readonly collection: string | undefined;
  /** How many codes are at hand, one inside the other. */
  readonly depth: number;
}

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/**
 * An expression as SQL that yields `boolean` or `bigint`, and never NULL: a fact that may be absent
 * is read with a filler, which the checker keeps out of every answer.
 */
export function writeSql(code: SqlCode, node: Expression, place: SqlPlace): string {
  const write = (part: Expression, at = place): string => writeSql(code, part, at);
  switch (node.op) {
    case 'literal':
      return writeLiteral(code, node);
    case 'value': {
      const value = parameterOf(code, { kind: 'value', name: node.name });
      return typeOfValue(code.program, node.name).kind === 'bool' ? `(${value} = 1)` : value;
    }
    case 'rule':
      return code.ruleColumn(node.name);
    case 'field':
      return readOf(code, node.of, node.name, place);
    case 'has':
      return `(${columnOf(code, node.of, node.name, place).column} IS NOT NULL)`;
    case 'member':
      return `m${place.depth}.code::bigint`;
    case 'not':
      return `(NOT ${write(node.of)})`;
    case 'negate':
      return `(0 - ${write(node.of)})`;
    case 'and':
      return `(${node.parts.map((part) => write(part)).join(' AND ') || 'TRUE'})`;
    case 'or':
      return `(${node.parts.map((part) => write(part)).join(' OR ') || 'FALSE'})`;
    case 'compare':
      return `(${write(node.left)} ${operators[node.how]} ${write(node.right)})`;
    case 'in':
      return `(${write(node.of)} IN (${indexesOf(code, node).join(', ')}))`;
    case 'arithmetic':
      // Whole numbers divide towards nought in SQL too.
      return `(${write(node.left)} ${node.how} ${write(node.right)})`;
    case 'choose':
      return caseOf([[write(node.test), write(node.yes)]], write(node.no));
    case 'table': {
      const rows = node.rows.map(({ when, then }) => [write(when), write(then)] as const);
      return caseOf(rows.slice(0, -1), rows.at(-1)?.[1] ?? '0');
    }
    case 'count':
    case 'sum':
      return `COALESCE(a${code.plan.aggregateOf(node).id}, 0)::bigint`;
    case 'some':
      return `(COALESCE(a${code.plan.aggregateOf(node).id}, 0) > 0)`;
    case 'every':
      return `(COALESCE(a${code.plan.aggregateOf(node).id}, 0) = 0)`;
    case 'least':
    case 'most':
      return `COALESCE(a${code.plan.aggregateOf(node).id}, ${write(node.otherwise)})`;
    case 'cap':
      return `LEAST(${write(node.of)}, ${write(node.limit)})`;
    case 'codes-size':
      return `cardinality(${write(node.of)})::bigint`;
    case 'codes-some':
      return writeCodesSome(code, node, place);
    case 'codes-every':
      return `(NOT ${writeCodesSome(code, { of: node.of, body: opposite(node.body) }, place)})`;
    case 'within':
    case 'age':
      return writeWindow(code, node, place);
    case 'active':
      return writeActive(code, place);
  }
}

/** The conditions one after the other, and what holds where none does. */
export function caseOf(
  rows: readonly (readonly [when: string, then: string])[],
  otherwise: string,
): string {
  if (rows.length === 0) return otherwise;
  const cases = rows.map(([when, then]) => `WHEN ${when} THEN ${then}`);
  return `CASE ${cases.join(' ')} ELSE ${otherwise} END`;
}

/** A parameter of the day as a whole number. */
export function parameterOf(code: SqlCode, parameter: Parameter): string {
  return `$${code.parameters.place(parameter) + 1}::bigint`;
}

const operators = { '==': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

function writeLiteral({ program }: SqlCode, { value, type }: Node<'literal'>): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numeral(value);
  if (type.kind !== 'code') throw new RangeError(`"${value}" is no ${type.kind}.`);
  return numeral(membersOf(type.list, program.world).indexOf(value));
}

function indexesOf({ program }: SqlCode, { of, members }: Node<'in'>): readonly string[] {
  return members.map((member) => {
    if (typeof member === 'number') return numeral(member);
    if (of.type.kind !== 'code') throw new RangeError(`"${member}" is no ${of.type.kind}.`);
    return numeral(membersOf(of.type.list, program.world).indexOf(member));
  });
}

function readOf(code: SqlCode, of: 'subject' | 'record', name: string, place: SqlPlace): string {
  const { column, field } = columnOf(code, of, name, place);
  const { type, optional } = field;
  const typed = type.kind === 'bool' || type.kind === 'codes' ? column : `${column}::bigint`;
  return optional ? `COALESCE(${typed}, ${fillerText(type)})` : typed;
}

function fillerText(type: Type): string {
  if (type.kind === 'bool') return 'FALSE';
  return type.kind === 'codes' ? "'{}'" : numeral(fillerOf(type));
}

function columnOf(
  { program, layout }: SqlCode,
  of: 'subject' | 'record',
  name: string,
  { collection }: SqlPlace,
): { readonly column: string; readonly field: Field } {
  const { world } = program;
  const isSubject = of === 'subject';
  const about = isSubject ? layout.subjects : layout.collections.get(collection ?? '');
  const fields = isSubject ? world.subject : world.collections.get(collection ?? '')?.fields;
  const [column, field] = [about?.columns.get(name), fields?.get(name)];
  if (column === undefined || field === undefined) {
    throw new RangeError(`The layout has no column for "${name}".`);
  }
  return { column: `${isSubject ? 's' : 'r'}.${quoted(column)}`, field };
}

function writeCodesSome(
  code: SqlCode,
  { of, body }: { readonly of: Expression; readonly body: Expression },
  place: SqlPlace,
): string {
  const inner = { ...place, depth: place.depth + 1 };
  const codes = `unnest(${writeSql(code, of, place)}) AS m${inner.depth}(code)`;
  return `EXISTS (SELECT 1 FROM ${codes} WHERE ${writeSql(code, body, inner)})`;
}

function writeWindow(code: SqlCode, node: Node<'within' | 'age'>, place: SqlPlace): string {
  const date = writeSql(code, node.date, place);
  const { period } = node;
  if (node.op === 'within') {
    const first = parameterOf(code, { kind: 'boundary', period, of: 'as-of' });
    return `(${date} <= ${parameterOf(code, { kind: 'as-of' })} AND ${date} >= ${first})`;
  }
  const of = node.how === '>=' || node.how === '<' ? 'as-of' : 'day-before';
  const first = parameterOf(code, { kind: 'boundary', period, of });
  return `(${date} ${node.how === '>=' || node.how === '>' ? '<' : '>='} ${first})`;
}

function writeActive(code: SqlCode, place: SqlPlace): string {
  const { collection = '' } = place;
  const active = code.program.world.collections.get(collection)?.active;
  if (active === undefined) throw new RangeError(`Records of "${collection}" are never active.`);
  const [from, until] = [active.from, active.until].map(
    (name) => columnOf(code, 'record', name, place).column,
  );
  const today = parameterOf(code, { kind: 'as-of' });
  const begun = `COALESCE(${from ?? ''}::bigint <= ${today}, FALSE)`;
  return `(${begun} AND COALESCE(${until ?? ''}::bigint > ${today}, TRUE))`;
}

function numeral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number.`);
  return `(${value})::bigint`;
}
