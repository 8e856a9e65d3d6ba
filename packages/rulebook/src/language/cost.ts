import { partsOf } from './parts-of.ts';
import type { Expression } from './tree.ts';
import type { World } from './world.ts';

/** How many records an answer looks at, at most: for each aggregate all that a subject may have. */
export function costOf(expression: Expression, world: World): number {
  const own = 'records' in expression ? mostOf(expression.records.collection, world) : 0;
  return partsOf(expression).reduce((sum, part) => sum + costOf(part, world), own);
}

function mostOf(collection: string, world: World): number {
  return world.collections.get(collection)?.most ?? 0;
}
