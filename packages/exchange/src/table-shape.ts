import { HEADER_CELLS_MIN } from './limits.ts';

/** A header is the first row with enough cells that say something; what stands above is a title. */
export function isHeader(cells: readonly string[]): boolean {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== '') filled += 1;
  return filled >= HEADER_CELLS_MIN;
}

/** Without the empty cells at the end, which spreadsheets leave behind. */
export function trimEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === '') length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}

/**
 * Exactly as wide as the header; wider only where text stands beyond the last column. Undefined for
 * a row without any text.
 */
export function fitCells(cells: readonly string[], columns: number): readonly string[] | undefined {
  const trimmed = trimEnd(cells);
  if (trimmed.length === 0) return undefined;
  if (trimmed.length >= columns) return trimmed;
  if (cells.length === columns) return cells;
  return [...trimmed, ...Array.from<string>({ length: columns - trimmed.length }).fill('')];
}
