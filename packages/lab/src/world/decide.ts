import { NEVER } from '../regime/regime.ts';
import { clearSlot, slotFor } from './keep-file.ts';
import * as state from './record-state.ts';
import { couldDo, isNoWrong, isOffence } from './weigh.ts';
import type { WorldAgentProcess, WorldSlice } from './world-kinds.ts';

const { LEVELS, LISTS, NO_FORM, SLOTS } = state;

/** A finding that reaches a subject, with its luck before the office. */
interface Finding {
  readonly form: number;
  readonly state: number;
  readonly pass: number;
  readonly hearing: number;
  readonly enforced: number;
}

/**
 * What the office makes of a finding. The table of the regime says whether it is recorded, for how
 * long it is shown and which lists it leads to, the first, second or later time. A debt that ordinary
 * enforcement recovers, as it would under any regime, leads to no list. Officials pass the
 * share `entryShare`; under the floor nobody is listed, but for trivial sums; who puts it right
 * within the grace is not entered. Where a list hears its subject, an error is caught with notice
 * served x heard well, and the record goes. What is left waits out the notice, then is an entry.
 */
export const decide: WorldAgentProcess = {
  name: 'decide',
  when: 'month',
  over: 'agents',
  draws: ['pass', 'hearing', 'passOther', 'hearingOther', 'trivial', 'grace', 'enforced'],
  run(slice) {
    const { count, columns, draws } = slice;
    const { foundForm, incomingForm } = columns;
    for (let i = 0; i < count; i += 1) {
      const form = foundForm[i] ?? NO_FORM;
      if (form !== NO_FORM) {
        const [pass, hearing] = [draws.pass[i] ?? 0, draws.hearing[i] ?? 0];
        const enforced = draws.enforced[i] ?? 1;
        receive(slice, i, { form, state: columns.foundState[i] ?? 0, pass, hearing, enforced });
        columns.foundForm[i] = NO_FORM;
        columns.foundState[i] = 0;
      }
      const other = incomingForm[i] ?? NO_FORM;
      if (other === NO_FORM) continue;
      const [pass, hearing] = [draws.passOther[i] ?? 0, draws.hearingOther[i] ?? 0];
      const state = columns.incomingState[i] ?? 0;
      // It is about somebody else's debt: there is nothing to enforce here.
      receive(slice, i, { form: other, state, pass, hearing, enforced: 1 });
      columns.incomingForm[i] = NO_FORM;
      columns.incomingState[i] = 0;
    }
  },
};

function receive(slice: WorldSlice, i: number, finding: Finding): void {
  const { columns, fields, parameters, month, sums } = slice;
  const conduct = Math.floor(finding.form / LEVELS);
  const amount = fields.amounts[finding.form % LEVELS] ?? 0;
  if (isOffence(fields.nature[conduct] ?? 0) && (finding.state & state.record.right) !== 0) {
    const fine = parameters.fines * (fields.fineOf[conduct] ?? 0) * amount;
    columns.fines[i] = (columns.fines[i] ?? 0) + fine;
    sums.fines += fine;
  }
  let isPaid = false;
  if (fields.owed[conduct] === 1 && finding.state === state.SOUND) {
    sums.debtDue += amount;
    isPaid = isOffence(fields.nature[conduct] ?? 0) && finding.enforced < parameters.enforced;
    if (isPaid) sums.debtRepaid += amount;
  }
  if (fields.recorded[conduct] !== 1 || !couldDo(slice, i, conduct)) return;
  const times = timesBefore(slice, i, conduct);
  const paid = isPaid ? state.record.repaired : 0;
  const slot = write(slice, i, { ...finding, state: finding.state | paid });
  // Who has paid is no defaulter.
  if (isPaid) return;
  const cell = finding.form * parameters.tableMonths + month;
  const lists = fields.proposes[cell * 3 + Math.min(2, times)] ?? 0;
  if (lists !== 0) propose(slice, i, { ...finding, slot, lists, amount });
}

/** Earlier records of the same conduct, sound or not: the office cannot tell. */
function timesBefore({ columns }: WorldSlice, i: number, conduct: number): number {
  let times = 0;
  for (let at = i * SLOTS; at < (i + 1) * SLOTS; at += 1) {
    const form = columns.slotForm[at] ?? NO_FORM;
    if (form !== NO_FORM && Math.floor(form / LEVELS) === conduct) times += 1;
  }
  return times;
}

