import { at } from './ordering.ts';
import type { FeatureRow } from './feature.ts';

/** How one feature becomes a column: its place among the features, and the training mean and spread. */
export interface Column {
  readonly feature: number;
  readonly mean: number;
  readonly spread: number;
}

/** A feature that varies less than this says nothing. */
const SPREAD_MIN = 1e-9;

/** Rows of standardised numbers, one after another, each led by a 1 for the intercept. */
export interface Design {
  readonly rows: number;
  readonly width: number;
  readonly cells: Float64Array;
}

/** Mean and spread of features over training rows; features that do not vary there fall away. */
export function columnsOf(
  training: readonly FeatureRow[],
  features: readonly number[],
): readonly Column[] {
  return features.flatMap((feature) => {
    let [known, sum, squares] = [0, 0, 0];
    for (const { values } of training) {
      const value = at(values, feature);
      if (Number.isNaN(value)) continue;
      known += 1;
      sum += value;
    }
    const mean = sum / known;
    for (const { values } of training) {
      const value = at(values, feature);
      if (!Number.isNaN(value)) squares += (value - mean) ** 2;
    }
    const spread = Math.sqrt(squares / training.length);
    return spread > SPREAD_MIN ? [{ feature, mean, spread }] : [];
  });
}

/** Standardises rows by the columns of the training rows; what is unknown stands at the mean. */
export function designOf(rows: readonly FeatureRow[], columns: readonly Column[]): Design {
  const width = columns.length + 1;
  const cells = new Float64Array(rows.length * width);
  const features = Int32Array.from(columns, ({ feature }) => feature);
  const means = Float64Array.from(columns, ({ mean }) => mean);
  const spreads = Float64Array.from(columns, ({ spread }) => spread);
  let next = 0;
  for (const { values } of rows) {
    cells[next++] = 1;
    for (let column = 0; column < features.length; column += 1) {
      const value = at(values, at(features, column));
      cells[next++] = Number.isNaN(value) ? 0 : (value - at(means, column)) / at(spreads, column);
    }
  }
  return { rows: rows.length, width, cells };
}
