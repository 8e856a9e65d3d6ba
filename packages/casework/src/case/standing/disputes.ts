import { isBefore, type CivilDate } from '@credence/domain';

import type { CaseFile, CaseWorld, Docket } from '../case.ts';
import { docketOn } from '../fold-case.ts';
import { targetId } from '../target-id.ts';

const undecided = new Set(['open', 'checked']);

/** What an undecided objection or appeal marks: a record, a listing or an evaluation, by its id. */
export function disputedBy(file: CaseFile, docket: Docket): string | undefined {
  if (!undecided.has(file.state)) return undefined;
  const { matter } = file.opened;
  if (matter.case === 'objection') {
    return targetId(matter.target);
  }
  if (matter.case !== 'appeal') return undefined;
  const against = docket.get(matter.of);
  const of = against?.opened.matter;
  if (against === undefined || of === undefined || !('target' in of)) return against?.caseId;
  return targetId(of.target);
}

/**
 * Since when each record and listing of a docket is disputed. The mark stands from the first day of
 * an objection to its answer and waits for nobody.
 *
 * Legal source: guard G30.
 */
export function disputesIn(docket: Docket): ReadonlyMap<string, CivilDate> {
  const since = new Map<string, CivilDate>();
  for (const file of docket.values()) {
    const of = disputedBy(file, docket);
    if (of === undefined) continue;
    const known = since.get(of);
    const { on } = file.opened;
    if (known === undefined || isBefore(on, known)) since.set(of, on);
  }
  return since;
}

/** The records and listings of a docket that bear the mark of a dispute on a day. */
export function disputedOn(
  { docket }: Pick<CaseWorld, 'docket'>,
  today: CivilDate,
): ReadonlySet<string> {
  return new Set(disputesIn(docketOn(docket, today)).keys());
}
