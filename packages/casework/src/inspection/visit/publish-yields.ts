import { suppressSmallCells, yieldOf, type VisitOutcome } from '@credence/domain';

import { smallestCell } from '../../reading/reading.ts';
import type { VisitYield } from './visit.ts';

/**
 * How often visits found something: those that looked at no class together, all others by class. One
 * table in which each visit stands once, so that no other tells what it withholds. Visits picked by
 * hand are not in it.
 *
 * Legal source: guards G38 and N8 (cells of ten and more, secondary suppression).
 */
export function publishYields(outcomes: readonly VisitOutcome[]): readonly VisitYield[] {
  const groups = new Map<string, VisitOutcome[]>();
  for (const outcome of outcomes) {
    const { arm, class: risk } = outcome;
    if (arm === 'hand-picked') continue;
    const group = arm === 'random' ? 'random' : (risk ?? 'none');
    groups.set(group, [...(groups.get(group) ?? []), outcome]);
  }
  const rows = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  const counted = rows.map(([, visits]) => yieldOf(visits));
  const table = suppressSmallCells(
    counted.map(({ visits, found }) => [found, visits - found]),
    { smallest: smallestCell, nought: 'withheld' },
  );
  return rows.map(([group], at): VisitYield => {
    const [found = null] = table.cells[at] ?? [];
    const visits = table.rowTotals[at] ?? null;
    const estimate = counted[at]?.estimate;
    const isTold = found !== null && visits !== null && estimate !== undefined;
    return { group, visits, found, ...(isTold ? { estimate } : {}) };
  });
}
