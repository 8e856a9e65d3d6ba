import type { Outbox, WaitingMessage } from '@credence/casework';
import type { JsonValue } from '@credence/domain';

import type { Connection } from '../connection/connection.ts';
import type { WriteGate } from '../health/write-gate.ts';

interface Columns {
  readonly home: string;
  readonly id: string;
  readonly body: string;
  readonly attempts: number;
}

/** The messages that wait, in SQL. */
export function createOutbox(connection: Connection, gate?: WriteGate): Outbox {
  return {
    listDue: async (topic, now, limit) => {
      const rows = await connection.read<Columns>(
        { homes: 'all' },
        `select home, id, body::text as body, attempts from outbox
          where topic = $1 and next_at <= $2::bigint order by next_at, home, id limit $3`,
        [topic, now, limit],
      );
      return rows.map(toMessage);
    },
    remove: ({ home, id }) =>
      connection.transaction({ homes: [home] }, async (session) => {
        await gate?.pass(session);
        await session.query('delete from outbox where home = $1 and id = $2', [home, id]);
      }),
    postpone: ({ home, id }, { until, because }) =>
      connection.transaction({ homes: [home] }, async (session) => {
        await gate?.pass(session);
        await session.query(
          `update outbox set attempts = attempts + 1, next_at = $3::bigint, because = $4
            where home = $1 and id = $2`,
          [home, id, until ?? null, because],
        );
      }),
  };
}

function toMessage({ home, id, body, attempts }: Columns): WaitingMessage {
  // What was stored was JSON.
  return { home, id, body: JSON.parse(body) as JsonValue, attempts };
}
