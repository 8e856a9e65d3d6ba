import { HEADER_CELLS_MIN, TITLE_ROWS_MAX } from '../limits.ts';

export type Delimiter = ',' | '\t' | ';';

/** In order of preference where two explain the sample equally well. */
const candidates: readonly Delimiter[] = [',', '\t', ';'];

/**
 * Finds the delimiter under which most rows of the sample are as wide as their header, the wider
 * one on a tie. Undefined when under no delimiter any of the first rows could be a header.
 */
export function detectDelimiter(sample: string): Delimiter | undefined {
  let best: { delimiter: Delimiter; agreement: number; columns: number } | undefined;
  for (const delimiter of candidates) {
    const rows = sampleRows(sample, delimiter).filter((row) => row.filled > 0);
    const header = rows.find((row) => row.filled >= HEADER_CELLS_MIN);
    if (!header) continue;
    const alike = rows.filter((row) => row.cells === header.cells).length;
    const agreement = alike / rows.length;
    const better =
      !best ||
      agreement > best.agreement ||
      (agreement === best.agreement && header.cells > best.columns);
    if (better) best = { delimiter, agreement, columns: header.cells };
  }
  return best?.delimiter;
}

interface RowWidth {
  readonly cells: number;
  /** Cells with text. */
  readonly filled: number;
}

/** A rough reader that only counts: the real one needs to know the delimiter first. */
function sampleRows(sample: string, delimiter: Delimiter): readonly RowWidth[] {
  const rows: RowWidth[] = [];
  let cells = 1;
  let filled = 0;
  let quoted = false;
  let started = false;
  let text = false;
  const endCell = () => {
    if (text) filled += 1;
    started = false;
    text = false;
  };
  for (const character of sample) {
    if (quoted) {
      if (character === '"') quoted = false;
      else text = true;
    } else if (character === '\n') {
      endCell();
      rows.push({ cells, filled });
      if (rows.length === TITLE_ROWS_MAX * 2) return rows;
      cells = 1;
      filled = 0;
    } else if (character === delimiter) {
      endCell();
      cells += 1;
    } else if (character === '"' && !started) {
      quoted = true;
      started = true;
    } else {
      started = true;
      if (character.trim() !== '') text = true;
    }
  }
  endCell();
  rows.push({ cells, filled });
  return rows;
}
