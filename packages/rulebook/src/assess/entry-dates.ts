import { addPeriod, type CivilDate } from '@credence/domain';

import type { ListCard } from '../card/list-card.ts';
import type { Edition } from '../edition/edition.ts';
import { countFrom } from './clock-days.ts';

/** An entry in a list, as it was decided. */
export interface ListEntry {
  readonly decided: CivilDate;
  readonly served?: CivilDate;
  /** Day on which the open duty was performed. */
  readonly performed?: CivilDate;
}

/** Days that follow from an entry; one without proof of service has not begun, so none follow. */
export interface EntryDates {
  readonly inEffectFrom: CivilDate | 'none';
  readonly repairFrom?: CivilDate;
  /** First day after the end that comes by itself. */
  readonly ends?: CivilDate;
  /** Last day on which it has to be taken out after the duty was performed. */
  readonly exitBy?: CivilDate;
  readonly confirmBy?: CivilDate;
  readonly decideAgainBy?: CivilDate;
}

/**
 * The days of an entry: when it begins, may be repaired, and ends.
 *
 * Legal sources: the articles of the list; guards G31, G32, N1.
 */
export function entryDates(edition: Edition, list: ListCard, entry: ListEntry): EntryDates {
  const begins = list.effect.begins === 'on_service' ? entry.served : entry.decided;
  if (begins === undefined) return { inEffectFrom: 'none' };
  const { round } = edition.months;
  return list.ends.reduce<EntryDates>(
    (dates, end): EntryDates => {
      switch (end.by) {
        case 'time':
          return typeof end.after === 'string'
            ? dates
            : { ...dates, ends: addPeriod(begins, end.after, round) };
        case 'repair':
          return { ...dates, repairFrom: addPeriod(begins, end.earliest, round) };
        case 'status': {
          const exitBy =
            entry.performed === undefined
              ? undefined
              : countFrom(edition, entry.performed, {
                  unit: 'working-days',
                  count: end.exitWithin.workingDays,
                });
          return {
            ...dates,
            confirmBy: addPeriod(begins, end.confirmEvery, round),
            decideAgainBy: addPeriod(begins, end.decideAgainAfter, round),
            ...(exitBy === undefined ? {} : { exitBy }),
          };
        }
        default:
          return dates;
      }
    },
    { inEffectFrom: begins },
  );
}
