import { isWrong, NO_FORM, RATIO_CLASSES, record, SLOTS } from './record-state.ts';
import type { WorldAgentProcess, WorldWhole, WorldWholeProcess } from './world-kinds.ts';

/**
 * Grades everybody by the program of the regime, as often as it says: once as the files stand, and
 * once as they would without wrong records, which is what is due.
 */
export const gradeAll: WorldWholeProcess = {
  name: 'grade',
  when: 'month',
  over: 'everyone',
  run({ parameters, month, columns, programs }) {
    if (parameters.gradeEvery > 0 && month % parameters.gradeEvery === 0) {
      programs['grade']?.(month, columns);
    }
  },
};

/** What stands at the end of the month: entries in force, members, wrong records, records shown. */
export const countStocks: WorldAgentProcess = {
  name: 'stocks',
  when: 'month',
  over: 'agents',
  run({ count, columns, fields, parameters, month, sums }) {
    let [listed, members, wrong, shown, wronglyShown] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i += 1) {
      listed += bitsOf(columns.listed[i] ?? 0);
      members += columns.member.get(i);
      if (columns.slots[i] === 0) continue;
      for (let at = i * SLOTS; at < (i + 1) * SLOTS; at += 1) {
        const form = columns.slotForm[at] ?? NO_FORM;
        if (form === NO_FORM) continue;
        const state = columns.slotState[at] ?? 0;
        const since = columns.slotMonth[at] ?? 0;
        const isShown =
          (state & record.shown) !== 0 &&
          month - since < (fields.shown[form * parameters.tableMonths + since] ?? 0);
        if (isShown) shown += 1;
        if (!isWrong(state)) continue;
        wrong += 1;
        if (isShown) wronglyShown += 1;
      }
    }
    sums.listed += listed;
    sums.members += members;
    sums.errorsOpen += wrong;
    sums.shownMonths += shown;
    sums.shownWrongMonths += wronglyShown;
  },
};

/** Shows the month to who watches a subject; at the end of the last: how old the open errors are, and loss against what was done. */
export const summarise: WorldWholeProcess = {
  name: 'summary',
  when: 'month',
  over: 'everyone',
  run(whole) {
    const { agents, columns, fields, parameters, month } = whole;
    whole.programs['watch']?.(month, columns);
    if (month !== parameters.months - 1) return;
    for (let i = 0; i < agents; i += 1) {
      if ((columns.loss[i] ?? 0) > 0) {
        const place = ratioClass(whole, i);
        fields.lossRatio[place] = (fields.lossRatio[place] ?? 0) + 1;
      }
      if (columns.slots[i] === 0) continue;
      for (let at = i * SLOTS; at < (i + 1) * SLOTS; at += 1) {
        if (columns.slotForm[at] === NO_FORM || !isWrong(columns.slotState[at] ?? 0)) continue;
        const age = month - (columns.slotMonth[at] ?? month);
        fields.errorsOpenSince[age] = (fields.errorsOpenSince[age] ?? 0) + 1;
      }
    }
  },
};

/** Half a power of two to a class, 1 at class 32; the last holds those who did nothing to anybody. */
function ratioClass({ columns }: WorldWhole, i: number): number {
  const gravest = columns.gravest[i] ?? 0;
  if (gravest <= 0) return RATIO_CLASSES - 1;
  const place = Math.floor(2 * Math.log2((columns.loss[i] ?? 0) / gravest)) + 32;
  return Math.min(RATIO_CLASSES - 2, Math.max(0, place));
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
