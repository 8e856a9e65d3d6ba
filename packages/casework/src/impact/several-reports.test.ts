import { civilDate } from '@credence/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ImpactTable, ProgramImpact } from '../entry/impact-payload.ts';
import { classLaw } from './class-town.test-support.ts';
import { pairPrograms, type Compared, type ComparedSlice } from './compare-laws.ts';
import { countProgram } from './report-impact.ts';
import { settleTotals } from './tally.ts';

const drawn = { numRuns: process.env['CREDENCE_LONG'] === '1' ? 4_000 : 40 };
const baseline = classLaw();
const draft = classLaw({ code: 'town-2027', weight: 20 });
const asOf = civilDate('2026-05-04');
const classes = ['a', 'b', 'c'] as const;

/** So many organisations of one class and the same traits, and where each of three drafts puts them. */
interface Group {
  readonly from: number;
  readonly region: number;
  readonly size: string;
  readonly to: readonly number[];
  readonly count: number;
}

const place = fc.integer({ min: 0, max: 2 });
const groups: fc.Arbitrary<readonly Group[]> = fc.array(
  fc.record({
    from: place,
    to: fc.array(place, { minLength: 3, maxLength: 3 }),
    region: fc.integer({ min: 0, max: 3 }),
    size: fc.constantFrom('micro', 'small'),
    count: fc.integer({ min: 1, max: 25 }),
  }),
  { minLength: 1, maxLength: 14 },
);

function reportOf(all: readonly Group[], report: number): ProgramImpact {
  const [pair] = pairPrograms({ baseline, draft, warnings: [] }).pairs;
  if (pair === undefined) throw new Error('Both laws have the program.');
  const counts = countProgram(pair, { edition: draft, asOf });
  const compared = all.flatMap((group): readonly Compared[] => {
    const place = group.to[report] ?? group.from;
    const [from = '', to = ''] = [classes[group.from], classes[place]];
    const step = place - group.from;
    const direction = step > 0 ? 'worse' : step < 0 ? 'better' : 'same';
    const each: Compared = {
      home: '',
      state: { home: '', records: [] },
      facts: { id: '', facts: { kind: 'organisation' }, records: { penalties: [] } },
      traits: { sector: 'all', size: group.size, region: String(group.region) },
      outcome: { from, to, direction, ...(step === 0 ? {} : { cause: 'general_penalties' }) },
    };
    return Array.from({ length: group.count }, () => each);
  });
  const slice: Omit<ComparedSlice, 'pair'> = { compared, notEvaluated: 0 };
  counts.add(slice);
  return counts.report();
}

type Line = Map<string, number>;

/**
 * What a reader can set up from a report: lines add up, and totals of rows that follow from the
 * register alone are the same in another report about it.
 */
function equationsOf(report: ProgramImpact, of: string): readonly Line[] {
  const tables = ['transitions', 'bySector', 'bySize', 'byRegion', 'causes', 'exits'] as const;
  return tables.flatMap((name) => [...sumsOf(report[name], name, of), ...within(name)]);

  function within(name: (typeof tables)[number]): readonly Line[] {
    const shared = name !== 'causes' && name !== 'exits';
    return linesOf(report[name], (row, column) => {
      if (!shared || column !== 'total') return `${of} ${name} ${row} ${column}`;
      return row === 'total' ? 'all subjects' : `${name} of ${row}`;
    });
  }
}

const sum = 'sum of those ';

/** All tables of a report tell of the same who end worse, better or as they are. */
function sumsOf({ rows, columns, counts }: ImpactTable, name: string, of: string): readonly Line[] {
  if (counts === undefined) return [];
  const lines = new Map<string, Line>();
  counts.cells.forEach((cells, row) =>
    cells.forEach((count, column) => {
      const moved = row === column ? 'same' : column > row ? 'worse' : 'better';
      const code = columns[column]?.code ?? '';
      const direction = name === 'transitions' ? moved : code;
      const group = `${sum}${of} ${direction}`;
      const line = lines.get(group) ?? new Map([[group, -1]]);
      lines.set(group, line);
      if (count === null) line.set(`${of} ${name} ${rows[row]?.code ?? ''} ${code}`, 1);
    }),
  );
  return [...lines.values()];
}

