import type { CardOf } from '../card/card-kinds.ts';
import type { LimitName } from '../card/limits-card.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf, type GuardView } from './view.ts';

/** Recipients that are everybody. */
const everybody = ['all', 'everyone', 'public'];

/** What is not public is read subject by subject and field by field, never in bulk and never for a price. */
export const g36: Guard = {
  id: 'G36',
  title: { zh: '最少数据，不批量，不出售', en: 'Least data, no bulk, no sale' },
  why: {
    zh: '非公开数据按主体、按字段逐一查询，不得批量导出，不得收费出售。',
    en: 'What is not public is read subject by subject and field by field, never in bulk and never for a price.',
  },
  source: 'AP 2016; ASVS V8.2.3',
  judge(view, report) {
    for (const [id, { use }] of view.cards.list) judgePrice('list', id, use.price, report);
    for (const [id, sharing] of view.cards.sharing) judgeSharing(id, sharing, report);
    for (const [id, query] of view.cards.query) judgeQuery(view, id, query, report);
  },
};

function judgePrice(
  kind: 'list' | 'sharing',
  id: string,
  price: string,
  report: ReportBreach,
): void {
  if (price === 'none') return;
  report(placeOf(kind, id, 'use', 'price'), {
    code: 'data-unbounded',
    message: 'Data of the register are not sold.',
    found: price,
    accepted: 'none',
    repair: 'Write price: none.',
  });
}

function judgeSharing(id: string, sharing: CardOf<'sharing'>, report: ReportBreach): void {
  judgePrice('sharing', id, sharing.use.price, report);
  if (sharing.part === 'public') return;
  const refuse = (path: readonly string[], message: string, accepted: string): void => {
    report(placeOf('sharing', id, ...path), {
      code: 'data-unbounded',
      message,
      accepted,
      repair: 'Hand over what is public, or answer one subject at a time.',
    });
  };
  if (sharing.use.bulk !== 'none') {
    refuse(['use', 'bulk'], 'Closed fields would leave the register in bulk.', 'none');
  }
  if (sharing.use.recipients.some((recipient) => everybody.includes(recipient))) {
    refuse(['use', 'recipients'], 'Closed fields would go to everybody.', 'named recipients');
  }
  if (sharing.authorisation === 'none') {
    refuse(['authorisation'], 'Nothing lets closed fields go out.', 'subject | {source, at}');
  }
}

function judgeQuery(
  { limits }: GuardView,
  id: string,
  query: CardOf<'query'>,
  report: ReportBreach,
): void {
  const refuse = (field: string, message: string, accepted: string, limit?: LimitName): void => {
    report(placeOf('query', id, field), {
      code: 'data-unbounded',
      message,
      accepted,
      repair: `Write ${field}: ${accepted}.`,
      ...(limit === undefined ? {} : { limit }),
    });
  };
  if (query.price !== 'none') refuse('price', 'A look at data is not sold.', 'none');
  if (query.part === 'public') return;
  if (query.scope === 'bulk') {
    refuse('scope', 'Closed data would be read in bulk.', 'one_subject');
  }
  if (query.authorisation === 'none') {
    refuse(
      'authorisation',
      'Nothing lets the reader look.',
      'subject | court_order | {source, at}',
    );
  }
  if (query.dailyLimit === 'none' || query.dailyLimit > limits.queriesADay.atMost) {
    const most = writeLimit(limits.queriesADay);
    refuse('daily-limit', 'The register could be read through.', most, 'queriesADay');
  }
}
