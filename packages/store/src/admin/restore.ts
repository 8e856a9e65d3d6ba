import { dayNumber, type CivilDate, type JsonValue } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { Connection, Session } from '../connection/connection.ts';
import { nilHome } from '../journal/append-entries.ts';
import type { StoreParts } from '../journal/record.ts';
import { StoreError } from '../store-error.ts';
import { readBackupFile, type BackupLine, type EntryLine } from './backup-file.ts';
import { appendErasures, erasureKind, type Erasable } from './erase.ts';
import { rebuild, type RebuildReport } from './rebuild.ts';
import { checkPapers, fillPapers } from './restore-papers.ts';

const ROWS_PER_STATEMENT = 1_000;

export interface RestoreOrder {
  readonly path: string;
  /** What has to be gone by this day is not brought back. */
  readonly today: CivilDate;
  /** Files of ours with erasures made after the backup: a later backup, or a list of erasures. */
  readonly erasures?: readonly string[];
}

export interface RestoreReport {
  readonly position: number;
  readonly entries: number;
  /** Payloads that the backup still held and that were left out, each with an erasure entry now. */
  readonly erasedNow: number;
  readonly rebuild: RebuildReport;
}

/**
 * Fills an empty store from a backup, in one transaction. A payload that has been erased since, or
 * whose day has come since, is never written: the store does not open before its erasures hold.
 */
export async function restore(
  connection: Connection,
  parts: StoreParts,
  order: RestoreOrder & { readonly version: number },
): Promise<RestoreReport> {
  const erased = new Set<string>();
  const head = await checkFile(order.path, erased);
  if (head.content !== 'journal') {
    throw new StoreError(
      'backup-damaged',
      `"${order.path}" is a list of erasures, not a backup; give it beside one.`,
    );
  }
  // Entries the backup itself says are erased need no second erasure entry.
  const told = new Set(erased);
  for (const path of order.erasures ?? []) {
    await readBackupFile(path, (line) => collectErasures(line, erased));
  }
  const filled = await connection.transaction({ homes: 'all', as: 'owner' }, (session) =>
    fill(session, parts, { ...order, erased, told }),
  );
  await connection.tidyUp();
  // Projections of subjects may rest on editions, which are projections of their own homes.
  const first = await rebuild(connection, parts, order.version);
  const editions = first.tables.find(({ table }) => table === 'edition');
  const again = (editions?.missing ?? 0) > 0;
  const report = again ? await rebuild(connection, parts, order.version) : first;
  return { position: head.position, ...filled, rebuild: report };
}

/** Reads a backup to its end before anything is written, and proves what it says about itself. */
async function checkFile(
  path: string,
  erased: Set<string>,
): Promise<Awaited<ReturnType<typeof readBackupFile>>> {
  const last = { position: 0, recordedAt: Number.MIN_SAFE_INTEGER, gap: false };
  const papers = checkPapers(path);
  const head = await readBackupFile(path, (line) => {
    papers.see(line);
    if (line.kind !== 'entry') return;
    last.gap ||= line.position !== last.position + 1 || line.recorded_at < last.recordedAt;
    last.position = line.position;
    last.recordedAt = line.recorded_at;
    refuseUncommitted(path, line);
    collectErasures(line, erased);
  });
  papers.end();
  if (head.content === 'journal' && (last.gap || last.position !== head.position)) {
    throw new StoreError('backup-damaged', `"${path}" has a gap in its journal; take another one.`);
  }
  return head;
}

function refuseUncommitted(path: string, { position, payload, salt, commitment }: EntryLine): void {
  if (payload === null || salt === null) return;
  if (commitmentOf(salt, JSON.parse(payload) as JsonValue) === commitment) return;
  throw new StoreError(
    'backup-damaged',
    `"${path}" holds a payload at position ${position} that is not the one committed to.`,
  );
}

function collectErasures(line: BackupLine, erased: Set<string>): void {
  if (line.kind !== 'entry' || line.entry_kind !== erasureKind || line.payload === null) return;
  const payload = JSON.parse(line.payload) as { erased?: readonly { id: string }[] };
  for (const { id } of payload.erased ?? []) erased.add(`${line.home} ${id}`);
}

interface Filling extends RestoreOrder {
  /** `home id` of entries whose payload may not come back. */
  readonly erased: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
}