function linesOf(
  { rows, columns, counts }: ImpactTable,
  nameOf: (row: string, column: string) => string,
): readonly Line[] {
  if (counts === undefined) return [];
  const rowCodes = [...rows.map(({ code }) => code), 'total'];
  const columnCodes = [...columns.map(({ code }) => code), 'total'];
  const grid = [
    ...counts.cells.map((cells, row) => [...cells, counts.rowTotals[row] ?? null]),
    [...counts.columnTotals, counts.total],
  ];
  const lines = new Map<string, Line>();
  grid.forEach((cells, row) =>
    cells.forEach((count, column) => {
      const name = nameOf(rowCodes[row] ?? '', columnCodes[column] ?? '');
      for (const [line, sign] of [
        [`row ${String(row)}`, column === cells.length - 1 ? -1 : 1],
        [`column ${String(column)}`, row === grid.length - 1 ? -1 : 1],
      ] as const) {
        const equation = lines.get(line) ?? new Map<string, number>();
        lines.set(line, equation);
        if (count === null) equation.set(name, sign);
      }
    }),
  );
  return [...lines.values()];
}

describe('several reports about one register', { timeout: 300_000 }, () => {
  it('give away no withheld count of any, whatever a reader solves for', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const known = [0, 1, 2].flatMap((report) =>
          equationsOf(reportOf(all, report), `report ${String(report)}`),
        );
        expect(solve(known).filter((name) => !name.startsWith(sum))).toEqual([]);
      }),
      drawn,
    );
  });

  it('withhold the same totals of the register, whatever the order of its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (totals) => {
        const settled = settleTotals(totals).slice(0, -1);
        const turned = settleTotals(totals.toReversed()).slice(0, -1).toReversed();
        const told = (of: readonly boolean[]) =>
          totals.filter((_, at) => of[at] === false).sort((a, b) => a - b);
        expect(told(turned)).toEqual(told(settled));
      }),
    );
  });
});

/** Unknowns with but one value, by elimination in the field of fractions modulo a large prime. */
function solve(equations: readonly Line[]): readonly string[] {
  const rows: Line[] = [];
  const reduce = (row: Line, by: Line): void => {
    const pivot = by.keys().next().value ?? '';
    const factor = row.get(pivot);
    if (factor === undefined) return;
    for (const [name, value] of by) {
      const left = mod((row.get(name) ?? 0) - mulMod(factor, value));
      if (left === 0) row.delete(name);
      else row.set(name, left);
    }
  };
  for (const equation of equations) {
    const row: Line = new Map([...equation].map(([name, value]) => [name, mod(value)]));
    for (const known of rows) reduce(row, known);
    const [pivot] = row;
    if (pivot === undefined) continue;
    const inverse = power(pivot[1], prime - 2);
    const unit: Line = new Map([...row].map(([name, value]) => [name, mulMod(value, inverse)]));
    for (const known of rows) reduce(known, unit);
    rows.push(unit);
  }
  return rows.flatMap((row) => (row.size === 1 ? [...row.keys()] : []));
}

const prime = 67_108_859;

function mod(value: number): number {
  return ((value % prime) + prime) % prime;
}

function mulMod(a: number, b: number): number {
  return Number((BigInt(a) * BigInt(b)) % BigInt(prime));
}

function power(base: number, exponent: number): number {
  let [result, square, left] = [1, base, exponent];
  while (left > 0) {
    if (left % 2 === 1) result = mulMod(result, square);
    square = mulMod(square, square);
    left = Math.floor(left / 2);
  }
  return result;
}
