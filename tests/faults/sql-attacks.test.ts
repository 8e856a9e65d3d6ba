import { instant } from '@credence/domain';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { skipsPostgres, startCluster, type Cluster, type Database } from '../support/postgres.ts';
import {
  clerk,
  command,
  importRows,
  newEntry,
  newUuid,
  openTestStore,
  stagedRow,
} from '../support/stores.ts';

const DENIED = '42501';
const home = newUuid();
/** An agency whose accounts are nobody else's business. */
const other = newUuid();

/** SQL that someone smuggles into a session of the application, and what the server says to it. */
const attacks: readonly (readonly [what: string, sql: string, state: string])[] = [
  ['changes an entry', "update journal_entry set purpose = 'x'", DENIED],
  ['removes an entry', 'delete from journal_entry', DENIED],
  ['empties the journal', 'truncate journal_entry', DENIED],
  ['changes a payload', "update journal_payload set payload = '{}'", DENIED],
  ['removes a payload', 'delete from journal_payload', DENIED],
  ['puts off an erasure', 'update journal_payload set erase_on = null', DENIED],
  ['removes the trace of a reader', 'delete from access_entry', DENIED],
  ['changes the trace of a reader', "update access_entry set purpose = 'x'", DENIED],
  ['removes the head', 'delete from journal_head', DENIED],
  ['adds a head', 'insert into journal_head values (gen_random_uuid(), 0, 0, 0)', DENIED],
  ['sets the head back', 'update journal_head set position = 0', DENIED],
  ['sets the head forth', 'update journal_head set position = position + 1000', DENIED],
  ['holds the head', 'select * from journal_head for update', DENIED],
  ['changes the step that moves the head', 'drop function advance_journal(bigint, bigint)', DENIED],
  ['empties a projection past its policies', 'truncate subject', DENIED],
  [
    'forges an erasure',
    `insert into journal_entry select '${home}', 's', 9, 9, 0, gen_random_uuid(), 'erasure@1', 'x', 'x', 'x', 'x', '{}', null, '', null`,
    DENIED,
  ],
  [
    'writes into a home it did not name',
    `set local credence.homes = ''; insert into journal_entry select '${home}', 's', 9, 9, 0, gen_random_uuid(), 'record@1', 'x', 'x', 'x', 'x', '{}', null, '', null`,
    DENIED,
  ],
  ['disables row-level security', 'alter table journal_entry disable row level security', DENIED],
  ['unforces row-level security', 'alter table journal_entry no force row level security', DENIED],
  ['drops a policy', 'drop policy scope_read on journal_entry', DENIED],
  ['adds a policy', 'create policy open on journal_entry using (true)', DENIED],
  [
    'turns row security off for itself',
    'set local row_security = off; select * from journal_entry',
    DENIED,
  ],
  ['drops a table', 'drop table journal_entry', DENIED],
  ['renames a table', 'alter table journal_entry rename to gone', DENIED],
  [
    'plants a trigger',
    'create trigger t before insert on journal_entry for each row execute function suppress_redundant_updates_trigger()',
    DENIED,
  ],
  ['plants a rule', 'create rule r as on insert to journal_entry do instead nothing', DENIED],
  ['plants a table in the schema', 'create table credence.subject2 (home uuid)', DENIED],
  [
    'plants a function in the schema',
    "create function credence.f() returns int language sql as 'select 1'",
    DENIED,
  ],
  ['plants a table in public', 'create table public.subject2 (home uuid)', DENIED],
  ['changes the list of migrations', "update schema_migration set sha256 = 'x'", DENIED],
  ['becomes the owner', 'set role credence_owner', DENIED],
  ['becomes the eraser', 'set role credence_eraser', DENIED],
  ['becomes the superuser', 'set role postgres', DENIED],
  ['becomes another login', 'set session authorization postgres', DENIED],
  ['makes itself a superuser', 'alter role current_user superuser', DENIED],
  ['makes itself bypass row-level security', 'alter role current_user bypassrls', DENIED],
  ['makes itself a member of the owner', 'grant credence_owner to current_user', DENIED],
  ['grants itself a right', 'grant delete on journal_entry to current_user', '01007'],
  ['creates a login', 'create role mallory login', DENIED],
  ['reads passwords', 'select * from pg_authid', DENIED],
  ['reads a file of the server', "select pg_read_file('/etc/passwd')", DENIED],
  ['lists files of the server', "select pg_ls_dir('/')", DENIED],
  ['brings in a file of the server', "select lo_import('/etc/passwd')", DENIED],
  ['writes a file on the server', "copy subject to '/tmp/subject'", DENIED],
  ['runs a program on the server', "copy subject to program 'id'", DENIED],
  ['feeds itself from a program', "copy subject from program 'id'", DENIED],
  ['loads a library', "load 'auto_explain'", DENIED],
  ['writes functions in C', "create function pg_temp.f() returns int language c as 'x'", DENIED],
  [
    'ends another session',
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'",
    DENIED,
  ],
  [
    'runs code past the policies',
    "create function pg_temp.f() returns bigint language sql security definer as 'select count(*) from credence.journal_entry'; reset role; delete from journal_payload",
    DENIED,
  ],
];

