import { COLUMNS_MAX, SHEET_GRID_CELLS_MAX, SHEET_ROWS_MAX } from '../limits.ts';
import { SourceFaultError } from '../source-fault.ts';

/** Longer names and tags than any writer produces; what exceeds them is refused, not guessed at. */
const NAME_BYTES_MAX = 200;
const TAG_BYTES_MAX = 2_000;

const CELL_ADDRESS = /\sr\s*=\s*(["'])([A-Z]{1,3})([0-9]{1,7})\1/;
const ROW_NUMBER = /\sr\s*=\s*(["'])([0-9]{1,7})\1/;
const ANY_ROW_NUMBER = /[\s:]r\s*=/;

/**
 * Looks at the addresses of all rows and cells before the sheet is read, since the reader fills
 * every gap and takes `A1e9` for a row: one cell in a far corner would cost the memory of the whole
 * rectangle. Stricter than the format where the reader is laxer.
 *
 * @throws SourceFaultError when an address cannot be read or the rectangle is over the limits
 */
export function checkSheet(path: string, xml: Buffer): void {
  let rows = 0;
  let columns = 0;
  for (const { local, text, at } of addressedTags(path, xml)) {
    if (local === 'row') {
      checkRow(path, text);
      continue;
    }
    const address = CELL_ADDRESS.exec(text);
    if (!address) throw strange(path, `a cell without address at byte ${at}`);
    const [, , letters = '', digits = ''] = address;
    const row = Number(digits);
    if (row > SHEET_ROWS_MAX) throw tooWide({ path, row, rows: row, columns });
    // A self-closing cell has a style and nothing to read.
    if (text.endsWith('/')) continue;
    columns = Math.max(columns, columnNumber(letters));
    rows = Math.max(rows, row);
    if (columns > COLUMNS_MAX || rows * columns > SHEET_GRID_CELLS_MAX) {
      throw tooWide({ path, row, rows, columns });
    }
  }
}

function checkRow(path: string, text: string): void {
  const number = ROW_NUMBER.exec(text);
  if (!number) {
    if (ANY_ROW_NUMBER.test(text)) throw strange(path, `a row tag ${text.slice(0, 60).trim()}`);
    return;
  }
  const row = Number(number[2]);
  if (row > SHEET_ROWS_MAX) throw tooWide({ path, row, rows: row, columns: 1 });
}

interface AddressedTag {
  readonly local: 'c' | 'row';
  /** What stands between the name and the closing bracket. */
  readonly text: string;
  readonly at: number;
}

const LESS = 0x3c;
const GREATER = 0x3e;

/** Opening tags of rows and cells, whatever their prefix. */
function* addressedTags(path: string, xml: Buffer): Generator<AddressedTag> {
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at + 1)) {
    const nameEnd = endOfName(xml, at + 1);
    if (nameEnd === undefined) throw strange(path, `a tag name over ${NAME_BYTES_MAX} bytes`);
    const local = localName(xml, at, nameEnd);
    if (local === undefined) continue;
    const end = xml.indexOf(GREATER, nameEnd);
    if (end < 0 || end - nameEnd > TAG_BYTES_MAX) {
      throw strange(path, `a tag over ${TAG_BYTES_MAX} bytes at byte ${at}`);
    }
    yield { local, text: xml.toString('latin1', nameEnd, end), at };
  }
}

/** Offset of the blank, slash or bracket after a name; comments and closing tags have none. */
function endOfName(xml: Buffer, from: number): number | undefined {
  const first = xml[from];
  if (first === 0x21 || first === 0x2f || first === 0x3f) return from;
  const limit = Math.min(xml.length, from + NAME_BYTES_MAX);
  for (let at = from; at < limit; at += 1) {
    const byte = xml[at] ?? 0;
    if (byte <= 0x20 || byte === GREATER || byte === 0x2f) return at;
  }
  return limit === xml.length ? limit : undefined;
}

function localName(xml: Buffer, at: number, end: number): 'c' | 'row' | undefined {
  if (xml[end - 1] === 0x63 && isNameStart(xml, at, end - 1)) return 'c';
  const isRow =
    end - at > 3 && xml[end - 1] === 0x77 && xml[end - 2] === 0x6f && xml[end - 3] === 0x72;
  return isRow && isNameStart(xml, at, end - 3) ? 'row' : undefined;
}

function isNameStart(xml: Buffer, at: number, start: number): boolean {
  return start === at + 1 || xml[start - 1] === 0x3a;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function tooWide(at: {
  readonly path: string;
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
}): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-unreadable',
    found: `${at.path}: ${at.columns} columns, ${at.rows} rows`,
    accepted:
      `up to ${COLUMNS_MAX} columns, ${SHEET_ROWS_MAX} rows and ${SHEET_GRID_CELLS_MAX} cells; ` +
      'larger tables as CSV',
    row: at.row,
  });
}

function strange(path: string, found: string): SourceFaultError {
  return new SourceFaultError({
    problem: 'file-unreadable',
    found: `${path}: ${found}`,
    accepted: 'a workbook that a spreadsheet program has saved',
  });
}
