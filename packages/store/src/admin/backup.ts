import type { Connection, Session } from '../connection/connection.ts';
import {
  writeBackupFile,
  type AccessLine,
  type AttachmentLine,
  type BackupHead,
  type BackupLine,
  type EntryLine,
  type MessageLine,
  type PieceLine,
} from './backup-file.ts';
import { erasureKind } from './erase.ts';
import { readPosition } from './rebuild.ts';

const ROWS_PER_READ = 1_000;
/** A piece is a quarter of a megabyte as text. */
const PIECES_PER_READ = 8;

export interface BackupReport {
  readonly path: string;
  /** Last position the file holds. */
  readonly position: number;
  readonly lines: number;
  /** Hash of the file's lines, which the file itself also carries at its end. */
  readonly sha256: string;
}

/**
 * Writes what cannot be derived: journal, access entries, undelivered messages and the files of acts,
 * as they stood at one moment. Projections are left out; a restore builds them.
 */
export async function backup(
  connection: Connection,
  path: string,
  content: BackupHead['content'] = 'journal',
): Promise<BackupReport> {
  return connection.transaction({ homes: 'all', snapshot: true }, async (session) => {
    const position = await readPosition(session);
    const lines = content === 'erasures' ? erasures(session) : everything(session);
    const written = await writeBackupFile(path, { content, position }, lines);
    return { path, position, ...written };
  });
}

async function* everything(session: Session): AsyncGenerator<readonly BackupLine[]> {
  yield* entries(session, 'true');
  yield* accesses(session);
  yield* messages(session);
  yield* attachments(session);
  yield* pieces(session);
}

function erasures(session: Session): AsyncGenerator<readonly BackupLine[]> {
  return entries(session, `e.kind = '${erasureKind}'`);
}

/** In the order of the journal, a page at a time; both columns of the index carry the page on. */
async function* entries(session: Session, condition: string): AsyncGenerator<readonly EntryLine[]> {
  let after: readonly [number, number] = [Number.MIN_SAFE_INTEGER, 0];
  for (;;) {
    const rows = await session.query<EntryLine>(
      `select 'entry' as kind, e.home, e.stream, e.seq, e.position, e.recorded_at, e.id,
          e.kind as entry_kind, e.actor_official, e.actor_agency, e.actor_role, e.purpose, e.basis,
          e.supersedes, e.commitment, e.idempotency_key, p.payload, p.salt, p.erase_on
        from journal_entry e
        left join journal_payload p on p.home = e.home and p.entry_id = e.id
        where (e.recorded_at, e.position) > ($1::bigint, $2::bigint) and ${condition}
        order by e.recorded_at, e.position limit $3`,
      [...after, ROWS_PER_READ],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = [last.recorded_at, last.position];
  }
}

async function* accesses(session: Session): AsyncGenerator<readonly AccessLine[]> {
  const nil = '00000000-0000-0000-0000-000000000000';
  let after: readonly [string, number, string] = [nil, Number.MIN_SAFE_INTEGER, nil];
  for (;;) {
    const rows = await session.query<AccessLine>(
      `select 'access' as kind, home, at, id, reader_official, reader_agency, reader_role, purpose,
          fields
        from access_entry where (home, at, id) > ($1::uuid, $2::bigint, $3::uuid)
        order by home, at, id limit $4`,
      [...after, ROWS_PER_READ],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = [last.home, last.at, last.id];
  }
}

async function* messages(session: Session): AsyncGenerator<readonly MessageLine[]> {
  const nil = '00000000-0000-0000-0000-000000000000';
  let after: readonly [string, string] = [nil, nil];
  for (;;) {
    const rows = await session.query<MessageLine>(
      `select 'message' as kind, home, id, stream, topic, body
        from outbox where (home, id) > ($1::uuid, $2::uuid) order by home, id limit $3`,
      [...after, ROWS_PER_READ],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = [last.home, last.id];
  }
}

async function* attachments(session: Session): AsyncGenerator<readonly AttachmentLine[]> {
  const nil = '00000000-0000-0000-0000-000000000000';
  let after: readonly [string, string, string] = [nil, nil, ''];
  for (;;) {
    const rows = await session.query<AttachmentLine>(
      `select 'attachment' as kind, home, entry_id, sha256, byte_count from attachment
        where (home, entry_id, sha256) > ($1::uuid, $2::uuid, $3::text)
        order by home, entry_id, sha256 limit $4`,
      [...after, ROWS_PER_READ],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = [last.home, last.entry_id, last.sha256];
  }
}

async function* pieces(session: Session): AsyncGenerator<readonly PieceLine[]> {
  let after: readonly [string, string, number] = ['00000000-0000-0000-0000-000000000000', '', 0];
  for (;;) {
    const rows = await session.query<PieceLine>(
      `select 'piece' as kind, home, sha256, number,
          translate(encode(bytes, 'base64'), E'\\n', '') as bytes
        from attachment_piece where (home, sha256, number) > ($1::uuid, $2::text, $3::integer)
        order by home, sha256, number limit $4`,
      [...after, PIECES_PER_READ],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = [last.home, last.sha256, last.number];
  }
}
