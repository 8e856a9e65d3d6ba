import type { RecordLineRow } from '@credence/casework';
import { dayNumber, fromDayNumber, type CivilDate, type SubjectKind } from '@credence/domain';

import type { ProjectionRow, ProjectionTable } from './projection-tables.ts';

/** How the public days of records lie in `record_line`. */
export const recordLineTable: ProjectionTable = {
  table: 'record_line',
  columns: [
    ['home', 'uuid'],
    ['record_id', 'text'],
    ['ordinal', 'integer'],
    ['item', 'text'],
    ['source', 'text'],
    ['batch_id', 'text'],
    ['kind', 'text'],
    ['severity', 'text'],
    ['region', 'text'],
    ['name_key', 'text'],
    ['decided_on', 'integer'],
    ['taken_in_on', 'integer'],
    ['supply_due_on', 'integer'],
    ['corrected_on', 'integer'],
    ['backlog', 'boolean'],
    ['shown_from', 'integer'],
    ['shown_until', 'integer'],
  ],
  keyColumns: 3,
  rowsOf: (_, { recordLines = [] }) =>
    recordLines.map(({ home, ...line }) => ({ home, ...lineColumns(line) })),
};

/** A line as its columns, without the home, which a staged row does not know yet. */
export function lineColumns(line: Omit<RecordLineRow, 'home'>): ProjectionRow {
  return {
    record_id: line.recordId,
    ordinal: line.ordinal,
    item: line.item,
    source: line.source,
    batch_id: line.batchId,
    kind: line.kind,
    severity: line.severity ?? null,
    region: line.region ?? null,
    name_key: line.nameKey,
    decided_on: dayNumber(line.decidedOn),
    taken_in_on: dayNumber(line.takenInOn),
    supply_due_on: dayOrNull(line.supplyDueOn),
    corrected_on: dayOrNull(line.correctedOn),
    backlog: line.backlog,
    shown_from: dayOrNull(line.shownFrom),
    shown_until: dayOrNull(line.shownUntil),
  };
}

/** The columns of a line as they are read, but for the home. */
export interface StoredLine {
  readonly record_id: string;
  readonly ordinal: number;
  readonly item: string;
  readonly source: string;
  readonly batch_id: string;
  readonly kind: SubjectKind;
  readonly severity: string | null;
  readonly region: string | null;
  readonly name_key: string;
  readonly decided_on: number;
  readonly taken_in_on: number;
  readonly supply_due_on: number | null;
  readonly corrected_on: number | null;
  readonly backlog: boolean;
  readonly shown_from: number | null;
  readonly shown_until: number | null;
}

/** What `lineColumns` wrote. */
export function lineOf(stored: StoredLine): Omit<RecordLineRow, 'home'> {
  const { severity, region, supply_due_on, corrected_on, shown_from, shown_until } = stored;
  return {
    recordId: stored.record_id,
    ordinal: stored.ordinal,
    item: stored.item,
    source: stored.source,
    batchId: stored.batch_id,
    kind: stored.kind,
    ...(severity === null ? {} : { severity }),
    ...(region === null ? {} : { region }),
    nameKey: stored.name_key,
    decidedOn: fromDayNumber(stored.decided_on),
    takenInOn: fromDayNumber(stored.taken_in_on),
    ...(supply_due_on === null ? {} : { supplyDueOn: fromDayNumber(supply_due_on) }),
    ...(corrected_on === null ? {} : { correctedOn: fromDayNumber(corrected_on) }),
    backlog: stored.backlog,
    ...(shown_from === null ? {} : { shownFrom: fromDayNumber(shown_from) }),
    ...(shown_until === null ? {} : { shownUntil: fromDayNumber(shown_until) }),
  };
}

function dayOrNull(day: CivilDate | undefined): number | null {
  return day === undefined ? null : dayNumber(day);
}
