/** A column of numbers, one for each subject. */
type Numbers = ArrayLike<number>;

/** What the world keeps of each subject to the end of a run; money in yuan. */
export interface SubjectColumns {
  /** 0 organisation, 1 natural person. */
  readonly kind: Numbers;
  readonly sector: Numbers;
  readonly region: Numbers;
  readonly sizeClass: Numbers;
  readonly ageClass: Numbers;
  readonly connected: { get(index: number): number };
  readonly official: { get(index: number): number };
  readonly wealth: Numbers;
  /** True violations, and the harm to others by them. */
  readonly offences: Numbers;
  readonly harm: Numbers;
  readonly fines: Numbers;
  /** Lost by measures; parts of it under entries without a true finding, and for others' acts. */
  readonly loss: Numbers;
  readonly lossWrong: Numbers;
  readonly lossSpill: Numbers;
  /** Months under any adverse measure, and those of them without a true finding. */
  readonly excluded: Numbers;
  readonly excludedWrong: Numbers;
  readonly entries: Numbers;
  readonly visits: Numbers;
  readonly entriesWrong: Numbers;
  readonly relisted: Numbers;
  /** The gravest violation truly committed. */
  readonly gravest: Numbers;
}

/** What the world is told of each month. */
export const seriesNames = [
  'violations',
  'harm',
  'found',
  'foundLag',
  'visits',
  'needlessVisits',
  'listed',
  'entries',
  'entriesWrong',
  'entriesDataError',
  'entriesSpill',
  'excludedMonths',
  'excludedWrongMonths',
  'essentialMonths',
  'loss',
  'lossWrong',
  'lossSpill',
  'fines',
  'debtDue',
  'debtRepaid',
  'disputes',
  'disputesWaiting',
  'repairsAsked',
  'repairsGranted',
  'repairsWaiting',
  'errorsMade',
  'errorsFixed',
  'errorMonths',
  'recordsOfNoWrong',
  'shownMonths',
  'shownWrongMonths',
  'dropped',
  'lawfulActs',
  'gains',
  'members',
  'blockedAttempts',
  'blockedSubjects',
  'recordsWrongSubject',
  'staffHours',
] as const;

export type SeriesName = (typeof seriesNames)[number];

/** How long errors lasted: put right after so many months, or still open after so many. */
export interface ErrorDurations {
  readonly errorsFixedAfter: Numbers;
  readonly errorsOpenSince: Numbers;
}

/** What a run of the world leaves to be measured. */
export interface WorldFigures {
  readonly series: Readonly<Record<SeriesName, Numbers>>;
  readonly columns: SubjectColumns;
  readonly fields: ErrorDurations;
}

/** A run opened for measuring. */
export interface WorldReading extends WorldFigures {
  readonly agents: number;
  readonly months: number;
  total(name: SeriesName): number;
  /** The mean of the months. */
  mean(name: SeriesName): number;
  /** In the last month. */
  last(name: SeriesName): number;
  /** The total per 10,000 subjects and year. */
  yearly(name: SeriesName): number;
}

export function readWorld(figures: WorldFigures): WorldReading {
  const agents = figures.columns.kind.length;
  const months = figures.series.violations.length;
  const total = (name: SeriesName): number => {
    const row = figures.series[name];
    let sum = 0;
    for (let month = 0; month < months; month += 1) sum += row[month] ?? 0;
    return sum;
  };
  return {
    ...{ series: figures.series, columns: figures.columns, fields: figures.fields },
    ...{ agents, months, total },
    mean: (name) => total(name) / Math.max(1, months),
    last: (name) => figures.series[name][months - 1] ?? 0,
    yearly: (name) => (total(name) * 10_000 * 12) / Math.max(1, agents * months),
  };
}
