/** A row of inputs with its outcome. */
export interface FitRow {
  readonly x: Float64Array;
  readonly y: 0 | 1;
}

const PENALTY = 1;
const ROUNDS = 25;

/**
 * Logistic regression on standardised inputs with a small penalty on each weight, by iterated
 * weighted least squares. Gives the linear part, by which rows are ordered.
 */
export function fitRidge(rows: readonly FitRow[]): (x: Float64Array) => number {
  const width = rows[0]?.x.length ?? 0;
  const means = Float64Array.from({ length: width }, (_, at) => meanOf(rows, (x) => x[at] ?? 0));
  const spreads = means.map(
    (mean, at) => Math.sqrt(meanOf(rows, (x) => ((x[at] ?? 0) - mean) ** 2)) || 1,
  );
  const standard = (x: Float64Array): Float64Array =>
    Float64Array.from({ length: width + 1 }, (_, at) =>
      at === 0 ? 1 : ((x[at - 1] ?? 0) - (means[at - 1] ?? 0)) / (spreads[at - 1] ?? 1),
    );
  const inputs = rows.map(({ x }) => standard(x));
  let weights: Float64Array = new Float64Array(width + 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -PENALTY * weight));
    const matrix = Array.from({ length: width + 1 }, (_, at) => {
      const row = new Float64Array(width + 1);
      row[at] = at === 0 ? 0 : PENALTY;
      return row;
    });
    inputs.forEach((x, index) => {
      const p = 1 / (1 + Math.exp(-dot(weights, x)));
      const curve = p * (1 - p);
      for (let i = 0; i <= width; i += 1) {
        const xi = x[i] ?? 0;
        gradient[i] = (gradient[i] ?? 0) + xi * ((rows[index]?.y ?? 0) - p);
        const row = matrix[i] as Float64Array;
        for (let j = 0; j <= width; j += 1) row[j] = (row[j] ?? 0) + curve * xi * (x[j] ?? 0);
      }
    });
    const step = solve(matrix, gradient);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
    if (step.every((each) => Math.abs(each) < 1e-9)) break;
  }
  return (x) => dot(weights, standard(x));
}

/** Elimination with the largest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows: Float64Array[] = matrix.map((row, at) => Float64Array.from([...row, right[at] ?? 0]));
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const best = rows
      .slice(column)
      .reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    rows[rows.indexOf(best)] = rows[column] as Float64Array;
    rows[column] = best;
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[column] ?? 0) / (best[column] ?? 1);
      for (let at = column; at <= size; at += 1)
        row[at] = (row[at] ?? 0) - factor * (best[at] ?? 0);
    }
  }
  return Float64Array.from(rows, (row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function meanOf(rows: readonly FitRow[], of: (x: Float64Array) => number): number {
  return rows.reduce((sum, { x }) => sum + of(x), 0) / rows.length;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
