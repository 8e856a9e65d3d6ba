import { clearSlot, endSeat, endSeatsOn } from './keep-file.ts';
import { capacityOf, openQueue } from './queue.ts';
import {
  asked,
  isWrong,
  LEVELS,
  LISTS,
  NO_FORM,
  NONE,
  queuePlace,
  record,
  SLOTS,
  SOUND,
} from './record-state.ts';
import type { WorldWhole, WorldWholeProcess } from './world-kinds.ts';

type Draw = (agent: number) => number;

/**
 * Staff decide objections and repairs in the order they came, as many a month as there are hands.
 * Those of one month join from a drawn place on, so that no number is always first. An objection to a
 * wrong record is upheld with `disputeUpheld`: the record goes, and every entry that rests on it. A
 * repair is granted to who has put things right (`correction` x 2 x capability), or, where a
 * donation takes its place, to who can afford one.
 */
export const serveQueues: WorldWholeProcess = {
  name: 'queues',
  when: 'month',
  over: 'everyone',
  run(whole) {
    const { agents, columns, fields, parameters, sums } = whole;
    const [disputeHead, disputeSize] = [queuePlace.disputeHead, queuePlace.disputeSize];
    const [repairHead, repairSize] = [queuePlace.repairHead, queuePlace.repairSize];
    const disputes = openQueue(whole, 'disputeQueue', { head: disputeHead, size: disputeSize });
    const repairs = openQueue(whole, 'repairQueue', { head: repairHead, size: repairSize });
    const start = whole.stream('queue').below(agents);
    const { heardOut, asks: allAsks } = columns;
    for (let n = 0; n < agents; n += 1) {
      const i = n + start < agents ? n + start : n + start - agents;
      const out = heardOut[i] ?? 0;
      if (out !== 0) {
        fields.errorsFixedAfter[0] = (fields.errorsFixedAfter[0] ?? 0) + out;
        heardOut[i] = 0;
      }
      const asks = allAsks[i] ?? 0;
      if ((asks & asked.dispute) !== 0) disputes.join(i);
      if ((asks & asked.repair) !== 0) repairs.join(i);
      // What was asked becomes what waits, two places up.
      const news = asks & (asked.dispute | asked.repair);
      if (news !== 0) columns.asks[i] = (asks & ~news) | (news << 2);
    }
    const [hearing, correction] = [whole.drawOf('hearingOf'), whole.drawOf('correction')];
    for (let left = capacityOf(whole, parameters.staffDisputes); left > 0; left -= 1) {
      const i = disputes.take();
      if (i === -1) break;
      decideDispute(whole, i, hearing);
    }
    for (let left = capacityOf(whole, parameters.staffRepairs); left > 0; left -= 1) {
      const i = repairs.take();
      if (i === -1) break;
      decideRepair(whole, i, correction);
    }
    sums.disputesWaiting += disputes.size();
    sums.repairsWaiting += repairs.size();
  },
};

function decideDispute(whole: WorldWhole, i: number, hearing: Draw): void {
  const { columns, fields, parameters, month, sums } = whole;
  const slot = columns.askSlot[i] ?? NONE;
  columns.asks[i] = (columns.asks[i] ?? 0) & ~asked.disputeWaits;
  columns.askSlot[i] = NONE;
  sums.staffHours += parameters.hoursCase;
  // The record went with age before anybody looked at the objection.
  if (slot === NONE) return;
  const at = i * SLOTS + slot;
  const state = columns.slotState[at] ?? 0;
  columns.slotState[at] = state & ~record.disputed;
  if (!isWrong(state) || hearing(i) >= parameters.disputeUpheld) return;
  const stood = month - (columns.slotMonth[at] ?? month);
  sums.ended += endSeatsOn(columns, i, slot);
  clearSlot(columns, i, slot);
  sums.errorsFixed += 1;
  sums.errorMonths += stood;
  fields.errorsFixedAfter[stood] = (fields.errorsFixedAfter[stood] ?? 0) + 1;
}

function decideRepair(whole: WorldWhole, i: number, correction: Draw): void {
  const { columns, fields, parameters, month, sums } = whole;
  const list = columns.askList[i] ?? NONE;
  columns.asks[i] = (columns.asks[i] ?? 0) & ~asked.repairWaits;
  columns.askList[i] = NONE;
  sums.staffHours += parameters.hoursCase;
  if (list === NONE || ((columns.listed[i] ?? 0) & (1 << list)) === 0) return;
  const able = Math.min(1, 2 * parameters.correction * (columns.capability[i] ?? 0.5));
  const hasCorrected = correction(i) < able;
  const gives =
    parameters.repairByDonation === 1 && (columns.wealth[i] ?? 0) >= parameters.buysRepair;
  if (!hasCorrected && !gives) return;
  const slot = columns.seatCause[i * LISTS + list] ?? NONE;
  if (slot !== NONE) {
    const at = i * SLOTS + slot;
    const form = columns.slotForm[at] ?? NO_FORM;
    const state = columns.slotState[at] ?? 0;
    columns.slotState[at] = state | record.repaired;
    const isOwed = form !== NO_FORM && fields.owed[Math.floor(form / LEVELS)] === 1;
    const isOpen = (state & record.repaired) === 0 && (state & SOUND) === SOUND;
    if (isOwed && isOpen && hasCorrected) sums.debtRepaid += fields.amounts[form % LEVELS] ?? 0;
  }
  if (endSeat(columns, i, list)) sums.ended += 1;
  columns.repairedMonth[i] = month;
  sums.repairsGranted += 1;
}
