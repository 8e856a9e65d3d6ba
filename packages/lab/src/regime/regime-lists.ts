import { addDays, type CivilDate, type Period } from '@credence/domain';
import { countFrom, entryDates, type Edition, type ListCard } from '@credence/rulebook';

import { dayOfMonth } from './law-days.ts';
import { NEVER, type RegimeList } from './regime.ts';

/** Days of a week, and working days in it: where an edition keeps no calendar of its own. */
const WEEK = { days: 7, working: 5 };

/** The most months an entry is followed; longer is for ever. */
const LONGEST = 600;

/** What the card of a list says of its entries, in months from the first day of a month. */
export function regimeList(
  edition: Edition,
  list: ListCard,
  given: {
    readonly starts: CivilDate;
    readonly ground: string | undefined;
    /** Places of the measures among those of the regime, and those carried in practice alone. */
    readonly measures: readonly number[];
  },
): RegimeList {
  const { starts, ground, measures } = given;
  const dates = entryDates(edition, list, {
    decided: starts,
    served: starts,
    ...(ground === undefined ? {} : { ground }),
  });
  // An open duty has no term of its own; it has to be decided again, or it ends.
  const ends = dates.ends ?? dates.decideAgainBy;
  // Whoever performs an open duty is out within days, whenever that is.
  const repairFrom = list.ends.some(({ by }) => by === 'status') ? starts : dates.repairFrom;
  return {
    id: list.list,
    title: list.title,
    termMonths: ends === undefined ? NEVER : firstsUntil(starts, ends),
    repairAfterMonths: repairFrom === undefined ? NEVER : firstsUntil(starts, repairFrom),
    noticeMonths: firstsUntil(starts, endOfNotice(edition, list, starts)),
    heard: isHeard(list),
    renews:
      dates.decideAgainBy !== undefined ||
      list.ends.some((end) => end.by === 'time' && end.renew === 'while_circumstances_persist'),
    measures,
    spreads: list.spread !== 'none',
  };
}

/** Whether the subject can say something before the decision. */
function isHeard({ procedure: { statement, hearing } }: ListCard): boolean {
  const stated =
    typeof statement === 'object' &&
    'workingDays' in statement &&
    statement.when !== 'after_effect';
  return stated || (typeof hearing === 'object' && 'onRequestWithin' in hearing);
}

/** First days of months from a first day on, before another day. */
function firstsUntil(starts: CivilDate, day: CivilDate): number {
  let count = 0;
  while (count < LONGEST && dayOfMonth(starts, count) < day) count += 1;
  return count === LONGEST ? NEVER : count;
}

/** The day on which notice with its time to answer, and then a hearing, can be over. */
function endOfNotice(edition: Edition, list: ListCard, starts: CivilDate): CivilDate {
  const { notice, statement, hearing } = list.procedure;
  const answered = Math.max(
    typeof notice === 'object' && 'workingDays' in notice ? notice.workingDays : 0,
    typeof statement === 'object' && 'workingDays' in statement ? statement.workingDays : 0,
  );
  const told = after(edition, starts, { unit: 'working-days', count: answered });
  const isHeard = typeof hearing === 'object' && 'onRequestWithin' in hearing;
  return isHeard ? after(edition, told, hearing.notice) : told;
}

function after(edition: Edition, from: CivilDate, within: Period | 'at-once'): CivilDate {
  const on = countFrom(edition, from, within);
  if (on !== undefined || within === 'at-once') return on ?? from;
  return addDays(from, Math.ceil((within.count * WEEK.days) / WEEK.working));
}
