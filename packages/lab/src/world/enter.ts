import { LISTS, listFlag, NO_FORM, seat } from './record-state.ts';
import type { WorldAgentProcess, WorldSlice } from './world-kinds.ts';

/** Months after a repair within which a new entry counts as relapse. */
const RELAPSE_MONTHS = 12;

/** Entries whose notice is over come into force, and are marked where they reach those linked. */
export const enter: WorldAgentProcess = {
  name: 'enter',
  when: 'month',
  over: 'agents',
  run(slice) {
    const { count, columns } = slice;
    const { pending } = columns;
    for (let i = 0; i < count; i += 1) {
      if (pending[i] === 0) continue;
      for (let list = 0; list < LISTS; list += 1) {
        const place = i * LISTS + list;
        const state = columns.seatState[place] ?? 0;
        if ((state & seat.pending) === 0) continue;
        if ((columns.seatSince[place] ?? 0) <= slice.month) comeIntoForce(slice, i, list);
      }
    }
  },
};

function comeIntoForce(slice: WorldSlice, i: number, list: number): void {
  const { columns, fields, parameters, month, sums } = slice;
  const place = i * LISTS + list;
  const bit = 1 << list;
  const before = columns.seatState[place] ?? 0;
  if ((before & seat.spill) !== 0) {
    // What was for another's act ends here; what follows is for its own.
    columns.listedSpill[i] = (columns.listedSpill[i] ?? 0) & ~bit;
    sums.ended += 1;
  }
  const state = (before & ~(seat.pending | seat.spill)) | seat.active;
  columns.seatState[place] = state;
  columns.pending[i] = (columns.pending[i] ?? 0) & ~bit;
  columns.listed[i] = (columns.listed[i] ?? 0) | bit;
  columns.entries[i] = (columns.entries[i] ?? 0) + 1;
  sums.entries += 1;
  sums.staffHours += parameters.hoursEntry;
  if ((state & seat.wrong) !== 0) {
    columns.listedWrong[i] = (columns.listedWrong[i] ?? 0) | bit;
    columns.entriesWrong[i] = (columns.entriesWrong[i] ?? 0) + 1;
    sums.entriesWrong += 1;
  }
  if ((state & seat.dataError) !== 0) {
    columns.entriesDataError[i] = (columns.entriesDataError[i] ?? 0) + 1;
    sums.entriesDataError += 1;
  }
  const repaired = columns.repairedMonth[i] ?? NO_FORM;
  if (repaired !== NO_FORM && month - repaired <= RELAPSE_MONTHS) {
    columns.relisted[i] = (columns.relisted[i] ?? 0) + 1;
    // A repair fails once, however many lists follow.
    columns.repairedMonth[i] = NO_FORM;
  }
  if (((fields.listFlags[list] ?? 0) & listFlag.spreads) !== 0) {
    columns.spreading[i] = (columns.spreading[i] ?? 0) | bit;
  }
}
