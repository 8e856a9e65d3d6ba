/** Cells of a guide table: most gaps are found at their first look. */
const CELLS = 1024;
/** Probabilities whose tables are kept: a society is in few states at a time. */
const KEPT = 8;
/** Longer than any run: what never comes. */
const NEVER = 0x3fff_ffff;

interface GapTable {
  readonly chance: number;
  /** The gap of each cell of the unit interval, or 0 where its two ends have different gaps. */
  readonly guide: Int32Array;
  readonly logarithm: number;
}

/**
 * The number of months until an event that comes each month with the same probability: geometric,
 * `1 + floor(ln(u) / ln(1 - p))`. Where a whole cell of u has one gap it is looked up, else worked out.
 */
export function createGap(): (chance: number, ratio: number) => number {
  const tables: GapTable[] = [];
  let oldest = 0;
  let last = tableOf(0.5);
  let other = last;
  const tableFor = (chance: number): GapTable => {
    const known = tables.find((table) => table.chance === chance);
    if (known !== undefined) return known;
    const made = tableOf(chance);
    tables[oldest] = made;
    oldest = (oldest + 1) % KEPT;
    return made;
  };
  return (chance, ratio) => {
    if (last.chance !== chance) {
      if (chance <= 0) return NEVER;
      if (chance >= 1) return 1;
      const before = last;
      last = other.chance === chance ? other : tableFor(chance);
      other = before;
    }
    const found = last.guide[(ratio * CELLS) | 0] as number;
    return found > 0 ? found : gapOf(ratio, last.logarithm);
  };
}

function gapOf(ratio: number, logarithm: number): number {
  return Math.min(NEVER, 1 + Math.floor(Math.log(ratio) / logarithm)) | 0;
}

function tableOf(chance: number): GapTable {
  const logarithm = Math.log1p(-chance);
  const guide = Int32Array.from({ length: CELLS }, (_, cell) => {
    const upper = gapOf((cell + 1) / CELLS, logarithm);
    const lower = gapOf(cell === 0 ? 2 ** -33 : cell / CELLS, logarithm);
    return upper === lower ? upper : 0;
  });
  return { chance, guide, logarithm };
}
