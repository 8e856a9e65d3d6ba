import { createHash } from 'node:crypto';

import type { ByteSource } from './byte-source.ts';

/** What one pass over all bytes tells, before anything is parsed. */
export interface ByteSurvey {
  /** Hex SHA-256. */
  readonly hash: string;
  readonly bytes: number;
  /** The first bytes, enough for any signature and for the delimiter. */
  readonly head: Buffer;
  /** Offset of the first zero byte; text has none. */
  readonly zeroAt: number | undefined;
  readonly isUtf8: boolean;
  readonly isGb18030: boolean;
}

const HEAD_BYTES = 512 * 1024;

/** Reads everything once, in constant memory. */
export async function surveyBytes(source: ByteSource): Promise<ByteSurvey> {
  const hash = createHash('sha256');
  const utf8 = createValidator('utf-8');
  const gb18030 = createValidator('gb18030');
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let bytes = 0;
  let zeroAt: number | undefined;
  let isText = true;
  for await (const chunk of source.read()) {
    hash.update(chunk);
    if (bytes === 0 && chunk.length > 0) isText = !isArchive(chunk);
    if (headBytes < HEAD_BYTES) {
      head.push(chunk.subarray(0, HEAD_BYTES - headBytes));
      headBytes += Math.min(chunk.length, HEAD_BYTES - headBytes);
    }
    if (zeroAt === undefined) {
      const zero = chunk.indexOf(0);
      if (zero >= 0) zeroAt = bytes + zero;
    }
    bytes += chunk.length;
    if (!isText) continue;
    utf8.take(chunk);
    // GB18030 is asked only once UTF-8 has failed, so what came before has to be taken as well.
    gb18030.take(chunk);
  }
  return {
    hash: hash.digest('hex'),
    bytes,
    head: Buffer.concat(head),
    zeroAt,
    isUtf8: isText && utf8.end(),
    isGb18030: isText && gb18030.end(),
  };
}

const zipSignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

/** Whether the bytes begin as a zip archive does, full or empty. */
export function isArchive(head: Uint8Array): boolean {
  return zipSignatures.some((signature) => startsWith(head, signature));
}

export function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

function createValidator(encoding: 'utf-8' | 'gb18030') {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let valid = true;
  const attempt = (decode: () => string): void => {
    if (!valid) return;
    try {
      decode();
    } catch {
      valid = false;
    }
  };
  return {
    take: (chunk: Uint8Array) => attempt(() => decoder.decode(chunk, { stream: true })),
    end: () => {
      attempt(() => decoder.decode());
      return valid;
    },
  };
}
