import { NEVER } from '../regime/regime.ts';
import { asked, isWrong, LISTS, NO_FORM, record, SLOTS } from './record-state.ts';
import type { WorldAgentProcess, WorldSlice } from './world-kinds.ts';

/**
 * Who objects and who applies for repair. A subject under a wrong record notices and objects with the
 * chance `noticed` x 2 x capability a month, one rightly recorded with that of idle objections; each
 * has one objection at a time. Who stands on a list long enough applies with `repairTried` a month.
 */
export const ask: WorldAgentProcess = {
  name: 'ask',
  when: 'month',
  over: 'agents',
  draws: ['objection', 'repair'],
  run(slice) {
    const { count, columns, draws, parameters } = slice;
    const { noticed, idleObjection, repairTried } = parameters;
    const { asks, slots, listed } = columns;
    for (let i = 0; i < count; i += 1) {
      if (slots[i] === 0 && listed[i] === 0) continue;
      const waiting = asks[i] ?? 0;
      if (slots[i] !== 0 && (waiting & (asked.dispute | asked.disputeWaits)) === 0) {
        const wrong = findSlot(slice, i, true);
        const slot = wrong === -1 ? findSlot(slice, i, false) : wrong;
        const able = 2 * (columns.capability[i] ?? 0.5);
        const chance = wrong === -1 ? idleObjection : Math.min(1, noticed * able);
        if (slot !== -1 && (draws.objection[i] ?? 1) < chance) object(slice, i, slot);
      }
      if (listed[i] === 0 || (waiting & (asked.repair | asked.repairWaits)) !== 0) continue;
      if ((draws.repair[i] ?? 1) < repairTried) applyForRepair(slice, i);
    }
  },
};

/** The first slot with a wrong record, or with a sound one that no repair has closed; -1 for none. */
function findSlot({ columns }: WorldSlice, i: number, wrong: boolean): number {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const at = i * SLOTS + slot;
    if (columns.slotForm[at] === NO_FORM) continue;
    const state = columns.slotState[at] ?? 0;
    if (isWrong(state) === wrong && (wrong || (state & record.repaired) === 0)) return slot;
  }
  return -1;
}

function object({ columns, sums }: WorldSlice, i: number, slot: number): void {
  const at = i * SLOTS + slot;
  columns.slotState[at] = (columns.slotState[at] ?? 0) | record.disputed;
  columns.asks[i] = (columns.asks[i] ?? 0) | asked.dispute;
  columns.askSlot[i] = slot;
  sums.disputes += 1;
}

/** For the first list whose law allows a repair by now; an entry for another's act may go too. */
function applyForRepair({ columns, fields, month, sums }: WorldSlice, i: number): void {
  const listed = columns.listed[i] ?? 0;
  for (let list = 0; list < LISTS; list += 1) {
    if ((listed & (1 << list)) === 0) continue;
    const after = fields.listRepairAfter[list] ?? NEVER;
    const since = columns.seatSince[i * LISTS + list] ?? 0;
    if (after === NEVER || month - since < after) continue;
    columns.asks[i] = (columns.asks[i] ?? 0) | asked.repair;
    columns.askList[i] = list;
    sums.repairsAsked += 1;
    return;
  }
}
