import pg from 'pg';

export interface BareCopy {
  /** A login that may create a schema in the database. */
  readonly ownerUrl: string;
  readonly columns: readonly string[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** The CSV file with its header, as bytes. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Milliseconds that run, from any start. */
  readonly runMs: () => number;
}

const TABLE = 'credence_bench.bare';

/**
 * What the server can do at best: the file streamed by COPY into one table of texts with one index,
 * nothing looked at. The table is gone afterwards. Answers with milliseconds and rows.
 */
export async function measureBareCopy(
  order: BareCopy,
): Promise<{ readonly ms: number; readonly rows: number }> {
  const client = new pg.Client({ connectionString: order.ownerUrl });
  await client.connect();
  try {
    const name = (column: string): string => `"${column.replaceAll('"', '""')}"`;
    const columns = order.columns.map((column) => `${name(column)} text not null`);
    await client.query('drop schema if exists credence_bench cascade');
    await client.query('create schema credence_bench');
    await client.query(
      `create table ${TABLE} (${columns.join(', ')}, primary key (${order.key.map(name).join(', ')}))`,
    );
    const began = order.runMs();
    await copyIn(client, `copy ${TABLE} from stdin with (format csv, header true)`, order.bytes());
    const ms = order.runMs() - began;
    const { rows } = await client.query<{ rows: number }>(
      `select count(*)::integer as rows from ${TABLE}`,
    );
    await client.query('drop schema credence_bench cascade');
    return { ms, rows: rows[0]?.rows ?? 0 };
  } finally {
    await client.end();
  }
}

/** The part of the driver's connection that carries the copy protocol. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
  readonly stream: {
    readonly writableNeedDrain: boolean;
    once(event: 'drain', done: () => void): void;
  };
}

/** Streams bytes through COPY ... FROM STDIN; the driver has the messages and no method of its own. */
function copyIn(client: pg.Client, sql: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    const send = async (connection: CopyConnection): Promise<void> => {
      for await (const chunk of bytes) {
        connection.sendCopyFromChunk(chunk);
        if (!connection.stream.writableNeedDrain) continue;
        await new Promise<void>((done) => connection.stream.once('drain', done));
      }
      connection.endCopyFrom();
    };
    client.query({
      submit: (connection: CopyConnection) => connection.query(sql),
      handleCopyInResponse(connection: CopyConnection) {
        send(connection).catch((error: unknown) => {
          failure ??= error instanceof Error ? error : new Error(String(error));
          connection.sendCopyFail('the file could not be read');
        });
      },
      handleError(error: Error) {
        failure ??= error;
        reject(failure);
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (failure === undefined ? resolve() : reject(failure)),
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handlePortalSuspended: () => undefined,
      handleEmptyQuery: () => undefined,
    } as unknown as pg.Submittable);
  });
}
