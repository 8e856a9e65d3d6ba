import type { AccountRow, Register } from '@credence/casework';
import { fromDayNumber } from '@credence/domain';

import type { Connection, SqlValue } from '../connection/connection.ts';
import { isHome } from '../connection/transaction.ts';

interface Row {
  readonly home: string;
  readonly account: string;
  readonly kind: AccountRow['kind'];
  readonly name: string;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly key_hash: string | null;
  readonly agency: string | null;
  readonly roles: readonly string[];
  readonly scheme: string | null;
  readonly value: string | null;
  readonly from_on: number;
  readonly until_on: number | null;
}

/** Who may sign in. Looking someone up goes across homes, since nobody knows yet where he belongs. */
export function createAccounts(
  connection: Connection,
): Pick<Register, 'accountsOf' | 'accountsIn' | 'accountByKey'> {
  const find = (
    homes: 'all' | readonly string[],
    condition: string,
    values: readonly SqlValue[],
  ): Promise<readonly AccountRow[]> =>
    connection.transaction({ homes }, async (session) => {
      const rows = await session.query<Row>(
        `select home, account, kind, name, issuer, subject, key_hash, agency, roles, scheme, value,
          from_on, until_on from account where ${condition} order by home, account`,
        values,
      );
      return rows.map(toRow);
    });
  return {
    accountsOf: ({ issuer, subject }) =>
      find('all', 'issuer = $1 and subject = $2', [issuer, subject]),
    accountsIn: (home) => (isHome(home) ? find([home], 'home = $1', [home]) : Promise.resolve([])),
    accountByKey: async (keyHash) => (await find('all', 'key_hash = $1', [keyHash]))[0],
  };
}

function toRow(row: Row): AccountRow {
  const { home, account, kind, name, issuer, subject, agency, roles, scheme, value } = row;
  return {
    ...{ home, account, kind, name, roles },
    ...(issuer === null ? {} : { issuer }),
    ...(subject === null ? {} : { subject }),
    ...(row.key_hash === null ? {} : { keyHash: row.key_hash }),
    ...(agency === null ? {} : { agency }),
    ...(scheme === null || value === null ? {} : { identifier: { scheme, value } }),
    from: fromDayNumber(row.from_on),
    ...(row.until_on === null ? {} : { until: fromDayNumber(row.until_on) }),
  };
}
