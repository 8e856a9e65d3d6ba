import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { parseCivilDate, type CivilDate } from '@credence/domain';
import { parse } from 'csv-parse/sync';

import type { VisitFault } from './visit-file.ts';

/** Faults beyond these help nobody. */
const FAULTS_MAX = 20;

/** What a form says of its columns. */
export interface VisitForm {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  /** Known, and not read. */
  readonly ignored: readonly string[];
}

/** One row, whose cells are read by the name of their column; what is wrong is noted. */
export interface VisitRow {
  readonly text: (column: string) => string;
  /** A cell that must not be empty. */
  readonly needed: (column: string) => string;
  readonly day: (column: string) => CivilDate;
  readonly number: (column: string) => number | undefined;
  readonly count: (column: string) => number;
  readonly oneOf: <T extends string>(column: string, accepted: readonly T[]) => T | undefined;
  readonly refuse: (column: string, accepted: string) => void;
}

export interface VisitTable {
  readonly has: (column: string) => boolean;
  readonly header: readonly string[];
  readonly rows: readonly VisitRow[];
  /** Fills while rows are read. */
  readonly faults: readonly VisitFault[];
}

/** A civil day that stands in until the fault of its cell is told. */
const NO_DAY = parseCivilDate('0001-01-01');

/** Opens a CSV file of a form. Columns the form does not know, or lacks, are faults. */
export function openVisitTable(path: string, form: VisitForm): VisitTable {
  const file = basename(path);
  const faults: VisitFault[] = [];
  const note = (fault: Omit<VisitFault, 'file'>): void => {
    if (faults.length < FAULTS_MAX) faults.push({ file, ...fault });
  };
  const records = recordsOf(path, note);
  const header = records[0]?.cells ?? [];
  const known = [...form.needed, ...form.optional, ...form.ignored];
  for (const column of form.needed.filter((each) => !header.includes(each))) {
    note({ kind: 'column-missing', column, found: header.join(', '), accepted: column });
  }
  for (const column of header.filter((each) => !known.includes(each))) {
    note({ kind: 'column-unknown', column, found: column, accepted: known.join(', ') });
  }
  const places = new Map(header.map((column, place) => [column, place]));
  const rows = faults.length > 0 ? [] : records.slice(1);
  return {
    ...{ has: (column) => places.has(column), header, faults },
    rows: rows.map(({ line, cells }) =>
      rowOf(
        (column) => cells[places.get(column) ?? -1]?.trim() ?? '',
        (column, found, accepted) => note({ kind: 'value', row: line, column, found, accepted }),
      ),
    ),
  };
}

function recordsOf(
  path: string,
  note: (fault: Omit<VisitFault, 'file'>) => void,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  try {
    const parsed: unknown = parse(readFileSync(path), {
      bom: true,
      info: true,
      skip_empty_lines: true,
    });
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    note({ kind: 'unreadable', column: '', found, accepted: 'CSV, UTF-8, one header row' });
    return [];
  }
}

function rowOf(
  text: (column: string) => string,
  note: (column: string, found: string, accepted: string) => void,
): VisitRow {
  const number = (column: string): number | undefined => {
    const cell = text(column);
    if (cell === '') return undefined;
    const value = Number(cell);
    if (Number.isFinite(value)) return value;
    note(column, cell, 'a number');
    return undefined;
  };
  const needed = (column: string): string => {
    const cell = text(column);
    if (cell === '') note(column, '', 'not empty');
    return cell;
  };
  return {
    ...{ text, needed, number },
    day(column) {
      const day = parseCivilDate(text(column));
      if (day !== undefined) return day;
      note(column, text(column), 'YYYY-MM-DD');
      return NO_DAY as CivilDate;
    },
    count(column) {
      const value = number(column) ?? -1;
      if (Number.isInteger(value) && value >= 0) return value;
      note(column, text(column), 'a whole number from 0');
      return 0;
    },
    oneOf(column, accepted) {
      const found = accepted.find((each) => each === text(column));
      if (found === undefined) note(column, text(column), accepted.join(', '));
      return found;
    },
    refuse: (column, accepted) => note(column, text(column), accepted),
  };
}
