import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../tests/support/connections.ts';
import { skipsPostgres, startCluster, type Cluster } from '../../../../tests/support/postgres.ts';
import { openTestStore, testEngines, type TestEngine } from '../../../../tests/support/stores.ts';
import type { Connection } from '../connection/connection.ts';
import { lintSchema, type SchemaFinding } from './lint-schema.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

describe.each(testEngines())('the schema on %s', (_, start) => {
  let engine: TestEngine;
  let connection: Connection;

  beforeAll(async () => {
    engine = await start();
    const place = await engine.newPlace();
    await (await openTestStore(place)).close();
    connection = await openConnection(place);
  });
  afterAll(async () => {
    await connection.close();
    await engine.stop();
  });

  it('is sound as migrated, and every fault planted in it is found', async () => {
    expect(await lintSchema(connection)).toEqual([]);
    const faults: readonly (readonly [sql: string, finding: SchemaFinding])[] = [
      [
        'create unique index planted on subject_identifier (scheme, value)',
        { rule: 'key-without-home', object: 'planted' },
      ],
      [
        'create unique index planted_position on journal_entry (home, position)',
        { rule: 'unique-position', object: 'planted_position' },
      ],
      [
        'alter table batch add column planted serial',
        { rule: 'running-number', object: 'batch.planted' },
      ],
      [
        `create function planted() returns trigger language plpgsql as 'begin return new; end';
          create trigger planted_trigger before insert on due
            for each row execute function planted()`,
        { rule: 'trigger', object: 'planted_trigger' },
      ],
      [
        'alter table outbox no force row level security',
        { rule: 'row-security-not-forced', object: 'outbox' },
      ],
      [
        'create table planted_table (home uuid)',
        { rule: 'table-without-key', object: 'planted_table' },
      ],
      ['create view planted_view as select 1', { rule: 'view', object: 'planted_view' }],
      [
        'grant update on journal_entry to credence_app',
        { rule: 'grant-too-wide', object: 'journal_entry to credence_app: UPDATE' },
      ],
      [
        'grant update on journal_head to credence_app',
        { rule: 'grant-too-wide', object: 'journal_head to credence_app: UPDATE' },
      ],
      [
        'grant execute on function advance_journal(bigint, bigint) to public',
        { rule: 'function', object: 'advance_journal' },
      ],
      [
        'grant select on staged_row to public',
        { rule: 'grant-too-wide', object: 'staged_row to public: SELECT' },
      ],
    ];
    const rules = new Set<string>();
    const planted = connection.transaction({ homes: 'all', as: 'owner' }, async (session) => {
      for (const [sql, finding] of faults) {
        await session.exec(sql);
        const findings = await lintSchema(connection);
        expect(findings, sql).toContainEqual(finding);
        for (const { rule } of findings) rules.add(rule);
      }
      throw new Error('take them back');
    });
    await expect(planted).rejects.toThrow('take them back');
    expect([...rules]).toEqual(expect.arrayContaining(['function', 'table-without-policy']));
    expect(await lintSchema(connection)).toEqual([]);
  });

  it('bars every table by forced policies, which are these', async () => {
    const rows = await connection.transaction({ homes: [] }, (session) =>
      session.query<{ name: string; policies: string }>(`
        select c.relname::text as name, string_agg(p.policyname || ' ' || lower(p.cmd), ', '
          order by p.policyname collate "C") as policies
        from pg_class c left join pg_policies p on p.schemaname = 'credence'
          and p.tablename = c.relname
        where c.relnamespace = 'credence'::regnamespace and c.relkind = 'r'
          and c.relrowsecurity and c.relforcerowsecurity
        group by c.relname order by c.relname collate "C"`),
    );
    const projection =
      'all_read select, owner_maintains all, scope_deletes delete, scope_inserts insert, ' +
      'scope_updates update';
    const staging = 'owner_maintains all, scope_all all';
    const closed =
      'owner_maintains all, scope_deletes delete, scope_inserts insert, scope_read select, ' +
      'scope_updates update';
    expect(Object.fromEntries(rows.map(({ name, policies }) => [name, policies]))).toEqual({
      access_entry: 'owner_maintains all, scope_appends insert, scope_read select',
      account: closed,
      agency: projection,
      attachment:
        'app_attaches insert, eraser_deletes_due delete, owner_maintains all, scope_reads select',
      attachment_piece:
        'app_appends insert, eraser_deletes_due delete, owner_maintains all, scope_reads select',
      batch: projection,
      case_file: projection,
      due: projection,
      edition: projection,
      journal_entry:
        'app_appends insert, eraser_appends insert, owner_maintains all, scope_read select',
      journal_head: 'all_read select, owner_maintains all',
      journal_payload:
        'eraser_deletes_due delete, owner_maintains all, scope_appends insert, scope_read select',
      error_report: projection,
      rule_draft: projection,
      matter: projection,
      record_line: projection,
      outbox:
        'app_inserts insert, app_updates update, owner_maintains all, scope_deletes delete, ' +
        'scope_read select',
      projection_home: projection,
      projection_version: projection,
      rebuild_row: projection,
      record_key: projection,
      schema_migration: 'all_read select, owner_writes all',
      sign_in_session: closed,
      staged_code: staging,
      staged_line: staging,
      staged_name: staging,
      staged_place: staging,
      staged_row: staging,
      staging,
      subject: projection,
      subject_identifier: projection,
      subject_name: projection,
      class_line: projection,
      work_mark: projection,
    });
  });

  it('is migrated once: a second run applies nothing', async () => {
    expect(await migrate(connection)).toEqual([]);
  });

  it('takes up a migration that was cut short at any step', async () => {
    const extra = [1, 2, 3].map((number) => ({
      name: `9000-step-${number}`,
      sql: `create table step_${number} (home uuid primary key)`,
      sha256: `${number}`,
    }));
    const all = [...readMigrations(), ...extra];
    for (let broken = 0; broken < extra.length; broken += 1) {
      const cut = all.map((migration) =>
        migration.name === extra[broken]?.name
          ? { ...migration, sql: `${migration.sql}; select 1/0` }
          : migration,
      );
      await expect(migrate(connection, cut)).rejects.toMatchObject({ sqlState: '22012' });
    }
    expect(await migrate(connection, all)).toEqual(['9000-step-3']);
    expect(await migrate(connection, all)).toEqual([]);
  });

  it('refuses a database that a later version wrote, and an edited migration', async () => {
    const [first, ...others] = readMigrations();
    if (first === undefined) throw new Error('There are no migrations.');
    await expect(
      migrate(connection, [{ ...first, sha256: 'edited' }, ...others]),
    ).rejects.toMatchObject({ code: 'migration-changed' });
    await expect(migrate(connection, others)).rejects.toMatchObject({ code: 'schema-too-new' });
  });
});

