import type { NameRow, StagedRow } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';
import { canonicalJson, commitmentOfText } from '@credence/proof';

import type { Session } from '../connection/connection.ts';
import { lineColumns, recordLineTable } from '../projection/record-line-table.ts';
import { StoreError } from '../store-error.ts';

/** Rows in one statement: enough to make its cost small, little enough to keep it short. */
export const rowsPerStatement = 1_000;

export async function insertStagedRows(
  session: Session,
  staging: string,
  rows: readonly (StagedRow & { readonly proposed: string })[],
): Promise<void> {
  await session.query(insertRows, [staging, JSON.stringify(rows.map(toRow))]);
  const names = distinctNames(rows);
  if (names.length > 0) await session.query(insertNames, [staging, JSON.stringify(names)]);
  const lines = rows.flatMap(({ row, lines: own = [] }) =>
    own.map((line) => ({ row_number: row, ...lineColumns(line) })),
  );
  if (lines.length > 0) await session.query(insertLines, [staging, JSON.stringify(lines)]);
}

const insertRows = `
  insert into staged_row (home, row_number, scheme, value, item, key, content_hash, record_id,
      entry_id, stream, kind, payload, salt, commitment, supersedes, erase_on, visible_until,
      registered, stated_name, folded_name, names, identifiers, due, proposed)
    select $1, row_number, scheme, value, item, key, content_hash, record_id, entry_id, stream,
      kind, payload::json, salt, commitment, supersedes, erase_on, visible_until, registered,
      stated_name, folded_name, names, identifiers, due, proposed
    from json_to_recordset($2::json) as r(row_number integer, scheme text, value text, item text,
      key text, content_hash text, record_id text, entry_id uuid, stream text, kind text,
      payload text, salt text, commitment text, supersedes uuid, erase_on integer,
      visible_until integer, registered boolean, stated_name text, folded_name text, names text[],
      identifiers json, due json, proposed uuid)`;

const insertNames = `
  insert into staged_name (home, name, folded, grams, canon, core, pinyin, initials, core_pinyin,
      core_initials)
    select $1, r.* from json_to_recordset($2::json) as r(name text, folded text, grams text[],
      canon text, core text, pinyin text, initials text, core_pinyin text, core_initials text)
    on conflict do nothing`;

/** Columns of a line but its home, which a staged row does not know yet. */
export const lineColumnNames = recordLineTable.columns
  .slice(1)
  .map(([name]) => name)
  .join(', ');

const insertLines = `
  insert into staged_line (home, row_number, ${lineColumnNames})
    select $1, row_number, ${lineColumnNames} from json_to_recordset($2::json)
      as r(row_number integer, ${recordLineTable.columns
        .slice(1)
        .map(([name, type]) => `${name} ${type}`)
        .join(', ')})`;

function toRow(staged: StagedRow & { readonly proposed: string }): object {
  const { entry, recordKey, statedName, names, due = [] } = staged;
  const payload = canonicalJson(entry.payload);
  if (commitmentOfText(entry.salt, payload) !== entry.commitment) {
    throw new StoreError(
      'entry-refused',
      `The commitment of row ${staged.row} is not that of its payload and salt.`,
    );
  }
  return {
    row_number: staged.row,
    scheme: staged.identifier.scheme,
    value: staged.identifier.value,
    item: recordKey.item,
    key: recordKey.key,
    content_hash: recordKey.contentHash,
    record_id: recordKey.recordId,
    entry_id: entry.id,
    stream: entry.stream,
    kind: entry.kind,
    // As text inside the text: a recordset would refuse an escaped NUL that JSON may hold.
    payload,
    salt: entry.salt,
    commitment: entry.commitment,
    supersedes: entry.supersedes,
    erase_on: entry.eraseOn === undefined ? undefined : dayNumber(entry.eraseOn),
    visible_until: visibleUntil(staged),
    registered: staged.registered,
    stated_name: statedName?.name ?? names[0]?.name,
    folded_name: statedName?.folded ?? names[0]?.folded,
    names: names.length === 0 ? undefined : names.map(({ name }) => name),
    identifiers: furtherThan(staged),
    due:
      due.length === 0
        ? undefined
        : due.map(({ dueOn, why }) => ({ due_on: dayNumber(dueOn), why })),
    proposed: staged.proposed,
  };
}

function furtherThan({ identifier, identifiers }: StagedRow): StagedRow['identifiers'] | undefined {
  const { scheme, value } = identifier;
  const further = identifiers.filter((one) => one.scheme !== scheme || one.value !== value);
  return further.length === 0 ? undefined : further;
}

function distinctNames(rows: readonly StagedRow[]): readonly object[] {
  const byName = new Map<string, Omit<NameRow, 'home'>>();
  for (const { names } of rows) for (const name of names) byName.set(name.name, name);
  return [...byName.values()].map((row) => ({
    name: row.name,
    folded: row.folded,
    grams: row.grams,
    canon: row.canon,
    core: row.core,
    pinyin: row.pinyin,
    initials: row.initials,
    core_pinyin: row.corePinyin,
    core_initials: row.coreInitials,
  }));
}

function visibleUntil({ visibleUntil: until }: StagedRow): number | undefined {
  // Casework hands on a day it has parsed; the port types it as text.
  return until === undefined ? undefined : dayNumber(until as CivilDate);
}
