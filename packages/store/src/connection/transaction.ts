import { AsyncLocalStorage } from 'node:async_hooks';

import { StoreError } from '../store-error.ts';
import type { Client, Connection, Driver, Role, Scope, Session } from './connection.ts';
import { isSqlError, sqlStates } from './sql-error.ts';

const MAX_ATTEMPTS = 4;

/** A transaction that is running in the present chain of calls. */
interface Running {
  readonly role: Role;
  readonly session: Session;
  homes: Scope['homes'];
  ended: boolean;
}

/** Turns an engine's driver into a connection: opening, joining, ending and retrying in one place. */
export function createConnection(driver: Driver): Connection {
  const running = new AsyncLocalStorage<Running>();

  async function runOnce<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T> {
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

  return {
    engine: driver.engine,
    async transaction(scope, work) {
      const outer = running.getStore();
      if (outer !== undefined && !outer.ended) {
        await join(outer, scope);
        return work(outer.session);
      }
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await runOnce(scope, work);
        } catch (error) {
          const again = isSqlError(
            error,
            sqlStates.deadlockDetected,
            sqlStates.serializationFailure,
          );
          if (!again || attempt === MAX_ATTEMPTS) throw error;
        }
      }
    },
    tidyUp: () => driver.tidyUp(),
    close: () => driver.close(),
  };
}

/** The one place where a transaction gets its role, its homes and its names. */
function opening(driver: Driver, role: Role, scope: Scope): string {
  const isolation = scope.snapshot === true ? ' isolation level repeatable read read only' : '';
  const erase =
    scope.eraseUntil === undefined ? '' : `set local credence.erase_until = '${scope.eraseUntil}';`;
  return `begin${isolation}; ${driver.actAs(role)}
    set local search_path = credence, pg_temp; set local jit = off;
    set local credence.homes = '${homesSetting(scope.homes)}'; ${erase}`;
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
