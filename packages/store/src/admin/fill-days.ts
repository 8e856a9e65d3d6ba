import { dayNumber, type CivilDate, type JsonValue } from '@credence/domain';

import type { Connection } from '../connection/connection.ts';
import { nilHome } from '../journal/append-entries.ts';
import { StoreError } from '../store-error.ts';

/** Invented homes of one entry each: as many due on each of some days, all others after them. */
export interface FillDays {
  readonly homes: number;
  readonly duePerDay: number;
  readonly dueFrom: CivilDate;
  readonly days: number;
  /** What each entry says. */
  readonly payload: JsonValue;
  /** Hashes of the editions, as the mark of the work names them. */
  readonly rules: string;
}

const perStep = 50_000;

/**
 * Fills an empty store for measuring the work of a day: entries that the work reads, the days it has
 * found for them, and a mark that says that it has seen them all. Commitments are left empty, so
 * that such a store can be used for nothing else.
 */
export async function fillDays(connection: Connection, order: FillDays): Promise<void> {
  const { homes, days } = order;
  const due = order.duePerDay * days;
  await connection.transaction({ homes: [] }, async (session) => {
    const [head] = await session.query<{ position: number }>(
      `select position from journal_head where home = '${nilHome}'`,
    );
    if (head?.position === 0) return;
    throw new StoreError('projection-refused', 'Invented homes go into an empty database only.');
  });
  // Who is due lies scattered over the whole register.
  const gap = Math.floor(homes / due);
  const isDue = `i % ${gap} = 0 and i / ${gap} < ${due}`;
  const home = "('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid";
  for (let from = 0; from < homes; from += perStep) {
    const range = `generate_series(${from}, ${Math.min(from + perStep, homes) - 1}) i`;
    await connection.transaction({ homes: 'all' }, async (session) => {
      await session.exec(`insert into journal_entry (home, stream, seq, position, recorded_at, id,
          kind, actor_official, actor_agency, actor_role, purpose, basis, commitment)
        select ${home}, 'record', 1, i + 1, 1, ${home}, 'record@1', 'bench', 'bench', 'bench',
          'bench', '{}', '' from ${range}`);
      await session.query(
        `insert into journal_payload (home, entry_id, payload, salt)
          select ${home}, ${home}, $1::json, '' from ${range}`,
        [JSON.stringify(order.payload)],
      );
      await session.query(
        `insert into due (home, due_on, why)
          select ${home}, $1::integer + case when ${isDue} then i / ${gap} % ${days}
            else ${days} + i % 365 end,
            'publicity-ends' from ${range}`,
        [dayNumber(order.dueFrom)],
      );
    });
  }
  await connection.transaction({ homes: [nilHome] }, async (session) => {
    await session.query(
      `insert into work_mark (home, position, recorded_at, rules) values ('${nilHome}', $1, 1, $2)`,
      [homes, order.rules],
    );
  });
  // Homes without entries: nothing but the owner moves the head without one.
  await connection.transaction({ homes: [nilHome], as: 'owner' }, async (session) => {
    await session.query(
      `update journal_head set position = $1, recorded_at = 1 where home = '${nilHome}'`,
      [homes],
    );
  });
}
