import { MOST_CASES } from './can-hold.ts';
import { Cases, type Holds } from './cases.ts';
import { scopeOf, type CheckOptions } from './check-expression.ts';
import { unite } from './check-operators.ts';
import { costOf } from './cost.ts';
import type { Fault } from './fault.ts';
import { knownAfter } from './known-facts.ts';
import { parse } from './parse.ts';
import { truth, want, type Expected, type Scope } from './scope.ts';
import type { Expression } from './tree.ts';
import type { World } from './world.ts';

/** The word that takes everything that is left, in the last row. */
export const OTHERWISE = 'otherwise';

/** A decision table as its card has it. */
export interface TableText {
  /** `first`: the first row that fits decides; `unique`: exactly one row fits. */
  readonly hit: 'first' | 'unique';
  readonly rows: readonly { readonly when: string; readonly then: string }[];
}

/** A fault with the row it stands in, counted from 0, and on which side. */
export interface TableFault extends Fault {
  readonly row: number;
  readonly part: 'when' | 'then';
}

/** A table that decides every case, or everything that is wrong with it. */
export type TableCheck =
  | { readonly kind: 'checked'; readonly expression: Expression; readonly cost: number }
  | { readonly kind: 'refused'; readonly faults: readonly [TableFault, ...TableFault[]] };

/**
 * Reads a decision table: every row by itself, then all of them together. With `first` every case has
 * to fit some row, and every row some case that the rows above leave; with `unique` every case has to
 * fit exactly one.
 */
export function checkTable({ hit, rows }: TableText, options: CheckOptions): TableCheck {
  const faults: TableFault[] = [];
  const conditions = checkConditions({ hit, whens: rows.map(({ when }) => when) }, options, faults);
  const scopes = conditions.map(({ scope }) => scope);
  const thens = rows.map(({ then }, row) => {
    const scope: Scope = { ...(scopes[row] ?? scopeOf(options)), faults: [] };
    const checked = checkPart(then, scope, options.expected);
    faults.push(...scope.faults.map((each) => ({ ...each, row, part: 'then' as const })));
    return checked;
  });
  const whens = conditions.map(({ when }) => when);
  const [first, ...others] = faults;
  if (first !== undefined) return { kind: 'refused', faults: [first, ...others] };
  return united(hit, whens, thens, options);
}

function united(
  hit: TableText['hit'],
  whens: readonly (Expression | undefined)[],
  thens: readonly (Expression | undefined)[],
  options: CheckOptions,
): TableCheck {
  const rows = whens.flatMap((when, row) => {
    const then = thens[row];
    return when === undefined || then === undefined ? [] : [{ when, then }];
  });
  const [start, ...rest] = rows;
  if (start === undefined) {
    const span = { start: 0, end: 0 };
    const message = 'A table without rows decides nothing.';
    return {
      kind: 'refused',
      faults: [{ code: 'table-gap', span, message, row: 0, part: 'when' }],
    };
  }
  let whole = start.then;
  for (const [index, { then }] of rest.entries()) {
    const scope: Scope = { ...scopeOf(options), faults: [] };
    const type = unite(whole, then, scope);
    const [fault] = scope.faults;
    if (fault !== undefined || type === undefined) {
      const span = then.span;
      const said: Fault = fault ?? { code: 'expression-type', span, message: 'Rows differ.' };
      return { kind: 'refused', faults: [{ ...said, span, row: index + 1, part: 'then' }] };
    }
    whole = { ...whole, type };
  }
  const span = start.when.span;
  const expression: Expression = { op: 'table', hit, rows, type: whole.type, span };
  return { kind: 'checked', expression, cost: costOf(expression, options.world) };
}

/** A condition of a row, and what is known where the row decides. */
export interface CheckedRow {
  /** Undefined where it is faulty. */
  readonly when: Expression | undefined;
  readonly scope: Scope;
}

/** Reads the conditions of a table and judges whether they decide every case. */
export function checkConditions(
  { hit, whens }: { readonly hit: TableText['hit']; readonly whens: readonly string[] },
  options: CheckOptions,
  faults: TableFault[],
): readonly CheckedRow[] {
  const rows: CheckedRow[] = [];
  let above = scopeOf(options).known;
  for (const [row, text] of whens.entries()) {
    const scope: Scope = { ...scopeOf(options), known: above, faults: [] };
    const when =
      text.trim() === OTHERWISE && row === whens.length - 1
        ? everything(text.length)
        : checkPart(text, scope, truth);
    faults.push(...scope.faults.map((each) => ({ ...each, row, part: 'when' as const })));
    rows.push({ when, scope: { ...scope, known: knownAfter(above, when, 'true') } });
    // With `unique` a row has to say for itself when it may be asked.
    if (hit === 'first') above = knownAfter(above, when, 'false');
  }
  const conditions = rows.map(({ when }) => when).filter((when) => when !== undefined);
  if (conditions.length === whens.length) {
    faults.push(...judgeRows({ hit, conditions }, options.world));
  }
  return rows;
}

