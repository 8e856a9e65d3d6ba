import type { Journal } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

import type { Connection } from '../connection/connection.ts';
import { isHome } from '../connection/transaction.ts';
import { insertAccess, readAccesses } from './access.ts';
import { nilHome } from './append-entries.ts';
import { readEntries } from './entry-rows.ts';
import { record, type StoreParts } from './record.ts';

/** The journal in SQL. A home that is no UUID is nobody's, so it has no entries. */
export function createJournal(connection: Connection, parts: StoreParts): Journal {
  return {
    head: () =>
      connection.transaction({ homes: [] }, async (session) => {
        const [head] = await session.query<{ position: number; recorded_at: number }>(
          `select position, recorded_at from journal_head where home = '${nilHome}'`,
        );
        return { position: head?.position ?? 0, recordedAt: instant(head?.recorded_at ?? 0) };
      }),

    async entriesOf(home, options) {
      if (!isHome(home)) return [];
      return connection.transaction({ homes: [home] }, async (session) => {
        const entries = await readEntries(session, [home], options?.knownAt);
        return entries.get(home) ?? [];
      });
    },

    async entriesOfMany(homes) {
      const known = [...new Set(homes.filter(isHome))];
      if (known.length === 0) return new Map();
      return connection.transaction({ homes: known }, (session) => readEntries(session, known));
    },

    positionAt: (moment) => positionAt(connection, { moment, now: parts.clock() }),

    record: (command, entries, options = {}) =>
      record(connection, parts, { command, entries, options }),

    async readWithAccess(access, home) {
      if (!isHome(home)) return [];
      return connection.transaction({ homes: [home] }, async (session) => {
        await insertAccess(session, parts, { ...access, home });
        const entries = await readEntries(session, [home]);
        return entries.get(home) ?? [];
      });
    },

    async accessesTo(home) {
      if (!isHome(home)) return [];
      return connection.transaction({ homes: [home] }, (session) => readAccesses(session, home));
    },
  };
}

/**
 * The last position at or before a moment. Where the moment lies after the last entry, the head is
 * told that nothing may be recorded at or before it any more; otherwise an entry of the same
 * millisecond, or one under a clock that was set back, would change what has been answered.
 */
async function positionAt(
  connection: Connection,
  asked: { readonly moment: Instant; readonly now: Instant },
): Promise<number> {
  const past = Math.min(asked.moment, asked.now);
  return connection.transaction({ homes: 'all' }, async (session) => {
    await session.query(
      `update journal_head set not_before = $1::bigint + 1
        where home = '${nilHome}' and not_before <= $1::bigint`,
      [past],
    );
    const [last] = await session.query<{ position: number }>(
      `select position from journal_entry where recorded_at <= $1
        order by recorded_at desc, position desc limit 1`,
      [asked.moment],
    );
    return last?.position ?? 0;
  });
}
