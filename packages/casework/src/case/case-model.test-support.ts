import { civilDate, type CivilDate } from '@credence/domain';

import type { CaseAction } from '../entry/case-payload.ts';

/**
 * What somebody who read the law, and not the engine, writes down about the listing `L` of a firm:
 * days and names only. It asks neither tables nor conditions, and counts working days from a list.
 */
export interface Ledger {
  noticeOn?: CivilDate;
  reachedOn?: CivilDate;
  failedOn: CivilDate[];
  waived: boolean;
  points: number;
  hearingAskedOn?: CivilDate;
  hearingHeld: boolean;
  drafted?: { by: string; on: CivilDate };
  reviewed?: { by: string };
  approved?: { by: string; on: CivilDate };
  servedOn?: CivilDate;
  removedOn?: CivilDate;
  /** Day on which the document that it rests on was annulled. */
  sourceEndedOn?: CivilDate;
  stayed: boolean;
  conflicts: string[];
  /** Appeals, repairs and objections against it, and what came of them. */
  against: Map<string, { stayed: boolean; open: boolean; endsOn?: CivilDate; voided: boolean }>;
}

export function emptyLedger(): Ledger {
  return {
    failedOn: [],
    waived: false,
    points: 0,
    hearingHeld: false,
    stayed: false,
    conflicts: [],
    against: new Map(),
  };
}

/** Writes down an act of the listing that the engine let pass. */
export function writeDown(ledger: Ledger, action: CaseAction): void {
  const by = action.by.kind === 'official' ? action.by.official : action.by.name;
  switch (action.kind) {
    case 'noticed':
      Object.assign(ledger, emptyHearing(), { noticeOn: action.on });
      delete ledger.reachedOn;
      delete ledger.hearingAskedOn;
      return;
    case 'served':
      if (action.paper === 'notice') ledger.reachedOn ??= action.servedOn;
      else ledger.servedOn ??= action.servedOn;
      return;
    case 'service-failed':
      if (action.paper === 'notice' && !ledger.failedOn.includes(action.triedOn)) {
        ledger.failedOn.push(action.triedOn);
        if (ledger.failedOn.length > 1) ledger.reachedOn ??= action.on;
      }
      return;
    case 'waived':
      ledger.waived = true;
      return;
    case 'stated':
      ledger.points += action.points.length;
      return;
    case 'hearing-asked':
      ledger.hearingAskedOn = action.on;
      return;
    case 'hearing-held':
      ledger.hearingHeld = true;
      return;
    case 'drafted':
      ledger.drafted = { by, on: action.on };
      return;
    case 'reviewed':
      ledger.reviewed = { by };
      return;
    case 'returned':
      delete ledger.drafted;
      delete ledger.reviewed;
      return;
    case 'approved':
      ledger.approved = { by, on: action.on };
      return;
    case 'removed':
    case 'dropped':
      ledger.removedOn = action.on;
      return;
    case 'stayed':
      ledger.stayed = true;
      return;
    case 'stay-lifted':
      ledger.stayed = false;
      return;
    case 'conflict-declared':
      ledger.conflicts.push(action.official);
      return;
    default:
  }
}

function emptyHearing(): Pick<Ledger, 'failedOn' | 'waived' | 'points' | 'hearingHeld'> {
  return { failedOn: [], waived: false, points: 0, hearingHeld: false };
}

/** Writes down an act of a case that is directed at the listing. */
export function writeDownAgainst(ledger: Ledger, action: CaseAction): void {
  const known = ledger.against.get(action.caseId) ?? { stayed: false, open: true, voided: false };
  const next = { ...known };
  if (action.kind === 'stayed' || action.kind === 'shielded') next.stayed = true;
  if (action.kind === 'stay-lifted' || action.kind === 'shield-lifted') next.stayed = false;
  const removes =
    (action.kind === 'allowed' || action.kind === 'answered') && action.effect === 'remove';
  if (removes || action.kind === 'granted') next.endsOn = action.on;
  if (
    ['allowed', 'dismissed', 'answered', 'granted', 'refused', 'withdrawn'].includes(action.kind)
  ) {
    next.open = false;
  }
  // Only a repair that was granted is given notice, decided again and served.
  if (action.kind === 'served' && action.paper === 'decision') next.voided = true;
  ledger.against.set(action.caseId, next);
}

/**
 * Whether the listing binds the firm on a day: between service and three years, unless ended. It ends
 * with the document it rests on, even one that was annulled between its approval and its service.
 */
export function bindsOn(ledger: Ledger, day: CivilDate): boolean {
  const { approved, servedOn, removedOn, sourceEndedOn } = ledger;
  if (approved === undefined || servedOn === undefined) return false;
  const from = servedOn > approved.on ? servedOn : approved.on;
  const [year, rest] = [from.slice(0, 4), from.slice(4)];
  const until = civilDate(`${Number(year) + 3}${rest === '-02-29' ? '-02-28' : rest}`);
  if (day < from || day >= until) return false;
  if (removedOn !== undefined && day >= removedOn) return false;
  if (sourceEndedOn !== undefined && day >= sourceEndedOn) return false;
  if (ledger.stayed) return false;
  return [...ledger.against.values()].every(
    ({ stayed, open, endsOn, voided }) =>
      !(stayed && open) && (endsOn === undefined || day < endsOn || voided),
  );
}

/** Days off and weekend days worked in 2024, as the notice of the State Council names them. */
const off = [
  ...['02-10', '02-11', '02-12', '02-13', '02-14', '02-15', '02-16', '02-17', '04-04', '04-05'],
  ...['05-01', '05-02', '05-03', '06-10', '09-16', '09-17', '10-01', '10-02', '10-03', '10-04'],
  ...['10-07'],
].map((day) => `2024-${day}`);
const worked = ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'].map(
  (day) => `2024-${day}`,
);

/** The last of so many working days; outside 2024 every weekday counts, which is never later. */
export function workingDaysLater(from: CivilDate, count: number): CivilDate {
  let left = count;
  const at = new Date(`${from}T00:00:00Z`);
  while (left > 0) {
    at.setUTCDate(at.getUTCDate() + 1);
    const day = at.toISOString().slice(0, 10);
    const isWeekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
    if (worked.includes(day) || (!isWeekend && !off.includes(day))) left -= 1;
  }
  return civilDate(at.toISOString().slice(0, 10));
}
