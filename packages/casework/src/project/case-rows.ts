import type { Rulebook } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case/case.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { effectDays } from '../case/effect/effect-days.ts';
import { matterOf } from '../case/fold-case.ts';
import type { Entry } from '../port/journal.ts';
import type { CaseRow } from '../port/register.ts';
import { foldSubject } from '../state/subject-state.ts';

/** States in which nobody has anything to do, whatever time goes by. */
const over = new Set([
  'closed',
  'answered',
  'granted',
  'shown',
  'refused',
  'allowed',
  'dismissed',
  'declined',
  'lifted',
  'paid',
  'kept',
  'mended',
  'ordinary',
  'clear',
  'corrected',
  'passed-on',
]);

/**
 * Where the cases of a home stand for questions across subjects. What time does is not in the state;
 * the days of a listing or a measure are those that the law known gives it.
 */
export function caseRows(
  home: string,
  entries: readonly Entry[],
  rulebook: Rulebook,
): readonly CaseRow[] {
  const cases = [...foldCases(entries).values()];
  if (cases.length === 0) return [];
  const docket = new Map(cases.map(({ file }) => [file.caseId, file]));
  const world = { rulebook, docket, records: caseRecords(foldSubject(home, entries)) };
  return cases.map(({ file }) => {
    const { caseId, opened, state } = file;
    return {
      ...{ home, caseId, kind: opened.matter.case, state, openedOn: opened.on },
      agency: agenciesOf(file),
      over: over.has(state) || isLeftToTime(file, rulebook),
      ...effectRow(file, world),
      ...personKeysOf(file),
    };
  });
}

/** The card that a listing or a measure carries out, and its days. */
function effectRow(file: CaseFile, world: CaseWorld): Pick<CaseRow, 'effect'> {
  const card = matterOf(file, 'listing')?.list ?? matterOf(file, 'measure')?.measure;
  const days = card === undefined ? undefined : effectDays(file, world);
  return card === undefined || days === undefined ? {} : { effect: { card, ...days } };
}

function personKeysOf(file: CaseFile): Pick<CaseRow, 'personKeys'> {
  const keys = matterOf(file, 'spending')?.persons.flatMap(({ key }) => key ?? []) ?? [];
  return keys.length === 0 ? {} : { personKeys: keys };
}

/**
 * A listing in effect ends by itself and waits for nobody, unless its law has somebody confirm that
 * its duty is open. Those that wait for nobody would otherwise fill every queue.
 */
function isLeftToTime(file: CaseFile, { editions }: Rulebook): boolean {
  const list = matterOf(file, 'listing')?.list;
  if (list === undefined || file.state !== 'served') return false;
  return !editions.some(({ lists }) => lists.get(list)?.ends.some(({ by }) => by === 'status'));
}

/** Every agency that has a desk in the case, the deciding one first. */
function agenciesOf({ opened: { desks } }: CaseFile): readonly string[] {
  const { own, platform, superior, review, body } = desks;
  return [...new Set([own, platform, superior, review, body].flatMap((each) => each ?? []))];
}
