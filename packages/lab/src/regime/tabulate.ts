import { containsDay, type CivilDate } from '@credence/domain';
import { findStretches, findTrigger, type Edition, type ListCard } from '@credence/rulebook';

import { dayOfMonth } from './law-days.ts';
import type { RegimeLaw } from './regime-law.ts';
import { NEVER, type DecisionTable } from './regime.ts';
import { representRecord } from './represent.ts';

/** Times that the table tells apart: the first, the second, the third and any later. */
export const TIMES = 3;

/** From which amount officials propose an entry in a list, where the law leaves it to them. */
export type Weighs = ReadonlyMap<string, number>;

/**
 * Everything the edition decides about every form and month, asked of the functions of the live
 * register: what it would show and until when, and which lists it would propose.
 */
export function tabulate(
  law: RegimeLaw,
  given: {
    readonly lists: readonly ListCard[];
    readonly weighs: Weighs;
    readonly months: number;
    readonly conducts: number;
  },
): DecisionTable {
  const { lists, weighs, months, conducts } = given;
  const levels = law.amounts.length;
  const forms = conducts * levels;
  const table = {
    months,
    levels,
    recorded: new Uint8Array(conducts),
    shown: new Uint16Array(forms * months),
    proposes: new Uint8Array(forms * months * TIMES),
  };
  let before = { row: -1, amount: -1, form: -1 };
  for (let form = 0; form < forms; form += 1) {
    const at = law.rowOfForm[form] ?? -1;
    const row = law.rows[at];
    if (row === undefined) continue;
    table.recorded[Math.floor(form / levels)] = 1;
    const { edition } = law;
    if (edition === undefined) continue;
    const amount = law.amounts[form % levels] ?? 0;
    const counted = row.row.amount === undefined ? weightOf(weighs, amount) : amount;
    if (at === before.row && counted === before.amount) {
      copyForm(table, before.form, form);
    } else {
      const asked = { form, lists, weighs, amount };
      for (let month = 0; month < months; month += 1) {
        fillCell(table, { ...asked, edition, law, month });
      }
      before = { row: at, amount: counted, form };
    }
  }
  return table;
}

/** Amounts that no fact and no official tells apart are decided alike. */
function weightOf(weighs: Weighs, amount: number): number {
  return Math.max(0, ...[...weighs.values()].filter((least) => amount >= least));
}

type Table = DecisionTable;

/**
 * Whether anything the society does can lead to an entry in a list at all. Asked on the first day of the
 * run and on that of its last month: a rule may take effect in between.
 */
export function isReached(law: RegimeLaw, list: ListCard, months: number): boolean {
  const { edition, rows, rowOfForm, amounts, starts } = law;
  const days = [starts, dayOfMonth(starts, Math.max(0, months - 1))];
  if (edition === undefined) return false;
  return rowOfForm.some((at, form) => {
    const row = rows[at];
    if (row === undefined || row.row.item !== list.trigger.item) return false;
    const amount = amounts[form % amounts.length] ?? 0;
    return days.some((day) => {
      const record = representRecord(edition, row, { amount, day });
      if (record === undefined) return false;
      return findTrigger(edition, list, record, TIMES).kind === 'proposes';
    });
  });
}

interface Cell {
  readonly form: number;
  readonly month: number;
  readonly amount: number;
  readonly edition: Edition;
  readonly law: RegimeLaw;
  readonly lists: readonly ListCard[];
  readonly weighs: Weighs;
}

function fillCell(table: Table, cell: Cell): void {
  const { form, month, amount, edition, law, lists, weighs } = cell;
  const day = dayOfMonth(law.starts, month);
  const row = law.rows[law.rowOfForm[form] ?? -1];
  const record = row === undefined ? undefined : representRecord(edition, row, { amount, day });
  if (record === undefined) return;
  const place = form * table.months + month;
  const possible = lists.map(
    ({ list, trigger }) => trigger.item === record.item && amount >= (weighs.get(list) ?? 0),
  );
  table.shown[place] = monthsShown(edition, record, law.starts, month);
  for (let times = 1; times <= TIMES; times += 1) {
    let bits = 0;
    lists.forEach((list, bit) => {
      if (possible[bit] !== true) return;
      if (findTrigger(edition, list, record, times).kind === 'proposes') bits |= 1 << bit;
    });
    table.proposes[place * TIMES + times - 1] = bits;
  }
}

/** First days of months, from that of the decision on without a gap, on which the record is shown. */
function monthsShown(
  edition: Edition,
  record: Parameters<typeof findStretches>[1],
  starts: CivilDate,
  month: number,
): number {
  const { days } = findStretches(edition, record);
  const isShown = (count: number): boolean => {
    const day = dayOfMonth(starts, month + count);
    return days.some((stretch) => containsDay(stretch, day));
  };
  let count = 0;
  while (count < LONGEST && isShown(count)) count += 1;
  return count === LONGEST ? NEVER : count;
}

/** Months after which a publicity counts as one that never ends. */
const LONGEST = 600;

function copyForm(table: Table, from: number, to: number): void {
  const { months } = table;
  table.shown.copyWithin(to * months, from * months, (from + 1) * months);
  const wide = months * TIMES;
  table.proposes.copyWithin(to * wide, from * wide, (from + 1) * wide);
}
