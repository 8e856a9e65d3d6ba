import { LabError } from '../engine/define-model.ts';
import type { SocietyKind } from './read-society.ts';

/** The joint shares of all combinations of groups of one kind, the last table's group changing fastest. */
export interface JointTable {
  /** Groups of each table, in the order of tables. */
  readonly sizes: readonly number[];
  readonly shares: Float64Array;
  /** Passes over all tables until every margin held. */
  readonly passes: number;
}

/** How near every margin must come to its table. */
const TOLERANCE = 1e-10;
const MOST_PASSES = 500;

/**
 * Iterative proportional fitting: starts from the ties between groups (independence where there is
 * none) and scales the joint table to each published margin in turn until all hold. What is left of
 * the ties is their odds ratio, which raking never changes.
 *
 * @throws LabError when a tie names a group that no table has, or the margins cannot all hold
 */
export function rake({ tables, ties }: SocietyKind): JointTable {
  const sizes = tables.map(({ groups }) => groups.length);
  const shares = new Float64Array(sizes.reduce((product, size) => product * size, 1));
  const find = (trait: string, id: string): readonly [number, number] => {
    const at = tables.findIndex((table) => table.trait === trait);
    const group = tables[at]?.groups.findIndex((one) => one.id === id) ?? -1;
    if (group >= 0) return [at, group];
    throw new LabError(
      `A tie names the group "${id}" of "${trait}", which no table of the kind has.`,
    );
  };
  const factors = ties.map((tie) => ({
    one: find(tie.trait, tie.group),
    other: find(tie.with, tie.to),
    times: tie.times,
  }));
  for (let cell = 0; cell < shares.length; cell += 1) {
    const groups = groupsOf(sizes, cell);
    shares[cell] = factors.reduce(
      (product, { one: [a, g], other: [b, h], times }) =>
        groups[a] === g && groups[b] === h ? product * times : product,
      1,
    );
  }
  for (let passes = 1; passes <= MOST_PASSES; passes += 1) {
    const gaps = tables.map(({ groups }, at) => fit(shares, sizes, at, groups));
    if (Math.max(...gaps) < TOLERANCE) return { sizes, shares, passes };
  }
  throw new LabError(`The tables of a kind cannot all hold after ${MOST_PASSES} passes.`);
}

/** The group of each table that a cell stands for. */
export function groupsOf(sizes: readonly number[], cell: number): number[] {
  const groups: number[] = [];
  let rest = cell;
  for (let at = sizes.length - 1; at >= 0; at -= 1) {
    const size = sizes[at] ?? 1;
    groups[at] = rest % size;
    rest = Math.floor(rest / size);
  }
  return groups;
}

/** Scales one margin to its table; returns how far it was from it. */
function fit(
  shares: Float64Array,
  sizes: readonly number[],
  at: number,
  wanted: readonly { readonly share: number }[],
): number {
  const inner = sizes.slice(at + 1).reduce((product, size) => product * size, 1);
  const size = sizes[at] ?? 1;
  const margin = new Float64Array(size);
  const groupOf = (cell: number): number => Math.floor(cell / inner) % size;
  shares.forEach((share, cell) => (margin[groupOf(cell)] = (margin[groupOf(cell)] ?? 0) + share));
  const scale = wanted.map(({ share }, group) => share / (margin[group] ?? 1));
  for (let cell = 0; cell < shares.length; cell += 1) {
    shares[cell] = (shares[cell] ?? 0) * (scale[groupOf(cell)] ?? 1);
  }
  return Math.max(...wanted.map(({ share }, group) => Math.abs(share - (margin[group] ?? 0))));
}
