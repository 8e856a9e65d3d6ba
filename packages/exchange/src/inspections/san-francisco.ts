import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parseCivilDate, type CivilDate, type Visit } from '@credence/domain';

import type { VisitFault } from './visit-file.ts';
import { openVisitTable, type VisitForm, type VisitRow } from './visit-table.ts';

/** Points at or below which a visit counts as having found something. */
const POINTS_FOUND_MAX = 80;

/** Restaurant inspections of San Francisco; findings stand in `violations.csv` beside the file. */
export const sanFranciscoForm: VisitForm = {
  needed: ['row_id', 'business_id', 'inspection_date', 'type', 'score'],
  optional: [],
  ignored: [],
};

const violationsForm: VisitForm = {
  needed: ['business_id', 'date', 'violation', 'corrected_on'],
  optional: [],
  ignored: [],
};

type FoundFinding = { readonly kind: string; readonly correctedOn?: CivilDate };

/** Findings by business and day, from the file beside; a row that repeats another counts once. */
export function readFindingsBeside(path: string): {
  readonly findings: ReadonlyMap<string, readonly FoundFinding[]>;
  readonly faults: readonly VisitFault[];
} {
  const beside = join(dirname(path), 'violations.csv');
  const findings = new Map<string, FoundFinding[]>();
  if (!existsSync(beside)) return { findings, faults: [] };
  const table = openVisitTable(beside, violationsForm);
  const seen = new Set<string>();
  for (const row of table.rows) {
    const key = visitKey(row.needed('business_id'), row.day('date'));
    const kind = row.needed('violation');
    const whole = `${key} ${kind} ${row.text('corrected_on')}`;
    if (seen.has(whole)) continue;
    seen.add(whole);
    const written = row.text('corrected_on');
    const correctedOn = parseCivilDate(written);
    if (written !== '' && correctedOn === undefined)
      row.refuse('corrected_on', 'YYYY-MM-DD or empty');
    const list = findings.get(key) ?? [];
    findings.set(key, list);
    list.push({ kind, ...(correctedOn !== undefined && { correctedOn }) });
  }
  return { findings, faults: table.faults };
}

/** One row; the outcome is 80 points or less. */
export function readSanFrancisco(
  row: VisitRow,
  findings: ReadonlyMap<string, readonly FoundFinding[]>,
): Visit {
  const establishment = row.needed('business_id');
  const day = row.day('inspection_date');
  const mark = row.count('score');
  return {
    ...{ id: row.needed('row_id'), establishment, day },
    place: { kind: row.needed('type') },
    result: {
      ...{ found: mark <= POINTS_FOUND_MAX, mark },
      findings: findings.get(visitKey(establishment, day)) ?? [],
    },
  };
}

function visitKey(establishment: string, day: CivilDate): string {
  return `${establishment} ${day}`;
}
