import type { Expression } from './tree.ts';

/**
 * The expressions directly below one. With `same-record`, those that speak of each record of an
 * aggregate are left out.
 */
export function partsOf(
  expression: Expression,
  which: 'all' | 'same-record' = 'all',
): readonly Expression[] {
  switch (expression.op) {
    case 'not':
    case 'negate':
    case 'in':
    case 'codes-size':
      return [expression.of];
    case 'and':
    case 'or':
      return expression.parts;
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'choose':
      return [expression.test, expression.yes, expression.no];
    case 'table':
      return expression.rows.flatMap(({ when, then }) => [when, then]);
    case 'count':
      return which === 'all' ? expression.records.where : [];
    case 'some':
    case 'every':
    case 'sum':
      return which === 'all' ? [...expression.records.where, expression.body] : [];
    case 'least':
    case 'most':
      return which === 'all'
        ? [...expression.records.where, expression.body, expression.otherwise]
        : [expression.otherwise];
    case 'cap':
      return [expression.of, expression.limit];
    case 'codes-some':
    case 'codes-every':
      return [expression.of, expression.body];
    case 'within':
    case 'age':
      return [expression.date];
    case 'literal':
    case 'value':
    case 'rule':
    case 'field':
    case 'has':
    case 'member':
    case 'active':
      return [];
  }
}
