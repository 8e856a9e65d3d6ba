import type { Connection } from '../connection/connection.ts';
import { readEntries } from '../journal/entry-rows.ts';
import type { StoreParts } from '../journal/record.ts';
import { lockHomes, replaceHomeRows } from '../projection/replace-home-rows.ts';

/**
 * Puts the editions of the rulebook in their table before anything else is projected. In a store
 * that was filled from a backup it is empty, and without law nothing about a subject can be derived.
 * All are read before one is written, so that the projector sees none of them or all.
 */
export async function projectEditionsFirst(
  connection: Connection,
  parts: StoreParts,
): Promise<void> {
  const homes = await connection.transaction({ homes: 'all' }, async (session) => {
    const rows = await session.query<{ home: string }>(
      `select distinct home from journal_entry where kind like 'edition@%'
        and not exists (select from edition) order by home`,
    );
    return rows.map(({ home }) => home);
  });
  if (homes.length === 0) return;
  const entries = await connection.transaction({ homes }, (session) => readEntries(session, homes));
  const projected = await Promise.all(
    [...entries].map(async ([home, own]) => ({ home, rows: await parts.projector(own) })),
  );
  await connection.transaction({ homes }, async (session) => {
    await lockHomes(session, homes);
    for (const { home, rows } of projected) await replaceHomeRows(session, home, rows);
  });
}
