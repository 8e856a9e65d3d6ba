import { SourceFaultError } from '../source-fault.ts';
import type { ByteSource } from './byte-source.ts';
import { isArchive, startsWith, type ByteSurvey } from './survey-bytes.ts';
import { surveyLines } from './survey-lines.ts';

export type Format =
  | { readonly kind: 'xlsx' }
  | { readonly kind: 'jsonl' }
  | { readonly kind: 'csv'; readonly encoding: 'utf-8' | 'gb18030' };

const ACCEPTED_FORMATS = 'CSV, JSON Lines, XLSX';
const ACCEPTED_ENCODINGS = 'UTF-8, GB18030';

/** Signatures of files that people send by mistake, so that the refusal can name them. */
const foreign: readonly { readonly starts: readonly number[]; readonly found: string }[] = [
  { starts: [0xd0, 0xcf, 0x11, 0xe0], found: 'XLS (Excel 97-2003) or an encrypted workbook' },
  { starts: [0x25, 0x50, 0x44, 0x46], found: 'PDF' },
  { starts: [0xff, 0xd8, 0xff], found: 'JPEG' },
  { starts: [0x89, 0x50, 0x4e, 0x47], found: 'PNG' },
  { starts: [0x1f, 0x8b], found: 'GZIP' },
  { starts: [0x52, 0x61, 0x72, 0x21], found: 'RAR' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], found: '7Z' },
];

/**
 * Decides format and encoding by the bytes: a zip archive is a workbook or nothing, text is UTF-8
 * where all of it decodes as UTF-8, else GB18030 where all of it decodes as that and no line is
 * plainly UTF-8.
 *
 * @throws SourceFaultError when the bytes are neither
 */
export async function recogniseFormat(survey: ByteSurvey, source: ByteSource): Promise<Format> {
  if (survey.bytes === 0) throw emptyFile();
  if (isArchive(survey.head)) return { kind: 'xlsx' };
  const named = foreign.find(({ starts }) => startsWith(survey.head, starts));
  if (named) throw unknownFormat(named.found);
  if (startsWith(survey.head, [0xff, 0xfe]) || startsWith(survey.head, [0xfe, 0xff])) {
    throw unknownEncoding('UTF-16');
  }
  if (survey.zeroAt !== undefined) {
    throw unknownFormat(`binary data (byte 0 at offset ${survey.zeroAt})`);
  }
  const json = jsonStart(survey.head);
  if (json === 'array') throw unknownFormat('one JSON array in place of one object on each line');
  if (json === 'object') {
    // JSON has one encoding, and no line of it may be guessed.
    if (survey.isUtf8) return { kind: 'jsonl' };
    throw new SourceFaultError({
      problem: 'file-encoding-unknown',
      found: 'JSON that is not UTF-8',
      accepted: 'UTF-8',
    });
  }
  return { kind: 'csv', encoding: await recogniseEncoding(survey, source) };
}

/** Bytes at the start of a file within which JSON shows itself. */
const JSON_START_BYTES = 1024;

/** A brace and a quoted key, or a bracket and a brace: no header of a table begins like that. */
function jsonStart(head: Buffer): 'object' | 'array' | undefined {
  const text = head.toString('latin1', 0, JSON_START_BYTES).replace(/^\xef\xbb\xbf/, '');
  if (/^\s*\{\s*["}]/.test(text)) return 'object';
  return /^\s*\[\s*[{\]]/.test(text) ? 'array' : undefined;
}

async function recogniseEncoding(
  survey: ByteSurvey,
  source: ByteSource,
): Promise<'utf-8' | 'gb18030'> {
  if (survey.isUtf8) return 'utf-8';
  const { utf8Line, gb18030Line, neitherLine } = await surveyLines(source);
  if (utf8Line !== undefined && gb18030Line !== undefined) {
    const row = Math.max(utf8Line, gb18030Line);
    throw unknownEncoding(`line ${utf8Line} UTF-8, line ${gb18030Line} GB18030`, row);
  }
  if (survey.isGb18030) return 'gb18030';
  throw unknownEncoding(`line ${neitherLine ?? 1}: neither UTF-8 nor GB18030`, neitherLine);
}

export function emptyFile(): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-empty',
    found: '0',
    accepted: ACCEPTED_FORMATS,
  });
}

export function unknownFormat(found: string): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-format-unknown',
    found,
    accepted: ACCEPTED_FORMATS,
  });
}

function unknownEncoding(found: string, row?: number): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-encoding-unknown',
    found,
    accepted: ACCEPTED_ENCODINGS,
    ...(row === undefined ? {} : { row }),
  });
}
