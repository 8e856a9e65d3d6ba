import { addPeriod, type CivilDate } from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import { rowOn } from './find-obstacle.ts';
import { runningRow } from './running-term.ts';

/** The days of a record from which a period may run; one that is not known gives way to the decision. */
export interface RepairDates {
  readonly decided: CivilDate;
  readonly published?: CivilDate;
  readonly served?: CivilDate;
}

/**
 * The first day on which a record of a class may be repaired, by its class and days alone; undefined
 * where the law of the day has no repair for it. A record of the register has more to say, and
 * `assessRecord` asks it.
 *
 * Legal source: the articles of the value card of the class's publicity.
 */
export function repairDay(
  edition: Edition,
  item: ItemCard,
  given: { readonly severity: string; readonly dates: RepairDates; readonly day: CivilDate },
): CivilDate | undefined {
  const { severity, dates, day } = given;
  const id = item.publicity?.[severity];
  const value = id === undefined ? undefined : edition.values.get(id);
  const row = rowOn(value, day);
  if (value === undefined || row === undefined || item.waysOut?.includes('repair') !== true) {
    return undefined;
  }
  const { min, counting } = runningRow(value, row, { decidedOn: dates.decided, day });
  if (min === undefined) return undefined;
  const from = dates[counting?.from ?? value.clockFrom ?? 'decided'] ?? dates.decided;
  return addPeriod(from, min, edition.months.round);
}
