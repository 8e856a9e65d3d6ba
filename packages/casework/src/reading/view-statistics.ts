import {
  addMonths,
  civilDate,
  suppressSmallCells,
  type CivilDate,
  type Suppression,
} from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { taskWaits } from '../work/mail-topics.ts';
import type { ListedTrait } from '../port/listed.ts';
import type { CrossCount, LineTrait } from '../port/record-lines.ts';
import type { Answering } from '../view/answer-clock.ts';
import { findAgencies } from './agency-state.ts';
import { publicItems, publicLists, type ListParts } from './list-lists.ts';
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
 * Counts of what is on show today, and how long repair took. Tables by trait and item or list, with
 * counts below the smallest cell withheld and enough others that none can be worked out.
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
  const items = publicItems(edition).map(({ item: code, title }) => ({ code, title }));
  const lists = publicLists(edition).map(({ list: code, title }) => ({ code, title }));
  const agencies = (await findAgencies(parts, edition)).map(({ code, name }) => ({
    code,
    title: name,
  }));
  const months = monthsBefore(clock.today, monthsShown);
  const severities = edition.severities.map(({ code, title }) => ({ code, title }));
  const tables = [
    tableOf('severity', { rows: severities, columns: items }, await count('severity')),
    ...tablesOf(items, {
      ...{ agencies, months },
      region: await count('region'),
      source: await count('source'),
      month: await count('month'),
    }),
  ];
  const listed = (row: ListedTrait) => parts.register.crossCountListed(shown, row);
  const listings = tablesOf(lists, {
    ...{ agencies, months },
    region: await listed('region'),
    source: await listed('source'),
    month: await listed('month'),
  });
  const repairFrom = firstDay(clock.today, repairMonths);
  const waiting = await parts.register.countTasks(taskWaits, 'answer');
  return {
    clock,
    tables: tables.filter(isFilled),
    listings: listings.filter(isFilled),
    repairFrom,
    repair: await repairLines(parts, edition, repairFrom),
    unanswered: waiting < smallestCell ? null : waiting,
  };
}

type Titled = StatisticsTable['columns'];

/** Tables by region, agency and month. Rows are those that there are, in the order of their codes. */
function tablesOf(
  columns: Titled,
  given: {
    readonly agencies: Titled;
    /** The earliest first. */
    readonly months: readonly string[];
    readonly region: readonly CrossCount[];
    readonly source: readonly CrossCount[];
    readonly month: readonly CrossCount[];
  },
): readonly StatisticsTable[] {
  const { agencies, region, source, month } = given;
  const codes = new Set(columns.map(({ code }) => code));
  const inside = (counts: readonly CrossCount[]) =>
    counts.filter(({ column }) => column !== undefined && codes.has(column));
  const regions = [...new Set(inside(region).flatMap(({ row }) => row ?? []))].sort();
  const months = given.months.filter((each) => each >= firstOf(inside(month)));
  const plain = (row: string) => ({ code: row });
  return [
    tableOf('region', { rows: regions.map(plain), columns }, region),
    tableOf('agency', { rows: agencies, columns }, source),
    tableOf('month', { rows: months.map(plain), columns }, month),
  ];
}

function tableOf(
  by: StatisticsTable['by'],
  asked: { readonly rows: StatisticsTable['rows']; readonly columns: Titled },
  counts: readonly CrossCount[],
): StatisticsTable {
  const { rows } = asked;
  const codes = new Set(rows.map(({ code }) => code));
  const inside = counts.filter(({ row }) => row !== undefined && codes.has(row));
  const columns = asked.columns.filter(({ code }) => inside.some(({ column }) => column === code));
  const cells = rows.map(({ code }) =>
    columns.map(
      (column) =>
        inside.find((count) => count.row === code && count.column === column.code)?.records ?? 0,
    ),
  );
  return { by, rows, columns, counts: suppressSmallCells(cells, onShow) };
}

function isFilled({ rows, columns }: StatisticsTable): boolean {
  return rows.length > 0 && columns.length > 0;
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
