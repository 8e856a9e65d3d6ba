import { LEVELS, natures, NO_FORM, pressure, SOUND } from './record-state.ts';
import type { VisitChance } from './visit-chance.ts';
import { isByRegister, isComplained, isOffence } from './weigh.ts';
import type { WorldSlice } from './world-kinds.ts';

/** What came to a subject this month. */
export interface Occasion {
  readonly conduct: number;
  readonly form: number;
  readonly amount: number;
}

/**
 * What a subject does about an occasion.
 *
 * offence    done when its gain reaches what the subject expects to lose by it:
 *            gain x cost x (1/2 + u) x amount  >=  p x (fine + loss under the regime)
 * lawful     the same with the worth of the act in its own eyes; else dropped for fear
 * inability  happens to it, whatever follows
 * merit      done by most for itself, by some of the others only for a reward they know of
 */
export function chooseAct(
  slice: WorldSlice,
  i: number,
  occasion: Occasion,
  visit: VisitChance,
): void {
  const { columns, fields, draws, parameters, sums } = slice;
  const { conduct, amount } = occasion;
  const motive = draws.motive[i] ?? 0;
  switch (natures[fields.nature[conduct] ?? 0]) {
    case 'offence': {
      const cost = fields.weighed[conduct] === 0 ? 1 : (columns.cost[i] ?? 1);
      const gain = (fields.gain[conduct] ?? 0) * cost * (0.5 + motive) * amount;
      if (gain < expectedLoss(slice, i, occasion, visit)) return;
      const harm = (fields.harmOf[conduct] ?? 0) * amount;
      columns.offences[i] = (columns.offences[i] ?? 0) + 1;
      columns.harm[i] = (columns.harm[i] ?? 0) + harm;
      columns.gravest[i] = Math.max(columns.gravest[i] ?? 0, harm);
      sums.violations += 1;
      sums.harm += harm;
      comeAbout(slice, i, occasion);
      return;
    }
    case 'lawful': {
      const worth = (fields.gain[conduct] ?? 0) * parameters.lawfulWorth * (columns.means[i] ?? 0);
      if (2 * motive * worth < expectedLoss(slice, i, occasion, visit)) {
        columns.dropped[i] = (columns.dropped[i] ?? 0) + 1;
        sums.dropped += 1;
        return;
      }
      sums.lawfulActs += 1;
      comeAbout(slice, i, occasion);
      return;
    }
    case 'inability':
      comeAbout(slice, i, occasion);
      return;
    default: {
      const { merited, providers } = parameters;
      const isRewarded = isAware(slice, i) && columns.member.get(i) === 1;
      const best = isRewarded && fields.recorded[conduct] === 1 ? (fields.rewardOf[0] ?? 0) : 0;
      if (motive < merited + (1 - merited) * providers * best) comeAbout(slice, i, occasion);
    }
  }
}

/**
 * What a register holds is found at once; all else stays open until a visit or a complaint. One act of
 * a subject stays open: an offence rather than what is none, then the graver, then the later.
 */
function comeAbout(slice: WorldSlice, i: number, { conduct, form }: Occasion): void {
  const { columns, fields, month, sums } = slice;
  if (isByRegister(fields.foundBy[conduct] ?? 0)) {
    columns.foundForm[i] = form;
    columns.foundState[i] = SOUND;
    if (isOffence(fields.nature[conduct] ?? 0)) sums.found += 1;
    return;
  }
  const open = columns.openForm[i] ?? NO_FORM;
  if (open !== NO_FORM && rank(slice, open) > rank(slice, form)) return;
  columns.openForm[i] = form;
  columns.openSince[i] = month;
}

function rank({ fields }: WorldSlice, form: number): number {
  const nature = fields.nature[Math.floor(form / LEVELS)] ?? 0;
  return (isOffence(nature) ? LEVELS : 0) + (form % LEVELS);
}

function isAware({ columns, parameters }: WorldSlice, i: number): boolean {
  return (columns.awareness[i] ?? 1) < parameters.publicKnowledge;
}

/**
 * p x (fine + loss): the fine of the ordinary law, which all know, and for those who know the regime
 * what it would take for one such record in so many months of their means, as often as officials
 * enter what they could.
 */
function expectedLoss(
  slice: WorldSlice,
  i: number,
  { conduct, form, amount }: Occasion,
  visit: VisitChance,
): number {
  const { columns, fields, parameters } = slice;
  const { entryShare, floor, trivialSums, fines } = parameters;
  const fine = fines * (fields.fineOf[conduct] ?? 0) * amount;
  let loss = 0;
  if (isAware(slice, i)) {
    const listed = amount < floor ? trivialSums : 1;
    loss = entryShare * listed * (fields.dread[form] ?? 0) * (columns.means[i] ?? 0);
  }
  return foundOut(slice, i, conduct, visit) * (fine + loss);
}

/** The chance of being found out before nobody may look any more. */
function foundOut(slice: WorldSlice, i: number, conduct: number, visit: VisitChance): number {
  const { columns, fields, parameters } = slice;
  const light = fields.foundBy[conduct] ?? 0;
  if (isByRegister(light)) return 1;
  const visited = visit.drawn + visit.perWeight * (columns.weight[i] ?? 1);
  const complained = isComplained(light) ? (fields.pressure[pressure.trueComplaint] ?? 0) : 0;
  const monthly = Math.min(1, visited + complained) * parameters.sensitivity;
  return 1 - (1 - monthly) ** parameters.limitation;
}
