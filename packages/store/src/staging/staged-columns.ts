import type { StagedName, StagedRow } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';

import type { ProjectionRow } from '../projection/projection-tables.ts';
import { recordLineTable } from '../projection/record-line-table.ts';
import { insertPlaced } from './classify.ts';
import { namesOf, rowsOf, type ColumnOf } from './row-set.ts';

export interface RowToStage {
  readonly row: StagedRow;
  /** Canonical JSON of the entry's payload, to which its commitment was made. */
  readonly payload: string;
}

/** A row of the file: its payload goes to `staged_row`, all else to `staged_place`. */
export const rowColumns: readonly ColumnOf<RowToStage>[] = [
  ['row_number', 'integer', ({ row }) => row.row],
  ['scheme', 'text', ({ row }) => row.identifier.scheme],
  ['value', 'text', ({ row }) => row.identifier.value],
  ['item', 'text', ({ row }) => row.recordKey.item],
  ['key', 'text', ({ row }) => row.recordKey.key],
  ['content_hash', 'text', ({ row }) => row.recordKey.contentHash],
  ['record_id', 'text', ({ row }) => row.recordKey.recordId],
  ['entry_id', 'uuid', ({ row }) => row.entry.id],
  ['stream', 'text', ({ row }) => row.entry.stream],
  ['kind', 'text', ({ row }) => row.entry.kind],
  ['payload', 'json', ({ payload }) => payload],
  ['salt', 'text', ({ row }) => row.entry.salt],
  ['commitment', 'text', ({ row }) => row.entry.commitment],
  ['supersedes', 'uuid', ({ row }) => row.entry.supersedes],
  ['erase_on', 'integer', ({ row }) => dayOf(row.entry.eraseOn)],
  // Casework hands on a day it has parsed; the port types it as text.
  ['visible_until', 'integer', ({ row }) => dayOf(row.visibleUntil as CivilDate | undefined)],
  ['registered', 'boolean', ({ row }) => flag(row.registered)],
  ['stated_name', 'text', ({ row }) => (row.statedName ?? row.names[0])?.name],
  ['folded_name', 'text', ({ row }) => row.statedName?.folded ?? row.names[0]?.keys.folded],
  ['names', 'text[]', ({ row }) => listedNames(row)],
  ['identifiers', 'json', ({ row }) => furtherThan(row)],
];

/** Home of the subject, should the register not know it: given to rows as they are sent. */
const proposedColumn = ['proposed', 'uuid'] as const;

/** The search keys of a name as they lie in `staged_name`. */
export const nameColumns: readonly ColumnOf<StagedName>[] = [
  ['name', 'text', ({ name }) => name],
  ['folded', 'text', ({ keys }) => keys.folded],
  ['grams', 'text[]', ({ keys }) => list(keys.grams)],
  ['canon', 'text', ({ keys }) => keys.canon],
  ['core', 'text', ({ keys }) => keys.core],
  ['pinyin', 'text', ({ keys }) => keys.pinyin],
  ['initials', 'text', ({ keys }) => keys.initials],
  ['core_pinyin', 'text', ({ keys }) => keys.corePinyin],
  ['core_initials', 'text', ({ keys }) => keys.coreInitials],
];

/** Columns of a line but its home, which a staged row does not know yet. */
const ownLineColumns = recordLineTable.columns.slice(1);
export const lineColumnNames: string = ownLineColumns.map(([name]) => name).join(', ');

/** A line of a record as it lies in `staged_line`, beside the number of its row. */
export const lineColumns: readonly ColumnOf<ProjectionRow>[] = [
  ['row_number', 'integer'] as const,
  ...ownLineColumns,
].map(([name, type]): ColumnOf<ProjectionRow> => {
  if (type !== 'text' && type !== 'integer' && type !== 'boolean') {
    throw new RangeError(`A column of the type ${type} cannot be staged.`);
  }
  return [name, type, (line) => wired(line[name])];
});

const placedColumns = [...rowColumns, proposedColumn];

/**
 * What writes the rows with their places, their names and their lines, in this order: a line takes the
 * subject of its row. A row's proposed home is its last column.
 */
export const stagingInserts: readonly string[] = [
  insertPlaced(rowsOf(placedColumns)),
  `insert into staged_name (home, ${namesOf(nameColumns)})
    select $1::uuid, n.* from (${rowsOf(nameColumns)}) n on conflict do nothing`,
  `insert into staged_line (home, subject, ${namesOf(lineColumns)})
    select $1::uuid, (select p.subject from staged_place p
        where p.home = $1::uuid and p.row_number = l.row_number), l.*
    from (${rowsOf(lineColumns)}) l`,
];

function wired(value: ProjectionRow[string] | undefined): string | number | undefined {
  if (typeof value === 'boolean') return flag(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function flag(value: boolean): string {
  return value ? 't' : 'f';
}

function dayOf(day: CivilDate | undefined): number | undefined {
  return day === undefined ? undefined : dayNumber(day);
}

const TO_ESCAPE = /["\\]/g;

const ESCAPED = /["\\]/;

/** Texts as the database writes a list of them. */
function list(texts: readonly string[]): string {
  // Names rarely have anything to escape, and one look at all their grams says so.
  if (texts.length > 0 && !ESCAPED.test(texts.join(''))) return `{"${texts.join('","')}"}`;
  let written = '{';
  for (const text of texts) {
    if (written !== '{') written += ',';
    written += `"${text.replace(TO_ESCAPE, '\\$&')}"`;
  }
  return `${written}}`;
}

function listedNames({ names }: StagedRow): string | undefined {
  return names.length === 0 ? undefined : list(names.map(({ name }) => name));
}

function furtherThan({ identifier, identifiers }: StagedRow): string | undefined {
  const { scheme, value } = identifier;
  const further = identifiers.filter((one) => one.scheme !== scheme || one.value !== value);
  return further.length === 0 ? undefined : JSON.stringify(further);
}
