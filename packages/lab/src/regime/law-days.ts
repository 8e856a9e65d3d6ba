import { addMonths, civilDate, type CivilDate, type Interval } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

/** The first day of a month of a run. */
export function dayOfMonth(starts: CivilDate, month: number): CivilDate {
  return addMonths(starts, month, 'down');
}

const always: Interval = { from: civilDate('0001-01-01'), until: 'none' };
const lastDay = civilDate('9998-12-31');

/**
 * The law of an edition as if it had been kept and reviewed, and its texts with it: a run asks what a
 * regime does, not when it was given up.
 */
export function asKept(edition: Edition): Edition {
  const items = new Map(
    [...edition.items].map(([id, item]) => {
      return [id, { ...item, reviewBy: lastDay, inForce: always }] as const;
    }),
  );
  const values = new Map(
    [...edition.values].map(([id, value]) => [id, { ...value, reviewBy: lastDay }] as const),
  );
  const sources = new Map(
    [...edition.sources].map(([id, source]) => [id, { ...source, inForce: always }] as const),
  );
  return { ...edition, items, values, sources, inForce: always, reviewBy: lastDay };
}
