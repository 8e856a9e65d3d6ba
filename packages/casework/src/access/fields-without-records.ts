/** A look with one of these fields showed no records, unless it has `records` as well. */
export const fieldsWithoutRecords = [
  'case',
  'access',
  'impact',
  'report',
  'draw',
  'reports',
  'like-cases',
] as const;
