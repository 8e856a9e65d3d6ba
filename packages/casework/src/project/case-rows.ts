import type { CaseFile } from '../case/case.ts';
import { foldCases } from '../case/desk/fold-cases.ts';
import type { Entry } from '../port/journal.ts';
import type { CaseRow } from '../port/register.ts';

/** States that no act leaves and in which nobody has anything to do. */
const over = new Set([
  'closed',
  'answered',
  'refused',
  'allowed',
  'dismissed',
  'declined',
  'lifted',
]);

/** Where the cases of a home stand for questions across subjects; what time does is not in it. */
export function caseRows(home: string, entries: readonly Entry[]): readonly CaseRow[] {
  return [...foldCases(entries).values()].map(({ file }) => {
    const { caseId, opened, state } = file;
    return {
      ...{ home, caseId, kind: opened.matter.case, state, openedOn: opened.on },
      agency: agenciesOf(file),
      over: over.has(state),
    };
  });
}

/** Every agency that has a desk in the case, the deciding one first. */
function agenciesOf({ opened: { desks } }: CaseFile): readonly string[] {
  const { own, platform, superior, review, body } = desks;
  return [...new Set([own, platform, superior, review, body].flatMap((each) => each ?? []))];
}
