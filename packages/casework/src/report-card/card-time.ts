import { addDays, addMonths, civilDate, type CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { CardTime } from './report-card.ts';

/** Operator setting: years that are over and can still be looked at. */
const yearsBack = 3;

/**
 * The time of a card: a whole year that is over, or the twelve months with the present one as on
 * the page of an agency, so that no month follows from two tables. Undefined for any other year.
 */
export function cardTime(
  rulebook: Rulebook,
  today: CivilDate,
  year: number | undefined,
): CardTime | undefined {
  const thisYear = Number(today.slice(0, 4));
  const first = Number(rulebook.editions[0]?.inForce.from.slice(0, 4) ?? thisYear);
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - 1 - back).filter(
    (each) => each >= first,
  );
  if (year === undefined) {
    const from = addMonths(civilDate(`${today.slice(0, 7)}-01`), -11, 'down');
    return { from, until: addDays(today, 1), years };
  }
  if (!years.includes(year)) return undefined;
  const [from, until] = [year, year + 1].map((each) => civilDate(`${String(each)}-01-01`));
  return from === undefined || until === undefined ? undefined : { year, from, until, years };
}
