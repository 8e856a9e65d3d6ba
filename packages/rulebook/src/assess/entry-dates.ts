import { addPeriod, earlier, later, type CivilDate } from '@credence/domain';

import type { ListCard } from '../card/list-card.ts';
import type { Edition } from '../edition/edition.ts';
import { countFrom } from './clock-days.ts';

/** An entry in a list, as it was decided. */
export interface ListEntry {
  readonly decided: CivilDate;
  readonly served?: CivilDate;
  /** Day on which the open duty was performed. */
  readonly performed?: CivilDate;
  /** Ground of the entry, where its list has several. */
  readonly ground?: string;
  /** Last day to which the decision itself has lengthened the term of its ground. */
  readonly lengthenedTo?: CivilDate;
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
  const ground = list.enforcement?.grounds.find((each) => each.ground === entry.ground)?.ends;
  const term = ground?.by === 'time' ? ground : undefined;
  const ofGround = term === undefined ? undefined : endOfGround(term, { begins, round }, entry);
  return list.ends.reduce<EntryDates>(
    (dates, end): EntryDates => {
      switch (end.by) {
        case 'time': {
          const bound =
            typeof end.after === 'string' ? undefined : addPeriod(begins, end.after, round);
          const ends = bound === undefined ? ofGround : earlier(bound, ofGround ?? bound);
          return ends === undefined ? dates : { ...dates, ends };
        }
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
          const exit = exitBy === undefined ? {} : { exitBy };
          // A ground with a term of its own ends by it; nobody has to confirm its duty.
          if (term !== undefined) return { ...dates, ...exit };
          return {
            ...dates,
            confirmBy: addPeriod(begins, end.confirmEvery, round),
            decideAgainBy: addPeriod(begins, end.decideAgainAfter, round),
            ...exit,
          };
        }
        default:
          return dates;
      }
    },
    { inEffectFrom: begins },
  );
}

type Ground = NonNullable<ListCard['enforcement']>['grounds'][number]['ends'];

/** The term of the ground; longer where the decision says so, and never beyond what the card allows. */
function endOfGround(
  { after, extension }: Extract<Ground, { readonly by: 'time' }>,
  { begins, round }: { readonly begins: CivilDate; readonly round: 'down' | 'up' },
  { lengthenedTo }: ListEntry,
): CivilDate {
  const ends = addPeriod(begins, after, round);
  if (extension === undefined || lengthenedTo === undefined) return ends;
  return earlier(later(ends, lengthenedTo), addPeriod(ends, extension.atMost, round));
}
