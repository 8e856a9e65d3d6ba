import type { Access } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

import type { Session } from '../connection/connection.ts';

/** Writes who looked at a home, for which purpose, and what they saw. */
export async function insertAccess(
  session: Session,
  parts: { readonly clock: () => Instant; readonly uuid: () => string },
  access: Access & { readonly home: string },
): Promise<void> {
  const { reader, purpose, fields, home } = access;
  await session.query(
    `insert into access_entry
      (home, at, id, reader_official, reader_agency, reader_role, purpose, fields)
      values ($1, $2, $3, $4, $5, $6, $7, $8::text[])`,
    [
      home,
      parts.clock(),
      parts.uuid(),
      reader.official,
      reader.agency,
      reader.role,
      purpose,
      fields,
    ],
  );
}

interface AccessRow {
  readonly at: number;
  readonly reader_official: string;
  readonly reader_agency: string;
  readonly reader_role: string;
  readonly purpose: string;
  readonly fields: readonly string[];
}

export async function readAccesses(
  session: Session,
  home: string,
): Promise<readonly (Access & { readonly at: Instant })[]> {
  const rows = await session.query<AccessRow>(
    `select at, reader_official, reader_agency, reader_role, purpose, fields
      from access_entry where home = $1 order by at, id`,
    [home],
  );
  return rows.map((row) => ({
    at: instant(row.at),
    reader: {
      official: row.reader_official,
      agency: row.reader_agency,
      role: row.reader_role,
    },
    purpose: row.purpose,
    fields: row.fields,
  }));
}
