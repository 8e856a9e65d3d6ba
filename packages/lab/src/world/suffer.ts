import { NEVER } from '../regime/regime.ts';
import { clearSlot, endSeat } from './keep-file.ts';
import {
  effect,
  gradePlace,
  GRADES,
  listFlag,
  LISTS,
  NO_FORM,
  NONE,
  record,
  SLOTS,
} from './record-state.ts';
import type { WorldAgentProcess, WorldSlice } from './world-kinds.ts';

/**
 * What a month under the regime takes and gives. The measures of all lists a subject stands on and of
 * its grade are one set (nobody is refused the same thing twice); the table of losses gives what the
 * set takes of the month's means, whether it touches essentials, and how often the subject runs
 * into it. Loss for wrong entries is what is lost with them less what would be lost without; loss for
 * others' acts likewise. Then what has run its term ends, or is renewed.
 */
export const suffer: WorldAgentProcess = {
  name: 'suffer',
  when: 'month',
  over: 'agents',
  draws: ['attempt'],
  run(slice) {
    const { count, columns, parameters, month, fields } = slice;
    const [lists, { grade, slots }] = [columns.listed, columns];
    const moves = gradesThatMove(fields);
    for (let i = 0; i < count; i += 1) {
      const listed = lists[i] ?? 0;
      if (listed !== 0 || moves[grade[i] ?? NONE] === 1) bear(slice, i, listed);
      if (listed !== 0) endTerms(slice, i, listed);
      if (slots[i] === 0) continue;
      for (let slot = 0; slot < SLOTS; slot += 1) {
        const at = i * SLOTS + slot;
        if (columns.slotForm[at] === NO_FORM) continue;
        if (month - (columns.slotMonth[at] ?? 0) < parameters.recordLife) continue;
        if (clearSlot(columns, i, slot)) slice.sums.errorsExpired += 1;
      }
    }
  },
};

/** By grade: whether it takes or gives anything by itself. Most subjects have one that does neither. */
function gradesThatMove({ effects, rewardOf }: WorldSlice['fields']): Uint8Array {
  const moves = new Uint8Array(NONE + 1);
  for (let grade = 0; grade < GRADES - 1; grade += 1) {
    if ((effects[grade] ?? 0) !== 0 || (rewardOf[grade] ?? 0) !== 0) moves[grade] = 1;
  }
  return moves;
}

function bear(slice: WorldSlice, i: number, listed: number): void {
  const { columns, fields, draws, parameters, sums } = slice;
  const wrong = columns.listedWrong[i] ?? 0;
  const spill = columns.listedSpill[i] ?? 0;
  const grade = gradePlace(columns.grade[i] ?? NONE);
  const due = gradePlace(columns.gradeDue[i] ?? NONE);
  const set = listed * GRADES + grade;
  const rightly = (listed & ~wrong) * GRADES + due;
  const own = (listed & ~wrong & ~spill) * GRADES + due;
  const means = columns.means[i] ?? 0;
  // Nobody takes a reward that they do not know of.
  const knows = (columns.awareness[i] ?? 1) < parameters.publicKnowledge;
  if (knows && columns.member.get(i) === 1) {
    const gain = (fields.rewardOf[grade] ?? 0) * parameters.providers * parameters.rewardWorth;
    columns.gains[i] = (columns.gains[i] ?? 0) + gain;
    sums.gains += gain;
  }
  const effects = fields.effects[set] ?? 0;
  if ((effects & effect.adverse) === 0) return;
  columns.excluded[i] = (columns.excluded[i] ?? 0) + 1;
  sums.excludedMonths += 1;
  if (((fields.effects[rightly] ?? 0) & effect.adverse) === 0) {
    columns.excludedWrong[i] = (columns.excludedWrong[i] ?? 0) + 1;
    sums.excludedWrongMonths += 1;
  }
  if ((effects & effect.essential) !== 0) {
    columns.essentialMonths[i] = (columns.essentialMonths[i] ?? 0) + 1;
    sums.essentialMonths += 1;
  }
  const [all, right, mine] = [set, rightly, own].map((at) => (fields.lossOf[at] ?? 0) * means);
  const loss = all ?? 0;
  const lossWrong = Math.max(0, loss - (right ?? 0));
  const lossSpill = Math.max(0, (right ?? 0) - (mine ?? 0));
  columns.loss[i] = (columns.loss[i] ?? 0) + loss;
  columns.lossWrong[i] = (columns.lossWrong[i] ?? 0) + lossWrong;
  columns.lossSpill[i] = (columns.lossSpill[i] ?? 0) + lossSpill;
  sums.loss += loss;
  sums.lossWrong += lossWrong;
  sums.lossSpill += lossSpill;
  const attempts = Math.floor((fields.attemptsOf[set] ?? 0) + (draws.attempt[i] ?? 0));
  sums.blockedAttempts += attempts;
  if (attempts > 0) sums.blockedSubjects += 1;
}

function endTerms(slice: WorldSlice, i: number, listed: number): void {
  const { columns, fields, month, sums } = slice;
  for (let list = 0; list < LISTS; list += 1) {
    if ((listed & (1 << list)) === 0) continue;
    const place = i * LISTS + list;
    const until = columns.seatUntil[place] ?? NEVER;
    if (until === NEVER || until > month + 1) continue;
    if (isRenewed(slice, i, list)) {
      columns.seatUntil[place] = until + Math.max(1, fields.listTerm[list] ?? 1);
    } else if (endSeat(columns, i, list)) sums.ended += 1;
  }
}

/** Where a list renews while circumstances persist: they do until what it rests on has been put right. */
function isRenewed({ columns, fields }: WorldSlice, i: number, list: number): boolean {
  if (((fields.listFlags[list] ?? 0) & listFlag.renews) === 0) return false;
  const slot = columns.seatCause[i * LISTS + list] ?? NONE;
  if (slot === NONE) return false;
  return ((columns.slotState[i * SLOTS + slot] ?? 0) & record.repaired) === 0;
}
