import { createHash } from 'node:crypto';

import type { NewPaper, PaperShelf } from '@credence/casework';

import type { Connection, Session } from '../connection/connection.ts';
import { isHome } from '../connection/transaction.ts';
import { StoreError } from '../store-error.ts';

/** How much of a file is held at once, here and in the database's answer. */
const PIECE_BYTES = 192 * 1024;

/**
 * Stores files with the entries that name them, a piece at a time. The digest is taken again: what
 * is kept is what the entry says, or the whole command fails.
 */
export async function insertPapers(session: Session, papers: readonly NewPaper[]): Promise<void> {
  const seen = new Set<string>();
  for (const { home, entryId, sha256, bytes, read } of papers) {
    const place = `${home} ${entryId} ${sha256}`;
    // The same file twice in one step is one file.
    if (seen.has(place)) continue;
    seen.add(place);
    await session.query(
      'insert into attachment (home, entry_id, sha256, byte_count) values ($1, $2, $3, $4)',
      [home, entryId, sha256, bytes],
    );
    const [kept] = await session.query<{ number: number }>(
      'select number from attachment_piece where home = $1 and sha256 = $2 limit 1',
      [home, sha256],
    );
    if (kept === undefined) await insertPieces(session, { home, sha256, read });
  }
}

async function insertPieces(
  session: Session,
  { home, sha256, read }: Pick<NewPaper, 'home' | 'sha256' | 'read'>,
): Promise<void> {
  const digest = createHash('sha256');
  let number = 0;
  for await (const piece of inPieces(read())) {
    digest.update(piece);
    await session.query(
      `insert into attachment_piece (home, sha256, number, bytes)
        values ($1, $2, $3, decode($4, 'base64'))`,
      [home, sha256, number, piece.toString('base64')],
    );
    number += 1;
  }
  const found = digest.digest('hex');
  if (found === sha256) return;
  throw new StoreError(
    'entry-refused',
    `A file is named with the digest ${sha256}, and its bytes have ${found}; nothing is stored.`,
  );
}

/** Pieces of one size, but for the last. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const more of bytes) {
    held = held.length === 0 ? Buffer.from(more) : Buffer.concat([held, more]);
    while (held.length >= PIECE_BYTES) {
      yield held.subarray(0, PIECE_BYTES);
      held = held.subarray(PIECE_BYTES);
    }
  }
  if (held.length > 0) yield held;
}

/** The files of acts, read a piece at a time, each piece in a transaction of its own. */
export function createPaperShelf(connection: Connection): PaperShelf {
  return {
    async open(home, sha256) {
      if (!isHome(home)) return undefined;
      const first = await readPiece(connection, { home, sha256, number: 0 });
      return first === undefined ? undefined : pieces(connection, { home, sha256, first });
    },
  };
}

async function* pieces(
  connection: Connection,
  of: { readonly home: string; readonly sha256: string; readonly first: Buffer },
): AsyncGenerator<Uint8Array> {
  const { home, sha256 } = of;
  let piece: Buffer | undefined = of.first;
  for (let number = 1; piece !== undefined; number += 1) {
    yield piece;
    piece = await readPiece(connection, { home, sha256, number });
  }
}

async function readPiece(
  connection: Connection,
  of: { readonly home: string; readonly sha256: string; readonly number: number },
): Promise<Buffer | undefined> {
  const { home, sha256, number } = of;
  const [row] = await connection.read<{ bytes: string }>(
    { homes: [home] },
    `select encode(bytes, 'base64') as bytes from attachment_piece
      where home = $1 and sha256 = $2 and number = $3`,
    [home, sha256, number],
  );
  return row === undefined ? undefined : Buffer.from(row.bytes, 'base64');
}

/** Takes away what no entry names any more, in some homes; for the eraser. */
export async function erasePapers(session: Session, homes: readonly string[]): Promise<void> {
  await session.query(
    `delete from attachment a where a.home = any($1::uuid[]) and not exists (
      select from journal_payload p where p.home = a.home and p.entry_id = a.entry_id)`,
    [homes],
  );
  await session.query(
    `delete from attachment_piece b where b.home = any($1::uuid[]) and not exists (
      select from attachment a where a.home = b.home and a.sha256 = b.sha256)`,
    [homes],
  );
}
