import readXlsxFile from 'read-excel-file/node';

import { SourceFaultError } from '../source-fault.ts';
import { unknownFormat } from '../source/recognise-format.ts';
import { checkSheet } from './check-sheet.ts';
import { numberText } from './number-text.ts';
import { packStored } from './pack-archive.ts';
import { unpackArchive } from './unpack-archive.ts';

/** A sheet whose cells become text when asked for. */
export interface RawSheet {
  readonly name: string;
  /** Number of its last row with content. */
  readonly rows: number;
  /** Cells of the row of that number, from 1. */
  cellsOf(row: number): readonly string[];
}

const WORKBOOK_PART = 'xl/workbook.xml';
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * Reads all sheets of a workbook.
 *
 * The reader gets a new archive made of exactly the parts that were inspected: an archive can say
 * one thing in its directory and another in its local headers, and the reader goes by the latter.
 *
 * @throws SourceFaultError when the archive is no workbook, damaged or over the limits
 */
export async function readSheets(archive: Buffer): Promise<readonly RawSheet[]> {
  const parts = new Map(await unpackArchive(archive, isRead));
  if (!parts.has(WORKBOOK_PART)) throw unknownFormat(`ZIP without ${WORKBOOK_PART}`);
  for (const [path, bytes] of parts) {
    if (!SHEET_PART.test(path)) continue;
    checkSheet(path, bytes);
    parts.set(path, spellDatesOut(bytes));
  }
  const sheets = await parse(packStored(parts));
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.length,
    cellsOf: (row) => (data[row - 1] ?? []).map(cellText),
  }));
}

function isRead(path: string): boolean {
  return path.startsWith('xl/') && (path.endsWith('.xml') || path.endsWith('.xml.rels'));
}

type RawCell = string | boolean | Date | null;

interface ParsedSheet {
  readonly sheet: string;
  readonly data: readonly (readonly RawCell[])[];
}

async function parse(archive: Buffer): Promise<readonly ParsedSheet[]> {
  try {
    const options = { parseNumber: numberText, trim: false };
    const sheets = await readXlsxFile(archive, options);
    // A chart sheet is listed among the sheets and has no data.
    return sheets.flatMap(({ sheet, data }) => (isTable(data) ? { sheet, data } : []));
  } catch (cause) {
    // The reader throws errors of many kinds on damaged XML, and it meets nothing but this input.
    throw new SourceFaultError(
      {
        problem: 'file-unreadable',
        found: cause instanceof Error ? cause.message.slice(0, 200) : 'a damaged workbook',
        accepted: 'a workbook that a spreadsheet program opens without repair',
      },
      { cause },
    );
  }
}

/** The reader's types name the class `Date` where it gives instances; this says what it gives. */
function isTable(data: unknown): data is readonly (readonly RawCell[])[] {
  return Array.isArray(data);
}

const DATE_CELL = /(<(?:\w+:)?c\s[^<>]{0,200}?\bt=)(["'])d\2/g;

/**
 * Cells that hold an ISO date as text (type `d`) are read as text: the reader would take a time
 * without zone as local time, and midnight in Shanghai would become the day before.
 */
function spellDatesOut(xml: Buffer): Buffer {
  if (!xml.includes('t="d"') && !xml.includes("t='d'")) return xml;
  return Buffer.from(xml.toString('utf8').replace(DATE_CELL, '$1$2str$2'), 'utf8');
}

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

function cellText(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return ISO_MOMENT.exec(cell)?.[1] ?? cell;
  return Number.isNaN(cell.getTime()) ? String(cell) : cell.toISOString().slice(0, 10);
}
