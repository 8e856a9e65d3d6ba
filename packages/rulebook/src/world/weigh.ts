import type { Weighing } from '../card/risk-class-card.ts';
import { OTHERWISE, type TableText } from '../language/check-table.ts';

/** Rules that a weighed class has between `total` and `result`. */
export const LIKELIHOOD = 'likelihood';
export const SEVERITY = 'sector_severity';

/**
 * The published table of sectors as a decision table: one row for each severity, the gravest first,
 * and a last one for whatever the table does not name.
 */
export function severityTable({ severities, by, sectors, others }: Weighing): TableText {
  const rows = severities.toReversed().flatMap(({ severity }) => {
    const named = sectors.filter((row) => row.severity === severity).map(({ sector }) => sector);
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
