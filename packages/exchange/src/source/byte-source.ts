import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that can be read more than once: first to know what they are, then for their rows. */
export interface ByteSource {
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const CHUNK_BYTES = 256 * 1024;

export function bytesOfFile(path: string): ByteSource {
  return {
    read: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    close: () => Promise.resolve(),
  };
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  async function* read(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      yield await Promise.resolve(bytes.subarray(at, at + CHUNK_BYTES));
    }
  }
  return { read, close: () => Promise.resolve() };
}

/** An upload can be read once only, so it is set aside in a folder of its own until `close`. */
export async function spoolStream(stream: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const folder = await mkdtemp(join(tmpdir(), 'credence-upload-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'bytes');
  try {
    await pipeline(Readable.from(stream), createWriteStream(path, { mode: 0o600 }));
  } catch (cause) {
    await remove();
    throw cause;
  }
  return { ...bytesOfFile(path), close: remove };
}
