import type { BudgetedReads, Journal } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

import type { Connection } from '../connection/connection.ts';
import { isHome } from '../connection/transaction.ts';
import {
  findAccesses,
  findSpent,
  homesReadBy,
  insertAccess,
  readAccesses,
  readersOf,
} from './access.ts';
import { nilHome } from './append-entries.ts';
import { readEntries, readHome, readHomeWithHead } from './entry-rows.ts';
import { record, type StoreParts } from './record.ts';

/** The journal in SQL. A home that is no UUID is nobody's, so it has no entries. */
export function createJournal(connection: Connection, parts: StoreParts): Journal {
  const readMany = createReadMany(connection, parts);
  return {
    async head() {
      const [head] = await connection.read<{ position: number; recorded_at: number }>(
        { homes: [] },
        `select position, recorded_at from journal_head where home = '${nilHome}'`,
      );
      return { position: head?.position ?? 0, recordedAt: instant(head?.recorded_at ?? 0) };
    },

    async entriesOf(home, options) {
      if (!isHome(home)) return [];
      return readHome(connection, home, options);
    },

    async entriesWithHead(home) {
      if (isHome(home)) return readHomeWithHead(connection, home);
      return { head: await this.head(), entries: [] };
    },

    async entriesOfMany(homes) {
      const known = [...new Set(homes.filter(isHome))];
      if (known.length === 0) return new Map();
      return connection.transaction({ homes: known }, (session) => readEntries(session, known));
    },

    positionAt: (moment) => positionAt(connection, parts, moment),

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

    async findAccesses(home, page) {
      if (!isHome(home)) return { accesses: [], total: 0 };
      return connection.transaction({ homes: [home] }, (session) =>
        findAccesses(session, home, page),
      );
    },

    homesReadBy: (reader, limit) =>
      connection.transaction({ homes: 'all' }, (session) => homesReadBy(session, reader, limit)),
    readersOf: (homes) =>
      homes.length === 0
        ? Promise.resolve([])
        : connection.transaction({ homes }, (session) => readersOf(session, homes)),

    async readWithinBudget(access, home, budget) {
      if (!isHome(home)) return { kind: 'read', entries: [] };
      const read = await readMany(access, [home], budget);
      return read.kind === 'spent' ? read : { kind: 'read', entries: read.homes.get(home) ?? [] };
    },

    readManyWithinBudget: readMany,
  };
}

function createReadMany(
  connection: Connection,
  parts: StoreParts,
): Journal['readManyWithinBudget'] {
  return async (access, homes, budget) => {
    const known = [...new Set(homes.filter(isHome))];
    // What a reader has read lies in many homes.
    return connection.transaction<BudgetedReads>({ homes: 'all' }, async (session) => {
      const spent = await findSpent(session, { ...access, homes: known }, budget);
      if (spent !== undefined) return { kind: 'spent', ...spent };
      for (const home of known) await insertAccess(session, parts, { ...access, home });
      return { kind: 'read', homes: await readEntries(session, known) };
    });
  };
}

/**
 * The last position at or before a moment. Where the moment lies after the last entry, the head is
 * told that nothing may be recorded at or before it any more; otherwise an entry of the same
 * millisecond, or one under a clock that was set back, would change what has been answered.
 */
async function positionAt(
  connection: Connection,
  parts: StoreParts,
  moment: Instant,
): Promise<number> {
  return connection.transaction({ homes: 'all' }, async (session) => {
    // Under a clock that runs ahead the head would be told to wait for a day that never was.
    await parts.gate?.pass(session);
    await session.query('select hold_journal($1::bigint, $2::bigint)', [moment, parts.clock()]);
    const [last] = await session.query<{ position: number }>(
      `select position from journal_entry where recorded_at <= $1
        order by recorded_at desc, position desc limit 1`,
      [moment],
    );
    return last?.position ?? 0;
  });
}
