import { dayNumber } from '@credence/domain';

import type { ProjectionTable } from './projection-tables.ts';

/** How accounts, mandates and keys lie in `account`. */
export const accountTable: ProjectionTable = {
  table: 'account',
  columns: [
    ['home', 'uuid'],
    ['account', 'text'],
    ['kind', 'text'],
    ['name', 'text'],
    ['issuer', 'text'],
    ['subject', 'text'],
    ['key_hash', 'text'],
    ['agency', 'text'],
    ['roles', 'text[]'],
    ['scheme', 'text'],
    ['value', 'text'],
    ['from_on', 'integer'],
    ['until_on', 'integer'],
  ],
  keyColumns: 2,
  rowsOf: (_, { accounts = [] }) =>
    accounts.map((row) => ({
      home: row.home,
      account: row.account,
      kind: row.kind,
      name: row.name,
      issuer: row.issuer ?? null,
      subject: row.subject ?? null,
      key_hash: row.keyHash ?? null,
      agency: row.agency ?? null,
      roles: row.roles ?? [],
      scheme: row.identifier?.scheme ?? null,
      value: row.identifier?.value ?? null,
      from_on: dayNumber(row.from),
      until_on: row.until === undefined ? null : dayNumber(row.until),
    })),
};
