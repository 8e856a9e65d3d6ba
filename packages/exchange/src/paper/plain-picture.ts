import type { ByteReader } from './byte-reader.ts';
import { NoPaper } from './no-paper.ts';

/**
 * A picture without what a camera writes beside it: place, time, device, the names of programs, a
 * smaller picture of what was cut away. What is seen stays as it was, byte for byte.
 */
export async function* plainPng(reader: ByteReader): AsyncGenerator<Uint8Array> {
  yield await reader.take(pngBegins.length);
  for (;;) {
    const head = await reader.take(8);
    if (head.length < 8) throw new NoPaper('png-damaged');
    const name = head.toString('latin1', 4);
    const length = head.readUInt32BE(0) + checksumBytes;
    const keeps = pngKept.has(name);
    if (keeps) yield head;
    const pieces = reader.pass(length);
    for (let next = await pieces.next(); ; next = await pieces.next()) {
      if (next.done === true) {
        if (!next.value) throw new NoPaper('png-damaged');
        break;
      }
      if (keeps) yield next.value;
    }
    // What somebody appended behind the end is no part of the picture.
    if (name === 'IEND') return;
  }
}

export const pngBegins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const checksumBytes = 4;
/** What is needed to see it in the right colours; text, times and camera data are none of it. */
const pngKept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP'.split(' '),
);

export const jpegBegins = Buffer.from([0xff, 0xd8, 0xff]);
const [scanBegins, imageEnds, commentMark] = [0xda, 0xd9, 0xfe];

/** @see {@link plainPng} */
export async function* plainJpeg(reader: ByteReader): AsyncGenerator<Uint8Array> {
  yield await reader.take(2);
  for (;;) {
    const mark = await nextMark(reader);
    if (mark === imageEnds) {
      yield Buffer.from([0xff, imageEnds]);
      return;
    }
    const size = await reader.take(2);
    const length = size.length < 2 ? 0 : size.readUInt16BE(0);
    const body = await reader.take(Math.max(0, length - 2));
    if (length < 2 || body.length < length - 2) throw new NoPaper('jpeg-damaged');
    if (keepsSegment(mark, body)) yield Buffer.concat([Buffer.from([0xff, mark]), size, body]);
    if (mark === scanBegins) yield* scan(reader);
  }
}

async function nextMark(reader: ByteReader): Promise<number> {
  const [first] = await reader.take(1);
  if (first !== 0xff) throw new NoPaper('jpeg-damaged');
  for (;;) {
    const [mark] = await reader.take(1);
    if (mark === undefined) throw new NoPaper('jpeg-damaged');
    if (mark !== 0xff) return mark;
  }
}

/** Tables and frames; of the applications' own only sizes, colours, and how colours are stored. */
function keepsSegment(mark: number, body: Buffer): boolean {
  if (mark === commentMark) return false;
  if (mark < 0xe0 || mark > 0xef) return true;
  const begins = body.toString('latin1', 0, 12);
  return (
    (mark === 0xe0 && begins.startsWith('JFIF\0')) ||
    (mark === 0xe2 && begins === 'ICC_PROFILE\0') ||
    (mark === 0xee && begins.startsWith('Adobe'))
  );
}

/** The coded picture, up to the next mark that is none of its own. */
async function* scan(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await reader.next();
    if (piece.length === 0) throw new NoPaper('jpeg-damaged');
    const end = endOfScan(piece);
    if (end === undefined) {
      yield piece;
      continue;
    }
    if (end > 0) yield piece.subarray(0, end);
    const rest = piece.subarray(end);
    if (rest.length > 1) {
      reader.putBack(rest);
      return;
    }
    // The mark is cut in two: its second half comes with the next piece.
    const second = await reader.take(1);
    if (second.length === 0) throw new NoPaper('jpeg-damaged');
    reader.putBack(Buffer.concat([rest, second]));
  }
}

/** Where a mark begins that ends the scan, or one that is cut in two; undefined: nowhere. */
function endOfScan(piece: Buffer): number | undefined {
  for (let at = piece.indexOf(0xff); at >= 0; at = piece.indexOf(0xff, at + 2)) {
    const second = piece[at + 1];
    const isCoded = second === 0 || (second !== undefined && second >= 0xd0 && second <= 0xd7);
    if (!isCoded) return at;
  }
  return undefined;
}
