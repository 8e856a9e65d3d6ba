import { countedMatches, type NameHit, type NameHits, type NameQuery } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';

import type { Session } from '../connection/connection.ts';
import { findByStep, readsPairs, stepsOf, type Step, type WayRow } from './search-way.ts';

/** Whether there are more than can be counted takes one more. */
const wanted = countedMatches + 1;

/**
 * Visible subjects by name, each once, under the way that it satisfies first. The ways are asked one
 * after another until enough is found: whoever is found by a better way needs no worse one, and what
 * lies beyond the counted matches is never looked at.
 */
export async function searchNames(
  session: Session,
  query: NameQuery,
  page: { readonly today: CivilDate; readonly limit: number; readonly offset: number },
): Promise<NameHits> {
  const today = dayNumber(page.today);
  const found = new Map<string, NameHit>();
  let bitmaps = true;
  const allowBitmaps = async (allowed: boolean): Promise<void> => {
    if (allowed === bitmaps) return;
    bitmaps = allowed;
    await session.exec(`set local enable_bitmapscan = ${allowed ? 'on' : 'off'}`);
  };
  for (const step of stepsOf(query.ways)) {
    if (found.size >= wanted) break;
    // Keys are read in the order of their index, to the limit; a bitmap would hold all there are.
    await allowBitmaps(readsPairs(step));
    // Rows of one step may be names of subjects already found, or several names of one: so many
    // more are asked for, and twice as many again should that not be enough.
    for (let limit = wanted + found.size; ; limit *= 2) {
      const rows = await findByStep(session, step, { today, limit });
      addHits(found, rows, step);
      if (rows.length < limit || found.size >= wanted) break;
    }
  }
  await allowBitmaps(true);
  const counted = [...found.values()].slice(0, countedMatches);
  return {
    hits: counted.slice(page.offset, page.offset + page.limit),
    total: counted.length,
    more: found.size > countedMatches,
  };
}

function addHits(found: Map<string, NameHit>, rows: readonly WayRow[], step: Step): void {
  for (const { home, name, way } of rows) {
    const match = step[way]?.match;
    if (match !== undefined && !found.has(home)) found.set(home, { home, name, match });
  }
}
