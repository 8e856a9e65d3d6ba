/** Some unknowns with whole coefficients add up to something that is known. */
export type Equation = ReadonlyMap<string, number>;

/**
 * The unknowns that have but one value by the equations: what a reader who has all of them can work
 * out. What the known side of an equation is does not matter to that.
 *
 * Elimination with whole numbers; each row is divided by the greatest divisor of its coefficients,
 * so that sums of counts keep them small.
 */
export function findDetermined(equations: readonly Equation[]): readonly string[] {
  const reduced: Row[] = [];
  for (const equation of equations) {
    let row: Row = new Map([...equation].filter(([, coefficient]) => coefficient !== 0));
    for (const known of reduced) row = without(row, known, pivotOf(known));
    const pivot = pivotOf(row);
    if (pivot === undefined) continue;
    reduced.forEach((known, at) => (reduced[at] = without(known, row, pivot)));
    reduced.push(row);
  }
  return reduced.flatMap((row) => (row.size === 1 ? [...row.keys()] : [])).sort();
}

type Row = ReadonlyMap<string, number>;

/** Rows keep the unknown they were taken for in the first place. */
function pivotOf(row: Row): string | undefined {
  return row.keys().next().value;
}

/** A row after the unknown has been replaced by what another row says of it. */
function without(row: Row, other: Row, unknown: string | undefined): Row {
  if (unknown === undefined) return row;
  const [own, theirs] = [row.get(unknown), other.get(unknown)];
  if (own === undefined || theirs === undefined) return row;
  const made = new Map<string, number>();
  for (const [name, coefficient] of row) made.set(name, coefficient * theirs);
  for (const [name, coefficient] of other) {
    const left = (made.get(name) ?? 0) - coefficient * own;
    if (left === 0) made.delete(name);
    else made.set(name, left);
  }
  const divisor = [...made.values()].reduce(greatestDivisor, 0);
  return new Map([...made].map(([name, coefficient]) => [name, coefficient / divisor]));
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
