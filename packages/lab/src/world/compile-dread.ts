import type { Regime } from '../regime/regime.ts';
import type { Grader } from '../regime/slot-columns.ts';
import type { MeasureTables } from './compile-measures.ts';
import type { Conduct } from './read-conducts.ts';
import {
  gradePlace,
  GRADES,
  LEVELS,
  MOST_CONDUCTS,
  NO_FORM,
  NONE,
  SLOTS,
  SOUND,
} from './record-state.ts';

/** Months for which someone expects an entry without end to last. */
const LONGEST_FEARED = 60;

/**
 * What a subject with a clean file expects one record of each form to take, in months of its means:
 * the lists it leads to, for their terms, and its share of the way to a worse grade, for as long as a
 * grade is expected to hold. Where it takes n such records to fall, each is one n-th of the fall.
 * This is what deters, and what frightens people off lawful acts.
 */
export function compileDread(
  regime: Regime,
  conducts: readonly Conduct[],
  given: {
    readonly measures: MeasureTables;
    readonly grader: Grader | undefined;
    readonly gradeHolds: number;
  },
): Float64Array {
  const { table, lists } = regime;
  const { lossOf } = given.measures;
  const dread = new Float64Array(MOST_CONDUCTS * LEVELS);
  const falls = fallOf(conducts, given.grader, lossOf);
  for (let form = 0; form < conducts.length * LEVELS; form += 1) {
    if (table.recorded[Math.floor(form / LEVELS)] !== 1) continue;
    const set = table.proposes[form * table.months * 3] ?? 0;
    let months = 0;
    lists.forEach(({ termMonths }, list) => {
      if ((set & (1 << list)) !== 0) {
        months = Math.max(months, Math.min(LONGEST_FEARED, termMonths));
      }
    });
    const byLists = months * (lossOf[set * GRADES + GRADES - 1] ?? 0);
    dread[form] = byLists + given.gradeHolds * (falls[form] ?? 0);
  }
  return dread;
}

/**
 * Grades made-up subjects, one for each form, with none of it, one, and so on to a full file; gives
 * the largest share of a monthly loss that one record of the form stands for.
 */
function fallOf(
  conducts: readonly Conduct[],
  grader: Grader | undefined,
  lossOf: Float64Array,
): Float64Array {
  const count = conducts.length * LEVELS;
  const falls = new Float64Array(count);
  if (grader === undefined) return falls;
  const kind = Uint8Array.from({ length: count }, (_, form) =>
    conducts[Math.floor(form / LEVELS)]?.subjects === 'natural_person' ? 1 : 0,
  );
  const slotForm = new Uint16Array(count * SLOTS).fill(NO_FORM);
  const slotMonth = new Uint16Array(count * SLOTS);
  const slotState = new Uint8Array(count * SLOTS);
  const columns = { count, kind, slotForm, slotMonth, slotState, listed: new Uint8Array(count) };
  const clean = new Uint8Array(count).fill(NONE);
  const graded = new Uint8Array(count);
  grader(0, columns, clean);
  for (let records = 1; records <= SLOTS; records += 1) {
    for (let form = 0; form < count; form += 1) {
      slotForm[form * SLOTS + records - 1] = form;
      slotState[form * SLOTS + records - 1] = SOUND;
    }
    grader(0, columns, graded.fill(NONE));
    for (let form = 0; form < count; form += 1) {
      const before = lossOf[gradePlace(clean[form] ?? NONE)] ?? 0;
      const after = lossOf[gradePlace(graded[form] ?? NONE)] ?? 0;
      falls[form] = Math.max(falls[form] ?? 0, (after - before) / records);
    }
  }
  return falls;
}
