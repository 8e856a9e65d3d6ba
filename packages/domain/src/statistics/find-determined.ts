/** Some unknowns with whole coefficients add up to something that is known. */
export type Equation = ReadonlyMap<string, number>;

/**
 * The unknowns that have but one value by the equations: what a reader who has all of them can work
 * out. What the known side of an equation is does not matter to that.
 */
export function findDetermined(equations: readonly Equation[]): readonly string[] {
  const rows = eliminate(equations, () => false);
  return rows.flatMap((row) => (row.size === 1 ? [...row.keys()] : [])).sort();
}

/** How many independent equations follow that speak of such unknowns and of no others. */
export function countKnownOf(
  equations: readonly Equation[],
  isAsked: (unknown: string) => boolean,
): number {
  const rows = eliminate(equations, isAsked);
  return rows.filter((row) => [...row.keys()].every(isAsked)).length;
}

/**
 * Elimination with whole numbers; each row is divided by the greatest divisor of its coefficients,
 * so that sums of counts keep them small. Unknowns that are to be kept are replaced last.
 */
function eliminate(
  equations: readonly Equation[],
  isKept: (unknown: string) => boolean,
): readonly Row[] {
  const reduced: Row[] = [];
  for (const equation of equations) {
    let row: Row = new Map([...equation].filter(([, coefficient]) => coefficient !== 0));
    for (const known of reduced) row = without(row, known, pivotOf(known));
    row = new Map([...row].sort(([a], [b]) => Number(isKept(a)) - Number(isKept(b))));
    const pivot = pivotOf(row);
    if (pivot === undefined) continue;
    reduced.forEach((known, at) => (reduced[at] = without(known, row, pivot)));
    reduced.push(row);
  }
  return reduced;
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
