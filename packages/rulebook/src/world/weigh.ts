import type { Weighing } from '../card/risk-class-card.ts';
import type { SectorLine, World } from '../language/world.ts';
import { OTHERWISE, type TableText } from '../language/check-table.ts';

/** Rules that a weighed class has between `total` and `result`. */
export const LIKELIHOOD = 'likelihood';
export const SEVERITY = 'sector_severity';

/** The lines of business that a card weighs: those that profiles name by the fact it reads. */
export function weighedLines({ by }: Weighing, { sectorLines }: World): readonly SectorLine[] {
  const lines = (sectorLines ?? []).filter(({ fact }) => fact === by);
  // A code that stands in two profiles is reported there, and counts once.
  return [...new Map(lines.toReversed().map((line) => [line.code, line])).values()].toReversed();
}

/**
 * What the profiles of sectors say as a decision table: one row for each severity, the gravest first,
 * and a last one for whatever no profile names.
 */
export function severityTable(weighing: Weighing, world: World): TableText {
  const { severities, by, others } = weighing;
  const lines = weighedLines(weighing, world);
  const rows = severities.toReversed().flatMap(({ severity }) => {
    const named = lines.filter((line) => line.severity === severity).map(({ code }) => code);
    if (named.length === 0) return [];
    return [{ when: `has(org.${by}) && org.${by} in [${named.join(', ')}]`, then: severity }];
  });
  return { hit: 'first', rows: [...rows, { when: OTHERWISE, then: others.severity }] };
}

/** The matrix as a decision table of which exactly one row fits. */
export function weighTable({ matrix }: Weighing): TableText {
  const rows = matrix.map((cell) => ({
    when: `${LIKELIHOOD} == ${cell.likelihood} && ${SEVERITY} == ${cell.severity}`,
    then: cell.class,
  }));
  return { hit: 'unique', rows };
}
