import { daysBetween, isBefore, type CivilDate } from '../../time/civil-date.ts';

/** The days of a plan that was committed to. */
export interface PlanDays {
  readonly committedOn: CivilDate;
  /** Last day of its visits. */
  readonly until: CivilDate;
  readonly drawnOn?: CivilDate | undefined;
  /** On which the names were published. */
  readonly publishedOn?: CivilDate | undefined;
}

/** What became of the plans of one office. */
export interface PlanCounts {
  readonly committed: number;
  /** Their time is over and nobody was drawn. */
  readonly neverDrawn: number;
  /** Drawn, their time is over, and the names are not public. */
  readonly unpublished: number;
  /** Days from the commitment to the draw, the longest; absent where nothing was drawn. */
  readonly longestWait?: number;
}

/**
 * Counts what became of the plans that an office committed to: whoever draws again and again and keeps
 * what pleases is seen by what was left lying. The last day of the visits still belongs to their time.
 */
export function countPlans(plans: readonly PlanDays[], today: CivilDate): PlanCounts {
  const over = plans.filter(({ until }) => isBefore(until, today));
  const waits = plans.flatMap(({ committedOn, drawnOn }) =>
    drawnOn === undefined ? [] : [daysBetween(committedOn, drawnOn)],
  );
  return {
    committed: plans.length,
    neverDrawn: over.filter(({ drawnOn }) => drawnOn === undefined).length,
    unpublished: over.filter(
      ({ drawnOn, publishedOn }) => drawnOn !== undefined && publishedOn === undefined,
    ).length,
    ...(waits.length === 0 ? {} : { longestWait: Math.max(...waits) }),
  };
}
