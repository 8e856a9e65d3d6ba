import type {
  Command,
  Entry,
  Expectation,
  HomeRows,
  Journal,
  NewEntry,
  Receipt,
  RecordOutcome,
} from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

import type { Connection, Session } from '../connection/connection.ts';
import { isSqlError, sqlStates } from '../connection/sql-error.ts';
import type { WriteGate } from '../health/write-gate.ts';
import { lockHomes, replaceHomeRows } from '../projection/replace-home-rows.ts';
import { StoreError } from '../store-error.ts';
import { insertAccess } from './access.ts';
import { appendEntries, insertPayloads, nilHome, type PlacedEntry } from './append-entries.ts';
import { readEntries } from './entry-rows.ts';
import { insertPapers } from './papers.ts';

/** What the composition root gives the store. A projector may read the store, never write it. */
export interface StoreParts {
  readonly projector: (entries: readonly Entry[]) => HomeRows | Promise<HomeRows>;
  readonly clock: () => Instant;
  readonly uuid: () => string;
  /** Base64url of 16 fresh random bytes. */
  readonly salt: () => string;
  /** Stands before every write; absent only where a test looks below it. */
  readonly gate?: WriteGate;
}

type RecordOptions = NonNullable<Parameters<Journal['record']>[2]>;

const MAX_ATTEMPTS = 5;

/** One command, one transaction; see `Journal.record`. */
export async function record(
  connection: Connection,
  parts: StoreParts,
  order: {
    readonly command: Command;
    readonly entries: readonly NewEntry[];
    readonly options: RecordOptions;
  },
): Promise<RecordOutcome> {
  const first = order.entries[0];
  if (first === undefined) {
    throw new StoreError('entry-refused', 'A command appends at least one entry; this has none.');
  }
  const homes = homesOf(order.entries, order.options);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      return await connection.transaction({ homes }, (session) =>
        recordOnce(session, parts, order),
      );
    } catch (error) {
      // Someone took the same place in a stream, or the same key, in the same moment.
      if (!isSqlError(error, sqlStates.uniqueViolation)) throw error;
      if (error.constraint?.startsWith('journal_entry_') !== true) throw error;
    }
  }
  return { kind: 'conflict', home: first.home, stream: first.stream };
}

function homesOf(entries: readonly NewEntry[], options: RecordOptions): readonly string[] {
  const { outbox = [], access = [], expect = [] } = options;
  const all = [...entries, ...outbox, ...access, ...expect];
  return [...new Set(all.map(({ home }) => home))].sort();
}

async function recordOnce(
  session: Session,
  parts: StoreParts,
  order: Parameters<typeof record>[2],
): Promise<RecordOutcome> {
  const { command, entries, options } = order;
  const homes = [...new Set(entries.map(({ home }) => home))].sort();
  await parts.gate?.pass(session);
  await lockHomes(session, homes);

  const replayed = await findReceipt(session, homes, command.idempotencyKey);
  if (replayed !== undefined) return { kind: 'recorded', receipt: replayed };

  const lengths = await readLengths(session, [...entries, ...(options.expect ?? [])]);
  const stale = options.expect?.find(
    (expected) => (lengths.get(placeOf(expected)) ?? 0) !== expected.seq,
  );
  if (stale !== undefined) return { kind: 'conflict', home: stale.home, stream: stale.stream };

  const placed = placeEntries(entries, lengths, command.idempotencyKey);
  await insertPayloads(session, entries);
  await insertPapers(session, options.papers ?? []);
  await projectHomes(session, parts, { homes, placed, command });
  await insertOutbox(session, parts, options.outbox ?? []);
  for (const access of options.access ?? []) await insertAccess(session, parts, access);
  const receipt = await appendEntries(session, command, { entries: placed, now: parts.clock() });
  return { kind: 'recorded', receipt };
}

