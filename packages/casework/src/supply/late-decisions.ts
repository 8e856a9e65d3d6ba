import { isBefore, type CivilDate } from '@credence/domain';

import type { StagedRow, Staging } from '../port/intake.ts';
import type { LateDecisions } from './supply.ts';

/** Late decisions that are listed; the rest is a number. */
const maxListedLate = 10;

/**
 * A staging that takes note of the decisions that are late while they pass. What a row says about
 * its day due was computed when it was staged.
 */
export function watchLateness(
  staging: Staging,
  today: CivilDate,
): { readonly staging: Staging; readonly late: () => LateDecisions } {
  let total = 0;
  let dated = 0;
  const first: LateDecisions['first'][number][] = [];
  const see = ({ lines, entry }: StagedRow): void => {
    const dueOn = lines?.[0]?.supplyDueOn;
    const decidedOn = lines?.[0]?.decidedOn;
    if (dueOn === undefined || decidedOn === undefined) return;
    dated += 1;
    if (!isBefore(dueOn, today)) return;
    total += 1;
    if (first.length < maxListedLate) {
      first.push({ document: documentOf(entry.payload), decidedOn, dueOn });
    }
  };
  return {
    staging: {
      ...staging,
      stage: (id, rows) => {
        for (const row of rows) see(row);
        return staging.stage(id, rows);
      },
    },
    late: () => ({ total, dated, first }),
  };
}

function documentOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !('document' in payload)) return '—';
  const { document } = payload;
  const numbered = typeof document === 'object' && document !== null && 'number' in document;
  return numbered && typeof document.number === 'string' ? document.number : '—';
}
