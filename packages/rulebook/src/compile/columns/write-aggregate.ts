import type { Expression } from '../../language/tree.ts';
import type { Aggregate } from '../plan.ts';
import { membersOf } from '../storage.ts';
import type { Code } from './code.ts';
import { writeExpression, writeTimeConditions } from './write-expression.ts';
import type { Update } from './write-updates.ts';
import type { Place } from './write-codes.ts';

/** What a record does to an aggregate, and when. */
export function updateOf(code: Code, aggregate: Aggregate): Update {
  const place: Place = { collection: aggregate.collection, depth: 0 };
  const name = `a${aggregate.id}`;
  const body = aggregate.body === undefined ? '' : writeExpression(code, aggregate.body, place);
  return {
    conditions: aggregate.where.flatMap((part) => conditionsOf(code, part, place)),
    text: {
      count: `${name}++;`,
      some: `${name} = 1;`,
      sum: `${name} += ${body};`,
      least: `${name} = Math.min(${name}, ${body});`,
      most: `${name} = Math.max(${name}, ${body});`,
    }[aggregate.kind],
  };
}

function conditionsOf(code: Code, part: Expression, place: Place): Update['conditions'] {
  if (part.op === 'within' || part.op === 'active' || part.op === 'age') {
    return writeTimeConditions(code, part, place).map((text) => ({ text }));
  }
  const text = writeExpression(code, part, place);
  if (part.op !== 'compare' || part.how !== '==') return [{ text }];
  const [field, literal] =
    part.left.op === 'field' ? [part.left, part.right] : [part.right, part.left];
  if (field.op !== 'field' || field.of !== 'record' || literal.op !== 'literal') return [{ text }];
  const { value, type } = literal;
  if (typeof value === 'boolean' || type.kind === 'codes') return [{ text }];
  const constant =
    typeof value === 'number'
      ? value
      : type.kind === 'code'
        ? membersOf(type.list, code.program.world).indexOf(value)
        : 0;
  return [{ text, equals: { read: writeExpression(code, field, place), constant } }];
}
