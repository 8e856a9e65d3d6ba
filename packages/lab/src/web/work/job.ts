import type { Localised } from '@credence/domain';

import type { Comparison, ToldRegime } from '../../experiment/comparison.ts';
import type { SocietyName } from '../../experiment/plan.ts';
import type { Sweep } from '../../experiment/sweep.ts';
import type { LabFault } from '../../regime/lab-fault.ts';
import type { Practice } from '../../regime/practice.ts';
import type { RegimeGrades, RegimeList, RegimeMeasure } from '../../regime/regime.ts';
import type { WatchedMonth } from '../../world/watch.ts';

/** A regime by the id of its preset, with the text of it where it is not a shipped one. */
export interface NamedRegime {
  readonly id: string;
  readonly text?: string;
}

/** How much is run. */
export interface RunSize {
  readonly agents: number;
  readonly months: number;
  readonly seed: number;
  readonly replicates: number;
  readonly society?: SocietyName;
}

/** What is asked of whoever carries the runs out. */
export type Job =
  | { readonly kind: 'look'; readonly regime: NamedRegime }
  | {
      readonly kind: 'run';
      readonly regimes: readonly NamedRegime[];
      readonly size: RunSize;
      /** Id of an experiment, whose design is then swept. */
      readonly experiment?: string;
      /** Where finished runs are kept. */
      readonly keep: string;
    }
  | {
      readonly kind: 'replay';
      readonly regimes: readonly NamedRegime[];
      readonly size: RunSize;
      /** The subject; one that the rules treat badly unless given. */
      readonly agent?: number;
    };

/** What a page says of a regime. */
export interface RegimeLook {
  readonly told: ToldRegime;
  readonly subjects: readonly ('organisation' | 'natural_person')[];
  readonly practice: readonly (Omit<Practice, 'source'> & { readonly source?: string })[];
  readonly lists: readonly RegimeList[];
  readonly measures: readonly RegimeMeasure[];
  readonly grades?: RegimeGrades;
}

/** The file of one subject under one regime, month by month. */
export interface ReplayFile {
  readonly id: string;
  readonly title: Localised;
  readonly months: readonly WatchedMonth[];
  readonly lists: readonly Localised[];
  readonly grades: readonly string[];
}

/** Why a subject is worth a look. */
export type Notable = 'wronged' | 'hurt' | 'for-others' | 'breaking' | 'untouched';

/** One subject under several regimes with the same luck. */
export interface Replay {
  readonly agent: number;
  readonly subject: 'organisation' | 'natural_person';
  readonly traits: readonly { readonly title: Localised; readonly group: Localised }[];
  readonly means: number;
  readonly files: readonly ReplayFile[];
  readonly notable: readonly { readonly agent: number; readonly why: Notable }[];
}

/** What became of a job. */
export type Answer =
  | { readonly kind: 'look'; readonly look: RegimeLook }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }
  | { readonly kind: 'sweep'; readonly sweep: Sweep }
  | { readonly kind: 'replay'; readonly replay: Replay }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly faults: readonly LabFault[]; readonly says: Localised };

/** How a job is watched and ended. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, planned: number) => void;
}

/** Whoever carries jobs out: threads of their own, or in a test the caller itself. */
export interface LabWork {
  perform(job: Job, watch?: Watch): Promise<Answer>;
  close(): Promise<void>;
}
