import { partsOf } from '../language/parts-of.ts';
import type { Program } from '../language/program.ts';
import type { Expression, RecordsNode } from '../language/tree.ts';

/**
 * One pass over records of one collection, folded into one number. `some` is 1 where there is one;
 * `least` and `most` know whether there is one, since the tree says what holds where there is none.
 */
export interface Aggregate {
  readonly id: number;
  readonly kind: 'count' | 'some' | 'sum' | 'least' | 'most';
  readonly collection: string;
  /** All must hold. */
  readonly where: readonly Expression[];
  /** What is added up or compared; undefined for `count` and `some`. */
  readonly body: Expression | undefined;
}

/** The aggregates of a program, identical ones once. */
export interface Plan {
  readonly aggregates: readonly Aggregate[];
  /** The aggregate of a node of the tree that is one. */
  aggregateOf(node: Expression): Aggregate;
}

/** Collects what a program asks of records. */
export function planProgram(program: Program): Plan {
  const aggregates: Aggregate[] = [];
  const byKey = new Map<string, Aggregate>();
  const byNode = new Map<Expression, Aggregate>();
  const collect = (node: Expression): void => {
    const found = toAggregate(node);
    if (found !== undefined) {
      const key = keyOf(found);
      const aggregate = byKey.get(key) ?? { ...found, id: aggregates.length };
      if (!byKey.has(key)) {
        byKey.set(key, aggregate);
        aggregates.push(aggregate);
      }
      byNode.set(node, aggregate);
    }
    for (const part of partsOf(node, 'same-record')) collect(part);
  };
  for (const expression of expressionsOf(program)) collect(expression);
  return {
    aggregates,
    aggregateOf(node) {
      const aggregate = byNode.get(node);
      if (aggregate === undefined) throw new RangeError(`"${node.op}" folds no records.`);
      return aggregate;
    },
  };
}

/** Every expression of a program, in its order. */
function expressionsOf(program: Program): readonly Expression[] {
  return program.rules.flatMap(({ value, exceptions }) => [
    ...exceptions.flatMap((exception) => [exception.when, exception.value]),
    value,
  ]);
}

/** The opposite of a condition. */
export function opposite(of: Expression): Expression {
  return of.op === 'not' ? of.of : { op: 'not', of, type: of.type, span: of.span };
}

/** A condition as the conditions that must all hold. */
function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.op === 'and' ? expression.parts.flatMap(conjunctsOf) : [expression];
}

function toAggregate(node: Expression): Omit<Aggregate, 'id'> | undefined {
  switch (node.op) {
    case 'count':
      return { kind: 'count', ...recordsOf(node.records, []), body: undefined };
    case 'some':
      return { kind: 'some', ...recordsOf(node.records, [node.body]), body: undefined };
    case 'every':
      // All do where there is none that does not.
      return { kind: 'some', ...recordsOf(node.records, [opposite(node.body)]), body: undefined };
    case 'sum':
    case 'least':
    case 'most':
      return { kind: node.op, ...recordsOf(node.records, []), body: node.body };
    default:
      return undefined;
  }
}

function recordsOf(
  { collection, where }: RecordsNode,
  further: readonly Expression[],
): Pick<Aggregate, 'collection' | 'where'> {
  const unique = new Map(
    [...where, ...further].flatMap(conjunctsOf).map((part) => [keyOf(part), part]),
  );
  return { collection, where: [...unique.values()] };
}

/** Two nodes with the same key say the same; places in texts and bounds of numbers do not matter. */
function keyOf(node: object): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'span') return undefined;
    if (key !== 'type' || typeof value !== 'object' || value === null) return value;
    return 'list' in value ? value.list : 'kind' in value ? value.kind : undefined;
  });
}
