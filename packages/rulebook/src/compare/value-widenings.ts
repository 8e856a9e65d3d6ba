import type { JsonValue } from '@credence/domain';

import type { CardDocument } from '../edition/edition.ts';
import { isHeavier, isLonger, wordOf } from './heavier.ts';
import type { Widening } from './widening.ts';

type Row = { readonly [key: string]: JsonValue };

/** Later starts make every end later: a document is decided, then served, then published. */
const order = { lightestFirst: ['decided', 'served', 'published'] };

/**
 * A period of publicity row by row: on no day may it end later, open to repair later, or show what
 * the parent does not show. A number without a direction (an amount, working days) may not change.
 */
export function valueWidenings(
  id: string,
  before: CardDocument,
  card: CardDocument,
): readonly Widening[] {
  const found: Widening[] = [];
  const [rows, olderRows] = [rowsOf(card), rowsOf(before)];
  rows.forEach((row, index) => {
    const tell = (key: string, what: Widening['what'], is?: JsonValue, was?: JsonValue): void => {
      const [now, then] = [is, was].map((side) => (side === undefined ? 'nothing' : wordOf(side)));
      const path = ['values', index, key];
      found.push({ kind: 'value', id, path, what, found: now ?? '', accepted: then ?? '' });
    };
    for (const older of during(olderRows, row)) {
      if (row.data['publish'] === 'none') continue;
      if (older.data['publish'] === 'none') {
        tell('publish', 'widens', 'shown', 'none');
        continue;
      }
      for (const key of ['max', 'min']) {
        const [is, was] = [row.data[key], older.data[key]];
        // Without a minimum repair is open at once; without a maximum nothing ends.
        const isMore = key === 'min' && is === undefined ? false : isLonger(is, was ?? 'P1D');
        if (isMore && (was !== undefined || key === 'min')) tell(key, 'lengthens', is, was);
      }
      const [start, start0] = [startOf(card, row.data), startOf(before, older.data)];
      if (start0 !== undefined && isHeavier(order, start, start0)) {
        tell('counting', 'lengthens', start, start0);
      }
      if (wordOf(row.data['is']) !== wordOf(older.data['is'])) {
        tell('is', 'widens', row.data['is'], older.data['is']);
      }
    }
  });
  return found;
}

interface DatedRow {
  readonly data: Row;
  readonly from: string;
  readonly until: string | undefined;
}

function rowsOf(card: CardDocument): readonly DatedRow[] {
  const values = card['values'];
  const rows: readonly JsonValue[] = Array.isArray(values) ? values : [];
  const read = rows.flatMap((row) => (isRow(row) ? [row] : []));
  const starts = read.map((row) => wordOf(row['from'])).sort();
  return read.map((data) => {
    const from = wordOf(data['from']);
    const until = data['until'];
    return {
      data,
      from,
      until: typeof until === 'string' ? until : starts.find((start) => start > from),
    };
  });
}

function isRow(value: JsonValue): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows of the parent that hold on some day of a row of the child. */
function during(rows: readonly DatedRow[], row: DatedRow): readonly DatedRow[] {
  return rows.filter(
    ({ from, until }) =>
      (row.until === undefined || from < row.until) && (until === undefined || row.from < until),
  );
}

function startOf(card: CardDocument, row: Row): JsonValue | undefined {
  const counting = row['counting'];
  const own = counting !== undefined && isRow(counting) ? counting['from'] : undefined;
  return own ?? card['clock-from'];
}
