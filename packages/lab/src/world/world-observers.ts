/** What is told of every month. Stocks are those at its end. */
export const observers = {
  violations: 'count',
  harm: 'sum',
  found: 'count',
  /** Months from violation to finding, summed over the found. */
  foundLag: 'count',
  visits: 'count',
  needlessVisits: 'count',
  /** Stock of entries in force. */
  listed: 'count',
  entries: 'count',
  entriesWrong: 'count',
  entriesDataError: 'count',
  /** Entries for what another did; not among `entries`. */
  entriesSpill: 'count',
  /** Entries that ended, those for another's act among them. */
  ended: 'count',
  excludedMonths: 'count',
  excludedWrongMonths: 'count',
  essentialMonths: 'count',
  loss: 'sum',
  lossWrong: 'sum',
  lossSpill: 'sum',
  fines: 'sum',
  debtDue: 'sum',
  debtRepaid: 'sum',
  disputes: 'count',
  disputesWaiting: 'count',
  repairsAsked: 'count',
  repairsGranted: 'count',
  repairsWaiting: 'count',
  /** Wrong records: false findings, and true ones about somebody else. */
  errorsMade: 'count',
  errorsFixed: 'count',
  /** Wrong records that went with age, never put right. */
  errorsExpired: 'count',
  errorsOpen: 'count',
  /** Months that the fixed ones stood, summed. */
  errorMonths: 'count',
  /** Records of lawful acts and of inability, true as they are. */
  recordsOfNoWrong: 'count',
  /** Records shown to the public at the end of the month, and the wrong ones of them. */
  shownMonths: 'count',
  shownWrongMonths: 'count',
  dropped: 'count',
  lawfulActs: 'count',
  gains: 'sum',
  members: 'count',
  blockedAttempts: 'count',
  blockedSubjects: 'count',
  recordsWrongSubject: 'count',
  staffHours: 'sum',
} as const;
