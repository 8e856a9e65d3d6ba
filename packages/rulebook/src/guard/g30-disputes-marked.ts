import type { CardPlace } from '../check/draft.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { isAdverseItem, placeOf, type GuardView } from './view.ts';

/** A disputed record is marked in time wherever it is shown, answered in time, and every recipient is told of the correction. */
export const g30: Guard = {
  id: 'G30',
  title: { zh: '异议有标注、有答复', en: 'Disputes are marked and answered' },
  why: {
    zh: '有异议的记录，凡展示之处及时加注标记，限期答复，并把更正告知所有接收方。',
    en: 'A disputed record is marked in time wherever it is shown, answered in time, and every recipient is told of the correction.',
  },
  source: 'Draft repair rules 2025; N6',
  judge(view, report) {
    for (const { kind, id, remedies } of view.actions) {
      if (remedies === undefined) continue;
      judgeMark(view, remedies.disputeMark, placeOf(kind, id, 'remedies', 'dispute-mark'), report);
      if (remedies.correction === 'none') {
        report(placeOf(kind, id, 'remedies', 'correction'), unanswered);
      }
      if (remedies.recipientsTold === 'none') {
        report(placeOf(kind, id, 'remedies', 'recipients-told'), untold);
      }
    }
    for (const [id, item] of view.cards.item) {
      if (!isAdverseItem(view.draft, item)) continue;
      judgeMark(
        view,
        item.disputeMark ?? { workingDays: 0 },
        placeOf('item', id, 'dispute-mark'),
        report,
      );
    }
    for (const [id, { disputed }] of view.cards.sharing) {
      if (disputed === 'unmarked') report(placeOf('sharing', id, 'disputed'), unmarked);
    }
    for (const { kind, id, card } of view.programs) {
      if (kind === 'risk-class' || card.objection !== 'none') continue;
      report(placeOf(kind, id, 'objection'), unanswered);
    }
  },
};

const unmarked = {
  code: 'dispute-unmarked',
  message: 'A disputed record would be shown as if nobody disputed it.',
  accepted: 'a mark in time',
  repair: 'Mark it in time, wherever it is shown or sent.',
} as const;

const unanswered = {
  code: 'dispute-unmarked',
  message: 'Nobody answers an objection within a set time.',
  found: 'none',
  accepted: 'the id of a clock card',
  repair: 'Name the clock of the answer.',
} as const;

const untold = {
  code: 'dispute-unmarked',
  message: 'Recipients would not learn of a correction.',
  found: 'none',
  accepted: 'all_identified',
  repair: 'Write recipients-told: all_identified.',
} as const;

function judgeMark(
  { limits: { disputeMarkWorkingDays: limit } }: GuardView,
  mark: 'none' | { readonly workingDays: number },
  place: CardPlace,
  report: ReportBreach,
): void {
  if (mark !== 'none' && mark.workingDays <= limit.atMost) return;
  report(place, {
    ...unmarked,
    found: mark === 'none' ? 'none' : String(mark.workingDays),
    accepted: `{working-days: ${writeLimit(limit)}} or fewer`,
    limit: 'disputeMarkWorkingDays',
  });
}
