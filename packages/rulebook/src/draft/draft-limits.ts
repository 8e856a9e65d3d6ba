import type { DraftOrder } from './draft-order.ts';
import type { Line } from './write-lines.ts';

/**
 * What an operator is proposed to judge rules by until an article or a decision of its own says so.
 * Operator settings, no law: the proposals of the guards of the rulebook, section 9, marked unverified.
 */
const proposals: readonly (readonly [key: string, bound: string])[] = [
  ['least-age', 'at-least: 18'],
  ['burden-lightest', 'at-most: 2'],
  ['burden-middle', 'at-most: 3'],
  ['burden-heaviest', 'at-most: 5'],
  ['burden-of-rights', 'at-least: 3'],
  ['burden-together', 'at-most: 18'],
  ['burden-years', 'at-least: 3'],
  ['erased-after-leaving', 'at-most: P30D'],
  ['notice-working-days', 'at-least: 5'],
  ['emergency-notice-hours', 'at-most: 24'],
  ['statement-working-days', 'at-least: 5'],
  ['dispute-mark-working-days', 'at-most: 1'],
  ['list-term', 'at-most: P36M'],
  ['list-term-by-law', 'at-most: P60M'],
  ['open-duty-exit-working-days', 'at-most: 5'],
  ['open-duty-confirmed', 'at-most: P6M'],
  ['recall-days', 'at-most: 1'],
  ['queries-a-day', 'at-most: 200'],
  ['look-hidden', 'at-most: P90D'],
  ['cell-subjects', 'at-least: 10'],
  ['table-dimensions', 'at-most: 3'],
  ['inspection-least', 'at-least: 1'],
  ['inspection-most', 'at-most: 999'],
  ['evaluation-of-subjects', 'at-most: P1Y'],
  ['comment-days', 'at-least: 30'],
  ['evaluation-of-rules', 'at-most: P24M'],
];

/** The card of limits, whole: an edition without it is judged by nothing and does not load. */
export function draftLimits(
  order: Pick<DraftOrder, 'language' | 'from' | 'reviewBy'>,
): readonly [path: string, lines: readonly Line[]] {
  const title = { zh: '规则的底线数值', en: 'Limits of the rules' }[order.language];
  return [
    'limits/guards.yaml',
    [
      '# Proposals. Where an article sets a number write by: {source: its-id, at: its-article}.',
      'limits: guards',
      ['title', { [order.language]: title }],
      `review-by: ${order.reviewBy}`,
      ...proposals.map(
        ([key, bound]) =>
          `${key}: {${bound}, from: ${order.from}, by: operator_policy, confidence: unverified}`,
      ),
    ],
  ];
}
