import type { CivilDate } from '@credence/domain';

import type { CaseworkParts } from '../casework-parts.ts';
import type { AgencyRow } from '../port/register.ts';
import { findAgency } from './add-agency.ts';

/** Who stands behind a desk: whoever is above it, and who decides appeals against it. */
export interface Behind {
  readonly superior?: string;
  readonly review?: string;
  /** The units that may decide appeals, `review` first; more than one where nobody named it. */
  readonly mayReview: readonly string[];
  /** The register names `review`; otherwise it is found among those who have a reviewer. */
  readonly isNamed: boolean;
}

/**
 * Who stands behind each desk. The operator says in the register which unit decides appeals against
 * an agency; where nobody said so it is the agency above it, and else a pool: the first other agency
 * that has a reviewer. A unit that decided in the case itself is passed over.
 *
 * Legal source: guard G29.
 */
export async function findBehind(
  parts: Pick<CaseworkParts, 'register' | 'journal'>,
  agencies: readonly AgencyRow[],
  today: CivilDate,
): Promise<(desk: string, decided?: ReadonlySet<string>) => Behind> {
  const units: string[] = [];
  const said = new Map<string, Pick<Behind, 'superior' | 'review'>>();
  const inOrder = agencies.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, home } of inOrder) {
    const rows = await parts.register.accountsIn(home);
    const reviews = rows.some(
      ({ kind, roles = [], until }) =>
        kind === 'official' && roles.includes('reviewer') && (until === undefined || today < until),
    );
    if (reviews) units.push(code);
    const agency = await findAgency(parts, home);
    if (agency !== undefined) said.set(code, agency);
  }
  return (desk, decided = new Set()) => {
    const { superior, review: named } = said.get(desk) ?? {};
    const isOther = (unit: string | undefined): unit is string =>
      unit !== undefined && unit !== desk && !decided.has(unit);
    const pool = [units.includes(superior ?? '') ? superior : undefined, ...units].filter(isOther);
    const isNamed = isOther(named);
    const mayReview = isNamed ? [named] : [...new Set(pool)];
    const [review] = mayReview;
    return {
      ...(superior === undefined ? {} : { superior }),
      ...(review === undefined ? {} : { review }),
      ...{ mayReview, isNamed },
    };
  };
}
