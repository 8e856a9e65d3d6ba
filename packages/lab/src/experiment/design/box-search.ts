import { quantileOfSorted } from '../statistic/quantile.ts';
import type { Factor, Point } from './factor.ts';

/** Where something happens: between these values of each factor, ends included. */
export interface Box {
  readonly limits: Readonly<Record<string, { readonly least: number; readonly most: number }>>;
  /** Share of the settings inside in which it happens. */
  readonly density: number;
  /** Share of all settings in which it happens that lie inside. */
  readonly coverage: number;
  /** Share of all settings that lie inside. */
  readonly mass: number;
}

export interface BoxSearch {
  /** Share of the settings cut off at a time. */
  readonly peel: number;
  /** A box holds at least this share of the settings. */
  readonly leastMass: number;
}

interface Side {
  readonly id: string;
  readonly end: 'least' | 'most';
}

/**
 * "Where does it happen?" after Friedman and Fisher's PRIM: from the box of all settings, cut a thin
 * slice off that side which leaves the largest share of cases inside, until the box is as small as
 * it may be; then give back what widens it without thinning it. Every box on the way is returned,
 * widest first; ties go to the earlier factor and to its lower end, so the search has no luck in it.
 */
export function searchBoxes(
  factors: readonly Factor[],
  points: readonly Point[],
  isCase: readonly boolean[],
  { peel, leastMass }: BoxSearch = { peel: 0.05, leastMass: 0.05 },
): readonly Box[] {
  const cases = isCase.filter(Boolean).length;
  let limits = Object.fromEntries(factors.map(({ id, least, most }) => [id, { least, most }]));
  const tell = (inside: Box['limits']): Box => {
    const members = points.flatMap((point, at) => (isInside(point, inside) ? [at] : []));
    const hits = members.filter((at) => isCase[at]).length;
    return {
      limits: inside,
      density: members.length === 0 ? 0 : hits / members.length,
      coverage: cases === 0 ? 0 : hits / cases,
      mass: points.length === 0 ? 0 : members.length / points.length,
    };
  };
  const sides = factors.flatMap(({ id }): Side[] => [
    { id, end: 'least' },
    { id, end: 'most' },
  ]);
  const boxes = [tell(limits)];
  for (;;) {
    const now = boxes.at(-1);
    if (now === undefined || now.density === 1 || cases === 0) break;
    const inside = points.filter((point) => isInside(point, limits));
    const cuts = sides
      .map((side) => cut(limits, side, inside, peel))
      .filter((smaller) => smaller !== undefined)
      .map(tell)
      .filter(({ mass }) => mass >= leastMass && mass < now.mass);
    const best = densest(cuts);
    if (best === undefined || best.density < now.density) break;
    limits = { ...best.limits };
    boxes.push(best);
  }
  const widened = widen(boxes.at(-1), { factors, points, sides, tell });
  return widened === undefined ? boxes : [...boxes, widened];
}

/** The side moved inwards past a share of the settings inside; undefined where that leaves none. */
function cut(
  limits: Box['limits'],
  { id, end }: Side,
  inside: readonly Point[],
  peel: number,
): Box['limits'] | undefined {
  const sorted = Float64Array.from(inside, (point) => point[id] ?? 0).sort();
  const at = quantileOfSorted(sorted, end === 'least' ? peel : 1 - peel);
  const kept =
    end === 'least' ? sorted.filter((value) => value > at) : sorted.filter((value) => value < at);
  const range = limits[id];
  const next = end === 'least' ? kept[0] : kept.at(-1);
  if (range === undefined || next === undefined) return undefined;
  return { ...limits, [id]: { ...range, [end]: next } };
}

/** Gives back, side by side, whole stretches that hold nothing but cases. */
function widen(
  box: Box | undefined,
  given: {
    readonly factors: readonly Factor[];
    readonly points: readonly Point[];
    readonly sides: readonly Side[];
    readonly tell: (limits: Box['limits']) => Box;
  },
): Box | undefined {
  if (box === undefined) return undefined;
  let best = box;
  for (const { id, end } of given.sides) {
    for (;;) {
      const range = best.limits[id];
      if (range === undefined) break;
      const beyond = given.points
        .map((point) => point[id] ?? 0)
        .filter((value) => (end === 'least' ? value < range.least : value > range.most));
      if (beyond.length === 0) break;
      const to = end === 'least' ? Math.max(...beyond) : Math.min(...beyond);
      const wider = given.tell({ ...best.limits, [id]: { ...range, [end]: to } });
      if (wider.density < best.density) break;
      best = wider;
    }
  }
  return best === box ? undefined : best;
}

function densest(boxes: readonly Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>((best, box) => {
    if (best === undefined || box.density > best.density) return box;
    return box.density === best.density && box.mass > best.mass ? box : best;
  }, undefined);
}

function isInside(point: Point, limits: Box['limits']): boolean {
  return Object.entries(limits).every(([id, { least, most }]) => {
    const value = point[id] ?? 0;
    return value >= least && value <= most;
  });
}
