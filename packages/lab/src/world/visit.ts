import {
  LEVELS,
  MISFILED,
  MOST_CONDUCTS,
  NO_FORM,
  NONE,
  pressure,
  record,
  SOUND,
} from './record-state.ts';
import { visitChance } from './visit-chance.ts';
import { couldDo, isComplained, isOffence } from './weigh.ts';
import type { WorldAgentProcess, WorldSlice } from './world-kinds.ts';

/** A uniform draw less one half, times this, has a deviation of 1. */
const TO_DEVIATION = Math.sqrt(12);

/**
 * Who is visited and what is found. Visited: the drawn and the targeted (see the chance of a visit),
 * those complained of, and those complained of falsely. The inspector finds what is open with
 * sensitivity x e, and what is not there with the share of false positives x e, where
 * e = exp(spread x z) and z is the inspector's. What was found is filed about somebody else with
 * the matching error, at mean quality of data, and where two share a code.
 */
export const visit: WorldAgentProcess = {
  name: 'visit',
  when: 'month',
  over: 'agents',
  draws: ['selection', 'complaint', 'detection', 'inspector', 'falseForm', 'match'],
  run(slice) {
    const { count, columns, fields, draws, parameters } = slice;
    const { drawn, perWeight } = visitChance(parameters, fields);
    const trueComplaint = fields.pressure[pressure.trueComplaint] ?? 0;
    const falseComplaint = fields.pressure[pressure.falseComplaint] ?? 0;
    const [{ openForm, weight, foundForm }, { foundBy }] = [columns, fields];
    const { selection, complaint } = draws;
    for (let i = 0; i < count; i += 1) {
      const open = openForm[i] ?? NO_FORM;
      let complained = falseComplaint;
      if (open !== NO_FORM) {
        const light = foundBy[Math.floor(open / LEVELS)] ?? 0;
        if (isComplained(light)) complained += trueComplaint;
      }
      const chance = drawn + perWeight * (weight[i] ?? 1);
      if ((selection[i] ?? 1) < chance || (complaint[i] ?? 1) < complained) {
        inspect(slice, i, open);
      }
      if (foundForm[i] !== NO_FORM) sendOn(slice, i);
    }
  },
};

function inspect(slice: WorldSlice, i: number, open: number): void {
  const { columns, fields, draws, parameters, month, sums } = slice;
  const { sensitivity, falsePositive, inspectorSpread, hoursVisit } = parameters;
  const nature = fields.nature[Math.floor(open / LEVELS)] ?? 0;
  const isNeedless = open === NO_FORM || !isOffence(nature);
  columns.visits[i] = (columns.visits[i] ?? 0) + 1;
  sums.visits += 1;
  sums.staffHours += hoursVisit;
  if (isNeedless) {
    columns.needless[i] = (columns.needless[i] ?? 0) + 1;
    sums.needlessVisits += 1;
  }
  // A finding of this month already stands; what else is open stays so.
  if (columns.foundForm[i] !== NO_FORM) return;
  const z = ((draws.inspector[i] ?? 0.5) - 0.5) * TO_DEVIATION;
  const eagerness = Math.exp(inspectorSpread * z);
  const found = draws.detection[i] ?? 1;
  if (open !== NO_FORM) {
    if (found >= sensitivity * eagerness) return;
    columns.foundForm[i] = open;
    columns.foundState[i] = SOUND;
    columns.openForm[i] = NO_FORM;
    if (isNeedless) return;
    sums.found += 1;
    sums.foundLag += month - (columns.openSince[i] ?? month);
  } else if (found < falsePositive * eagerness) {
    columns.foundForm[i] = falseForm(slice, i);
    columns.foundState[i] = record.right;
  }
}

/**
 * What is falsely found: an offence that the subject could commit, each as likely, and for amounts as
 * true ones have; else no list that asks for a large sum could ever be wrong.
 */
function falseForm({ columns, fields, draws }: WorldSlice, i: number): number {
  const kind = columns.kind[i] ?? 0;
  const start = kind * MOST_CONDUCTS;
  const count = fields.conductCounts[kind] ?? 1;
  const drawn = (draws.falseForm[i] ?? 0) * count;
  let at = Math.floor(drawn);
  const ratio = drawn - at;
  for (let tried = 0; tried < count; tried += 1) {
    const conduct = fields.conductAt[start + at] ?? 0;
    if (isOffence(fields.nature[conduct] ?? 0) && couldDo({ columns, fields }, i, conduct)) {
      const from = fields.levelFrom[conduct] ?? 0;
      const levels = (fields.levelTo[conduct] ?? 0) - from + 1;
      return conduct * LEVELS + from + Math.floor(ratio ** 2 * levels);
    }
    at = (at + 1) % count;
  }
  return NO_FORM;
}

/** Under way to the file: who cannot may be taken for who will not, and one subject for another. */
function sendOn({ columns, fields, draws, parameters }: WorldSlice, i: number): void {
  const { falsePositive, matchingError, codeMistake, freezeDoubtful } = parameters;
  const form = columns.foundForm[i] ?? 0;
  const conduct = Math.floor(form / LEVELS);
  const taken = fields.mistakenFor[conduct] ?? NONE;
  // Not by the draw that found it: who is found at all would be taken for another more often.
  if (taken !== NONE && (draws.falseForm[i] ?? 1) < falsePositive) {
    columns.foundForm[i] = taken * LEVELS + (form % LEVELS);
    columns.foundState[i] = record.right;
  }
  const isDoubtful = columns.doubleCode.get(i) === 1;
  if (isDoubtful && freezeDoubtful === 1) {
    columns.foundForm[i] = NO_FORM;
    return;
  }
  const byQuality = 2 * matchingError * (1 - (columns.dataQuality[i] ?? 0.5));
  const chance = isDoubtful ? Math.max(codeMistake, byQuality) : byQuality;
  if ((draws.match[i] ?? 1) < chance) {
    columns.foundState[i] = (columns.foundState[i] ?? 0) | MISFILED;
  }
}
