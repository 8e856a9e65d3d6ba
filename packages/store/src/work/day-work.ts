import type {
  ClassLineRow,
  DayWork,
  DueReason,
  DueRow,
  StandingMessage,
  WorkMark,
  WorkStep,
} from '@credence/casework';
import { dayNumber, fromDayNumber, instant, later, type CivilDate } from '@credence/domain';

import type { Connection, Session } from '../connection/connection.ts';
import type { WriteGate } from '../health/write-gate.ts';
import { nilHome } from '../journal/append-entries.ts';
import { readEntries } from '../journal/entry-rows.ts';
import { lockHomes } from '../projection/replace-home-rows.ts';
import { replaceClassLines } from './class-lines.ts';

/** The days on which something changes, in SQL. */
export function createDayWork(connection: Connection, gate?: WriteGate): DayWork {
  return {
    mark: () => connection.transaction({ homes: [nilHome] }, readMark),
    listChanged: (after, limit) =>
      connection.transaction({ homes: 'all' }, async (session) => {
        const rows = await session.query<{ home: string; position: number; recorded_at: number }>(
          `select home, position, recorded_at from journal_entry
            where (recorded_at, position) > ($1::bigint, $2::bigint)
            order by recorded_at, position limit $3`,
          [after.recordedAt, after.position, limit],
        );
        const last = rows.at(-1);
        if (last === undefined) return undefined;
        return {
          homes: [...new Set(rows.map(({ home }) => home))],
          position: last.position,
          recordedAt: instant(last.recorded_at),
        };
      }),
    listDue: async (upTo, limit) => {
      const rows = await connection.read<DueColumns>(
        { homes: [] },
        `select home, due_on, why from due where due_on <= $1
          order by due_on limit $2`,
        [dayNumber(upTo), limit],
      );
      return rows.map(toRow);
    },
    settle: (step) =>
      connection.transaction({ homes: 'all' }, async (session) => {
        await gate?.pass(session);
        return settle(session, step);
      }),
  };
}

interface DueColumns {
  readonly home: string;
  readonly due_on: number;
  readonly why: DueReason;
}

async function readMark(session: Session): Promise<WorkMark | undefined> {
  const [row] = await session.query<{ position: number; recorded_at: number; rules: string }>(
    `select position, recorded_at, rules from work_mark where home = '${nilHome}'`,
  );
  if (row === undefined) return undefined;
  return { position: row.position, recordedAt: instant(row.recorded_at), rules: row.rules };
}

/** Removes what is done, writes the next days and moves the mark, in the transaction it is given. */
async function settle(session: Session, step: WorkStep): Promise<readonly DueRow[]> {
  const today = dayNumber(step.today);
  await lockHomes(session, step.homes);
  const done = await removeDone(session, step.done);
  // Rows that another run has done meanwhile are done, with the days that follow from them.
  const last = lastDays(done);
  const homes = step.done.length === 0 ? step.homes : [...last.keys()];
  const next: DueRow[] = [];
  const lines: ClassLineRow[] = [];
  const messages: (StandingMessage & { readonly home: string })[] = [];
  for (const [home, entries] of await readEntries(session, homes)) {
    next.push(...step.next(home, entries, last.get(home) ?? step.today));
    for (const each of step.standing?.of(home, entries) ?? []) messages.push({ home, ...each });
    lines.push(...(step.classes?.(home, entries) ?? []));
  }
  if (step.classes !== undefined) await replaceClassLines(session, homes, lines);
  if (step.standing !== undefined) {
    await replaceMessages(session, { homes, topic: step.standing.topic, messages });
  }
  // The sum keeps the index of days out of it, which would lead through everyone's days to come.
  await session.query('delete from due where home = any($1::uuid[]) and due_on + 0 > $2::integer', [
    homes,
    today,
  ]);
  await session.query(
    `insert into due (home, due_on, why) select home, due_on, why
      from json_to_recordset($1::json) as r(home uuid, due_on integer, why text)
      on conflict do nothing`,
    [asJson(next)],
  );
  if (step.mark !== undefined) await moveMark(session, step.mark);
  return done;
}

/** What stands already keeps its place, so that nobody is told twice; what is over is taken out. */
async function replaceMessages(
  session: Session,
  given: {
    readonly homes: readonly string[];
    readonly topic: string;
    readonly messages: readonly (StandingMessage & { readonly home: string })[];
  },
): Promise<void> {
  const { homes, topic, messages } = given;
  await session.query(
    `delete from outbox where home = any($1::uuid[]) and topic = $2 and id <> all($3::uuid[])`,
    [homes, topic, messages.map(({ id }) => id)],
  );
  if (messages.length === 0) return;
  await session.query(
    `insert into outbox (home, id, stream, topic, body)
      select home, id, stream, $2, body::json from json_to_recordset($1::json)
        as r(home uuid, id uuid, stream text, body text)
      on conflict do nothing`,
    [JSON.stringify(messages.map((each) => ({ ...each, body: JSON.stringify(each.body) }))), topic],
  );
}

async function removeDone(session: Session, rows: readonly DueRow[]): Promise<readonly DueRow[]> {
  if (rows.length === 0) return [];
  const removed = await session.query<DueColumns>(
    `delete from due d using json_to_recordset($1::json) as r(home uuid, due_on integer, why text)
      where d.home = r.home and d.due_on = r.due_on and d.why = r.why
      returning d.home, d.due_on, d.why`,
    [asJson(rows)],
  );
  return removed.map(toRow).sort((a, b) => dayNumber(a.dueOn) - dayNumber(b.dueOn));
}

/** The last day of each home among rows that are done: its next days lie behind it. */
function lastDays(rows: readonly DueRow[]): ReadonlyMap<string, CivilDate> {
  const last = new Map<string, CivilDate>();
  for (const { home, dueOn } of rows) {
    const known = last.get(home);
    last.set(home, known === undefined ? dueOn : later(known, dueOn));
  }
  return last;
}

async function moveMark(session: Session, mark: WorkMark): Promise<void> {
  await session.query(
    `insert into work_mark (home, position, recorded_at, rules)
      values ('${nilHome}', $1, $2, $3)
      on conflict (home) do update set position = excluded.position,
        recorded_at = excluded.recorded_at, rules = excluded.rules
      where work_mark.rules <> excluded.rules or work_mark.position < excluded.position`,
    [mark.position, mark.recordedAt, mark.rules],
  );
}

function asJson(rows: readonly DueRow[]): string {
  return JSON.stringify(
    rows.map(({ home, dueOn, why }) => ({ home, due_on: dayNumber(dueOn), why })),
  );
}

function toRow({ home, due_on, why }: DueColumns): DueRow {
  return { home, dueOn: fromDayNumber(due_on), why };
}
