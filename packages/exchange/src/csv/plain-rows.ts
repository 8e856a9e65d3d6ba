import type { SourceRow } from '@credence/casework';

import { CSV_ROW_BYTES_MAX } from '../limits.ts';
import type { Delimiter } from './detect-delimiter.ts';

/** A line of so many characters cannot be over the limit of bytes, whatever they are in UTF-8. */
const plainCharsMax = Math.floor(CSV_ROW_BYTES_MAX / 3);

export interface PlainReader {
  /** Lines read so far; whoever goes on counts from here. */
  readonly lines: number;
  /**
   * Rows of the text one by one, so that few are alive at a time; what is left at the end is what only
   * a parser can read, from then on everything.
   */
  read(text: string): Generator<SourceRow, string>;
  /** The line that no line end has closed; none once a parser has taken over. */
  end(): string | undefined;
}

/**
 * Reads lines for as long as no quote has come: until then a line is a row and a delimiter ends a
 * cell, and nothing else has a meaning. The first line with a quote, or too long to be sure about,
 * goes to the parser with all that follows.
 */
export function createPlainReader(delimiter: Delimiter): PlainReader {
  let lines = 0;
  let held = '';
  let over = false;
  return {
    get lines() {
      return lines;
    },
    *read(text) {
      if (over) return text;
      const whole = held + text;
      held = '';
      const quote = whole.indexOf('"');
      let from = 0;
      for (let to = whole.indexOf('\n'); to >= 0; to = whole.indexOf('\n', from)) {
        if ((quote >= 0 && quote < to) || to - from > plainCharsMax) break;
        lines += 1;
        const row = whole.slice(from, to);
        from = to + 1;
        if (row !== '') yield { row: lines, cells: apart(row).split(delimiter) };
      }
      const rest = whole.slice(from);
      over = quote >= 0 || rest.length > plainCharsMax;
      if (over) return rest;
      held = rest;
      return '';
    },
    end() {
      const rest = held;
      held = '';
      return rest === '' ? undefined : rest;
    },
  };
}

/**
 * A line as a text of its own: cells are slices of it, and slices of the whole chunk would keep that in
 * memory for as long as anybody remembers a cell.
 */
function apart(line: string): string {
  return Buffer.from(line, 'utf16le').toString('utf16le');
}
