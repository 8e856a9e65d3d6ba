import type { Expression } from '../language/tree.ts';

/** Every expression that differs from the given one in one part, `change` saying which parts. */
export function rebuild(
  expression: Expression,
  change: (part: Expression) => readonly Expression[],
): readonly Expression[] {
  return [...change(expression), ...below(expression, change)];
}

type Change = (part: Expression) => readonly Expression[];

function below(expression: Expression, change: Change): readonly Expression[] {
  switch (expression.op) {
    case 'not':
    case 'negate':
    case 'in':
    case 'codes-size':
      return rebuild(expression.of, change).map((of) => ({ ...expression, of }));
    case 'and':
    case 'or':
      return list(expression.parts, change).map((parts) => ({ ...expression, parts }));
    case 'compare':
    case 'arithmetic':
      return [
        ...rebuild(expression.left, change).map((left) => ({ ...expression, left })),
        ...rebuild(expression.right, change).map((right) => ({ ...expression, right })),
      ];
    case 'choose':
      return [
        ...rebuild(expression.test, change).map((test) => ({ ...expression, test })),
        ...rebuild(expression.yes, change).map((yes) => ({ ...expression, yes })),
        ...rebuild(expression.no, change).map((no) => ({ ...expression, no })),
      ];
    case 'table':
      return tableBelow(expression, change);
    case 'cap':
      return [
        ...rebuild(expression.of, change).map((of) => ({ ...expression, of })),
        ...rebuild(expression.limit, change).map((limit) => ({ ...expression, limit })),
      ];
    case 'codes-some':
    case 'codes-every':
      return [
        ...rebuild(expression.of, change).map((of) => ({ ...expression, of })),
        ...rebuild(expression.body, change).map((body) => ({ ...expression, body })),
      ];
    case 'within':
    case 'age':
      return rebuild(expression.date, change).map((date) => ({ ...expression, date }));
    case 'count':
    case 'some':
    case 'every':
    case 'sum':
    case 'least':
    case 'most':
      return recordsBelow(expression, change);
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

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

function tableBelow(expression: Node<'table'>, change: Change): readonly Expression[] {
  const { rows, hit } = expression;
  return rows.flatMap((row, place) => {
    // Where exactly one row fits each case, a changed condition leaves a gap or an overlap, which the
    // checker refuses before any case is run.
    const conditions = hit === 'unique' ? [] : rebuild(row.when, change);
    const changed = [
      ...conditions.map((when) => ({ ...row, when })),
      ...rebuild(row.then, change).map((then) => ({ ...row, then })),
    ];
    return changed.map((each) => ({ ...expression, rows: rows.with(place, each) }));
  });
}

function recordsBelow(
  expression: Node<'count' | 'some' | 'every' | 'sum' | 'least' | 'most'>,
  change: Change,
): readonly Expression[] {
  const { records } = expression;
  const filtered = list(records.where, change).map((where): Expression => ({
    ...expression,
    records: { ...records, where },
  }));
  if (expression.op === 'count') return filtered;
  const bodies = rebuild(expression.body, change).map((body) => ({ ...expression, body }));
  if (expression.op !== 'least' && expression.op !== 'most') return [...filtered, ...bodies];
  const others = rebuild(expression.otherwise, change).map((otherwise) => ({
    ...expression,
    otherwise,
  }));
  return [...filtered, ...bodies, ...others];
}

function list(parts: readonly Expression[], change: Change): readonly (readonly Expression[])[] {
  return parts.flatMap((part, place) =>
    rebuild(part, change).map((changed) => parts.with(place, changed)),
  );
}
