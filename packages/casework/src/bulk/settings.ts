/**
 * Settings of the operator for data in bulk. No law gives these numbers; docs/decisions/0009 says why
 * they are what they are, and the licence text of every file repeats the first two.
 */
export const bulkSettings = {
  /** Days for which a copy with adverse records may be used. */
  keyedCopyDays: 7,
  /** Days for which a copy of open data may be used. */
  openCopyDays: 31,
  /** Changes are told for at most so many days back; the longest of GLEIF's four windows. */
  changeWindowDays: 31,
  /** Subjects one answer about changes looks at. */
  subjectsPerAnswer: 200,
  /** Days within which a reader acknowledges what was withdrawn. */
  acknowledgeDays: 7,
  /** Cells of counts smaller than this are not given (guards N8). */
  smallestCell: 10,
} as const;
