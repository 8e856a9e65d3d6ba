import { dayNumber, type CivilDate } from '@credence/domain';

import type { Connection, PoolFigures } from '../connection/connection.ts';
import { nilHome } from '../journal/append-entries.ts';
import type { WriteGate } from './write-gate.ts';

/** How the store is, for whoever runs it. */
export interface StoreHealth {
  /** Last position of the journal, and due rows of days before `today`. */
  figures(today: CivilDate): Promise<StoreFigures>;
  /** Milliseconds between the clock of this process and the database's. */
  skewMs(): Promise<number>;
  /** Whether it may write now, and if not, why. */
  writing(): ReturnType<WriteGate['state']>;
}

export interface StoreFigures {
  readonly position: number;
  readonly dueOverdue: number;
  readonly pool: PoolFigures;
}

export function createHealth(connection: Connection, gate: WriteGate): StoreHealth {
  return {
    async figures(today) {
      const [row] = await connection.read<{ position: number; overdue: number }>(
        { homes: [] },
        `select position, (select count(*) from due where due_on < $1)::integer as overdue
          from journal_head where home = '${nilHome}'`,
        [dayNumber(today)],
      );
      return {
        position: row?.position ?? 0,
        dueOverdue: row?.overdue ?? 0,
        pool: connection.pool(),
      };
    },
    skewMs: () => connection.transaction({ homes: [] }, (session) => gate.skewMs(session)),
    writing: () => gate.state(),
  };
}
