import { suppressSmallCells, yieldOf, type VisitOutcome } from '@credence/domain';

import { smallestCell } from '../../reading/reading.ts';
import type { VisitYield } from './visit.ts';

/**
 * How often visits found something: those that looked at no class together, all others by class. One
 * table in which each visit stands once, so that no other tells what it withholds. Visits picked by
 * hand are not in it. A portion of outcomes waits until the next ones where the table before and after
 * it would differ by fewer than ten somewhere: the difference is a figure about the names of one draw.
 *
 * Legal source: guards G38 and N8 (cells of ten and more, secondary suppression), N13.
 */
export function publishYields(
  portions: readonly (readonly VisitOutcome[])[],
): readonly VisitYield[] {
  let told: readonly VisitOutcome[] = [];
  let waiting: readonly VisitOutcome[] = [];
  for (const portion of portions) {
    waiting = [...waiting, ...portion];
    const next = [...told, ...waiting];
    if (!isWide(tableOf(told), tableOf(next))) continue;
    told = next;
    waiting = [];
  }
  return tableOf(told);
}

/** Whether every count that stands in both tables has grown by at least the smallest cell. */
function isWide(before: readonly VisitYield[], after: readonly VisitYield[]): boolean {
  return before.every((row) => {
    const grown = after.find(({ group }) => group === row.group);
    return counts(row).every((count, at) => {
      const now = grown === undefined ? null : (counts(grown)[at] ?? null);
      return count === null || now === null || now - count >= smallestCell;
    });
  });
}

/** Visits, and of them those that found something and those that did not. */
function counts({ visits, found }: VisitYield): readonly (number | null)[] {
  return [visits, found, visits === null || found === null ? null : visits - found];
}

function tableOf(outcomes: readonly VisitOutcome[]): readonly VisitYield[] {
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
