/** A label beside a point: on which side, above or below it. */
export interface LabelPlace {
  readonly anchor: 'start' | 'end';
  /** In px from the point. */
  readonly dx: number;
  readonly dy: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const places: readonly LabelPlace[] = [
  { anchor: 'start', dx: 9, dy: -6 },
  { anchor: 'start', dx: 9, dy: 16 },
  { anchor: 'end', dx: -9, dy: -6 },
  { anchor: 'end', dx: -9, dy: 16 },
];

/** A phone's width: what does not touch here does not touch on anything wider. */
const width = 270;

/**
 * For each point, in percent from left and top, a place for its label that lies over no other label
 * and inside the drawing where there is one; the place with the least overlap otherwise.
 */
export function placeLabels(
  points: readonly { readonly x: number; readonly y: number; readonly text: string }[],
  height: number,
): readonly LabelPlace[] {
  const taken: Box[] = points.map(({ x, y }) => around((x / 100) * width, (y / 100) * height, 5));
  return points.map((point) => {
    const [best] = places
      .map((place) => ({ place, box: boxOf(point, place, height) }))
      .map((tried) => ({ ...tried, cost: costOf(tried.box, taken, height) }))
      .sort((a, b) => a.cost - b.cost);
    if (best === undefined) return { anchor: 'start', dx: 9, dy: -6 };
    taken.push(best.box);
    return best.place;
  });
}

function boxOf(
  { x, y, text }: { readonly x: number; readonly y: number; readonly text: string },
  { anchor, dx, dy }: LabelPlace,
  height: number,
): Box {
  // A Chinese character is as wide as it is high, a Latin one half of it.
  const length = [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 13 : 7), 0);
  const from = (x / 100) * width + dx;
  const [left, right] = anchor === 'start' ? [from, from + length] : [from - length, from];
  const base = (y / 100) * height + dy;
  return { left, right, top: base - 11, bottom: base + 3 };
}

function costOf(box: Box, taken: readonly Box[], height: number): number {
  const outside =
    Math.max(0, -box.left) +
    Math.max(0, box.right - width) +
    Math.max(0, -box.top) +
    Math.max(0, box.bottom - height);
  return taken.reduce((sum, other) => sum + overlap(box, other), outside * 20);
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