describe.skipIf(skipsPostgres())('SQL smuggled into the application’s session', () => {
  let cluster: Cluster;
  let database: Database;
  let attacker: pg.Client;

  beforeAll(async () => {
    cluster = await startCluster();
    database = await cluster.createDatabase();
    const { url, ownerUrl, eraserUrl } = database;
    const store = await openTestStore({ url, ownerUrl, eraserUrl });
    await store.journal.record(command(), [newEntry({ text: 'one' }, { home })]);
    await importRows(store, [stagedRow(2, { code: 'A', name: '青禾' })], { home, hash: 'f' });
    await store.journal.readWithAccess({ reader: clerk, purpose: 'p', fields: [] }, home);
    await store.journal.record(command(), [newEntry({ account: 'wen' }, { home: other })]);
    const now = instant(1_780_000_000_000);
    const who = { issuer: 'https://id.example', subject: 'wen' };
    await store.sessions.open('hash of an id', { who, openedAt: now, seenAt: now });
    await store.close();
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    attacker = new pg.Client({ connectionString: database.url });
    await attacker.connect();
    await attacker.query('begin');
    await attacker.query("set local search_path = credence; set local credence.homes = 'all'");
  });
  afterEach(() => attacker.end());

  const attempt = (sql: string): Promise<string> =>
    attacker.query(sql).then(
      () => 'done',
      (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? '') : String(error)),
    );

  /** Everything that the attacks aim at, as the superuser sees it. */
  async function journal(): Promise<unknown> {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const tables = [
      'journal_entry',
      'journal_payload',
      'access_entry',
      'schema_migration',
      'journal_head',
    ];
    const state: unknown[] = [];
    for (const table of tables) {
      state.push((await admin.query(`select * from credence.${table} order by 1, 2`)).rows);
    }
    await admin.end();
    return state;
  }

  it.each(attacks.filter(([, , state]) => state === DENIED))(
    '%s: refused',
    async (_, sql, state) => {
      const before = await journal();
      expect(await attempt(sql)).toBe(state);
      await attacker.query('commit');
      expect(await journal()).toEqual(before);
    },
  );

  it('grants itself a right: nothing is granted', async () => {
    await attempt('grant delete on journal_entry to current_user');
    await attacker.query('rollback');
    expect(await attempt('delete from credence.journal_entry')).toBe(DENIED);
  });

  it('cannot change the settings of the server', async () => {
    await attacker.query('rollback');
    expect(await attempt("alter system set row_security = 'off'")).toBe(DENIED);
  });

  it('cannot fill a table by COPY, which would pass the policies by', async () => {
    expect(await attempt('copy journal_entry from stdin')).toBe('0A000');
  });

  it('sees no entry of any home before it has named one', async () => {
    await attacker.query("set local credence.homes = ''");
    for (const table of [
      'journal_entry',
      'journal_payload',
      'access_entry',
      'outbox',
      'staged_row',
      'account',
      'sign_in_session',
    ]) {
      const { rows } = await attacker.query<object>(`select * from ${table}`);
      expect(rows, table).toEqual([]);
    }
    await attacker.query('rollback');
    const { rows } = await attacker.query<object>('select * from credence.journal_entry');
    expect(rows).toEqual([]);
  });

  it('sees no foreign row of what is closed while it acts for one home', async () => {
    await attacker.query(`set local credence.homes = '${home}'`);
    for (const table of ['journal_entry', 'journal_payload', 'access_entry', 'account']) {
      const { rows } = await attacker.query<{ home: string }>(`select home from ${table}`);
      expect(new Set(rows.map((row) => row.home)).has(other), table).toBe(false);
    }
    const { rows } = await attacker.query<object>('select * from sign_in_session');
    expect(rows).toEqual([]);
    // What is looked for is there: with its own home named it is seen.
    await attacker.query(`set local credence.homes = '${other}'`);
    const own = await attacker.query<{ home: string }>('select home from account');
    expect(own.rows).toEqual([{ home: other }]);
  });

  it.each([
    [
      'lets someone in',
      `insert into account select '${other}', 'x', 'official', 'x', 'i', 's', null, 'a', '{}', null, null, 0, null`,
    ],
    ['gives itself an office', `update account set roles = '{auditor}'`],
    ['ends an account', 'delete from account'],
  ])('%s in another home: nothing happens', async (_, sql) => {
    await attacker.query(`set local credence.homes = '${home}'`);
    const state = await attempt(sql);
    expect(['done', DENIED]).toContain(state);
    if (state === DENIED) return;
    await attacker.query(`set local credence.homes = '${other}'`);
    const { rows } = await attacker.query<object>('select account, roles from account');
    expect(rows).toEqual([{ account: 'wen', roles: [] }]);
  });

  it('cannot put a table of its own in the place of one of ours', async () => {
    await attacker.query('create temporary table journal_entry (home uuid)');
    await attacker.query('set local search_path = credence, pg_temp');
    const { rows } = await attacker.query<{ owner: string }>(
      "select relowner::regrole::text as owner from pg_class where oid = 'journal_entry'::regclass",
    );
    expect(rows).toEqual([{ owner: 'credence_owner' }]);
  });
});
