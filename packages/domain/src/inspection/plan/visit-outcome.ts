import type { CivilDate } from '../../time/civil-date.ts';

/** What became of one planned visit; the input of yields and of the judgement of classes. */
export interface VisitOutcome {
  /** Id of the draw. */
  readonly draw: string;
  readonly on: CivilDate;
  readonly result: 'in-order' | 'faults' | 'not-met';
  /** `hand-picked` visits have no chance and enter no estimate. */
  readonly arm: 'random' | 'class' | 'full' | 'hand-picked';
  readonly class?: string;
  /** From above 0 to 1, as it was before the draw. */
  readonly chance?: number;
}

/** Faults found per visit; `estimate` is what visiting everybody would have found. */
export interface Yield {
  readonly visits: number;
  readonly found: number;
  /** Weighed by 1 / chance (Hájek); absent where no visit has a chance. */
  readonly estimate?: number;
}

/** Yields of one group of visits; visits at which nobody was met are not counted. */
export function yieldOf(outcomes: readonly VisitOutcome[]): Yield {
  const met = outcomes.filter(({ result }) => result !== 'not-met');
  const found = met.filter(({ result }) => result === 'faults');
  const weigh = (visits: readonly VisitOutcome[]): number =>
    visits.reduce((sum, { chance }) => sum + (chance === undefined ? 0 : 1 / chance), 0);
  const all = weigh(met);
  return {
    ...{ visits: met.length, found: found.length },
    ...(all === 0 ? {} : { estimate: weigh(found) / all }),
  };
}
