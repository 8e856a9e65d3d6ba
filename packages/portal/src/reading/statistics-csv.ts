import type { StatisticsTable } from '@credence/casework';
import { localise, type Language } from '@credence/domain';

import { readingWords } from '../words/reading.ts';

/**
 * A table as CSV (RFC 4180). A withheld count is an empty cell. A text that a spreadsheet would take
 * for a formula is kept one by an apostrophe.
 */
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
  return lines.map((line) => `${line.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
