import { isWrong, LISTS, NO_FORM, NONE, seat, SLOTS } from './record-state.ts';
import type { WorldColumns } from './world-kinds.ts';

/**
 * The slot a new record of subject `i` takes: a free one, else the oldest that no entry rests on,
 * else the oldest of all. Slots are counted from 0 within the file.
 */
export function slotFor(columns: WorldColumns, i: number): number {
  const { slotForm, slotMonth } = columns;
  const base = i * SLOTS;
  let oldest = 0;
  let oldestMonth = Infinity;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    if (slotForm[base + slot] === NO_FORM) return slot;
    const month = (slotMonth[base + slot] ?? 0) + (restsOn(columns, i, slot) ? NO_FORM : 0);
    if (month < oldestMonth) {
      oldest = slot;
      oldestMonth = month;
    }
  }
  return oldest;
}

/** Frees a slot; true when the record was wrong. Entries that rested on it stay, on nothing. */
export function clearSlot(columns: WorldColumns, i: number, slot: number): boolean {
  const at = i * SLOTS + slot;
  if (columns.slotForm[at] === NO_FORM) return false;
  const wrong = isWrong(columns.slotState[at] ?? 0);
  columns.slotForm[at] = NO_FORM;
  columns.slotMonth[at] = 0;
  columns.slotState[at] = 0;
  columns.slots[i] = (columns.slots[i] ?? 1) - 1;
  if (columns.askSlot[i] === slot) columns.askSlot[i] = NONE;
  for (let list = 0; list < LISTS; list += 1) {
    const place = i * LISTS + list;
    if (columns.seatCause[place] === slot) columns.seatCause[place] = NONE;
  }
  return wrong;
}

/** Ends what a subject has on a list, waiting or in force; true when it was in force. */
export function endSeat(columns: WorldColumns, i: number, list: number): boolean {
  const place = i * LISTS + list;
  const wasActive = ((columns.seatState[place] ?? 0) & seat.active) !== 0;
  columns.seatState[place] = 0;
  columns.seatSince[place] = 0;
  columns.seatUntil[place] = 0;
  columns.seatCause[place] = NONE;
  const rest = ~(1 << list);
  columns.pending[i] = (columns.pending[i] ?? 0) & rest;
  columns.listed[i] = (columns.listed[i] ?? 0) & rest;
  columns.listedWrong[i] = (columns.listedWrong[i] ?? 0) & rest;
  columns.listedSpill[i] = (columns.listedSpill[i] ?? 0) & rest;
  return wasActive;
}

/** Ends every entry that rests on a record; returns how many were in force. */
export function endSeatsOn(columns: WorldColumns, i: number, slot: number): number {
  let ended = 0;
  for (let list = 0; list < LISTS; list += 1) {
    if (columns.seatCause[i * LISTS + list] !== slot) continue;
    if (endSeat(columns, i, list)) ended += 1;
  }
  return ended;
}

function restsOn({ seatCause }: WorldColumns, i: number, slot: number): boolean {
  for (let list = 0; list < LISTS; list += 1) {
    if (seatCause[i * LISTS + list] === slot) return true;
  }
  return false;
}
