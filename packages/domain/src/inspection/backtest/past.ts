import { dayNumber, type CivilDate } from '../../time/civil-date.ts';
import type { Visit, VisitResult } from './visit.ts';

/** A visit with its result, by day number. */
export interface PastVisit extends VisitResult {
  readonly day: number;
}

/** What was known about a visit's surroundings on the eve of its day. */
export interface Eve {
  readonly visit: Visit;
  readonly day: number;
  /** Earlier visits of the same place with a known result, oldest first. */
  readonly past: readonly PastVisit[];
  /** Earlier visits of other places of the district in the last year, and how many found. */
  readonly district?: { readonly visits: number; readonly found: number };
}

/** The district's past counts for a year, so that all seasons are in it once. */
const DISTRICT_DAYS = 365;

/**
 * Goes through visits day by day and tells of each what was known on its eve. The results of a
 * day are added only when the whole day has been told, so no visit sees itself or its own day.
 * Answers in the order of the visits given.
 */
export function evesOf(visits: readonly Visit[]): readonly Eve[] {
  const byDay = new Map<number, Visit[]>();
  for (const visit of visits) append(byDay, dayNumber(visit.day), visit);
  const places = new Map<string, PastVisit[]>();
  const districts = new Map<string, DistrictVisit[]>();
  const eves = new Map<Visit, Eve>();
  for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
    // Two visits of one place on one day count in the order of their names, not of the file.
    const ofDay = (byDay.get(day) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const visit of ofDay) {
      const past = [...(places.get(visit.establishment) ?? [])];
      const district = districtOf(districts, visit, day);
      eves.set(visit, { visit, day, past, ...(district && { district }) });
    }
    for (const { establishment, district, result } of ofDay) {
      if (result === undefined) continue;
      append(places, establishment, { ...result, day });
      if (district === undefined) continue;
      append(districts, district, { establishment, day, found: result.found });
    }
  }
  return visits.flatMap((visit) => eves.get(visit) ?? []);
}

/** Whether a finding was put right before a day, as could be known on its eve. */
export function isOpenBefore(correctedOn: CivilDate | undefined, day: number): boolean {
  return correctedOn === undefined || dayNumber(correctedOn) >= day;
}

interface DistrictVisit {
  readonly establishment: string;
  readonly day: number;
  readonly found: boolean;
}

function districtOf(
  districts: ReadonlyMap<string, readonly DistrictVisit[]>,
  visit: Visit,
  day: number,
): { visits: number; found: number } | undefined {
  if (visit.district === undefined) return undefined;
  const counted = { visits: 0, found: 0 };
  const known = districts.get(visit.district) ?? [];
  for (let i = known.length - 1; i >= 0; i -= 1) {
    const each = known[i];
    if (each === undefined || each.day < day - DISTRICT_DAYS) break;
    if (each.establishment === visit.establishment) continue;
    counted.visits += 1;
    counted.found += each.found ? 1 : 0;
  }
  return counted;
}

function append<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
