import { writeFile } from 'node:fs/promises';

import { dayNumber, type CivilDate } from '@credence/domain';
import writeXlsxFile from 'write-excel-file/node';

import { DOS_DATE, DOS_TIME } from '../xlsx/pack-archive.ts';
import { listArchive } from '../xlsx/unpack-archive.ts';

/** Text, or a number or date that a spreadsheet shows and keeps as such. */
export type SheetCell =
  | string
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'date'; readonly on: CivilDate };

export interface Sheet {
  readonly name: string;
  /** Rows above the header, e.g. what the table is and who made it. */
  readonly titles?: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Day 0 of the 1900 date system, as far as days after February 1900 are concerned. */
const SERIAL_OF_1970 = 25_569;

/** Writes a workbook. Same sheets, same bytes: the archive carries no time of writing. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  const data = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [
      ...(sheet.titles ?? []).map((title) => [toCell(title)]),
      sheet.header.map((cell) => toCell(cell)),
      ...sheet.rows.map((row) => row.map((cell) => toCell(cell))),
    ],
  }));
  const archive = await writeXlsxFile(data).toBuffer();
  withoutTimes(archive);
  await writeFile(path, archive);
}

function toCell(cell: SheetCell) {
  if (typeof cell === 'string') {
    if (cell === '') return null;
    if (cell in Object.prototype)
      throw new RangeError(`The writer cannot keep the cell "${cell}".`);
    return { value: cell, type: String };
  }
  if (cell.kind === 'number') return { value: Number(cell.text), type: Number };
  // As a number with a date format: a Date would pass through the zone of the machine.
  return { value: dayNumber(cell.on) + SERIAL_OF_1970, type: Number, format: 'yyyy-mm-dd' };
}

/** The packer stamps the moment of writing on every part; times are no part of any checksum. */
function withoutTimes(archive: Buffer): void {
  for (const { at, listedAt } of listArchive(archive)) {
    archive.writeUInt16LE(DOS_TIME, at + 10);
    archive.writeUInt16LE(DOS_DATE, at + 12);
    archive.writeUInt16LE(DOS_TIME, listedAt + 12);
    archive.writeUInt16LE(DOS_DATE, listedAt + 14);
  }
}
