import type { Localised } from '@credence/domain';

import type { Confidence } from '../regime/regime.ts';

/** A figure with its 95 % interval over replicates; both ends equal the value where nothing varies. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What is measured: a harm, a benefit, or a plain figure that is neither. */
export interface Measure {
  readonly id: string;
  readonly title: Localised;
  /** What is counted, over what, in words a reader can check. */
  readonly definition: Localised;
  readonly unit: 'count' | 'per-10000' | 'share' | 'months' | 'yuan' | 'ratio' | 'index';
  readonly side: 'harm' | 'benefit' | 'figure';
  /** Which way is better for those concerned; neither where it is a figure. */
  readonly better: 'less' | 'more' | 'neither';
}

/** A regime as a report tells of it. */
export interface ToldRegime {
  readonly id: string;
  readonly title: Localised;
  readonly says: Localised;
  readonly confidence: Confidence;
  readonly hash: string;
  readonly edition?: {
    readonly code: string;
    readonly realm: 'live' | 'lab';
    readonly hash: string;
  };
  /** What the guards hold against it: guard, place, sentence. */
  readonly breaches: readonly {
    readonly guard: string;
    readonly place: string;
    readonly says: Localised;
  }[];
  readonly practice: readonly {
    readonly id: string;
    readonly title: Localised;
    readonly value: number;
    readonly confidence: Confidence;
  }[];
}

export interface Limit {
  readonly measure: string;
  readonly atMost: number;
  readonly source: Localised;
  readonly confidence: Confidence;
  /**
   * Where the rule above does not keep the limit itself: how much a draft may add to that rule, in the
   * unit of the measure that is compared. Nothing may be added where it is absent.
   */
  readonly addedAtMost?: Margin;
}

/** How much may be added and still count as nothing, with the ground on which it was chosen. */
export interface Margin {
  readonly value: number;
  readonly source: Localised;
  readonly confidence: Confidence;
}

/** A limit with what was found, and with what it was judged by. */
export interface JudgedLimit {
  readonly measure: string;
  readonly atMost: number;
  /** The regime's own estimate. It is what was judged, unless `against` is there. */
  readonly found: Estimate;
  /** The rule above does not keep the limit itself, so a draft was judged by what it adds: `difference`. */
  readonly against?: {
    readonly from: string;
    readonly above: Estimate;
    /** The measure whose difference it is: the limited one, or the number behind a share. */
    readonly by: string;
    readonly difference: Estimate;
    /** What of it may be added; nothing where it is absent. */
    readonly margin?: Margin;
  };
}

export interface RegimeOutcome {
  readonly regime: string;
  readonly estimates: Readonly<Record<string, Estimate>>;
  /** By replicate, in order: what the intervals are made of. */
  readonly replicates: Readonly<Record<string, readonly number[]>>;
  /** Of replicate 0: a figure for every month, by observer. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** Share of wrong entries not yet put right after so many months, with its months at risk. */
  readonly untilRepair: readonly {
    readonly month: number;
    readonly open: number;
    readonly atRisk: number;
  }[];
  /** Months of exclusion in shares of people, poorest of it first: for a Lorenz curve. */
  readonly lorenz: readonly number[];
  /** Who is hurt: by trait and group, the share with at least one adverse month, and the mean loss. */
  readonly groups: readonly {
    readonly trait:
      'kind' | 'size' | 'sector' | 'region' | 'connection' | 'wealth' | 'age' | 'office';
    readonly group: string;
    readonly title: Localised;
    readonly members: number;
    readonly hurt: number;
    readonly loss: number;
    readonly wrongly: number;
  }[];
  readonly verdict: {
    readonly promulgable: boolean;
    /** Limits that were passed: the whole interval lies beyond. */
    readonly beyond: readonly JudgedLimit[];
    /** Limits whose interval holds the limit: not decided with so many replicates. */
    readonly undecided: readonly JudgedLimit[];
    /**
     * Of a draft: limits that the rule above it passes or may pass itself, and to whose harm the draft is
     * shown to add nothing, or no more than the margin of the limit. They are told with every verdict.
     */
    readonly inherited?: readonly JudgedLimit[];
    /** Of a draft: lists of its own on which nobody was or could be entered. They were not tried. */
    readonly untried?: readonly Localised[];
  };
}

/** The second against the first, on the same people with the same luck. */
export interface PairedDifference {
  readonly from: string;
  readonly to: string;
  readonly differences: Readonly<Record<string, Estimate>>;
  /** Subjects of replicate 0 better off, worse off and as before in loss, by the counterfactual of each. */
  readonly winners: number;
  readonly losers: number;
  readonly unchanged: number;
}

/** Everything that a comparison found; a report, a page and a file say no more than this. */
export interface Comparison {
  readonly format: 'credence-lab-comparison-1';
  readonly experiment?: {
    readonly id: string;
    readonly question: Localised;
    readonly claim?: { readonly text: string; readonly source: string };
  };
  readonly plan: {
    readonly agents: number;
    readonly months: number;
    readonly seed: number | string;
    readonly replicates: number;
    readonly society: string;
    /** Replicates went on until the paired difference of this measure was known so well, or the most were done. */
    readonly until?: {
      readonly measure: string;
      readonly width: number;
      readonly reached: boolean;
    };
  };
  /** How near the population is to the tables it was raked to. */
  readonly fit: readonly {
    readonly table: Localised;
    readonly source: string;
    readonly confidence: Confidence;
    readonly largestGap: number;
  }[];
  readonly regimes: readonly ToldRegime[];
  readonly measures: readonly Measure[];
  readonly limits: readonly Limit[];
  readonly outcomes: readonly RegimeOutcome[];
  readonly pairs: readonly PairedDifference[];
  readonly cannotTell: readonly Localised[];
  /** Hashes of engine, world, society, measures and regimes: the same inputs give the same bytes. */
  readonly hashes: Readonly<Record<string, string>>;
}
