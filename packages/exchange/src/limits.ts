/**
 * What a source file may be at most. These are limits of the machine, not of the law: they keep one
 * hostile or mistaken file from taking the memory of everybody else.
 */

const MEBIBYTE = 1024 * 1024;

/** A workbook is read whole, so its bytes are held in memory. */
export const WORKBOOK_BYTES_MAX = 64 * MEBIBYTE;

/**
 * All parts of a workbook together after inflation: some 60,000 rows of 30 columns. The reader needs
 * about eight times as much memory, and a zip bomb passes this long before it hurts.
 */
export const WORKBOOK_INFLATED_BYTES_MAX = 128 * MEBIBYTE;

/** Parts (sheets, styles, relations) in one workbook. */
export const WORKBOOK_PARTS_MAX = 2_000;

/** Rows of one sheet, as many as spreadsheet programs have. */
export const SHEET_ROWS_MAX = 1_048_576;

/** Rows times columns of one sheet, counted to the last cell with content. */
export const SHEET_GRID_CELLS_MAX = 5_000_000;

/** Cells of one row. The widest official table known has 42 columns. */
export const COLUMNS_MAX = 1_000;

/** Characters of one key of a JSON Lines file, which is a column's name. */
export const COLUMN_NAME_CHARS_MAX = 500;

/** Bytes of one CSV row, characters of one JSON line. Text columns of the official tables end at 5,000 characters. */
export const CSV_ROW_BYTES_MAX = MEBIBYTE;

/** Title rows that may stand before the header. */
export const TITLE_ROWS_MAX = 50;

/** A row with fewer cells with content than this is a title, never a header. */
export const HEADER_CELLS_MIN = 3;

/** How much of a CSV file is looked at to find its delimiter. */
export const DELIMITER_SAMPLE_CHARS = 256 * 1024;
