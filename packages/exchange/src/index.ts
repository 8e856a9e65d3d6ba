export { createNameKeys } from './names/name-keys.ts';
export { readRegionCodes } from './regions/region-codes.ts';
export { openSourceFile, type SourceBytes } from './source/open-source-file.ts';
export { writeTable, type Table, type TableOptions } from './table/write-table.ts';
export { writeWorkbook, type Sheet, type SheetCell } from './table/write-workbook.ts';
