import type { CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { caseStream } from '../case/desk/fold-cases.ts';
import { publicVisitsOf } from '../inspection/visit/list-results.ts';
import type { VisitResultLine } from '../inspection/visit/visit.ts';
import type { DrawsState } from '../inspection/plan/draw-state.ts';
import type { SubjectEntries } from '../port/bulk.ts';
import type { SubjectState } from '../state/subject-state.ts';
import { findPublicSubject, type PublicSubject } from '../view/subject-line.ts';
import { visitsId } from './more-sets.ts';
import { toMoreRow, whoIs, type MoreRow } from './more-row.ts';

/** What of the draws the rows of visits rest on. */
export type DrawsOfVisits = Pick<DrawsState, 'draws'>;

/**
 * Results of visits that stand in public, by the same decision as the public list. By which part of
 * a draw somebody was drawn is told nowhere: where classes weigh, it would tell a class.
 *
 * Legal sources: guards N8, N13.
 */
export function visitRows(
  { home, entries }: SubjectEntries,
  state: SubjectState,
  law: {
    readonly rulebook: Rulebook;
    readonly day: CivilDate;
    readonly drawn?: DrawsOfVisits | undefined;
  },
): readonly MoreRow[] {
  const { rulebook, day, drawn } = law;
  // Most have no case at all, and need not be folded a second time.
  const hasCases = entries.some(({ stream }) => stream.startsWith(caseStream('')));
  if (drawn === undefined || !hasCases) return [];
  const disclosed = new Set(
    [...drawn.draws].flatMap(([id, draw]) => (draw.disclosed === undefined ? [] : [id])),
  );
  const clock = { today: day, day };
  const lines = publicVisitsOf(home, entries, { rulebook, clock, disclosed });
  const who = lines.length === 0 ? undefined : findPublicSubject(state, { rulebook, clock });
  return who === undefined ? [] : lines.map((line) => toRow(who, line, drawn));
}

function toRow(who: PublicSubject, line: VisitResultLine, { draws }: DrawsOfVisits): MoreRow {
  const plan = line.draw === undefined ? undefined : draws.get(line.draw)?.plan;
  const row = toMoreRow(who.kind, {
    ...{ ...whoIs(who), record: line.id, plan: plan?.card, draw: line.draw },
    also_draws: line.joined,
    arm: plan === undefined ? 'hand_picked' : plan.classes.used ? 'weighted' : 'random',
    ...{ checklist: line.list, authority_code: line.agency, visited_on: line.visitedOn },
    result: line.result === 'clear' ? 'nothing_found' : 'faults_found',
    follow_up: line.result === 'clear' ? undefined : line.result,
    ends: line.shownUntil,
  });
  return { dataset: visitsId, record: line.id, row, ends: line.shownUntil };
}
