import type { RecordLineRow } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';

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

function dayOrNull(day: CivilDate | undefined): number | null {
  return day === undefined ? null : dayNumber(day);
}
