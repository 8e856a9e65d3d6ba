import type { CivilDate, Localised } from '@credence/domain';

import type { CaseWorld } from '../../case/case.ts';
import { caseRecords, foldCases } from '../../case/desk/fold-cases.ts';
import { docketOn, matterOf } from '../../case/fold-case.ts';
import type { Entry, Journal } from '../../port/journal.ts';
import { foldSubject } from '../../state/subject-state.ts';
import type { Answering } from '../../view/answer-clock.ts';
import { readDraws } from '../plan/draw-state.ts';
import { publicResultsOf } from './result-of.ts';
import { toldDraws } from './told-draws.ts';
import type { VisitResult } from './visit.ts';

/** What one checklist of a visit came to, on the page of whoever was visited. */
export interface PublicVisit {
  /** Id of the checklist's card. */
  readonly list: string;
  readonly checklist: Localised;
  readonly agency: string;
  /** Id of the draw; absent for a visit that was picked by hand. */
  readonly draw?: string;
  /** Later draws that the same visit answers for, once their names are disclosed; absent: none. */
  readonly joined?: readonly string[];
  readonly visitedOn: CivilDate;
  readonly result: VisitResult;
  /** First day on which it is no longer shown. */
  readonly shownUntil: CivilDate;
}

/**
 * Results of the visits of one subject that stand in public on the day and still today, the latest
 * first; of a draw, once its names are disclosed.
 *
 * Legal source: guard N8 (ended is gone on every day).
 */
export async function viewVisits(
  { journal }: { readonly journal: Journal },
  { home, entries }: { readonly home: string; readonly entries: readonly Entry[] },
  { rulebook, clock }: Pick<Answering, 'rulebook' | 'clock'>,
): Promise<readonly PublicVisit[]> {
  const files = [...foldCases(entries)].map(([id, { file }]) => [id, file] as const);
  if (!files.some(([, file]) => matterOf(file, 'inspection') !== undefined)) return [];
  const { today, day } = clock;
  const whole = new Map(files);
  const records = caseRecords(foldSubject(home, entries));
  const worldOn = (on: CivilDate): CaseWorld => ({
    ...{ rulebook, records, docket: docketOn(whole, on) },
  });
  const [now, then] = [worldOn(today), worldOn(day)];
  const { draws } = await readDraws({ journal });
  const isKnown = (draw: string): boolean => {
    const on = draws.get(draw)?.disclosed?.on;
    return on !== undefined && on <= day;
  };
  const found = [...now.docket.values()].flatMap((file): readonly PublicVisit[] => {
    const told = toldDraws(file, isKnown);
    const before = then.docket.get(file.caseId);
    if (before === undefined || told === undefined) return [];
    const shown = new Set(publicResultsOf(before, then, day).map(({ checklist }) => checklist));
    return publicResultsOf(file, now, today)
      .filter(({ checklist }) => shown.has(checklist))
      .map(({ checklist, title, ...rest }) => ({
        ...{ list: checklist, checklist: title, agency: file.opened.desks.own },
        ...told,
        ...rest,
      }));
  });
  return found.sort((one, other) => (one.visitedOn < other.visitedOn ? 1 : -1));
}
