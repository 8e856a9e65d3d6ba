import { estimateOf, widthOf } from './estimate.ts';

/** When to stop adding replicates. */
export interface StopRule {
  /** The widest that the interval of every paired difference may be, from end to end. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
}

/** How many of the replicates done count, and whether the width was reached by them. */
export type Stop =
  | { readonly kind: 'more' }
  | { readonly kind: 'enough'; readonly replicates: number; readonly reached: boolean };

/**
 * Looks at replicates one after another, in their order, and stops at the first at which every
 * paired difference is known well enough. What is done beyond it does not count, so the answer is
 * the same however many were done at once. Few replicates may agree by luck: `least` guards that.
 */
export function stopAt(differences: readonly (readonly number[])[], rule: StopRule): Stop {
  const done = Math.min(...differences.map(({ length }) => length));
  if (differences.length > 0 && Number.isFinite(done)) {
    for (let count = Math.max(2, rule.least); count <= Math.min(done, rule.most); count += 1) {
      const isKnown = differences.every(
        (each) => widthOf(estimateOf(each.slice(0, count))) <= rule.width,
      );
      if (isKnown) return { kind: 'enough', replicates: count, reached: true };
    }
    if (done >= rule.most) return { kind: 'enough', replicates: rule.most, reached: false };
  }
  return { kind: 'more' };
}
