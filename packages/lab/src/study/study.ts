import type { Localised } from '@credence/domain';

import type { Measure, ToldRegime } from '../experiment/comparison.ts';
import type { Confidence } from '../regime/regime.ts';

/** A figure of a study, with its bounds, where it comes from, and how sure the Lab is of it. */
export interface StudyFigure {
  readonly id: string;
  readonly title: Localised;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly source: string;
  readonly confidence: Confidence;
}

/** One way things are done, held against the others on the same agents with the same luck. */
export interface StudyArm {
  readonly id: string;
  readonly title: Localised;
  readonly says: Localised;
  readonly confidence: Confidence;
  /** Figures that are its own. */
  readonly set: Readonly<Record<string, number>>;
}

/** How much of a study is run, and with which luck. */
export interface StudyRun {
  readonly agents: number;
  readonly months: number;
  readonly seed: number | string;
  readonly replicate: number;
  readonly signal?: AbortSignal;
}

/** What a run measured, by measure; undefined where it was interrupted. */
export type StudyReading = Readonly<Record<string, number>> | undefined;

/** Figures of one arm at one point, complete. */
export type StudyFigures = Readonly<Record<string, number>>;

/** What is peculiar to a study: its measures, and how it is run. */
export interface StudyModel {
  readonly id: string;
  /** Harms before benefits before plain figures. */
  readonly measures: readonly Measure[];
  /** Further files of the folder of studies that it reads. */
  readonly files?: readonly string[];
  run(figures: StudyFigures, run: StudyRun): Promise<StudyReading>;
  /** What the guards hold against an arm, where an edition stands behind it. */
  breaches?(figures: StudyFigures): Promise<ToldRegime['breaches']>;
}

/** A mechanism small enough for a model of its own, beside the world: not regimes but arms are compared. */
export interface Study extends StudyModel {
  readonly title: Localised;
  readonly says: Localised;
  /** What one agent stands for. */
  readonly agents: Localised;
  readonly figures: readonly StudyFigure[];
  readonly arms: readonly StudyArm[];
  /** Of the files that all of this was read from. */
  readonly hash: string;
}
