import type { Feature, FeatureRow, FeatureTable } from './feature.ts';
import { columnsOf, designOf, type Column } from './design.ts';
import { fitLogistic, probabilityOf } from './fit-logistic.ts';
import { at } from './ordering.ts';

/** What a model says of one visit, and why. */
export interface Foresight {
  readonly id: string;
  /** From 0 to 1. */
  readonly probability: number;
  /** The part of each feature, in the order of `Model.parts`; what they add to is the model's. */
  readonly contributions: Float64Array;
}

/** A fitted model: open, and every answer the sum of its parts. */
export interface Model {
  readonly kind: 'logistic' | 'scorecard';
  /** What a visit starts from before any part is added. */
  readonly base: number;
  readonly parts: readonly ModelPart[];
  foresee(row: FeatureRow): Foresight;
}

/** One part of a model: a feature with its weight, or with its bins and points. */
export interface ModelPart {
  readonly feature: Feature;
  /** Of the logarithm of the odds for one standard deviation (logistic). */
  readonly weight?: number;
  readonly mean?: number;
  readonly spread?: number;
  /** Points from each bound upward; below the first: 0 (scorecard). */
  readonly bins?: readonly { readonly from: number; readonly points: number }[];
}

export interface LogisticChoice {
  /** Places of the features taken, among those of the table. */
  readonly features: readonly number[];
  /** The penalty of every coefficient but the intercept. */
  readonly penalty: number;
  /** A coarse fit is enough to compare choices: its coefficients are right to four digits. */
  readonly precision?: number;
}

export interface TrainingRows {
  readonly table: FeatureTable;
  readonly rows: readonly FeatureRow[];
  /** 1 where the visit found something, else 0. */
  readonly outcomes: Uint8Array;
}

/** Ridge logistic regression on standardised features. */
export function fitLogisticModel(training: TrainingRows, choice: LogisticChoice): Model {
  const { table, rows, outcomes } = training;
  const columns = columnsOf(rows, choice.features);
  const design = designOf(rows, columns);
  const penalties = new Float64Array(design.width).fill(choice.penalty);
  penalties[0] = 0;
  const { precision } = choice;
  const coefficients = fitLogistic({
    ...{ design, outcomes, penalties },
    ...(precision !== undefined && { precision }),
  });
  return {
    kind: 'logistic',
    base: at(coefficients, 0),
    parts: columns.flatMap((column, index) => partOf(table, column, at(coefficients, index + 1))),
    foresee(row) {
      const { cells } = designOf([row], columns);
      const contributions = Float64Array.from(columns, (_, index) => {
        return at(cells, index + 1) * at(coefficients, index + 1);
      });
      const linear = contributions.reduce((sum, part) => sum + part, at(coefficients, 0));
      return { id: row.id, probability: probabilityOf(linear), contributions };
    },
  };
}

function partOf(
  { features }: FeatureTable,
  { feature, mean, spread }: Column,
  weight: number,
): readonly ModelPart[] {
  const of = features[feature];
  return of === undefined ? [] : [{ feature: of, weight, mean, spread }];
}
