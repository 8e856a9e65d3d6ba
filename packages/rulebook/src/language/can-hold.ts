import { Cases } from './cases.ts';
import type { Expression } from './tree.ts';
import type { World } from './world.ts';

/** More cases than these are not tried; a condition that needs them is none that anybody can read. */
export const MOST_CASES = 200_000;

/**
 * Whether some facts make a condition hold. `no` is proved: nothing makes it hold. `yes` is proved as
 * well; `unknown` is said where the parts of the condition depend on each other in a way that is not
 * looked into, or where there are too many cases.
 *
 * @param rules - what the rules say that the condition names; without it they are unknown
 */
export function canHold(
  condition: Expression,
  world: World,
  rules: ReadonlyMap<string, Expression> = new Map(),
): 'yes' | 'no' | 'unknown' {
  const cases = new Cases(world, rules);
  const holds = cases.read(condition);
  if (cases.count > MOST_CASES) return 'unknown';
  if (!cases.some(holds)) return 'no';
  return cases.exact ? 'yes' : 'unknown';
}