describe.skipIf(skipsPostgres())('opening a PostgreSQL database', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  it('says which migrations are missing when no login of the owner is given', async () => {
    const { url } = await cluster.createDatabase();
    await expect(openTestStore({ url })).rejects.toMatchObject({
      code: 'migration-needed',
      message: expect.stringContaining('0001-journal') as string,
    });
  });

  it('opens with the login of the application alone once it is migrated', async () => {
    const { url, ownerUrl } = await cluster.createDatabase();
    await (await openTestStore({ url, ownerUrl })).close();
    const store = await openTestStore({ url });
    await expect(store.admin.eraseDue('2026-06-01' as never)).rejects.toMatchObject({
      code: 'role-missing',
    });
    await store.close();
  });

  it('refuses a login that could do more than the application may', async () => {
    const { url, ownerUrl, eraserUrl, adminUrl } = await cluster.createDatabase();
    await (await openTestStore({ url, ownerUrl, eraserUrl })).close();
    for (const tooMuch of [adminUrl, ownerUrl, eraserUrl]) {
      await expect(openTestStore({ url: tooMuch })).rejects.toMatchObject({
        code: 'role-too-powerful',
      });
    }
  });

  it('refuses another encoding and says how to create the database', async () => {
    const admin = new pg.Client({ connectionString: cluster.adminUrl() });
    await admin.connect();
    await admin.query("create database latin template template0 encoding 'LATIN1' locale 'C'");
    await admin.end();
    const refused = openTestStore({ url: cluster.adminUrl('latin') });
    await expect(refused).rejects.toMatchObject({
      code: 'database-unsuitable',
      message: expect.stringMatching(/encoding LATIN1.*create database latin/s) as string,
    });
  });

  it('reports a server that is not there as unavailable', async () => {
    await expect(
      openTestStore({ url: 'postgres://nobody@/none?host=/nowhere' }),
    ).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('settings of the store', () => {
  it('asks for exactly one place', async () => {
    await expect(openTestStore({})).rejects.toMatchObject({ code: 'setting-invalid' });
    await expect(openTestStore({ memory: true, folder: 'x' })).rejects.toMatchObject({
      code: 'setting-invalid',
    });
  });
});
