import { NEVER } from '../regime/regime.ts';
import { linkOf } from './links.ts';
import { LISTS, NONE, seat } from './record-state.ts';
import type { WorldWhole, WorldWholeProcess } from './world-kinds.ts';

/**
 * New entries on lists that reach further: each of the subjects linked to the listed one is entered
 * too with the share `spread`, for what it did not do, and as long as the list's term; only subjects of
 * the kinds that the regime is about.
 */
export const spread: WorldWholeProcess = {
  name: 'spread',
  when: 'month',
  over: 'everyone',
  run(whole) {
    const { agents, columns, parameters } = whole;
    const drawn = whole.drawOf('spread');
    const { spreading } = columns;
    for (let i = 0; i < agents; i += 1) {
      const lists = spreading[i] ?? 0;
      if (lists === 0) continue;
      columns.spreading[i] = 0;
      for (let n = 0; n < parameters.links; n += 1) {
        if (drawn(i * parameters.links + n) >= parameters.spread) continue;
        const other = linkOf(whole, i, n);
        if ((parameters.kinds & (1 << (columns.kind[other] ?? 0))) === 0) continue;
        for (let list = 0; list < LISTS; list += 1) {
          if ((lists & (1 << list)) !== 0) taint(whole, other, list);
        }
      }
    }
  },
};

function taint({ columns, fields, month, sums }: WorldWhole, i: number, list: number): void {
  const place = i * LISTS + list;
  if (columns.seatState[place] !== 0) return;
  const term = fields.listTerm[list] ?? NEVER;
  columns.seatState[place] = seat.active | seat.spill;
  columns.seatSince[place] = month;
  columns.seatUntil[place] = term === NEVER ? NEVER : month + Math.max(1, term);
  columns.seatCause[place] = NONE;
  columns.listed[i] = (columns.listed[i] ?? 0) | (1 << list);
  columns.listedSpill[i] = (columns.listedSpill[i] ?? 0) | (1 << list);
  sums.entriesSpill += 1;
}
