import type { Comparison, Expression, PeriodNode } from '../language/tree.ts';
import type { World } from '../language/world.ts';

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/** The small mistakes that could have been made at one node of a rule. */
export function mutateNode(world: World, expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'literal':
      return mutateLiteral(world, expression);
    case 'compare':
      return [{ ...expression, how: flipped[expression.how] }];
    case 'age':
      return [
        { ...expression, how: flippedAge[expression.how] },
        ...periods(world, expression.period).map((period) => ({ ...expression, period })),
      ];
    case 'within':
      return periods(world, expression.period).map((period) => ({ ...expression, period }));
    case 'in':
      return dropEach(expression.members).map((members) => ({ ...expression, members }));
    case 'not':
      return [expression.of];
    case 'negate':
      return [expression.of];
    case 'and':
    case 'or':
      return [
        ...dropEach(expression.parts).map((parts) => ({ ...expression, parts })),
        { ...expression, op: expression.op === 'and' ? 'or' : 'and' },
      ];
    case 'arithmetic':
      return [{ ...expression, how: expression.how === '+' ? '-' : '+' }];
    case 'choose':
      return [{ ...expression, yes: expression.no, no: expression.yes }];
    case 'table':
      return mutateTable(expression);
    case 'count':
    case 'some':
    case 'every':
    case 'sum':
    case 'least':
    case 'most':
      return mutateRecords(expression);
    case 'cap':
      return [expression.of];
    case 'codes-some':
      return [{ ...expression, op: 'codes-every' }];
    case 'codes-every':
      return [{ ...expression, op: 'codes-some' }];
    case 'field':
    case 'has':
    case 'value':
    case 'rule':
    case 'member':
    case 'codes-size':
    case 'active':
      return [];
  }
}

const flipped: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
};

const flippedAge = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' } as const;

function mutateLiteral(world: World, literal: Node<'literal'>): readonly Expression[] {
  const { value, type } = literal;
  switch (type.kind) {
    case 'bool':
      return [{ ...literal, value: value !== true }];
    case 'int':
    case 'money':
    case 'date':
      return typeof value === 'number' ? [{ ...literal, value: value + 1 }] : [];
    case 'code': {
      const members = world.codeLists.get(type.list) ?? [];
      const next = members[(members.indexOf(String(value)) + 1) % members.length];
      return next === undefined || next === value ? [] : [{ ...literal, value: next }];
    }
    case 'codes':
      return [];
  }
}

/** One unit longer and one shorter. */
function periods(world: World, node: PeriodNode): readonly PeriodNode[] {
  const found =
    node.op === 'period' ? node.period : world.values.get(node.name)?.rows.at(-1)?.value;
  if (typeof found !== 'object') return [];
  const { unit, count } = found;
  return [count + 1, count - 1]
    .filter((each) => each >= 0)
    .map((each) => ({ op: 'period', period: { unit, count: each }, span: node.span }));
}

function mutateTable(expression: Node<'table'>): readonly Expression[] {
  // Without its last row a table would not decide every case, nor one of exact rows without any.
  if (expression.hit === 'unique') return [];
  return dropEach(expression.rows)
    .slice(0, -1)
    .map((rows) => ({ ...expression, rows }));
}

function mutateRecords(
  expression: Node<'count' | 'some' | 'every' | 'sum' | 'least' | 'most'>,
): readonly Expression[] {
  const { records } = expression;
  const wider = records.where.map((_, place): Expression => {
    const where = records.where.toSpliced(place, 1);
    return { ...expression, records: { ...records, where } };
  });
  switch (expression.op) {
    case 'some':
      return [...wider, { ...expression, op: 'every' }];
    case 'every':
      return [...wider, { ...expression, op: 'some' }];
    case 'least':
      return [...wider, { ...expression, op: 'most' }];
    case 'most':
      return [...wider, { ...expression, op: 'least' }];
    default:
      return wider;
  }
}

/** The list without each of its members; of a single one nothing is left to drop. */
function dropEach<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.length < 2 ? [] : items.map((_, place) => items.toSpliced(place, 1));
}
