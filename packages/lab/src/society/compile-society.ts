import type { SocietyFile } from './read-society.ts';
import { groupsOf, rake } from './rake.ts';
import { cellTraits, CLASSES, kindCodes } from './traits.ts';

/** A society as the arrays that a run is given. */
export interface CompiledSociety {
  /** How many of the agents are organisations; the others are persons. */
  readonly layout: Uint32Array;
  /** Cumulated shares of the cells of organisations, then of persons; each ends at 1. */
  readonly cellBounds: Float64Array;
  /** Cells of organisations among them. */
  readonly cellCounts: Uint32Array;
  /** For each cell the group of every trait, in the order of `cellTraits`; 0 where the kind has none. */
  readonly cellGroups: Uint8Array;
  /** By kind and class: from and until, of employees and of years. */
  readonly sizeClasses: Float64Array;
  readonly ageClasses: Float64Array;
  /** By kind and tenth: yuan a month, of an employee or of a person. */
  readonly meansOf: Float64Array;
}

/** Rakes every kind of a society and lays the joint tables out for so many agents. */
export function compileSociety(society: SocietyFile, agents: number): CompiledSociety {
  const bounds: number[] = [];
  const groups: number[] = [];
  const counts = new Uint32Array(2);
  const sizeClasses = new Float64Array(2 * 2 * CLASSES);
  const ageClasses = new Float64Array(2 * 2 * CLASSES);
  const meansOf = new Float64Array(2 * CLASSES);
  let organisations = 0;
  for (const name of ['organisation', 'natural_person'] as const) {
    const kind = society.kinds.find((one) => one.kind === name);
    if (kind === undefined) continue;
    const code = kindCodes[name];
    if (name === 'organisation') organisations = Math.round(kind.share.value * agents);
    const { sizes, shares } = rakeOnce(kind);
    let sum = 0;
    shares.forEach((share, cell) => {
      sum += share;
      bounds.push(cell === shares.length - 1 ? 1 : sum);
      const codes = groupsOf(sizes, cell);
      for (const trait of cellTraits) {
        groups.push(codes[kind.tables.findIndex((table) => table.trait === trait)] ?? 0);
      }
    });
    counts[code] = shares.length;
    for (const [trait, target] of [
      ['size', sizeClasses],
      ['age', ageClasses],
    ] as const) {
      kind.tables
        .find((table) => table.trait === trait)
        ?.groups.forEach((group, at) => {
          target.set([group.from ?? 0, group.until ?? 0], (code * CLASSES + at) * 2);
        });
    }
    for (let at = 0; at < CLASSES; at += 1) {
      const { values } = kind.means;
      meansOf[code * CLASSES + at] = values[Math.min(at, values.length - 1)] ?? 0;
    }
  }
  return {
    layout: Uint32Array.of(organisations),
    cellBounds: Float64Array.from(bounds),
    cellCounts: counts,
    cellGroups: Uint8Array.from(groups),
    ...{ sizeClasses, ageClasses, meansOf },
  };
}

/** Files are read once, so a sweep rakes each kind once. */
const raked = new WeakMap<SocietyFile['kinds'][number], ReturnType<typeof rake>>();

function rakeOnce(kind: SocietyFile['kinds'][number]): ReturnType<typeof rake> {
  const known = raked.get(kind) ?? rake(kind);
  raked.set(kind, known);
  return known;
}
