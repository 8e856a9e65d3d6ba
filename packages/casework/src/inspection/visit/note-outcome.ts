import type { CaseFile } from '../../case/case.ts';
import { matterOf } from '../../case/fold-case.ts';
import { drawsOf } from '../../case/law/inspection-law.ts';
import type { CaseAction } from '../../entry/case-payload.ts';
import type { NewEntry } from '../../port/journal.ts';
import type { DrawParts } from '../plan/draw-state.ts';
import { visitOutcomeEntry } from '../plan/visit-outcomes.ts';

/**
 * What a first visit found, for the yield of each draw that it answers for: every draw has chances of
 * its own, by which it is weighed. Nothing for any other step.
 */
export async function noteOutcome(
  parts: Pick<DrawParts, 'journal' | 'uuid' | 'salt'>,
  {
    home,
    action,
    file,
  }: { readonly home: string; readonly action: CaseAction; readonly file: CaseFile },
): Promise<readonly NewEntry[]> {
  const matter = matterOf(file, 'inspection');
  const isVisit = action.kind === 'visited-clear' || action.kind === 'visited-faults';
  if (matter === undefined || !isVisit) return [];
  const result = action.kind === 'visited-clear' ? 'in-order' : 'faults';
  const { premises } = matter;
  const unit = { home, ...(premises === undefined ? {} : { premises }) };
  const visit = { ...unit, on: action.visitedOn, result } as const;
  const own = matter.draw === undefined ? [await visitOutcomeEntry(parts, visit)] : [];
  const drawn = drawsOf(file).map((draw) => visitOutcomeEntry(parts, { ...visit, draw }));
  return [...own, ...(await Promise.all(drawn))];
}
