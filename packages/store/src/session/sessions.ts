import type { Sessions } from '@credence/casework';
import { instant } from '@credence/domain';

import type { Connection, Scope } from '../connection/connection.ts';
import { nilHome } from '../journal/append-entries.ts';

const scope: Scope = { homes: [nilHome] };

/** Who is signed in, in SQL; the sessions belong to no home. */
export function createSessions(connection: Connection): Sessions {
  const run = (sql: string, values: readonly (string | number)[]): Promise<void> =>
    connection.transaction(scope, async (session) => {
      await session.query(sql, values);
    });
  return {
    open: (idHash, { who, openedAt, seenAt }) =>
      run(
        `insert into sign_in_session (home, id_hash, issuer, subject, opened_at, seen_at)
          values ('${nilHome}', $1, $2, $3, $4, $5)`,
        [idHash, who.issuer, who.subject, openedAt, seenAt],
      ),
    find: (idHash) =>
      connection.transaction(scope, async (session) => {
        const [row] = await session.query<{
          issuer: string;
          subject: string;
          opened_at: number;
          seen_at: number;
        }>(
          `select issuer, subject, opened_at, seen_at from sign_in_session
            where home = '${nilHome}' and id_hash = $1`,
          [idHash],
        );
        if (row === undefined) return undefined;
        const { issuer, subject } = row;
        return {
          who: { issuer, subject },
          openedAt: instant(row.opened_at),
          seenAt: instant(row.seen_at),
        };
      }),
    touch: (idHash, seenAt) =>
      run(
        `update sign_in_session set seen_at = greatest(seen_at, $2)
          where home = '${nilHome}' and id_hash = $1`,
        [idHash, seenAt],
      ),
    close: (idHash) =>
      run(`delete from sign_in_session where home = '${nilHome}' and id_hash = $1`, [idHash]),
    forget: ({ seenBefore, openedBefore }) =>
      run(
        `delete from sign_in_session
          where home = '${nilHome}' and (seen_at < $1 or opened_at < $2)`,
        [seenBefore, openedBefore],
      ),
  };
}
