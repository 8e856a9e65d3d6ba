import { isUtf8 } from 'node:buffer';

import { CSV_ROW_BYTES_MAX } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';

/** First lines, from 1, that are text of one encoding and not of the other. */
export interface LineSurvey {
  readonly utf8Line: number | undefined;
  readonly gb18030Line: number | undefined;
  readonly neitherLine: number | undefined;
}

/**
 * Bytes beyond ASCII that a line needs before its being valid UTF-8 says anything. A dozen Chinese
 * characters of GB18030 are valid UTF-8 by chance about once in a thousand million lines.
 */
const TELLING_BYTES_MIN = 24;

/**
 * Says which lines are in which encoding. Two files glued together are often valid GB18030 as a
 * whole, since that encoding accepts nearly every pair of bytes; line by line they show.
 */
export async function surveyLines(source: ByteSource): Promise<LineSurvey> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const found: Partial<Record<'utf8Line' | 'gb18030Line' | 'neitherLine', number>> = {};
  let number = 0;
  for await (const line of splitLines(source)) {
    number += 1;
    const telling = countBeyondAscii(line);
    if (telling === 0) continue;
    if (isUtf8(line)) {
      if (telling >= TELLING_BYTES_MIN) found.utf8Line ??= number;
    } else if (isValid(decoder, line)) {
      found.gb18030Line ??= number;
    } else {
      found.neitherLine ??= number;
    }
  }
  return {
    utf8Line: found.utf8Line,
    gb18030Line: found.gb18030Line,
    neitherLine: found.neitherLine,
  };
}

function isValid(decoder: { decode(bytes: Uint8Array): string }, line: Uint8Array): boolean {
  try {
    decoder.decode(line);
    return true;
  } catch {
    return false;
  }
}

function countBeyondAscii(line: Uint8Array): number {
  let count = 0;
  for (const byte of line) if (byte > 0x7f) count += 1;
  return count;
}

async function* splitLines(source: ByteSource): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of source.read()) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(0x0a, from);
      if (end < 0) break;
      const piece = chunk.subarray(from, end);
      yield rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      rest = new Uint8Array();
      from = end + 1;
    }
    // A line without an end must not collect the whole file: beyond the limit its start is enough.
    if (rest.length < CSV_ROW_BYTES_MAX) rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) yield rest;
}
