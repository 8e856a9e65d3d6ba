import type pg from 'pg';

import type { Question, SqlValue } from './connection.ts';

/** Names of the statements that connections keep, by their text; texts are ours and few. */
const names = new Map<string, string>();

/** Which statements each connection keeps by now. */
const kept = new WeakMap<pg.PoolClient, Set<string>>();

/**
 * A transaction with one question, in one message. A message of several statements is a transaction
 * of its own, so it needs no beginning and no end, and the statement that asks was parsed and
 * planned by this connection before. The first time it is sent the long way, which also keeps it.
 */
export async function askOnce<Row extends object>(
  connection: pg.PoolClient,
  { opening, settings, sql, values }: Question,
): Promise<readonly Row[]> {
  const name = nameOf(sql);
  const known = kept.get(connection) ?? new Set();
  kept.set(connection, known);
  const literals = values.map((value) => literal(connection, value));
  if (known.has(name) && literals.every((each) => each !== undefined)) {
    const text = `${settings} execute ${name}${values.length > 0 ? `(${literals.join(', ')})` : ''}`;
    // One result for each statement; the types of the driver know only of one.
    const results: unknown = await connection.query(text);
    // The driver made an array of rows with the columns of the statement.
    return lastRows(results) as readonly Row[];
  }
  const [begun, asked, ended] = await Promise.allSettled([
    connection.query(opening),
    connection.query<Row>({ name, text: sql, values: [...values] }),
    connection.query('commit'),
  ]);
  for (const part of [begun, asked, ended]) {
    if (part.status === 'rejected') {
      throw part.reason instanceof Error ? part.reason : new Error(String(part.reason));
    }
  }
  known.add(name);
  return asked.status === 'fulfilled' ? asked.value.rows : [];
}

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `ask_${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/** A value as a literal; undefined where only the long way can carry it. */
function literal(connection: pg.PoolClient, value: SqlValue): string | undefined {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) ? `'${value}'` : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'string':
      return connection.escapeLiteral(value);
    default:
      return undefined;
  }
}

function lastRows(results: unknown): readonly unknown[] {
  const last: unknown = Array.isArray(results) ? results.at(-1) : results;
  if (typeof last !== 'object' || last === null || !('rows' in last)) return [];
  return Array.isArray(last.rows) ? last.rows : [];
}
