import type { SectorId } from '../organisation/sectors.ts';
import { marketViolations } from './market.ts';
import { publicViolations } from './public.ts';
import { safetyViolations } from './safety.ts';
import type { Violation } from './violation.ts';

export const violations: readonly Violation[] = [
  ...marketViolations,
  ...safetyViolations,
  ...publicViolations,
];

const bySector = new Map<SectorId, readonly (readonly [Violation, number])[]>();

/** What organisations of a sector are penalised for, with weights. */
export function violationsIn(sector: SectorId): readonly (readonly [Violation, number])[] {
  const known = bySector.get(sector);
  if (known) return known;
  const found = violations
    .filter(({ sectors }) => sectors.length === 0 || sectors.includes(sector))
    // What can happen to anyone is rare beside what belongs to the business.
    .map(
      (each) =>
        [each, each.sectors.length === 0 ? Math.ceil(each.weight / 3) : each.weight] as const,
    );
  bySector.set(sector, found);
  return found;
}
