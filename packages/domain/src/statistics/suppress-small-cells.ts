/** A two-way table of counts: `cells[row][column]`, all rows of one length. */
export type CountTable = readonly (readonly number[])[];

/** A table with its margins in which `null` stands for a count that is withheld. */
export interface PublishedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** What is withheld to begin with. */
export interface Suppression {
  /** Counts below this are withheld, margins included. */
  readonly smallest: number;
  /**
   * Whether nought may be told: only where the table counts nothing that is hidden from the reader
   * elsewhere; else nought and nine have to look alike.
   */
  readonly nought: 'told' | 'withheld';
}

/**
 * For each row, and last for the whole table, whether its total is withheld, settled beforehand. No
 * other of these is withheld then: totals that many tables share have to be withheld in all of them or in none, or one table
 * tells what another needs as a secret.
 */
export type SettledRows = readonly boolean[];

/**
 * Withholds every count below the smallest that may be told. Then it withholds more, the smallest first, until no withheld count follows from the others:
 *
 * - in every line whose total is given, the withheld counts are two or more and add up to at least
 *   `smallest`, since their sum can be worked out;
 * - no withheld count is the only solution of the equations that lines and totals make.
 *
 * The second is exact. A line is an equation, a count stands in one row and one column, and a table
 * with its margins is closed by them; so the withheld counts are the edges of a graph between rows
 * and columns, and one of them can be worked out if and only if no cycle passes through it.
 *
 * Sources: guards N8 (cells of at least 10); D. Gusfield, "A graph theoretic approach to statistical
 * data security", SIAM Journal on Computing 17 (1988), on cycles.
 *
 * @throws RangeError for rows of different length, or a count that is no whole number from 0
 */
export function suppressSmallCells(
  table: CountTable,
  rule: Suppression,
  settled?: SettledRows,
): PublishedTable {
  if (table.length === 0) return { cells: [], rowTotals: [], columnTotals: [], total: null };
  const closed = closeTable(table);
  const { smallest, nought } = rule;
  const isSmall = (count: number) => count < smallest && (count > 0 || nought === 'withheld');
  const withheld = closed.map((row, r) => {
    const small = row.map(isSmall);
    return settled?.[r] === undefined ? small : [...small.slice(0, -1), settled[r]];
  });
  const isFixed = ({ row, column }: Place): boolean =>
    settled?.[row] !== undefined && column === (closed[row]?.length ?? 0) - 1;
  const state: State = { closed, withheld, smallest, isFixed };
  // Each round withholds one count more, so it ends, at the latest when nothing is given any more.
  while (mendLine(state) || mendBridge(state)) continue;
  const shown = closed.map((row, r) =>
    row.map((count, c) => (withheld[r]?.[c] === true ? null : count)),
  );
  const last = shown.at(-1) ?? [];
  const inner = shown.slice(0, -1);
  return {
    cells: inner.map((row) => row.slice(0, -1)),
    rowTotals: inner.map((row) => row.at(-1) ?? null),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? null,
  };
}

