import { isBefore, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { OverdueReview } from './view.ts';

/**
 * The edition and the adverse items and terms of it that nobody has reviewed in time: on that day
 * nothing adverse is shown under them (guard N15). `review-by` is the last day of use.
 */
export function overdueReviews(edition: Edition, day: CivilDate): readonly OverdueReview[] {
  const { title, reviewBy, items, values } = edition;
  const terms = new Set(
    [...items.values()].flatMap(({ publicity = {} }) => Object.values(publicity)),
  );
  const isLate = (since: CivilDate): boolean => isBefore(since, day);
  return [
    ...(isLate(reviewBy) ? [{ of: { kind: 'edition' } as const, title, since: reviewBy }] : []),
    ...[...items].flatMap(([id, item]): OverdueReview[] =>
      item.effect === 'adverse' && isLate(item.reviewBy)
        ? [{ of: { kind: 'item', id }, title: item.title, since: item.reviewBy }]
        : [],
    ),
    ...[...values].flatMap(([id, value]): OverdueReview[] =>
      terms.has(id) && isLate(value.reviewBy)
        ? [{ of: { kind: 'value', id }, title: value.title, since: value.reviewBy }]
        : [],
    ),
  ];
}
