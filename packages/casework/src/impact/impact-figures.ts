import type { ImpactTable, ProgramImpact } from '../entry/impact-payload.ts';

/** So many of so many; both are told, so neither gives away another count. */
export interface ShareOf {
  readonly count: number;
  readonly of: number;
}

/** What the tables of a program come to; absent: withheld, or there is nobody. */
export interface ImpactFigures {
  /** Organisations the program is about and whose facts are known. */
  readonly all?: number;
  readonly worse?: number;
  readonly better?: number;
  readonly same?: number;
  /** Micro firms that end worse, of all micro firms. */
  readonly micro?: ShareOf;
  /** Those without a way out, of all that end worse. */
  readonly withoutExit?: ShareOf;
}

/** Code of the smallest class of size in registrations (classification of enterprises by size). */
const microSize = 'micro';

/** The figures in words that stand above the tables, made of told counts alone. */
export function figuresOf(program: ProgramImpact): ImpactFigures {
  const { bySize, bySector, byRegion, exits } = program;
  const whole = [bySize, byRegion, bySector].find(({ counts }) => counts !== undefined);
  const [worse, better, same] = whole?.counts?.columnTotals ?? [];
  const at = bySize.rows.findIndex(({ code }) => code === microSize);
  const micro = shareOf(bySize.counts?.cells[at]?.[0], bySize.counts?.rowTotals[at]);
  const without = shareOf(exits.counts?.cells[1]?.[0], exits.counts?.total);
  const all = whole?.counts?.total;
  return {
    ...(isTold(all) ? { all } : {}),
    ...(isTold(worse) ? { worse } : {}),
    ...(isTold(better) ? { better } : {}),
    ...(isTold(same) ? { same } : {}),
    ...(micro === undefined ? {} : { micro }),
    ...(without === undefined ? {} : { withoutExit: without }),
  };
}

/** Whether a table says anything beyond that the register does not state the trait. */
export function statesTrait({ rows }: ImpactTable): boolean {
  return rows.some(({ code }) => code !== 'not-stated');
}

function shareOf(
  count: number | null | undefined,
  of: number | null | undefined,
): ShareOf | undefined {
  return isTold(count) && isTold(of) && of > 0 ? { count, of } : undefined;
}

function isTold(count: number | null | undefined): count is number {
  return typeof count === 'number';
}
