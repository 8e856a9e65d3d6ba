import type { CaseAction } from '../../entry/case-payload.ts';
import { lastOf, since } from '../fold-case.ts';
import type { CaseDocument } from './letter.ts';

/** Papers that can be written of a case as far as it has come, in the order in which they arise. */
export function lettersOf(actions: readonly CaseAction[]): readonly CaseDocument[] {
  const file = { actions };
  const [opened] = actions;
  const kind = opened?.kind === 'opened' ? opened.matter.case : undefined;
  if (kind === undefined) return [];
  const decided = lastOf(file, 'approved') !== undefined;
  const papers: readonly (readonly [CaseDocument, boolean])[] = [
    ['advance-notice', kind === 'listing' && lastOf(file, 'noticed') !== undefined],
    ['hearing-notice', lastOf(file, 'hearing-set') !== undefined],
    // A draft is no decision: it is one once it has been approved.
    ['listing-decision', kind === 'listing' && decided],
    ['repair-notice', kind === 'listing' && decided],
    ['proof-of-service', decided || lastOf(file, 'noticed') !== undefined],
    ['removal-decision', removalOf(actions) !== undefined],
    ['correction-notice', changeOf(actions) !== undefined],
    ['repair-void-decision', kind === 'repair' && decided],
    ['spending-order', kind === 'spending' && decided],
    ['allowance-decision', allowanceOf(actions) !== undefined],
    ['identity-notice', kind === 'identity' && lastOf(file, 'noticed') !== undefined],
    ['identity-decision', kind === 'identity' && decided],
    ['superior-notice', decided && isAboveNamed(opened)],
  ];
  return papers.flatMap(([paper, written]) => (written ? [paper] : []));
}

/** Whether a court's case says who is above the debtor. */
function isAboveNamed(opened: CaseAction | undefined): boolean {
  if (opened?.kind !== 'opened' || opened.matter.case !== 'listing') return false;
  return opened.matter.enforcement?.superior !== undefined;
}

/** The act by which somebody is taken off a list. */
export function removalOf(actions: readonly CaseAction[]) {
  const file = { actions };
  const [opened] = actions;
  if (opened?.kind !== 'opened') return undefined;
  const { matter } = opened;
  if (matter.case === 'listing') return lastOf(file, 'removed');
  const ofCase = matter.case === 'repair' && matter.target.kind === 'case';
  return ofCase ? lastOf(file, 'granted') : undefined;
}

/** The newest answer to what was asked for under an order about spending. */
export function allowanceOf(actions: readonly CaseAction[]) {
  return actions.findLast(
    (action) => action.kind === 'allowance-granted' || action.kind === 'allowance-refused',
  );
}

/** The act that changed or ended what past readers have read. */
export function changeOf(actions: readonly CaseAction[]) {
  const file = { actions };
  const answer = lastOf(file, 'answered') ?? lastOf(file, 'allowed');
  if (answer !== undefined) return answer.effect === 'none' ? undefined : answer;
  return lastOf(file, 'granted') ?? lastOf(file, 'removed');
}

/** The paper that was given last, and what became of its service. */
export function servedPaper(file: Parameters<typeof since>[0]) {
  const approved = lastOf(file, 'approved');
  const paper = approved === undefined ? ('notice' as const) : ('decision' as const);
  const given = since(file, approved === undefined ? 'noticed' : 'approved');
  const of = (act: { readonly paper: string }): boolean => act.paper === paper;
  return { paper, given, of };
}
