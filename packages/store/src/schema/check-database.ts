import type { Connection } from '../connection/connection.ts';
import { StoreError } from '../store-error.ts';

const LOWEST_VERSION = 150_000;
const LOCALES: readonly string[] = ['C', 'C.UTF-8', 'C.utf8', 'POSIX'];

interface Facts {
  readonly name: string;
  readonly version: number;
  readonly encoding: string;
  readonly collate: string;
  readonly ctype: string;
  readonly login: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly erases: boolean;
}

/** Refuses a database whose order of letters, encoding or age would change answers unnoticed. */
export async function checkDatabase(connection: Connection): Promise<void> {
  const facts = await readFacts(connection);
  const wrong: string[] = [];
  if (facts.version < LOWEST_VERSION) wrong.push(`version ${facts.version}`);
  if (facts.encoding !== 'UTF8') wrong.push(`encoding ${facts.encoding}`);
  if (!LOCALES.includes(facts.collate)) wrong.push(`collation ${facts.collate}`);
  // With the C character type, letters beyond ASCII would not be letters at all.
  if (facts.ctype === 'C' || !LOCALES.includes(facts.ctype)) wrong.push(`ctype ${facts.ctype}`);
  if (wrong.length > 0) {
    throw new StoreError(
      'database-unsuitable',
      `The database "${facts.name}" has ${wrong.join(', ')}; accepted is PostgreSQL 15 or later, ` +
        `encoding UTF8, locale C.UTF-8. Create it with: create database ${facts.name} ` +
        "template template0 encoding 'UTF8' locale 'C.UTF-8'.",
    );
  }
}

/**
 * Refuses a login that could do more than the application may: then row-level security and grants
 * would hold nobody. The embedded database has one login, so there is nothing to refuse.
 */
export async function checkLogin(connection: Connection): Promise<void> {
  if (connection.engine === 'pglite') return;
  const facts = await readFacts(connection);
  const more = [
    facts.superuser ? 'is a superuser' : '',
    facts.bypasses ? 'bypasses row-level security' : '',
    facts.owns ? 'is a member of credence_owner' : '',
    facts.erases ? 'is a member of credence_eraser' : '',
  ].filter((reason) => reason !== '');
  if (more.length === 0) return;
  throw new StoreError(
    'role-too-powerful',
    `The login "${facts.login}" ${more.join(' and ')}; the application's login may only be a ` +
      'member of credence_app. Create one with: create role credence_web login password ... ' +
      'in role credence_app.',
  );
}

/** The login's own name, for a grant. */
export async function readLogin(connection: Connection, role: 'app' | 'eraser'): Promise<string> {
  const [row] = await connection.transaction({ homes: [], as: role }, (session) =>
    session.query<{ login: string }>('select session_user::text as login'),
  );
  return row?.login ?? '';
}

async function readFacts(connection: Connection): Promise<Facts> {
  // A new embedded database has no roles yet; a server is asked by the application's own login.
  const as = connection.engine === 'pglite' ? 'migrator' : 'app';
  const [facts] = await connection.transaction({ homes: [], as }, (session) =>
    session.query<Facts>(`
      select d.datname as name, current_setting('server_version_num')::int as version,
        pg_encoding_to_char(d.encoding) as encoding, d.datcollate as collate,
        d.datctype as ctype, r.rolname as login, r.rolsuper as superuser,
        r.rolbypassrls as bypasses,
        exists (select from pg_roles o where o.rolname = 'credence_owner'
          and pg_has_role(session_user, o.oid, 'member')) as owns,
        exists (select from pg_roles o where o.rolname = 'credence_eraser'
          and pg_has_role(session_user, o.oid, 'member')) as erases
      from pg_database d, pg_roles r
      where d.datname = current_database() and r.rolname = session_user`),
  );
  if (facts === undefined) {
    throw new StoreError('store-unavailable', 'The database does not say what it is.');
  }
  return facts;
}
