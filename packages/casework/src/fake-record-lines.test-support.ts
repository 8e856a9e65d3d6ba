import type { CivilDate } from '@credence/domain';

import type { LineTrait, RecordLines, ShownLines } from './port/record-lines.ts';
import type { RecordLineRow } from './port/register.ts';

/** The questions about lines, asked of rows in memory, word for word as the port puts them. */
export function fakeRecordLines(rows: () => readonly RecordLineRow[]): RecordLines {
  const shown = (wanted: ShownLines) => rows().filter((line) => isShown(line, wanted, rows()));
  const first = () => rows().filter(({ ordinal }) => ordinal === 1);
  return {
    findHome: (recordId) =>
      Promise.resolve(rows().find((line) => line.recordId === recordId)?.home),
    list: (wanted, { order, limit, offset }) => {
      const lines = shown(wanted).sort(
        (a, b) =>
          (order === 'decided'
            ? compare(b.decidedOn, a.decidedOn)
            : compare(a.nameKey, b.nameKey)) || compare(a.recordId, b.recordId),
      );
      const total = lines.length;
      return Promise.resolve({ lines: lines.slice(offset, offset + limit), total });
    },
    countByItem: (wanted) =>
      Promise.resolve(
        [...groupBy(shown(wanted), ({ item }) => item)].map(([item, lines]) => ({
          item,
          records: lines.length,
          subjects: new Set(lines.map(({ home }) => home)).size,
        })),
      ),
    crossCount: (wanted, by) => {
      const groups = groupBy(shown(wanted), (line) =>
        JSON.stringify([traitOf(line, by.row), traitOf(line, by.column)]),
      );
      return Promise.resolve(
        [...groups.values()].flatMap((lines) => {
          const [line] = lines;
          if (line === undefined) return [];
          const [row, column] = [traitOf(line, by.row), traitOf(line, by.column)];
          return {
            ...(row === undefined ? {} : { row }),
            ...(column === undefined ? {} : { column }),
            records: lines.length,
          };
        }),
      );
    },
    ...fakeTotals(first),
  };
}

/** Each record once, by its first line. */
function fakeTotals(
  first: () => readonly RecordLineRow[],
): Pick<RecordLines, 'supplied' | 'lateness' | 'repairTimes'> {
  return {
    supplied: (source, from) => {
      const of = first().filter((line) => line.source === source && line.takenInOn >= from);
      const groups = groupBy(of, ({ item, takenInOn }) => `${item} ${takenInOn.slice(0, 7)}`);
      return Promise.resolve(
        [...groups].map(([key, lines]) => {
          const [item = '', month = ''] = key.split(' ');
          const backlog = lines.filter((line) => line.backlog).length;
          return { item, month, records: lines.length, backlog };
        }),
      );
    },
    lateness: (source, from, until) => {
      const of = first().filter(
        (line) =>
          line.source === source &&
          line.takenInOn >= from &&
          (until === undefined || line.takenInOn < until) &&
          !line.backlog,
      );
      return Promise.resolve(
        [...groupBy(of, ({ item }) => item)].map(([item, lines]) => {
          const known = lines.filter(({ supplyDueOn }) => supplyDueOn !== undefined);
          const days = known.map(({ takenInOn, supplyDueOn = takenInOn }) =>
            Math.max(0, daysFrom(supplyDueOn, takenInOn)),
          );
          return {
            item,
            known: known.length,
            notKnown: lines.length - known.length,
            late: days.filter((count) => count > 0).length,
            ...(days.length === 0
              ? {}
              : { medianDays: quantile(days, 0.5), ninetiethDays: quantile(days, 0.9) }),
          };
        }),
      );
    },
    repairTimes: (from) => {
      const of = first().filter(({ decidedOn }) => decidedOn >= from);
      const groups = groupBy(of, ({ item, severity = '' }) => `${item} ${severity}`);
      return Promise.resolve(
        [...groups].map(([key, lines]) => {
          const [item = '', severity = ''] = key.split(' ');
          const days = lines.flatMap(({ decidedOn, correctedOn }) =>
            correctedOn === undefined ? [] : [daysFrom(decidedOn, correctedOn)],
          );
          const at = (share: number) => quantile(days, share);
          return {
            item,
            ...(severity === '' ? {} : { severity }),
            corrected: days.length,
            notCorrected: lines.length - days.length,
            ...(days.length === 0 ? {} : { quartiles: [at(0.25), at(0.5), at(0.75)] as const }),
          };
        }),
      );
    },
  };
}

function isShown(line: RecordLineRow, wanted: ShownLines, all: readonly RecordLineRow[]): boolean {
  const { day, today, decidedFrom = '0', decidedUntil = '9' } = wanted;
  const standsToday = all.some(
    (other) => other.home === line.home && other.recordId === line.recordId && stands(other, today),
  );
  return (
    stands(line, day) &&
    standsToday &&
    (['item', 'source', 'region', 'severity'] as const).every(
      (field) => wanted[field] === undefined || wanted[field] === line[field],
    ) &&
    line.decidedOn >= decidedFrom &&
    line.decidedOn <= decidedUntil
  );
}

function stands({ shownFrom, shownUntil = '9999-99' as CivilDate }: RecordLineRow, day: CivilDate) {
  return shownFrom !== undefined && shownFrom <= day && day < shownUntil;
}

function traitOf(line: RecordLineRow, trait: LineTrait): string | undefined {
  return trait === 'month' ? line.decidedOn.slice(0, 7) : line[trait];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function daysFrom(from: CivilDate, until: CivilDate): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

/** The first value at or past the share of them, as SQL's percentile_disc. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
