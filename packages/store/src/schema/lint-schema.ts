import type { Connection } from '../connection/connection.ts';

export type SchemaRule =
  | 'key-without-home'
  | 'table-without-key'
  | 'unique-position'
  | 'running-number'
  | 'trigger'
  | 'row-security-not-forced'
  | 'table-without-policy'
  | 'function'
  | 'view'
  | 'foreign-key'
  | 'extension'
  | 'grant-too-wide'
  | 'owner';

export interface SchemaFinding {
  readonly rule: SchemaRule;
  /** The table, key, function or role it concerns. */
  readonly object: string;
}

const tables = `
  select c.oid, c.relname, c.relowner, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c where c.relnamespace = 'credence'::regnamespace and c.relkind in ('r', 'p')`;

/**
 * What would stop the schema from being spread over several machines by `home`, or would let rows
 * be changed behind the journal's back. Each query gives the objects that break its rule.
 */
const rules: readonly (readonly [SchemaRule, string])[] = [
  [
    'key-without-home',
    `
    select x.indexrelid::regclass::text as object from pg_index x
    join (${tables}) t on t.oid = x.indrelid
    where x.indisunique and 'home' <> (
      select a.attname from pg_attribute a where a.attrelid = x.indexrelid and a.attnum = 1)`,
  ],
  [
    'table-without-key',
    `
    select t.relname::text as object from (${tables}) t
    where not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)`,
  ],
  [
    'unique-position',
    `
    select x.indexrelid::regclass::text as object from pg_index x
    join (${tables}) t on t.oid = x.indrelid
    where x.indisunique and exists (
      select from pg_attribute a where a.attrelid = x.indexrelid and a.attname = 'position')`,
  ],
  [
    'running-number',
    `
    select t.relname || '.' || a.attname as object from pg_attribute a
    join (${tables}) t on t.oid = a.attrelid
    where a.attidentity <> '' or exists (
      select from pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum
        and pg_get_expr(d.adbin, d.adrelid) like 'nextval%')
    union all
    select c.relname::text from pg_class c
    where c.relnamespace = 'credence'::regnamespace and c.relkind = 'S'`,
  ],
  [
    'trigger',
    `
    select g.tgname::text as object from pg_trigger g join (${tables}) t on t.oid = g.tgrelid
    where not g.tgisinternal
    union all
    select w.rulename::text from pg_rewrite w join (${tables}) t on t.oid = w.ev_class
    union all
    select e.evtname::text from pg_event_trigger e`,
  ],
  [
    'row-security-not-forced',
    `
    select t.relname::text as object from (${tables}) t
    where not (t.relrowsecurity and t.relforcerowsecurity)`,
  ],
  [
    'table-without-policy',
    `
    select t.relname::text as object from (${tables}) t
    where not exists (select from pg_policy p where p.polrelid = t.oid)`,
  ],
  [
    'function',
    `
    select p.proname::text as object from pg_proc p
    where p.pronamespace = 'credence'::regnamespace and not (
      -- The two steps that move the head: the owner's, in our schema alone, and not everybody's.
      p.proname in ('advance_journal', 'hold_journal')
      and p.prosecdef and p.proowner = 'credence_owner'::regrole
      and p.proconfig = array['search_path=credence, pg_temp']
      and not exists (select from aclexplode(p.proacl) g where g.grantee = 0))`,
  ],
  [
    'view',
    `
    select c.relname::text as object from pg_class c
    where c.relnamespace = 'credence'::regnamespace and c.relkind in ('v', 'm', 'f')`,
  ],
  [
    'foreign-key',
    `
    select n.conname::text as object from pg_constraint n join (${tables}) t on t.oid = n.conrelid
    where n.contype = 'f'`,
  ],
  [
    'extension',
    `select e.extname::text as object from pg_extension e where e.extname <> 'plpgsql'`,
  ],
  [
    'grant-too-wide',
    `
    select t.relname || ' to '
      || case g.grantee when 0 then 'public' else g.grantee::regrole::text end
      || ': ' || g.privilege_type as object
    from (${tables}) t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) g
    where g.grantee <> c.relowner and (
      g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
      or g.grantee = 0 and (t.relname <> 'schema_migration' or g.privilege_type <> 'SELECT')
      or g.grantee <> 0 and g.grantee::regrole::text not in ('credence_app', 'credence_eraser')
      or t.relname in ('journal_entry', 'journal_payload', 'access_entry', 'attachment',
          'attachment_piece')
        and g.privilege_type in ('UPDATE', 'DELETE')
        and not (t.relname in ('journal_payload', 'attachment', 'attachment_piece')
          and g.privilege_type = 'DELETE'
          and g.grantee = 'credence_eraser'::regrole)
      or t.relname in ('journal_head', 'schema_migration')
        and g.privilege_type in ('INSERT', 'UPDATE', 'DELETE'))`,
  ],
  [
    'owner',
    `
    select t.relname::text as object from (${tables}) t
    where t.relowner <> 'credence_owner'::regrole`,
  ],
];

/** Everything the schema may not have, as found in the database itself; empty when it is sound. */
export async function lintSchema(connection: Connection): Promise<readonly SchemaFinding[]> {
  return connection.transaction({ homes: [] }, async (session) => {
    const findings: SchemaFinding[] = [];
    for (const [rule, sql] of rules) {
      const rows = await session.query<{ object: string }>(`${sql} order by object`);
      findings.push(...rows.map(({ object }) => ({ rule, object })));
    }
    return findings;
  });
}
