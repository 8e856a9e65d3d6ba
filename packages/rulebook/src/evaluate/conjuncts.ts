import type { Expression, RecordsNode } from '../language/tree.ts';

/** A node that looks at records. */
export type Aggregate = Extract<Expression, { readonly records: RecordsNode }>;

/**
 * The conditions a record must meet to count, in the order in which they are asked: the filters,
 * then the parts of what `exists` and `all` ask. `Reason.conjunct` is a place in this list.
 */
export function conjunctsOf(expression: Aggregate): readonly Expression[] {
  const { where } = expression.records;
  if (expression.op !== 'some' && expression.op !== 'every') return where;
  const { body } = expression;
  return [...where, ...(body.op === 'and' ? body.parts : [body])];
}
