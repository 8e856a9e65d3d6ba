import type { Guard } from './guard.ts';
import { isAdverseItem, placeOf } from './view.ts';

const used = {
  code: 'expired-used',
  accepted: 'excluded',
  repair: 'Leave out what has ended, been repaired or been annulled.',
} as const;

/** Expired or repaired records stay in a closed archive and feed no grade, list, statistic or decision. */
export const g34: Guard = {
  id: 'G34',
  alias: 'L18',
  title: { zh: '过期即失效', en: 'Expired facts are dead' },
  why: {
    zh: '到期或者已修复的记录只进封存档案，不再用于评价、名单、统计或者决定。',
    en: 'Expired or repaired records stay in a closed archive and feed no grade, list, statistic or decision.',
  },
  source: 'GDPR art. 5(1)(e); ICO; N8, N9',
  judge(view, report) {
    for (const { kind, id, card } of view.programs) {
      if (card.endedRecords === 'excluded') continue;
      report(placeOf(kind, id, 'ended-records'), {
        ...used,
        message: 'Records that have ended or were repaired would still count.',
        found: card.endedRecords,
      });
    }
    for (const [id, { terms }] of view.cards.incentive) {
      if (terms === undefined || terms.endedRecords === 'excluded') continue;
      report(placeOf('incentive', id, 'terms', 'ended-records'), {
        ...used,
        message: 'Records that have ended or were repaired would still count.',
        found: terms.endedRecords,
      });
    }
    for (const [id, { endedRecords }] of view.cards.sharing) {
      if (endedRecords === 'excluded') continue;
      report(placeOf('sharing', id, 'ended-records'), {
        ...used,
        message: 'Records that have ended would still be handed over.',
        found: endedRecords,
      });
    }
    for (const [id, item] of view.cards.item) {
      if (item.whenEnded !== 'kept_in_use' || !isAdverseItem(view.draft, item)) continue;
      report(placeOf('item', id, 'when-ended'), {
        ...used,
        message: 'A record would stay in use after its end.',
        found: item.whenEnded,
        accepted: 'closed_archive',
      });
    }
    for (const [id, { part, authorisation, scope }] of view.cards.query) {
      if (part !== 'archive') continue;
      if (authorisation === 'court_order' && scope === 'one_subject') continue;
      report(placeOf('query', id, 'part'), {
        ...used,
        message: 'The closed archive opens for one case, by order of a court.',
        found: part,
        accepted: 'part: archive with authorisation: court_order and scope: one_subject',
      });
    }
  },
};