interface State {
  /** With a last row and a last column of totals. */
  readonly closed: readonly (readonly number[])[];
  readonly withheld: readonly boolean[][];
  readonly smallest: number;
  /** Told or withheld for reasons outside this table. */
  readonly isFixed: (place: Place) => boolean;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function closeTable(table: CountTable): number[][] {
  const width = table[0]?.length ?? 0;
  const rows = table.map((row) => {
    if (row.length !== width) throw new RangeError('The rows of the table differ in length.');
    const wrong = row.find((count) => !Number.isSafeInteger(count) || count < 0);
    if (wrong !== undefined)
      throw new RangeError(`${wrong} is no count; give whole numbers from 0.`);
    return [...row, sumOf(row)];
  });
  const totals = Array.from({ length: width + 1 }, (_, column) =>
    sumOf(rows.map((row) => row[column] ?? 0)),
  );
  return [...rows, totals];
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Withholds one count more in a line whose withheld ones would be given away by their sum. */
function mendLine(state: State): boolean {
  for (const line of linesOf(state)) {
    const { withheld, total, given } = line;
    const wants = withheld.length === 1 || sumOf(withheld) < state.smallest;
    if (withheld.length === 0 || total === undefined || !wants) continue;
    // Nought protects nothing: whoever knows that there is none solves for the rest.
    const [next = total] = given
      .filter((place) => countAt(state, place) > 0 && !state.isFixed(place))
      .sort((a, b) => countAt(state, a) - countAt(state, b));
    if (state.isFixed(next)) continue;
    withhold(state, next);
    return true;
  }
  return false;
}

/** The rows, the columns, and the two lines of totals, each with its total where that is given. */
function linesOf(state: State): readonly {
  readonly withheld: readonly number[];
  readonly given: readonly Place[];
  readonly total: Place | undefined;
}[] {
  const { closed } = state;
  const width = closed[0]?.length ?? 0;
  const rows = closed.map((_, row) => closed[row]?.map((_c, column): Place => ({ row, column })));
  const columns = Array.from({ length: width }, (_, column) =>
    closed.map((_r, row): Place => ({ row, column })),
  );
  return [...rows, ...columns].map((places = []) => {
    const parts = places.slice(0, -1);
    const total = places.at(-1);
    return {
      withheld: parts.filter((part) => isWithheld(state, part)).map((part) => countAt(state, part)),
      given: parts.filter((part) => !isWithheld(state, part)),
      total: total === undefined || isWithheld(state, total) ? undefined : total,
    };
  });
}

/** Closes a cycle through a withheld count that has none, at the least loss. */
function mendBridge(state: State): boolean {
  const bridge = findBridge(state);
  if (bridge === undefined) return false;
  let best: { readonly places: readonly Place[]; readonly loss: number } | undefined;
  state.closed.forEach((cells, row) => {
    if (row === bridge.row) return;
    cells.forEach((_, column) => {
      if (column === bridge.column) return;
      const corners = [
        { row: bridge.row, column },
        { row, column: bridge.column },
        { row, column },
      ];
      const places = corners.filter((place) => !isWithheld(state, place));
      if (places.some(state.isFixed)) return;
      const loss = sumOf(places.map((place) => lossOf(countAt(state, place))));
      if (best === undefined || loss < best.loss) best = { places, loss };
    });
  });
  for (const place of best?.places ?? []) withhold(state, place);
  return best !== undefined;
}

/** One more than the count itself, so that of equal losses fewer counts are withheld; nought last. */
function lossOf(count: number): number {
  return count === 0 ? Number.MAX_SAFE_INTEGER / 8 : count + 1;
}

/** A withheld count without a cycle through it: its row and its column part when it goes. */
function findBridge(state: State): Place | undefined {
  return withheldPlaces(state).find((place) => !isJoined(state, place));
}

/** Whether a way leads from the row of a withheld count to its column by other withheld counts. */
function isJoined(state: State, place: Place): boolean {
  const rows = new Set([place.row]);
  const columns = new Set<number>();
  const others = withheldPlaces(state).filter(
    ({ row, column }) => row !== place.row || column !== place.column,
  );
  for (let grew = true; grew;) {
    grew = false;
    for (const { row, column } of others) {
      if (rows.has(row) === columns.has(column)) continue;
      rows.add(row);
      columns.add(column);
      grew = true;
    }
  }
  return columns.has(place.column);
}

function withheldPlaces(state: State): readonly Place[] {
  return state.withheld.flatMap((cells, row) =>
    cells.flatMap((withheld, column) => (withheld ? [{ row, column }] : [])),
  );
}

function isWithheld({ withheld }: State, { row, column }: Place): boolean {
  return withheld[row]?.[column] === true;
}

function countAt({ closed }: State, { row, column }: Place): number {
  return closed[row]?.[column] ?? 0;
}

function withhold({ withheld }: State, { row, column }: Place): void {
  const cells = withheld[row];
  if (cells !== undefined) cells[column] = true;
}
