import type { MonthRounding } from '../time/add-months.ts';
import { civilDate, type CivilDate } from '../time/civil-date.ts';
import { addDays, isBefore } from '../time/civil-date.ts';
import { addPeriod } from '../time/period.ts';
import type { CampaignDuty, Due, YearlyDuty } from './duty.ts';

/**
 * The yearly filings an organisation owes by a day: none for a year that ended before it was
 * registered, and none whose last day lies before the rule. Whether one is late follows from the day
 * of its first filing alone; what was put right afterwards makes nothing late.
 */
export function yearlyDues(
  rule: YearlyDuty,
  known: {
    readonly registeredOn: CivilDate;
    /** First day of the rule. */
    readonly ruleFrom: CivilDate;
    /** Day of the first filing for each year. */
    readonly filed: ReadonlyMap<string, CivilDate>;
    readonly today: CivilDate;
  },
): readonly Due[] {
  const { registeredOn, ruleFrom, filed, today } = known;
  const dues: Due[] = [];
  for (let year = rule.firstYear; year < yearOf(today); year += 1) {
    const opensOn = civilDate(`${year + 1}-${rule.opens}`);
    const lastDay = civilDate(`${year + 1}-${rule.lastDay}`);
    const isOwed = yearOf(registeredOn) <= year && !isBefore(lastDay, ruleFrom);
    if (!isOwed || isBefore(today, opensOn)) continue;
    dues.push({
      key: String(year),
      ...standing({ opensOn, lastDay, today }, filed.get(String(year))),
    });
  }
  return dues;
}

/**
 * What is owed of a campaign by a day: a word in every stretch while it runs, where it runs longer
 * than the rule lets pass, and the whole of it after its end. A word counts for the stretch in which
 * it is filed, and a later one for the oldest that still waits.
 */
export function campaignDues(
  rule: CampaignDuty,
  known: {
    readonly begins: CivilDate;
    readonly ends: CivilDate;
    /** Days on which something was filed of it. */
    readonly filed: readonly CivilDate[];
    readonly today: CivilDate;
    readonly round: MonthRounding;
  },
): readonly Due[] {
  const { begins, ends, filed, today, round } = known;
  const stretches: { key: string; opensOn: CivilDate; lastDay: CivilDate }[] = [];
  if (isBefore(addPeriod(begins, rule.longerThan, round), ends)) {
    let opensOn = addDays(begins, 1);
    for (let times = 1; ; times += 1) {
      const every = { ...rule.every, count: rule.every.count * times };
      const lastDay = addPeriod(begins, every, round);
      if (!isBefore(lastDay, ends)) break;
      stretches.push({ key: String(times), opensOn, lastDay });
      opensOn = addDays(lastDay, 1);
    }
  }
  const whole = { opensOn: ends, lastDay: addPeriod(ends, rule.afterEnd, round) };
  return [...stretches, { key: 'end', ...whole }].flatMap(({ key, opensOn, lastDay }) => {
    if (isBefore(today, opensOn)) return [];
    const filedOn = [...filed].sort().find((on) => !isBefore(on, opensOn));
    return [{ key, ...standing({ opensOn, lastDay, today }, filedOn) }];
  });
}

function standing(
  { opensOn, lastDay, today }: Readonly<Record<'opensOn' | 'lastDay' | 'today', CivilDate>>,
  filedOn: CivilDate | undefined,
): Omit<Due, 'key'> {
  const days = { opensOn, lastDay };
  if (filedOn === undefined) {
    return { ...days, state: isBefore(lastDay, today) ? 'overdue' : 'open' };
  }
  return { ...days, state: isBefore(lastDay, filedOn) ? 'filed_late' : 'filed', filedOn };
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}
