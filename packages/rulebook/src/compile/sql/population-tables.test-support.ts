import type { SubjectFacts } from '../../language/facts.ts';
import type { Type } from '../../language/type.ts';
import type { Field, World } from '../../language/world.ts';
import { membersOf } from '../storage.ts';
import type { SqlLayout } from './layout.ts';

/** What a test needs to know of a session of a database. */
export interface SqlSession {
  query<Row extends object>(sql: string, values?: readonly string[]): Promise<readonly Row[]>;
  exec(sql: string): Promise<void>;
}

/** A table for the subjects and one for each collection, with awkward names. */
export function layoutOf(world: World): SqlLayout {
  const columns = (fields: ReadonlyMap<string, Field>): ReadonlyMap<string, string> =>
    new Map([...fields.keys()].map((name) => [name, `fact ${name}`]));
  return {
    subjects: { table: 'test subjects', id: 'name', columns: columns(world.subject) },
    collections: new Map(
      [...world.collections].map(([name, { fields }]) => [
        name,
        { table: `test "${name}"`, subject: 'about', columns: columns(fields) },
      ]),
    ),
  };
}

/** Creates the tables of a layout anew and fills them. */
export async function fillTables(
  session: SqlSession,
  world: World,
  subjects: readonly SubjectFacts[],
): Promise<void> {
  await fill(session, world, {
    table: 'test subjects',
    key: 'name',
    fields: world.subject,
    rows: subjects.map(({ id, facts }) => ({ id, facts })),
  });
  for (const [name, { fields }] of world.collections) {
    const rows = subjects.flatMap(({ id, records }) =>
      (records[name] ?? []).map(({ facts }) => ({ id, facts })),
    );
    await fill(session, world, { table: `test "${name}"`, key: 'about', fields, rows });
  }
}

interface TestTable {
  readonly table: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly rows: readonly Pick<SubjectFacts, 'id' | 'facts'>[];
}

async function fill(session: SqlSession, world: World, order: TestTable): Promise<void> {
  const { key, fields, rows } = order;
  const table = `"${order.table.replaceAll('"', '""')}"`;
  const columns = [
    `"${key}" text not null`,
    ...[...fields].map(([name, { type }]) => `"fact ${name}" ${sqlTypeOf(type)}`),
  ].join(', ');
  await session.exec(`drop table if exists ${table}; create table ${table} (${columns})`);
  const json = rows.map(({ id, facts }) => ({
    [key]: id,
    ...Object.fromEntries(
      [...fields].map(([name, { type }]) => [`fact ${name}`, valueOf(world, type, facts[name])]),
    ),
  }));
  await session.query(
    `insert into ${table} select * from json_to_recordset($1::json) as given(${columns.replaceAll(' not null', '')})`,
    [JSON.stringify(json)],
  );
}

function sqlTypeOf({ kind }: Type): string {
  if (kind === 'bool') return 'boolean';
  if (kind === 'codes') return 'integer[]';
  return kind === 'money' || kind === 'int' ? 'bigint' : 'integer';
}

function valueOf(world: World, type: Type, fact: unknown): unknown {
  if (fact === undefined) return null;
  if (type.kind !== 'code' && type.kind !== 'codes') return fact;
  const members = membersOf(type.list, world);
  const indexOf = (code: unknown): number => members.indexOf(String(code));
  return Array.isArray(fact) ? fact.map(indexOf) : indexOf(fact);
}
