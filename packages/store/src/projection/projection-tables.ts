import type { HomeRows } from '@credence/casework';
import { dayNumber, type Localised } from '@credence/domain';

import { caseTable } from './case-table.ts';
import { errorReportTable, matterTable } from './matter-tables.ts';
import { accountTable } from './account-table.ts';
import { recordLineTable } from './record-line-table.ts';
import { ruleDraftTable } from './rule-draft-table.ts';

type Cell = string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>;
export type ProjectionRow = Readonly<Record<string, Cell>>;

/** How the rows of a home lie in a table: the one place that record, erasure and rebuild share. */
export interface ProjectionTable {
  readonly table: string;
  /** Name and type of each column, the key's first. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** How many of the columns are the key. */
  readonly keyColumns: number;
  rowsOf(home: string, rows: HomeRows): readonly ProjectionRow[];
}

export const projectionTables: readonly ProjectionTable[] = [
  {
    table: 'subject',
    columns: [
      ['home', 'uuid'],
      ['registered', 'boolean'],
      ['visible_until', 'integer'],
    ],
    keyColumns: 1,
    rowsOf: (_, { subject }) =>
      subject === undefined
        ? []
        : [
            {
              home: subject.home,
              registered: subject.registered,
              visible_until:
                subject.visibleUntil === undefined ? null : dayNumber(subject.visibleUntil),
            },
          ],
  },
  {
    table: 'subject_identifier',
    columns: [
      ['home', 'uuid'],
      ['scheme', 'text'],
      ['value', 'text'],
    ],
    keyColumns: 3,
    rowsOf: (home, { identifiers }) =>
      identifiers.map(({ scheme, value }) => ({ home, scheme, value })),
  },
  {
    table: 'subject_name',
    columns: [
      ['home', 'uuid'],
      ['name', 'text'],
      ['folded', 'text'],
      ['grams', 'text[]'],
      ['canon', 'text'],
      ['core', 'text'],
      ['pinyin', 'text'],
      ['initials', 'text'],
      ['core_pinyin', 'text'],
      ['core_initials', 'text'],
      ['visible_until', 'integer'],
    ],
    keyColumns: 2,
    rowsOf: (_, { names }) =>
      names.map(({ corePinyin, coreInitials, visibleUntil, ...row }) => ({
        ...row,
        core_pinyin: corePinyin,
        core_initials: coreInitials,
        visible_until: visibleUntil === undefined ? null : dayNumber(visibleUntil),
      })),
  },
  {
    table: 'record_key',
    columns: [
      ['home', 'uuid'],
      ['item', 'text'],
      ['key', 'text'],
      ['content_hash', 'text'],
      ['record_id', 'text'],
    ],
    keyColumns: 3,
    rowsOf: (_, { recordKeys }) =>
      recordKeys.map(({ home, item, key, contentHash, recordId }) => ({
        home,
        item,
        key,
        content_hash: contentHash,
        record_id: recordId,
      })),
  },
  {
    table: 'agency',
    columns: [
      ['home', 'uuid'],
      ['code', 'text'],
      ['name', 'jsonb'],
    ],
    keyColumns: 1,
    rowsOf: (_, { agency }) =>
      agency === undefined ? [] : [{ ...agency, name: inTheirOrder(agency.name) }],
  },
  {
    table: 'edition',
    columns: [
      ['home', 'uuid'],
      ['code', 'text'],
      ['hash', 'text'],
    ],
    keyColumns: 1,
    rowsOf: (_, { edition }) =>
      edition === undefined ? [] : [{ home: edition.home, code: edition.code, hash: edition.hash }],
  },
  {
    table: 'batch',
    columns: [
      ['home', 'uuid'],
      ['source', 'text'],
      ['item', 'text'],
      ['file_hash', 'text'],
      ['mapping', 'text'],
      ['batch_id', 'text'],
    ],
    keyColumns: 5,
    rowsOf: (_, { batches }) =>
      batches.map(({ home, source, item, fileHash, mapping, batchId }) => ({
        home,
        source,
        item,
        file_hash: fileHash,
        mapping,
        batch_id: batchId,
      })),
  },
  recordLineTable,
  accountTable,
  matterTable,
  errorReportTable,
  ruleDraftTable,
  caseTable,
];

/** `(home uuid, ...)` for a recordset of the table's rows. */
export function recordsetOf({ columns }: ProjectionTable): string {
  return `(${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`;
}

export function columnsOf({ columns }: ProjectionTable): string {
  return columns.map(([name]) => name).join(', ');
}

/** As jsonb gives it back, so that an unchanged row is seen to be one. */
function inTheirOrder(name: Localised): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(name).sort(([a], [b]) => (a < b ? -1 : 1)));
}
