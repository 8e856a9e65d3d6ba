import type { Problem } from './problem.ts';

/** What was asked is not done, and why. */
export interface Refusal {
  readonly kind: 'refused';
  readonly problem: Problem;
}

/** The outcome of whatever cannot be done because of this problem. */
export function refuse(problem: Problem): Refusal {
  return { kind: 'refused', problem };
}
