import { limitsCard, type Limits } from '../card/limits-card.ts';

/**
 * What an operator is proposed to judge rules by until an article or a decision of its own says so, as
 * a card writes it. Operator settings, no law: the proposals of the guards of the rulebook, section 9,
 * marked unverified. No edition judges by less.
 */
export const proposedLimits: readonly (readonly [key: string, bound: string])[] = [
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

let known: Limits | undefined;

/** The same, as guards read them; days and marks are those of a proposal. */
export function shippedLimits(): Limits {
  known ??= limitsCard.parse({
    limits: 'guards',
    title: { en: 'Proposals' },
    'review-by': never,
    ...Object.fromEntries(proposedLimits.map(([key, bound]) => [key, limitOf(bound)])),
  });
  return known;
}

/** A proposal is not dated; its card needs a day. */
const never = '2000-01-01';

function limitOf(bound: string): Readonly<Record<string, unknown>> {
  const [way = '', amount = ''] = bound.split(': ');
  const is = /^\d+$/.test(amount) ? Number(amount) : amount;
  return { [way]: is, from: never, by: 'operator_policy', confidence: 'unverified' };
}
