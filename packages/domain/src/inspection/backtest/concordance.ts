import { add, at, type Ordering } from './ordering.ts';

/** Pairs of a visit that found something and one that did not; equal values count half. */
export interface Concordance {
  /** Pairs in which the visit that found something was held to be more pressing. */
  readonly right: number;
  readonly pairs: number;
}

/**
 * Counts the pairs an ordering put right: `right / pairs` is the area under the curve. With
 * `'within-inspectors'` only pairs of one inspector group are compared, so that knowing who
 * inspects brings nothing; visits of an unknown group then stay out.
 */
export function concordanceOf(
  ordering: Ordering,
  times: Int32Array,
  scope: 'all' | 'within-inspectors',
): Concordance {
  const count = scope === 'all' ? 1 : ordering.groups.length;
  const foundAbove = new Float64Array(count);
  const total = { right: 0, missedByGroup: new Float64Array(count) };
  const block = { found: new Float64Array(count), missed: new Float64Array(count) };
  let start = 0;
  for (let i = 0; i <= ordering.size; i += 1) {
    if (i < ordering.size && at(ordering.value, i) === at(ordering.value, start)) continue;
    for (let j = start; j < i; j += 1) {
      const group = scope === 'all' ? 0 : at(ordering.group, j);
      if (group < 0) continue;
      const weight = at(ordering.weight, j) * at(times, at(ordering.day, j));
      add(at(ordering.found, j) === 1 ? block.found : block.missed, group, weight);
    }
    for (let group = 0; group < count; group += 1) {
      const missed = at(block.missed, group);
      total.right += missed * (at(foundAbove, group) + at(block.found, group) / 2);
      add(foundAbove, group, at(block.found, group));
      add(total.missedByGroup, group, missed);
    }
    block.found.fill(0);
    block.missed.fill(0);
    start = i;
  }
  let pairs = 0;
  for (let group = 0; group < count; group += 1) {
    pairs += at(foundAbove, group) * at(total.missedByGroup, group);
  }
  return { right: total.right, pairs };
}