function write(
  { columns, fields, parameters, month, sums }: WorldSlice,
  i: number,
  finding: Finding,
): number {
  const slot = slotFor(columns, i);
  if (clearSlot(columns, i, slot)) sums.errorsExpired += 1;
  const at = i * SLOTS + slot;
  const isShown = (fields.shown[finding.form * parameters.tableMonths + month] ?? 0) > 0;
  columns.slotForm[at] = finding.form;
  columns.slotMonth[at] = month;
  columns.slotState[at] = finding.state | (isShown ? state.record.shown : 0);
  columns.slots[i] = (columns.slots[i] ?? 0) + 1;
  if (state.isWrong(finding.state)) sums.errorsMade += 1;
  else if (isNoWrong(fields.nature[Math.floor(finding.form / LEVELS)] ?? 0)) {
    sums.recordsOfNoWrong += 1;
  }
  sums.staffHours += parameters.hoursRecord;
  return slot;
}

interface Proposal extends Finding {
  readonly slot: number;
  readonly lists: number;
  readonly amount: number;
}

function propose(slice: WorldSlice, i: number, proposal: Proposal): void {
  const { columns, fields, draws, parameters, sums } = slice;
  const { entryShare, floor, trivialSums, graceBeforeEntry, correction } = parameters;
  if (proposal.pass >= entryShare) return;
  if (proposal.amount < floor && (draws.trivial[i] ?? 0) >= trivialSums) return;
  const wrong = state.isWrong(proposal.state);
  if (wrong && isHeard(slice, proposal)) {
    clearSlot(columns, i, proposal.slot);
    columns.heardOut[i] = (columns.heardOut[i] ?? 0) + 1;
    sums.errorsFixed += 1;
    return;
  }
  if (graceBeforeEntry > 0 && !wrong) {
    const monthly = Math.min(1, 2 * correction * (columns.capability[i] ?? 0.5));
    if ((draws.grace[i] ?? 1) < 1 - (1 - monthly) ** graceBeforeEntry) {
      const at = i * SLOTS + proposal.slot;
      columns.slotState[at] = (columns.slotState[at] ?? 0) | state.record.repaired;
      const conduct = Math.floor(proposal.form / LEVELS);
      if (fields.owed[conduct] === 1) sums.debtRepaid += proposal.amount;
      return;
    }
  }
  for (let list = 0; list < LISTS; list += 1) {
    if ((proposal.lists & (1 << list)) !== 0) takeSeat(slice, i, list, proposal);
  }
}

/** Whether hearing the subject, where any of the lists does, catches the error. */
function isHeard({ fields, parameters }: WorldSlice, { lists, hearing }: Proposal): boolean {
  for (let list = 0; list < LISTS; list += 1) {
    const heard =
      (lists & (1 << list)) !== 0 && (fields.listFlags[list] ?? 0) & state.listFlag.heard;
    if (heard) return hearing < parameters.noticeServed * parameters.heardWell;
  }
  return false;
}

/** A first finding waits for its entry; a further one prolongs what is there. */
function takeSeat(slice: WorldSlice, i: number, list: number, proposal: Proposal): void {
  const { columns, fields, parameters, month } = slice;
  const place = i * LISTS + list;
  const term = fields.listTerm[list] ?? NEVER;
  const since = month + (fields.listNotice[list] ?? 0) + parameters.graceBeforeEntry;
  const until = term === NEVER ? NEVER : since + Math.max(1, term);
  const standing = columns.seatState[place] ?? 0;
  if (standing !== 0) columns.seatUntil[place] = Math.max(columns.seatUntil[place] ?? 0, until);
  // Entered for another's act so far: its own entry waits out the notice, and then stands in its place.
  if (standing !== 0 && standing !== (state.seat.active | state.seat.spill)) return;
  const isTrue = (proposal.state & state.record.true) !== 0;
  let bits: number = standing | state.seat.pending;
  if (state.isWrong(proposal.state)) bits |= state.seat.wrong;
  if (isTrue && (proposal.state & state.record.right) === 0) bits |= state.seat.dataError;
  columns.seatState[place] = bits;
  columns.seatSince[place] = since;
  if (standing === 0) columns.seatUntil[place] = until;
  columns.seatCause[place] = proposal.slot;
  columns.pending[i] = (columns.pending[i] ?? 0) | (1 << list);
}
