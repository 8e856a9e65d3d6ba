import type { Connection } from '../connection/connection.ts';
import { openPostgresql } from '../connection/postgresql.ts';
import { createConnection } from '../connection/transaction.ts';

/** What a benchmark measures a page against: the rows of one home by primary key, and nothing else. */
export interface BareReads {
  /** Subjects of the register, in the order of their ids. */
  subjects(most: number): Promise<readonly string[]>;
  /** How many rows the home has; the rows themselves have come all the way. */
  read(home: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Reads over the driver of the store, without its transactions and scopes: the connection says once
 * that it may see every home, and each read is one prepared statement. For benchmarks only.
 */
export function openBareReads(url: string): BareReads {
  const driver = openPostgresql({ app: withSetting(url) });
  const connection: Connection = createConnection(driver);
  return {
    async subjects(most) {
      const rows = await connection.read<{ home: string }>(
        { homes: 'all' },
        'select home from subject order by home limit $1',
        [most],
      );
      return rows.map(({ home }) => home);
    },
    async read(home) {
      const client = await driver.acquire('app');
      try {
        return (await client.query(bareSelect, [home])).length;
      } finally {
        client.release('usable');
      }
    },
    close: () => connection.close(),
  };
}

const bareSelect = `select e.*, p.payload from journal_entry e
  left join journal_payload p on p.home = e.home and p.entry_id = e.id
  where e.home = $1 order by e.position`;

/** Settings that a connection starts with, so that no statement has to make them. */
function withSetting(url: string): string {
  const options = '-c credence.homes=all -c search_path=credence,pg_temp -c jit=off';
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(options)}`;
}
