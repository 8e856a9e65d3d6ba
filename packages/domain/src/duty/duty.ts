import type { CivilDate } from '../time/civil-date.ts';
import type { Period } from '../time/period.ts';

/** A filing for each year, in the year after it; days are written MM-DD. */
export interface YearlyDuty {
  readonly kind: 'yearly';
  readonly firstYear: number;
  readonly opens: string;
  readonly lastDay: string;
}

/** Filings for something that begins and ends: while it runs long, and once it is over. */
export interface CampaignDuty {
  readonly kind: 'campaign';
  readonly longerThan: Period;
  readonly every: Period;
  readonly afterEnd: Period;
}

/** One filing that is owed, and how it stands on a day. */
export interface Due {
  /** What it is for: a year, or the place of a report of a campaign. */
  readonly key: string;
  readonly opensOn: CivilDate;
  /** Last day, included. */
  readonly lastDay: CivilDate;
  readonly state: 'open' | 'overdue' | 'filed' | 'filed_late';
  readonly filedOn?: CivilDate;
}
