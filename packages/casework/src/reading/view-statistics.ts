import {
  addMonths,
  civilDate,
  suppressSmallCells,
  type CivilDate,
  type Suppression,
} from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { taskWaits } from '../case/task/task-messages.ts';
import type { CrossCount, LineTrait } from '../port/record-lines.ts';
import type { Answering } from '../view/answer-clock.ts';
import { findAgencies } from './agency-state.ts';
import { publicItems, type ListParts } from './list-lists.ts';
import {
  smallestCell,
  type RepairLine,
  type StatisticsTable,
  type StatisticsView,
} from './reading.ts';

/** Counts of what everyone can look up one by one: that there is none is no secret. */
const onShow: Suppression = { smallest: smallestCell, nought: 'told' };

/** Counts that ended records enter: none and nine have to look alike (guards N8). */
const withEnded: Suppression = { smallest: smallestCell, nought: 'withheld' };

/** Months of decision that the table by month has. */
const monthsShown = 24;

/** Months of decision whose repair is measured. */
const repairMonths = 36;

/**
 * Counts of what is on show today, and how long repair took. Tables by trait and item, with counts
 * below the smallest cell withheld and enough others that none can be worked out.
 *
 * Legal source: guards N8.
 */
export async function viewStatistics(
  parts: ListParts,
  answering: Answering,
): Promise<StatisticsView> {
  const { clock, edition } = answering;
  const shown = { day: clock.today, today: clock.today };
  const count = (row: LineTrait) => parts.register.lines.crossCount(shown, { row, column: 'item' });
  const [severity, region, source, month] = [
    await count('severity'),
    await count('region'),
    await count('source'),
    await count('month'),
  ];
  const agencies = await findAgencies(parts, edition);
  const regions = [...new Set(region.flatMap(({ row }) => row ?? []))].sort();
  const months = monthsBefore(clock.today, monthsShown).filter((each) => each >= firstOf(month));
  const tables = [
    tableOf(edition, 'severity', edition.severities, severity),
    tableOf(
      edition,
      'region',
      regions.map((code) => ({ code })),
      region,
    ),
    tableOf(
      edition,
      'agency',
      agencies.map(({ code, name: title }) => ({ code, title })),
      source,
    ),
    tableOf(
      edition,
      'month',
      months.map((code) => ({ code })),
      month,
    ),
  ];
  const repairFrom = firstDay(clock.today, repairMonths);
  const waiting = await parts.register.countTasks(taskWaits, 'answer');
  return {
    clock,
    tables: tables.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0),
    repairFrom,
    repair: await repairLines(parts, edition, repairFrom),
    unanswered: waiting < smallestCell ? null : waiting,
  };
}

function tableOf(
  edition: Edition,
  by: StatisticsTable['by'],
  rows: StatisticsTable['rows'],
  counts: readonly CrossCount[],
): StatisticsTable {
  const codes = new Set(rows.map(({ code }) => code));
  const inside = counts.filter(({ row }) => row !== undefined && codes.has(row));
  const columns = publicItems(edition)
    .filter(({ item }) => inside.some(({ column }) => column === item))
    .map(({ item: code, title }) => ({ code, title }));
  const cells = rows.map(({ code }) =>
    columns.map(
      (column) =>
        inside.find((count) => count.row === code && count.column === column.code)?.records ?? 0,
    ),
  );
  const plain = rows.map(({ code, title }) => (title === undefined ? { code } : { code, title }));
  return { by, rows: plain, columns, counts: suppressSmallCells(cells, onShow) };
}

/** Rows are the classes of the edition, whatever there is: an ended record opens no row. */
async function repairLines(
  parts: ListParts,
  edition: Edition,
  from: CivilDate,
): Promise<readonly RepairLine[]> {
  const times = await parts.register.lines.repairTimes(from);
  const items = publicItems(edition).filter(({ endsWhenCorrected, severity }) => {
    return endsWhenCorrected === true && severity !== undefined;
  });
  return items.flatMap((item) => {
    const classes = edition.severities.filter(({ code }) => item.publicity?.[code] !== undefined);
    const found = classes.map(({ code }) =>
      times.find((time) => time.item === item.item && time.severity === code),
    );
    const published = suppressSmallCells(
      found.map((time) => [time?.corrected ?? 0, time?.notCorrected ?? 0]),
      withEnded,
    );
    return classes.map(({ code, title }, index): RepairLine => {
      const [corrected = null, notCorrected = null] = published.cells[index] ?? [];
      const time = found[index];
      const enough = time !== undefined && time.corrected >= smallestCell;
      return {
        item: item.item,
        itemTitle: item.title,
        severity: code,
        severityTitle: title,
        corrected,
        notCorrected,
        ...(enough && time.quartiles !== undefined ? { quartiles: time.quartiles } : {}),
      };
    });
  });
}

function firstDay(today: CivilDate, months: number): CivilDate {
  return addMonths(civilDate(`${today.slice(0, 7)}-01`), 1 - months, 'down');
}

function monthsBefore(today: CivilDate, months: number): readonly string[] {
  const first = firstDay(today, months);
  return Array.from({ length: months }, (_, index) => addMonths(first, index, 'down').slice(0, 7));
}

function firstOf(counts: readonly CrossCount[]): string {
  return counts.reduce((first, { row = first }) => (row < first ? row : first), '9999-12');
}
