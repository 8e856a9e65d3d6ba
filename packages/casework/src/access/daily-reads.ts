/** How many different organisations may be read beyond what is public, on one civil day. */
export interface DailyReads {
  readonly perAccount: number;
  /** All accounts of one agency together. */
  readonly perAgency: number;
}

/** Somebody wanted to read more than that. */
export interface BudgetAlarm {
  readonly agency: string;
  readonly account: string;
  readonly by: 'reader' | 'agency';
  readonly limit: number;
}
