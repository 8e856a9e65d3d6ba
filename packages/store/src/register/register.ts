import type { AgencyRow, EditionRow, Register } from '@credence/casework';
import { dayNumber, type Identifier, type Localised } from '@credence/domain';

import type { Connection, Scope, Session } from '../connection/connection.ts';
import { createAccounts } from './accounts.ts';
import { listRuleDrafts } from './rule-drafts.ts';
import { createCaseQueries } from './cases.ts';
import { createListedQueries } from './listed.ts';
import { createMatterQueries } from './matters.ts';
import { createRecordLines } from './record-lines.ts';
import { searchNames } from './search-names.ts';
import { LAST } from './search-way.ts';

/** Questions across homes read projections only, and those are open to every transaction. */
const across: Scope = { homes: [] };

/** The register in SQL: who exists, under which names and numbers; never what they did. */
export function createRegister(connection: Connection): Register {
  return {
    lines: createRecordLines(connection),

    async findByIdentifier(identifier) {
      const found = await connection.transaction(across, (session) =>
        findByIdentifiers(session, [identifier]),
      );
      return found.get(`${identifier.scheme}:${identifier.value}`);
    },

    findByIdentifiers: (identifiers) =>
      connection.transaction(across, (session) => findByIdentifiers(session, identifiers)),

    findByIdentifierStart: (start, { schemes, limit }) =>
      connection.transaction(across, (session) =>
        session.query<Identifier & { home: string }>(
          `select scheme, value, home from subject_identifier
            where scheme = any($1::text[]) and value >= $2 and value < $3
            order by value, scheme, home limit $4::integer`,
          [schemes, start, start + LAST, limit],
        ),
      ),

    searchNames: (query, page) =>
      connection.transaction(across, (session) => searchNames(session, query, page)),

    agencies: () =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<Omit<AgencyRow, 'name'> & { readonly name: string }>(
          'select home, code, name from agency order by code, home',
        );
        return rows.map((row) => ({ ...row, name: JSON.parse(row.name) as Localised }));
      }),

    editions: () =>
      connection.transaction(across, (session) =>
        session.query<EditionRow>('select home, code, hash from edition order by code, home'),
      ),

    countSubjects: (today) =>
      connection.transaction(across, async (session) => {
        const [row] = await session.query<{ count: number }>(
          `select count(*)::integer as count from subject
            where registered or visible_until > $1::integer`,
          [dayNumber(today)],
        );
        return row?.count ?? 0;
      }),

    ...createAccounts(connection),
    ...createMatterQueries(connection),
    ...createCaseQueries(connection),
    ...createListedQueries(connection),
    ruleDrafts: (limit) => listRuleDrafts(connection, limit),
  };
}

/** Should two homes hold one identifier, the elder one answers: their ids grow with time. */
async function findByIdentifiers(
  session: Session,
  identifiers: readonly Identifier[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query<Identifier & { home: string }>(
    `select distinct on (i.scheme, i.value) i.scheme, i.value, i.home
      from unnest($1::text[], $2::text[]) as asked(scheme, value)
      join subject_identifier i on i.scheme = asked.scheme and i.value = asked.value
      order by i.scheme, i.value, i.home`,
    [identifiers.map(({ scheme }) => scheme), identifiers.map(({ value }) => value)],
  );
  return new Map(rows.map(({ scheme, value, home }) => [`${scheme}:${value}`, home]));
}