async function fill(
  session: Session,
  parts: StoreParts,
  order: Filling,
): Promise<{ entries: number; erasedNow: number }> {
  await refuseFull(session);
  const until = dayNumber(order.today);
  const waiting: BackupLine[] = [];
  const erasable: Erasable[] = [];
  const silenced = new Set<string>();
  const papers = fillPapers(session);
  const end = { entries: 0, position: 0, recordedAt: 0 };

  await readBackupFile(order.path, async (line) => {
    if (line.kind === 'entry') {
      end.entries += 1;
      end.position = line.position;
      end.recordedAt = line.recorded_at;
      const key = `${line.home} ${line.id}`;
      const gone = order.erased.has(key) || (line.erase_on !== null && line.erase_on <= until);
      if (gone) silenced.add(`${line.home} ${line.stream}`);
      if (gone) papers.leaveOut(line);
      if (gone && line.payload !== null && !order.told.has(key)) erasable.push(erasableOf(line));
      waiting.push(gone ? { ...line, payload: null, salt: null } : line);
    } else if (line.kind === 'attachment' || line.kind === 'piece') {
      await papers.insert(line);
    } else if (line.kind === 'access' || !silenced.has(`${line.home} ${line.stream ?? ''}`)) {
      waiting.push(line);
    }
    if (waiting.length >= ROWS_PER_STATEMENT) await insertLines(session, waiting.splice(0));
  });
  await insertLines(session, waiting);
  await session.query(
    `update journal_head set position = $1, recorded_at = $2, not_before = $2
      where home = '${nilHome}'`,
    [end.position, end.recordedAt],
  );
  await appendErasures(session, parts, { erasable, today: order.today, projections: 'left' });
  return { entries: end.entries, erasedNow: erasable.length };
}

function erasableOf({ home, id, stream, entry_kind: kind }: EntryLine): Erasable {
  return { home, id, stream, kind };
}

async function refuseFull(session: Session): Promise<void> {
  const [row] = await session.query<{ used: boolean }>(
    `select exists (select from journal_entry) or exists (select from access_entry)
      or exists (select from outbox) as used`,
  );
  if (row?.used === false) {
    // The rebuild that follows sets it again; a restore cut short in between stays visible.
    await session.exec('delete from projection_version');
    return;
  }
  throw new StoreError(
    'store-not-empty',
    'A backup is restored into an empty store only; this one holds entries. Give a new folder or ' +
      'a new database.',
  );
}

async function insertLines(session: Session, lines: readonly BackupLine[]): Promise<void> {
  const entries = lines.filter((line) => line.kind === 'entry');
  const payloads = entries.filter(({ payload }) => payload !== null);
  const accesses = lines.filter((line) => line.kind === 'access');
  const messages = lines.filter((line) => line.kind === 'message');
  await insert(
    session,
    entries,
    `
    insert into journal_entry (home, stream, seq, position, recorded_at, id, kind, actor_official,
      actor_agency, actor_role, purpose, basis, supersedes, commitment, idempotency_key)
    select home, stream, seq, position, recorded_at, id, entry_kind, actor_official, actor_agency,
      actor_role, purpose, basis, supersedes, commitment, idempotency_key
    from json_to_recordset($1::json) as r(home uuid, stream text, seq integer, position bigint,
      recorded_at bigint, id uuid, entry_kind text, actor_official text, actor_agency text,
      actor_role text, purpose text, basis text[], supersedes uuid, commitment text,
      idempotency_key text)`,
  );
  await insert(
    session,
    payloads,
    `
    insert into journal_payload (home, entry_id, payload, salt, erase_on)
    select home, id, payload::json, salt, erase_on from json_to_recordset($1::json)
      as r(home uuid, id uuid, payload text, salt text, erase_on integer)`,
  );
  await insert(
    session,
    accesses,
    `
    insert into access_entry
      (home, at, id, reader_official, reader_agency, reader_role, purpose, fields)
    select home, at, id, reader_official, reader_agency, reader_role, purpose, fields
    from json_to_recordset($1::json) as r(home uuid, at bigint, id uuid, reader_official text,
      reader_agency text, reader_role text, purpose text, fields text[])`,
  );
  await insert(
    session,
    messages,
    `
    insert into outbox (home, id, stream, topic, body)
    select home, id, stream, topic, body::json from json_to_recordset($1::json)
      as r(home uuid, id uuid, stream text, topic text, body text)`,
  );
}

async function insert(session: Session, rows: readonly object[], sql: string): Promise<void> {
  if (rows.length > 0) await session.query(sql, [JSON.stringify(rows)]);
}
