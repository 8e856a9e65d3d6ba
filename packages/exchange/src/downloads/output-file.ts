import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import type { DownloadFile, DownloadFormat } from '@credence/casework';

/** A file being written in order, hashed on the way and on the disk before it is told of. */
export interface OutputFile {
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<Pick<DownloadFile, 'bytes' | 'sha256'>>;
}

export async function openOutput(path: string): Promise<OutputFile> {
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async append(piece) {
      hash.update(piece);
      bytes += piece.byteLength;
      // A write may take less than all of a piece.
      for (let done = 0; done < piece.byteLength;) {
        const { bytesWritten } = await handle.write(piece, done);
        done += bytesWritten;
      }
    },
    async close() {
      await handle.sync();
      await handle.close();
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

/** One format of a data set: rows in, a file out. */
export interface RowWriter<Row> {
  readonly format: DownloadFormat;
  write(row: Row): Promise<void> | void;
  close(): Promise<Pick<DownloadFile, 'bytes' | 'sha256'>>;
}
