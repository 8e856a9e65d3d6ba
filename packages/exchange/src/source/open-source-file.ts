import { basename } from 'node:path';

import type { OpenOutcome, SourceFile } from '@credence/casework';

import { openCsv } from '../csv/open-csv.ts';
import { openJsonl } from '../jsonl/open-jsonl.ts';
import { SourceFaultError } from '../source-fault.ts';
import { openWorkbook } from '../xlsx/open-workbook.ts';
import { bytesInMemory, bytesOfFile, spoolStream, type ByteSource } from './byte-source.ts';
import { recogniseFormat } from './recognise-format.ts';
import { surveyBytes } from './survey-bytes.ts';

/** Bytes that do not lie in a file of their own: an upload, or a test. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * Opens a file an agency supplies: CSV (UTF-8 with or without BOM, GB18030; comma, tab, semicolon),
 * JSON Lines (UTF-8) or XLSX. The content decides, never the name. The bytes are read once for hash
 * and encoding and again for the rows; text in constant memory, a workbook whole within the limits.
 */
export async function openSourceFile(source: string | SourceBytes): Promise<OpenOutcome> {
  let bytes: ByteSource | undefined;
  try {
    bytes = await openBytes(source);
    return { kind: 'opened', file: await recognise(bytes, nameOf(source)) };
  } catch (error) {
    await bytes?.close();
    if (error instanceof SourceFaultError) return { kind: 'refused', ...error.trouble };
    const code = systemCode(error);
    if (code === undefined) throw error;
    return {
      kind: 'refused',
      problem: 'file-unreadable',
      found: code,
      accepted: 'a file that can be read',
    };
  }
}

async function recognise(source: ByteSource, name: string): Promise<SourceFile> {
  const survey = await surveyBytes(source);
  const format = await recogniseFormat(survey, source);
  const file = {
    name,
    hash: survey.hash,
    bytes: survey.bytes,
    close: () => source.close(),
  };
  if (format.kind === 'xlsx') {
    const tables = await openWorkbook(source, survey);
    return { ...file, format: 'xlsx', encoding: 'none', tables };
  }
  if (format.kind === 'jsonl') {
    const tables = await openJsonl(source, survey.hash);
    return { ...file, format: 'jsonl', encoding: 'utf-8', tables };
  }
  const tables = await openCsv(source, { survey, encoding: format.encoding });
  return { ...file, format: 'csv', encoding: format.encoding, tables };
}

async function openBytes(source: string | SourceBytes): Promise<ByteSource> {
  if (typeof source === 'string') return bytesOfFile(source);
  if (source.bytes instanceof Uint8Array) return bytesInMemory(source.bytes);
  return spoolStream(source.bytes);
}

function nameOf(source: string | SourceBytes): string {
  return typeof source === 'string' ? basename(source) : source.name;
}

/** `ENOENT`, `EACCES`, `EISDIR` and their like: the system's reason for not giving the bytes. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
