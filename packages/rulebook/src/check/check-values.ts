import { formatPeriod, isBefore } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import type { ValueRow } from '../card/value-card.ts';
import type { Path } from '../load/place.ts';
import { isLonger } from './compare-periods.ts';
import type { Check, Complaint, Draft } from './draft.ts';

type Tell = (path: Path, complaint: Complaint) => void;

/** Rows of a value say one thing, one after the other, without gap or overlap. */
export const checkValues: Check = (draft, report) => {
  for (const [id, card] of draft.cards.value) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'value', id, path }, complaint);
    };
    card.values.forEach((row, index) => {
      checkRow(card, row, index, tell);
    });
    checkClock(card, tell);
    checkDates(card, draft, tell);
  }
};

function checkRow(card: CardOf<'value'>, row: ValueRow, index: number, tell: Tell): void {
  const isPeriod = card.unit === 'period';
  const wanted = isPeriod ? 'max, or publish: none' : 'is';
  const given = [row.max, row.publish, row.is].filter((part) => part !== undefined).length;
  const fits = isPeriod ? row.is === undefined : row.is !== undefined && row.min === undefined;
  if (given !== 1 || !fits || (row.publish !== undefined && row.min !== undefined)) {
    tell(['values', index], {
      code: 'value-row',
      message: `A row of a value in ${card.unit} gives exactly ${wanted}.`,
      accepted: isPeriod ? '{max}, {min, max} or {publish: none}' : '{is}',
    });
  }
  if (card.unit === 'working_days' && row.is !== undefined && typeof row.is !== 'number') {
    tell(['values', index, 'is'], {
      code: 'value-row',
      message: 'Working days are a whole number.',
      found: row.is,
      accepted: 'a whole number without quotes',
    });
  }
  if (card.unit === 'amount' && typeof row.is === 'number') {
    tell(['values', index, 'is'], {
      code: 'value-row',
      message: 'An amount is written in quotes, so that no digit is lost.',
      found: String(row.is),
      accepted: `"${String(row.is)}"`,
    });
  }
  if (row.min !== undefined && row.max !== undefined && isLonger(row.min, row.max)) {
    tell(['values', index, 'min'], {
      code: 'value-row',
      message: 'The shortest period is longer than the longest.',
      found: `min ${formatPeriod(row.min)}, max ${formatPeriod(row.max)}`,
      accepted: `at most ${formatPeriod(row.max)}`,
    });
  }
}

function checkClock(card: CardOf<'value'>, tell: Tell): void {
  const counts = card.values.some((row) => row.max !== undefined && row.counting === undefined);
  if (counts && card.clockFrom === undefined) {
    tell([], {
      code: 'key-missing',
      message: 'clock-from is missing: from which day does the period run?',
      accepted: 'decided | published | served',
      repair: 'Add clock-from.',
    });
  }
  if (card.unit !== 'period' && card.clockFrom !== undefined) {
    tell(['clock-from'], {
      code: 'value-row',
      message: 'Only a period is counted from a day.',
      repair: 'Remove clock-from.',
    });
  }
}

function checkDates(card: CardOf<'value'>, draft: Draft, tell: Tell): void {
  const rows = card.values
    .map((row, index) => ({ row, index }))
    .sort((a, b) => (isBefore(a.row.from, b.row.from) ? -1 : 1));
  rows.forEach(({ row, index }, order) => {
    const next = rows[order + 1];
    const { until } = row;
    if (until !== undefined && !isBefore(row.from, until)) {
      tell(['values', index, 'until'], {
        code: 'interval-empty',
        message: 'The row ends before it begins.',
        found: `from ${row.from} until ${until}`,
        accepted: `a day after ${row.from}`,
      });
      return;
    }
    if (next !== undefined) checkNeighbours(row, next, tell);
  });
  checkCover(rows, draft, tell);
}

function checkNeighbours(
  row: ValueRow,
  next: { readonly row: ValueRow; readonly index: number },
  tell: Tell,
): void {
  const at = ['values', next.index, 'from'];
  const ends = row.until ?? next.row.from;
  if (next.row.from === row.from || isBefore(next.row.from, ends)) {
    tell(at, {
      code: 'value-overlap',
      message: `Two rows hold on ${next.row.from}.`,
      found: `rows from ${row.from} and from ${next.row.from}`,
      accepted: row.until === undefined ? 'another first day' : `from ${row.until}`,
      repair: 'Let one end on the day the other begins.',
    });
  } else if (isBefore(ends, next.row.from)) {
    tell(at, {
      code: 'value-gap',
      message: `No row holds from ${ends} until ${next.row.from}.`,
      found: next.row.from,
      accepted: ends,
    });
  }
}

function checkCover(
  rows: readonly { readonly row: ValueRow; readonly index: number }[],
  draft: Draft,
  tell: Tell,
): void {
  const { from, until } = draft.edition.inForce;
  const first = rows[0];
  const last = rows.at(-1);
  if (first !== undefined && isBefore(from, first.row.from)) {
    tell(['values', first.index, 'from'], {
      code: 'value-gap',
      message: `The edition begins on ${from}, and no row holds then.`,
      found: first.row.from,
      accepted: `a row from ${from} or earlier`,
      repair: 'Add what held before; publish: none where nothing was published.',
    });
  }
  const ends = last?.row.until;
  if (last !== undefined && ends !== undefined && (until === 'none' || isBefore(ends, until))) {
    tell(['values', last.index, 'until'], {
      code: 'value-gap',
      message: `The last row ends on ${ends}, before the edition does.`,
      found: ends,
      accepted: until === 'none' ? 'no end' : `${until} or later`,
    });
  }
}
