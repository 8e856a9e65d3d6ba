import type {
  AnswerClock,
  CardTime,
  OfficeLine,
  ReportCardCasework,
  ReportFigure,
} from '@credence/casework';
import { civilDate, publishShare } from '@credence/domain';

import { basisOf } from './fixture-records.test-support.ts';

const name = { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' };
const office: OfficeLine = { code: 'market_office', name, district: '澜东区' };
const quiet: OfficeLine = { code: 'quiet_office', name: { zh: '望澜市档案局' } };
const years = [2025, 2024];
const twelve: CardTime = {
  ...{ from: civilDate('2025-12-01'), until: civilDate('2026-11-21'), years },
};

const figures: readonly ReportFigure[] = [
  { form: 'share', id: 'supplied_in_time', share: publishShare({ part: 150, whole: 180 }, 10) },
  { form: 'share', id: 'rows_refused', share: publishShare({ part: 2, whole: 400 }, 10) },
  { form: 'share', id: 'errors_answered', share: null },
  { form: 'share', id: 'answers_in_time', share: publishShare({ part: 38, whole: 40 }, 10) },
  { form: 'days', id: 'days_to_answer', days: 4 },
  { form: 'days', id: 'days_to_repair', days: null },
  { form: 'count', id: 'answers_overdue', count: null },
  { form: 'share', id: 'decisions_changed', share: publishShare({ part: 8, whole: 16 }, 10) },
  { form: 'share', id: 'notices_reached', share: publishShare({ part: 30, whole: 50 }, 10) },
  { form: 'share', id: 'promises_kept', share: null },
  { form: 'count', id: 'late_payments', count: 1 },
  { form: 'days', id: 'longest_late_payment', days: 0 },
  { form: 'count', id: 'judgments_unpaid', count: 0 },
];

const limits = [
  {
    ...({ kind: 'clock', id: 'repair', title: { zh: '信用修复', en: 'Repair' } } as const),
    figures: ['answers_in_time'] as const,
    basis: [basisOf('publication')],
  },
];

const rule = {
  ...{ id: 'report-card.unlike-cases', title: { zh: '同类案件', en: 'Like cases' } },
  ...{ dimensions: ['penalty_basis', 'severity'], leastShown: 10, leastGroup: 5 },
  ...{ deviations: 3, multiple: 2, confidence: 'unverified' as const },
};

const group = {
  ...{ item: 'administrative_penalty', like: ['《广告法》第五十五条', 'general'], size: 14 },
  median: { amount: 500_000, currency: 'CNY' },
  deviation: { amount: 100_000, currency: 'CNY' },
  unlike: [
    {
      ...{ id: 'p1', subject: '01990000-0000-7000-8000-000000000001', amount: 5_000_000 },
      ...{ side: 'heavier' as const, document: '望市监罚〔2026〕118号', authority: name.zh },
      decidedOn: civilDate('2026-08-14'),
    },
  ],
};

/** Cards of the fixture city: of an office with everything, and of one that did nothing yet. */
export function fixtureReportCards(clockAt: () => AnswerClock): ReportCardCasework {
  const timeOf = (year: number | undefined): CardTime | undefined => {
    if (year === undefined) return twelve;
    const [from, until] = [year, year + 1].map((each) => civilDate(`${String(each)}-01-01`));
    const isThere = years.includes(year) && from !== undefined && until !== undefined;
    return isThere ? { year, from, until, years } : undefined;
  };
  const unlike = { rule, compared: 60, groups: [group] };
  return {
    viewReportCard: (id, query) => {
      const time = timeOf(query?.year);
      if (time === undefined) return Promise.resolve({ kind: 'no-such-year', years });
      const shared = { clock: clockAt(), time, limits };
      if (id === office.code) {
        const view = { ...shared, office, figures, unlike };
        return Promise.resolve({ kind: 'found', view });
      }
      if (id.length === 36) {
        const body = { name: { zh: '望澜市甲县建设局' }, organisation: id };
        return Promise.resolve({ kind: 'found', view: { ...shared, office: body, figures } });
      }
      return Promise.resolve(
        id === quiet.code
          ? { kind: 'found', view: { ...shared, office: quiet } }
          : { kind: 'not-found' },
      );
    },
    listReportCards: (query) => {
      const time = timeOf(query?.year);
      if (time === undefined) return Promise.resolve({ kind: 'no-such-year', years });
      const places = { supplied_in_time: 1, answers_in_time: 1 };
      const lines = [
        { office, figures, places },
        { office: quiet, figures: figures.slice(0, 0), places: {} },
      ];
      const by = query?.by ?? 'supplied_in_time';
      const view = { clock: clockAt(), time, lines, by, beingCounted: false, limits };
      return Promise.resolve({ kind: 'found', view });
    },
    compareDistricts: (query) => {
      const time = timeOf(query?.year);
      if (time === undefined) return Promise.resolve({ kind: 'no-such-year', years });
      const districts = [
        { district: '澜东区', offices: 2, figures: figures.slice(0, 4) },
        { offices: 1, figures: [] },
      ];
      const view = { clock: clockAt(), time, districts, beingCounted: false, limits };
      return Promise.resolve({ kind: 'found', view });
    },
    viewUnlikeCases: (_, agency) =>
      Promise.resolve(
        agency === office.code
          ? { kind: 'found', view: { clock: clockAt(), office, unlike } }
          : { kind: 'not-found' },
      ),
  };
}
