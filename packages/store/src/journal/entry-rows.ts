import type { Entry, Timepoint } from '@credence/casework';
import { instant, type JsonValue } from '@credence/domain';

import type { Connection, Session } from '../connection/connection.ts';
import { nilHome } from './append-entries.ts';

/** A row of the journal with its payload, where that has not been erased. */
interface EntryRow {
  readonly id: string;
  readonly home: string;
  readonly stream: string;
  readonly seq: number;
  readonly position: number;
  readonly kind: string;
  readonly recorded_at: number;
  readonly actor_official: string;
  readonly actor_agency: string;
  readonly actor_role: string;
  readonly purpose: string;
  readonly basis: readonly string[];
  readonly commitment: string;
  readonly supersedes: string | null;
  readonly payload: string | null;
}

const entryColumns = `e.id, e.home, e.stream, e.seq, e.position, e.kind, e.recorded_at,
  e.actor_official, e.actor_agency, e.actor_role, e.purpose, e.basis, e.commitment, e.supersedes,
  p.payload`;

const selectEntries = `select ${entryColumns} from journal_entry e
  left join journal_payload p on p.home = e.home and p.entry_id = e.id`;

/** The entries of some homes in the order of the journal, each home's apart. */
export async function readEntries(
  session: Session,
  homes: readonly string[],
  upTo?: number,
): Promise<Map<string, Entry[]>> {
  const rows = await session.query<EntryRow>(
    `${selectEntries} where e.home = any($1::uuid[]) and ($2::bigint is null or e.position <= $2)
      order by e.position`,
    [homes, upTo ?? null],
  );
  const entries = new Map<string, Entry[]>(homes.map((home) => [home, []]));
  for (const row of rows) entries.get(row.home)?.push(toEntry(row));
  return entries;
}

const ofHome = 'e.home = $1 and ($2::bigint is null or e.position <= $2)';
const selectHome = `${selectEntries} where ${ofHome} order by e.position`;
/** Apart from the other, since each keeps its plan: this one reads what is asked for and no more. */
const selectStream = `${selectEntries} where ${ofHome} and e.stream = $3 order by e.position`;

const selectStreams = `${selectEntries}
  where ${ofHome} and starts_with(e.stream, $3) order by e.position`;

/** The entries of one home: what every page of an organisation begins with; or of a stream of it. */
export async function readHome(
  connection: Connection,
  home: string,
  {
    knownAt,
    stream,
    streams,
  }: { readonly knownAt?: number; readonly stream?: string; readonly streams?: string } = {},
): Promise<readonly Entry[]> {
  const homes = [home];
  const values = [home, knownAt ?? null];
  const name = stream ?? streams;
  const rows =
    name === undefined
      ? await connection.read<EntryRow>({ homes }, selectHome, values)
      : await connection.read<EntryRow>(
          { homes },
          stream === undefined ? selectStreams : selectStream,
          [...values, name],
        );
  return rows.map(toEntry);
}

const selectWithHead = `select h.position as head_position, h.recorded_at as head_recorded_at,
    ${entryColumns}
  from journal_head h
  left join (journal_entry e
    left join journal_payload p on p.home = e.home and p.entry_id = e.id) on e.home = $1
  where h.home = '${nilHome}' order by e.position`;

/** The entries of one home and the head of the journal, as they were at one moment. */
export async function readHomeWithHead(
  connection: Connection,
  home: string,
): Promise<{ readonly head: Timepoint; readonly entries: readonly Entry[] }> {
  const rows = await connection.read<
    Omit<EntryRow, 'id'> & { head_position: number; head_recorded_at: number; id: string | null }
  >({ homes: [home] }, selectWithHead, [home]);
  const head = {
    position: rows[0]?.head_position ?? 0,
    recordedAt: instant(rows[0]?.head_recorded_at ?? 0),
  };
  // A home without entries still has the row of the head.
  return {
    head,
    entries: rows.flatMap(({ id, ...row }) => (id === null ? [] : toEntry({ ...row, id }))),
  };
}

function toEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    home: row.home,
    stream: row.stream,
    seq: row.seq,
    position: row.position,
    kind: row.kind,
    recordedAt: instant(row.recorded_at),
    actor: {
      official: row.actor_official,
      agency: row.actor_agency,
      role: row.actor_role,
    },
    purpose: row.purpose,
    basis: row.basis,
    commitment: row.commitment,
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    // The store wrote this text from a JSON value, and the database checked that it is JSON.
    ...(row.payload === null ? {} : { payload: JSON.parse(row.payload) as JsonValue }),
  };
}
