import type { StagedRow } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { Session } from '../connection/connection.ts';
import { StoreError } from '../store-error.ts';

/** Rows in one statement: enough to make its cost small, little enough to keep it short. */
export const rowsPerStatement = 1_000;

export async function insertStagedRows(
  session: Session,
  staging: string,
  rows: readonly (StagedRow & { readonly proposed: string })[],
): Promise<void> {
  await session.query(
    `insert into staged_row (home, row_number, scheme, value, item, key, content_hash, record_id,
        entry_id, stream, kind, payload, salt, commitment, supersedes, erase_on, visible_until,
        registered, names, identifiers, due, proposed)
      select $1, row_number, scheme, value, item, key, content_hash, record_id, entry_id, stream,
        kind, payload::json, salt, commitment, supersedes, erase_on, visible_until, registered,
        names::json, identifiers::json, due::json, proposed
      from json_to_recordset($2::json) as r(row_number integer, scheme text, value text, item text,
        key text, content_hash text, record_id text, entry_id uuid, stream text, kind text,
        payload text, salt text, commitment text, supersedes uuid, erase_on integer,
        visible_until integer, registered boolean, names text, identifiers text, due text,
        proposed uuid)`,
    [staging, JSON.stringify(rows.map(toRow))],
  );
}

function toRow(staged: StagedRow & { readonly proposed: string }): object {
  const { entry, recordKey, due = [] } = staged;
  if (commitmentOf(entry.salt, entry.payload) !== entry.commitment) {
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
    // Texts inside the text keep their spelling; see `insertPayloads`.
    payload: JSON.stringify(entry.payload),
    salt: entry.salt,
    commitment: entry.commitment,
    supersedes: entry.supersedes ?? null,
    erase_on: entry.eraseOn === undefined ? null : dayNumber(entry.eraseOn),
    visible_until: visibleUntil(staged),
    registered: staged.registered,
    names: JSON.stringify(staged.names),
    identifiers: JSON.stringify([staged.identifier, ...staged.identifiers]),
    due: JSON.stringify(due.map(({ dueOn, why }) => ({ due_on: dayNumber(dueOn), why }))),
    proposed: staged.proposed,
  };
}

function visibleUntil({ visibleUntil: until }: StagedRow): number | null {
  // Casework hands on a day it has parsed; the port types it as text.
  return until === undefined ? null : dayNumber(until as CivilDate);
}
