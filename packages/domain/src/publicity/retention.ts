import type { MonthRounding } from '../time/add-months.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { addPeriod, type Period } from '../time/period.ts';

/** How long a record may be held at all: another clock than publicity, and a longer one. */
export interface RetentionRule {
  readonly from: 'decided' | 'conduct_ended' | 'taken_in';
  readonly atMost: Period;
  readonly round: MonthRounding;
}

/** The days from which retention may run. */
export interface RetentionFacts {
  readonly decidedOn: CivilDate;
  readonly takenInOn: CivilDate;
  /** Day on which the conduct ended; where it is unknown the day of the decision stands for it. */
  readonly conductEndedOn?: CivilDate;
}

/**
 * The first day on which a record may no longer be held: on that day its payload is erased.
 *
 * Legal source: the edition's value; for public credit information at most five years from the end
 * of the conduct (Shanghai 2017 art. 35, Shandong 2020 art. 38).
 */
export function retentionEnd(record: RetentionFacts, rule: RetentionRule): CivilDate {
  return addPeriod(startOf(record, rule), rule.atMost, rule.round);
}

function startOf(record: RetentionFacts, rule: RetentionRule): CivilDate {
  switch (rule.from) {
    case 'decided':
      return record.decidedOn;
    case 'conduct_ended':
      return record.conductEndedOn ?? record.decidedOn;
    case 'taken_in':
      return record.takenInOn;
  }
}
