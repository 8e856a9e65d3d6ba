import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { InboxKey } from '@credence/casework';

/** Where the file of an account waits: nobody who guesses an id finds another account's. */
export function placeOf(folder: string, { id, account }: InboxKey): string {
  const name = createHash('sha256')
    .update(JSON.stringify([id, account]))
    .digest('hex');
  return join(folder, name);
}

/** Bytes that came, with their hash; undefined when more came than is taken. */
export async function writeBytes(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ readonly sha256: string; readonly bytes: number } | undefined> {
  const hash = createHash('sha256');
  const seen = { length: 0, over: false };
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      seen.length += piece.length;
      if (seen.length > limitBytes) {
        seen.over = true;
        return;
      }
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(Readable.from(watched()), createWriteStream(path, { mode: 0o600, flush: true }));
  return seen.over ? undefined : { sha256: hash.digest('hex'), bytes: seen.length };
}
