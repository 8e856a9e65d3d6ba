import { addPeriod, isBefore, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

/**
 * First day on which what was written down on a day is erased: as long as any entry may be held
 * against anybody, and no longer. Undefined where the edition sets no such limit.
 *
 * Legal source: guard G31 (everything ends).
 */
export function heldUntil(on: CivilDate, edition: Edition): CivilDate | undefined {
  const most = edition.limits.get('guards')?.listTerm.atMost;
  const end = most === undefined ? undefined : addPeriod(on, most, edition.months.round);
  return end !== undefined && isBefore(on, end) ? end : undefined;
}
