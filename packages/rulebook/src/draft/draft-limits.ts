import { proposedLimits } from '../guard/proposed-limits.ts';
import type { DraftOrder } from './draft-order.ts';
import type { Line } from './write-lines.ts';

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
      ...proposedLimits.map(
        ([key, bound]) =>
          `${key}: {${bound}, from: ${order.from}, by: operator_policy, confidence: unverified}`,
      ),
    ],
  ];
}