/** The receipt a command got the first time, by its key in any of its homes. */
export async function findReceipt(
  session: Session,
  homes: readonly string[],
  idempotencyKey: string | undefined,
): Promise<Receipt | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const [known] = await session.query<{ position: number; recorded_at: number }>(
    `select position, recorded_at from journal_entry
      where home = any($1::uuid[]) and idempotency_key = $2 order by position desc limit 1`,
    [homes, idempotencyKey],
  );
  if (known === undefined) return undefined;
  return { position: known.position, recordedAt: instant(known.recorded_at), replayed: true };
}

function placeOf({ home, stream }: { readonly home: string; readonly stream: string }): string {
  return `${home} ${stream}`;
}

/** Lengths of streams by `home stream`; those that do not exist yet are missing. */
export async function readLengths(
  session: Session,
  places: readonly Pick<Expectation, 'home' | 'stream'>[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await session.query<{ home: string; stream: string; length: number }>(
    `select home, stream, max(seq) as length from journal_entry
      where (home, stream) in (select * from unnest($1::uuid[], $2::text[]))
      group by home, stream`,
    [places.map(({ home }) => home), places.map(({ stream }) => stream)],
  );
  return new Map(rows.map((row) => [placeOf(row), row.length]));
}

function placeEntries(
  entries: readonly NewEntry[],
  lengths: ReadonlyMap<string, number>,
  idempotencyKey: string | undefined,
): readonly PlacedEntry[] {
  const next = new Map(lengths);
  const lastOf = new Map(entries.map(({ home, id }) => [home, id]));
  return entries.map((entry) => {
    const seq = (next.get(placeOf(entry)) ?? 0) + 1;
    next.set(placeOf(entry), seq);
    const isLast = lastOf.get(entry.home) === entry.id;
    return { ...entry, seq, idempotencyKey: isLast ? idempotencyKey : undefined };
  });
}

/** Projects each home from its entries and the new ones, which have no position yet. */
export async function projectHomes(
  session: Session,
  parts: StoreParts,
  work: {
    readonly homes: readonly string[];
    readonly placed: readonly PlacedEntry[];
    readonly command: Command;
  },
): Promise<void> {
  const [head] = await session.query<{ position: number; not_before: number }>(
    `select position, greatest(not_before, recorded_at) as not_before
      from journal_head where home = '${nilHome}'`,
  );
  const base = head?.position ?? 0;
  const recordedAt = instant(Math.max(head?.not_before ?? 0, parts.clock()));
  const entries = await readEntries(session, work.homes);
  for (const [index, entry] of work.placed.entries()) {
    entries
      .get(entry.home)
      ?.push(toEntry(entry, work.command, { position: base + index + 1, recordedAt }));
  }
  for (const [home, ofHome] of entries) {
    await replaceHomeRows(session, home, await parts.projector(ofHome));
  }
}

function toEntry(
  entry: PlacedEntry,
  command: Command,
  place: Pick<Entry, 'position' | 'recordedAt'>,
): Entry {
  const { id, home, stream, seq, kind, commitment, supersedes, payload } = entry;
  const { actor, purpose, basis } = command;
  return {
    ...{ id, home, stream, seq, kind, commitment, payload, actor, purpose, basis },
    ...place,
    ...(supersedes === undefined ? {} : { supersedes }),
  };
}

async function insertOutbox(
  session: Session,
  parts: StoreParts,
  messages: NonNullable<RecordOptions['outbox']>,
): Promise<void> {
  if (messages.length === 0) return;
  await session.query(
    `insert into outbox (home, id, stream, topic, body)
      select home, id, stream, topic, body::json from json_to_recordset($1::json)
        as r(home uuid, id uuid, stream text, topic text, body text)`,
    [
      JSON.stringify(
        messages.map(({ home, stream, topic, body }) => ({
          home,
          id: parts.uuid(),
          stream: stream ?? null,
          topic,
          body: JSON.stringify(body),
        })),
      ),
    ],
  );
}
