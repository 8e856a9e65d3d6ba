import type { PaperType } from '@credence/casework';

import { ByteReader } from './byte-reader.ts';
import { NoPaper } from './no-paper.ts';
import { jpegBegins, plainJpeg, plainPng, pngBegins } from './plain-picture.ts';

/** A file by its content, with its bytes as they are kept. */
export interface RecognisedPaper {
  readonly type: PaperType;
  /** Ends in a `NoPaper` where what follows is not what the beginning promised. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Says by its first bytes what a file is; what it is called counts for nothing. At most a piece of it
 * is held.
 *
 * @throws NoPaper for everything that is not on the list
 */
export async function recognisePaper(given: AsyncIterable<Uint8Array>): Promise<RecognisedPaper> {
  const reader = new ByteReader(given);
  const head = await reader.take(headBytes);
  reader.putBack(head);
  if (head.length === 0) throw new NoPaper('empty');
  const begins = (mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);
  if (begins(pdfBegins)) return { type: 'application/pdf', bytes: rest(reader) };
  if (begins(pngBegins)) return { type: 'image/png', bytes: plainPng(reader) };
  if (begins(jpegBegins)) return { type: 'image/jpeg', bytes: plainJpeg(reader) };
  const known = refused.find(([mark]) => begins(mark));
  if (known !== undefined) throw new NoPaper(known[1]);
  return { type: 'text/plain', bytes: plainText(reader) };
}

const headBytes = 16;
const pdfBegins = Buffer.from('%PDF-');

/** What is often tried, so that the refusal can say what came. */
const refused: readonly (readonly [mark: Buffer, word: string])[] = [
  [Buffer.from('PK\u0003\u0004'), 'ZIP, DOCX, XLSX'],
  [Buffer.from('MZ'), 'EXE'],
  [Buffer.from('\u007fELF'), 'ELF'],
  [Buffer.from('GIF8'), 'GIF'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'DOC, XLS'],
  [Buffer.from('Rar!'), 'RAR'],
  [Buffer.from([0x1f, 0x8b]), 'GZIP'],
  [Buffer.from('RIFF'), 'RIFF'],
];

async function* rest(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let piece = await reader.next(); piece.length > 0; piece = await reader.next()) yield piece;
}

/** Bytes that no line of text has; tab, line feed, form feed and carriage return it has. */
const controls = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/** Text in UTF-8 or, as older office programs write it, GB18030; anything else is no text. */
async function* plainText(reader: ByteReader): AsyncGenerator<Uint8Array> {
  let readings = ['utf-8', 'gb18030'].map((label) => new TextDecoder(label, { fatal: true }));
  const read = (piece?: Uint8Array): void => {
    readings = readings.filter((decoder) => {
      try {
        const text = piece === undefined ? decoder.decode() : decoder.decode(piece, streamed);
        return !controls.test(text);
      } catch {
        return false;
      }
    });
    if (readings.length === 0) throw new NoPaper('binary');
  };
  for await (const piece of rest(reader)) {
    read(piece);
    yield piece;
  }
  read();
}

const streamed = { stream: true } as const;
