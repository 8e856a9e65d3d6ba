import { AsyncLocalStorage } from 'node:async_hooks';

import { StoreError } from '../store-error.ts';
import type { Client, Connection, Driver, Role, Scope, Session, SqlValue } from './connection.ts';
import { isSqlError, sqlStates } from './sql-error.ts';

const MAX_ATTEMPTS = 4;

/** A transaction that is running in the present chain of calls. */
interface Running {
  readonly role: Role;
  readonly session: Session;
  homes: Scope['homes'];
  ended: boolean;
}

/** What looks on at every transaction: what became of it, and which error to throw on. */
export interface Watch {
  readonly succeeded: () => void;
  readonly failed: (error: unknown) => unknown;
}

const nobody: Watch = { succeeded: () => undefined, failed: (error) => error };

/** Turns an engine's driver into a connection: opening, joining, ending and retrying in one place. */
export function createConnection(driver: Driver, watch: Watch = nobody): Connection {
  const running = new AsyncLocalStorage<Running>();
  const parts: Parts = { driver, running };
  return {
    engine: driver.engine,
    pool: () => driver.pool(),
    async read<Row extends object>(
      scope: Pick<Scope, 'homes'>,
      sql: string,
      values: readonly SqlValue[] = [],
    ) {
      const outer = running.getStore();
      if (outer !== undefined && !outer.ended) {
        await join(outer, scope);
        return outer.session.query<Row>(sql, values);
      }
      try {
        const rows = await readOnce<Row>(driver, scope, { sql, values });
        watch.succeeded();
        return rows;
      } catch (error) {
        throw watch.failed(error);
      }
    },
    async transaction(scope, work) {
      const outer = running.getStore();
      if (outer !== undefined && !outer.ended) {
        await join(outer, scope);
        return work(outer.session);
      }
      for (let attempt = 1; ; attempt += 1) {
        try {
          const result = await runOnce(parts, scope, work);
          watch.succeeded();
          return result;
        } catch (error) {
          const again = isSqlError(
            error,
            sqlStates.deadlockDetected,
            sqlStates.serializationFailure,
          );
          if (!again || attempt === MAX_ATTEMPTS) throw watch.failed(error);
        }
      }
    },
    tidyUp: () => driver.tidyUp(),
    close: () => driver.close(),
  };
}

interface Parts {
  readonly driver: Driver;
  readonly running: AsyncLocalStorage<Running>;
}

async function runOnce<T>(
  { driver, running }: Parts,
  scope: Scope,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const role = scope.as ?? 'app';
  const client = await driver.acquire(role);
  const { session, fault } = watched(client);
  const state: Running = { role, session, homes: scope.homes, ended: false };
  let clean = false;
  try {
    await client.exec(opening(driver, role, scope));
    const result = await running.run(state, () => work(session));
    // A database answers COMMIT after a failed statement with a silent ROLLBACK.
    if (fault() !== undefined) {
      throw new StoreError(
        'transaction-failed',
        'A statement failed and its error was swallowed; nothing of the transaction is stored.',
        { cause: fault() },
      );
    }
    await client.exec('commit');
    clean = true;
    return result;
  } catch (error) {
    clean = await client.exec('rollback').then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    state.ended = true;
    client.release(clean ? 'usable' : 'broken');
  }
}

async function readOnce<Row extends object>(
  driver: Driver,
  scope: Pick<Scope, 'homes'>,
  { sql, values }: { readonly sql: string; readonly values: readonly SqlValue[] },
): Promise<readonly Row[]> {
  const client = await driver.acquire('app');
  let clean = false;
  try {
    const rows = await client.ask<Row>({
      opening: opening(driver, 'app', scope),
      settings: settings(scope),
      sql,
      values,
    });
    clean = true;
    return rows;
  } catch (error) {
    // The database said no and ended the transaction by itself; anything else is unclear.
    clean = isSqlError(error);
    throw error;
  } finally {
    client.release(clean ? 'usable' : 'broken');
  }
}

/** The one place where a transaction gets its role, its homes and its names. */
function opening(driver: Driver, role: Role, scope: Scope): string {
  const isolation = scope.snapshot === true ? ' isolation level repeatable read read only' : '';
  const erase =
    scope.eraseUntil === undefined ? '' : `set local credence.erase_until = '${scope.eraseUntil}';`;
  return `begin${isolation}; ${driver.actAs(role)} set local jit = off; ${settings(scope)} ${erase}`;
}

/** Names are looked up in our schema, and rows of no home but these are seen. */
function settings({ homes }: Pick<Scope, 'homes'>): string {
  return `set local search_path = credence, pg_temp;
    set local credence.homes = '${homesSetting(homes)}';`;
}

async function join(outer: Running, scope: Scope): Promise<void> {
  if (scope.as !== undefined && scope.as !== outer.role) {
    throw new StoreError(
      'transaction-failed',
      `A transaction of ${outer.role} cannot take in work of ${scope.as}; end it first.`,
    );
  }
  if (outer.homes === 'all') return;
  outer.homes = scope.homes === 'all' ? 'all' : [...new Set([...outer.homes, ...scope.homes])];
  await outer.session.exec(`set local credence.homes = '${homesSetting(outer.homes)}'`);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a home as the store writes it; nothing else may reach an SQL text. */
export function isHome(text: string): boolean {
  return UUID.test(text);
}

function homesSetting(homes: Scope['homes']): string {
  if (homes === 'all') return 'all';
  const wrong = homes.find((home) => !isHome(home));
  if (wrong !== undefined) {
    throw new StoreError(
      'home-malformed',
      `"${wrong}" is not a home; a home is a UUID in lower case.`,
    );
  }
  return homes.join(',');
}

/** Remembers the first statement that failed, whatever the work does with its error. */
function watched(client: Client): { session: Session; fault: () => unknown } {
  let first: unknown;
  const remember = (error: unknown): never => {
    first ??= error;
    throw error;
  };
  const session: Session = {
    query: (sql, values) => client.query<never>(sql, values).catch(remember),
    exec: (sql) => client.exec(sql).catch(remember),
  };
  return { session, fault: () => first };
}