function everything(end: number): Expression {
  return { op: 'literal', value: true, type: { kind: 'bool' }, span: { start: 0, end } };
}

function checkPart(text: string, scope: Scope, expected: Expected): Expression | undefined {
  const parsing = parse(text);
  if (parsing.kind === 'parsed') return want(parsing.syntax, scope, expected);
  scope.faults.push(...parsing.faults);
  return undefined;
}

/** Whether rows decide every case, and none of them in vain. */
function judgeRows(
  { hit, conditions }: { hit: TableText['hit']; conditions: readonly Expression[] },
  world: World,
): readonly TableFault[] {
  const cases = new Cases(world);
  const holds = conditions.map((condition) => cases.read(condition));
  const last = conditions.length - 1;
  if (cases.count > MOST_CASES) {
    return [rowFault(conditions, 0, tooLarge(cases.count))];
  }
  const found = goThrough(cases, holds, hit);
  const faults = conditions.flatMap((_, row) =>
    found.reached.has(row) ? [] : [rowFault(conditions, row, UNREACHED)],
  );
  for (const [row, other] of found.overlaps) {
    faults.push(rowFault(conditions, row, overlap(other, cases.exact)));
  }
  if (found.gaps > 0) faults.push(rowFault(conditions, last, cases.exact ? GAP : UNPROVED_GAP));
  return faults;
}

/** What all cases together say about the rows of a table. */
function goThrough(
  cases: Cases,
  rows: readonly Holds[],
  hit: TableText['hit'],
): {
  readonly reached: ReadonlySet<number>;
  /** Rows with one that stands above and fits the same case. */
  readonly overlaps: ReadonlyMap<number, number>;
  readonly gaps: number;
} {
  const reached = new Set<number>();
  const overlaps = new Map<number, number>();
  let gaps = 0;
  cases.some((chosen) => {
    const fitting: number[] = [];
    for (const [row, fits] of rows.entries()) {
      if (!fits(chosen)) continue;
      fitting.push(row);
      if (hit === 'first') break;
    }
    const [first, second] = fitting;
    if (first === undefined) gaps += 1;
    for (const row of fitting) reached.add(row);
    if (first !== undefined && second !== undefined) overlaps.set(second, first);
    return false;
  });
  return { reached, overlaps, gaps };
}

type Said = Omit<Fault, 'span'>;

function rowFault(conditions: readonly Expression[], row: number, said: Said): TableFault {
  const span = conditions[row]?.span ?? { start: 0, end: 0 };
  return { ...said, span, row, part: 'when' };
}

const UNREACHED: Said = {
  code: 'row-unreachable',
  message: 'No record can reach this row: the rows above take them all, or it contradicts itself.',
  repair: 'Move it up, correct it, or remove it.',
};

const GAP: Said = {
  code: 'table-gap',
  message: 'Some cases fit no row; the last row has to take what is left.',
  accepted: `when: ${OTHERWISE}`,
  repair: `Add a last row with when: ${OTHERWISE}.`,
};

const UNPROVED_GAP: Said = {
  ...GAP,
  message: 'Nobody can prove that every case fits a row; the last row has to take what is left.',
};

function overlap(other: number, exact: boolean): Said {
  const place = `row ${String(other + 1)}`;
  return {
    code: 'table-overlap',
    message: exact
      ? `Some cases fit this row and ${place} as well.`
      : `Nobody can prove that no case fits this row and ${place} as well.`,
    accepted: 'exactly one row for every case, or hit: first',
    repair: `Let one of the two leave out what the other takes.`,
  };
}

function tooLarge(count: number): Said {
  return {
    code: 'table-too-large',
    message: 'The table asks so many things apart that nobody could check it.',
    found: `${String(count)} cases`,
    accepted: `at most ${String(MOST_CASES)} cases`,
    repair: 'Ask fewer things, or name groups of them by rules of their own.',
  };
}
