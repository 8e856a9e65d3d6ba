import { hash } from 'node:crypto';

/** The SHA-256 of the machine, many times as fast as one in JavaScript; in one call for each hash. */
export function nodeDigest(pieces: readonly (string | Uint8Array)[]): string {
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) return hash('sha256', only, 'hex');
  let at = 0;
  for (const piece of pieces) {
    // No unit of a text takes more than three bytes.
    const most = typeof piece === 'string' ? piece.length * 3 : piece.length;
    if (at + most > digestRoom.length) return hashApart(pieces);
    if (typeof piece === 'string') at += digestRoom.write(piece, at);
    else {
      digestRoom.set(piece, at);
      at += piece.length;
    }
  }
  return hash('sha256', digestRoom.subarray(0, at), 'hex');
}

/** Where pieces are put together before they are hashed: most are a salt and a record. */
const digestRoom = Buffer.alloc(64 * 1024);

function hashApart(pieces: readonly (string | Uint8Array)[]): string {
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
  return hash('sha256', Buffer.concat(bytes), 'hex');
}
