import type { StatisticsTable, StatisticsView } from '@credence/casework';
import { localise, type Language } from '@credence/domain';

import { csvText } from '../page/csv-text.ts';
import { readingWords } from '../words/reading.ts';

/** The tables by the names of their files. */
export function statisticsFiles(
  view: Pick<StatisticsView, 'tables' | 'listings'>,
): ReadonlyMap<string, StatisticsTable> {
  return new Map([
    ...view.tables.map((table) => [fileNameOf('records', table), table] as const),
    ...view.listings.map((table) => [fileNameOf('listings', table), table] as const),
  ]);
}

/** What a table counts: records of the catalogue, or entries in lists under law. */
export type Counting = 'records' | 'listings';

export function fileNameOf(counting: Counting, { by }: StatisticsTable): string {
  return counting === 'records' ? by : `listings-${by}`;
}

/** A table as CSV; a withheld count is an empty cell. */
export function statisticsCsv(table: StatisticsTable, language: Language): string {
  const say = readingWords(language);
  const { rows, columns, counts } = table;
  const count = (value: number | null | undefined): string | number => value ?? '';
  const lines = [
    [
      say.statisticsRow[table.by],
      ...columns.map(({ title }) => localise(title, language).text),
      say.statisticsTotal,
    ],
    ...rows.map(({ code, title }, index) => [
      title === undefined ? code : localise(title, language).text,
      ...(counts.cells[index] ?? []).map(count),
      count(counts.rowTotals[index]),
    ]),
    [say.statisticsTotal, ...counts.columnTotals.map(count), count(counts.total)],
  ];
  return csvText(lines);
}
