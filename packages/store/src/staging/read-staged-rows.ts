import type { NameRow, StagedRow } from '@credence/casework';
import { fromDayNumber, type Identifier, type JsonValue } from '@credence/domain';

import type { Session } from '../connection/connection.ts';
import { lineOf, type StoredLine } from '../projection/record-line-table.ts';
import { lineColumnNames } from './staged-columns.ts';

interface Row {
  readonly row_number: number;
  readonly scheme: string;
  readonly value: string;
  readonly item: string;
  readonly key: string;
  readonly content_hash: string;
  readonly record_id: string;
  readonly entry_id: string;
  readonly stream: string;
  readonly kind: string;
  readonly payload: string;
  readonly salt: string;
  readonly commitment: string;
  readonly supersedes: string | null;
  readonly erase_on: number | null;
  readonly visible_until: number | null;
  readonly registered: boolean;
  readonly stated_name: string | null;
  readonly folded_name: string | null;
  readonly names: readonly string[] | null;
  readonly identifiers: string | null;
}

interface Name extends Omit<NameRow, 'home' | 'corePinyin' | 'coreInitials' | 'visibleUntil'> {
  readonly core_pinyin: string;
  readonly core_initials: string;
}

type Line = StoredLine & { readonly row_number: number };

/** Staged rows as they were handed in, in the order of the file. */
export async function readStagedRows(
  session: Session,
  staging: string,
  wanted: readonly number[],
): Promise<readonly StagedRow[]> {
  const rows = await session.query<Row>(
    `select row_number, p.scheme, p.value, p.item, p.key, p.content_hash, p.record_id, p.entry_id,
        p.stream, p.kind, r.payload, r.salt, p.commitment, p.supersedes, r.erase_on,
        p.visible_until, p.registered, p.stated_name, p.folded_name, p.names, p.identifiers
      from staged_row r join staged_place p using (home, row_number)
      where home = $1 and row_number = any($2::integer[]) order by row_number`,
    [staging, wanted],
  );
  const lines = await session.query<Line>(
    `select row_number, ${lineColumnNames} from staged_line
      where home = $1 and row_number = any($2::integer[]) order by row_number, ordinal`,
    [staging, wanted],
  );
  const texts = [...new Set(rows.flatMap(({ names }) => names ?? []))];
  const names = await session.query<Name>(
    `select name, folded, grams, canon, core, pinyin, initials, core_pinyin, core_initials
      from staged_name where home = $1 and name = any($2::text[])`,
    [staging, texts],
  );
  const byName = new Map(names.map((name) => [name.name, name]));
  return rows.map((row) =>
    toStagedRow(row, {
      names: (row.names ?? []).flatMap((name) => byName.get(name) ?? []),
      lines: lines.filter(({ row_number }) => row_number === row.row_number),
    }),
  );
}

function toStagedRow(
  row: Row,
  parts: { readonly names: readonly Name[]; readonly lines: readonly Line[] },
): StagedRow {
  const identifier = { scheme: row.scheme, value: row.value };
  const visibleUntil = row.visible_until === null ? undefined : fromDayNumber(row.visible_until);
  const visible = visibleUntil === undefined || row.registered ? {} : { visibleUntil };
  return {
    row: row.row_number,
    identifier,
    recordKey: {
      item: row.item,
      key: row.key,
      contentHash: row.content_hash,
      recordId: row.record_id,
    },
    entry: {
      id: row.entry_id,
      stream: row.stream,
      kind: row.kind,
      // The store wrote this text from a JSON value, and the database checked that it is JSON.
      payload: JSON.parse(row.payload) as JsonValue,
      salt: row.salt,
      commitment: row.commitment,
      ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
      ...(row.erase_on === null ? {} : { eraseOn: fromDayNumber(row.erase_on) }),
    },
    ...(visibleUntil === undefined ? {} : { visibleUntil }),
    registered: row.registered,
    names: parts.names.map(({ name, core_pinyin, core_initials, ...keys }) => ({
      name,
      keys: { ...keys, corePinyin: core_pinyin, coreInitials: core_initials },
      ...visible,
    })),
    ...(row.stated_name === null || row.folded_name === null
      ? {}
      : { statedName: { name: row.stated_name, folded: row.folded_name } }),
    identifiers: [identifier, ...(parsed(row.identifiers) as readonly Identifier[])],
    lines: parts.lines.map(lineOf),
  };
}

/** JSON that this store wrote itself; null where there was nothing to write. */
function parsed(text: string | null): readonly unknown[] {
  return text === null ? [] : (JSON.parse(text) as readonly unknown[]);
}
