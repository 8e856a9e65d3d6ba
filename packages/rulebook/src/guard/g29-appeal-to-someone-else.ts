import { reviewers } from '../card/guard-words.ts';
import type { Action } from './actions.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { isAdverseItem, placeOf } from './view.ts';

/** Nobody judges the objection to his own decision: another unit reviews it and a court is open. */
export const g29: Guard = {
  id: 'G29',
  title: { zh: '由他人复核', en: 'Appeal to someone else' },
  why: {
    zh: '作出决定的人不能审查自己的决定；另一机构复核，法院可以审理。',
    en: 'Nobody judges the objection to his own decision: another unit reviews it and a court is open.',
  },
  source: 'Post Office cases [2019] EWHC 3408 (QB)',
  judge(view, report) {
    for (const action of view.actions) judgeRemedies(action, report);
    for (const [id, item] of view.cards.item) {
      if (!isAdverseItem(view.draft, item)) continue;
      if (item.waysOut?.some((way) => way === 'review' || way === 'court') === true) continue;
      report(placeOf('item', id, ...(item.waysOut === undefined ? [] : ['ways-out'])), {
        code: 'way-out-missing',
        message: 'No review or court among the ways out: somebody else can be asked (G29).',
        accepted: 'review | court',
        repair: 'Add review or court and its clock.',
      });
    }
  },
};

function judgeRemedies(
  { kind, id, remedies, procedure, at, lists }: Action,
  report: ReportBreach,
): void {
  if (remedies === undefined) {
    if (lists.length > 0) return;
    report(placeOf(kind, id, at), {
      code: 'remedy-missing',
      message: 'Something adverse follows and no remedy is declared.',
      accepted: 'remedies: {review, court, stay, ...}',
      repair: 'Add remedies, or let it follow from a list.',
    });
    return;
  }
  const refuse = (field: string, message: string, accepted: string): void => {
    report(placeOf(kind, id, 'remedies', field), {
      code: 'remedy-missing',
      message,
      accepted,
      repair: `Write ${field}: ${accepted}.`,
    });
  };
  const review = '{by: other_unit, within: P60D}';
  if (remedies.review === 'none') refuse('review', 'No other unit reviews it.', review);
  else if (isSameHand(remedies.review.by, procedure)) {
    refuse('review', `${remedies.review.by} would judge an objection to its own decision.`, review);
  }
  if (remedies.court === 'none') refuse('court', 'No court is open.', '{within: P6M}');
  if (remedies.stay === 'excluded')
    refuse('stay', 'The effect could not be suspended.', 'possible');
}

function isSameHand(by: string, procedure: Action['procedure']): boolean {
  return (
    !reviewers.some((other) => other === by) ||
    by === procedure?.decides ||
    by === procedure?.approves
  );
}
