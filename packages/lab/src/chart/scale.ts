/** A stretch of numbers laid on a length of 100: percent of the width or height of a drawing. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  /** Round numbers within the stretch, ascending. */
  readonly ticks: readonly number[];
  /** Where a value lies, 0 to 100; what is outside lies at the nearer end. */
  readonly at: (value: number) => number;
}

interface ScaleOptions {
  /** Values that have to be on it besides those that are drawn: usually 0. */
  readonly with?: readonly number[];
  /** About how many ticks. */
  readonly ticks?: number;
  /** Ends where the values end, not at the next tick: for time. */
  readonly exact?: true;
}

/**
 * The scale that holds all of these values; it begins and ends at a tick where not asked otherwise.
 * Values that are not finite are left out; of none, or of one alone, it still has a length.
 */
export function scaleOf(values: readonly number[], options: ScaleOptions = {}): Scale {
  const held = [...values, ...(options.with ?? [])].filter(isDrawn);
  const lowest = held.length === 0 ? 0 : Math.min(...held);
  const highest = held.length === 0 ? 1 : Math.max(...held);
  const reach = Math.max(Math.abs(lowest), Math.abs(highest), 1e-9);
  // What differs by less than a binary fraction can tell is one value.
  const apart = highest - lowest > reach * 1e-9;
  const [low, high] = apart
    ? [lowest, highest]
    : [Math.min(0, lowest), lowest === 0 ? 1 : Math.max(0, lowest) + reach * 0.1];
  const step = stepOf((high - low) / (options.ticks ?? 5));
  const first = Math.floor(round(low / step));
  const last = Math.ceil(round(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => round((first + at) * step));
  if (options.exact) {
    return scaleBetween(
      low,
      high,
      ticks.filter((tick) => tick >= low && tick <= high),
    );
  }
  return scaleBetween(first * step, last * step, ticks);
}

/** A scale with nought in its middle that reaches as far to both sides as the farthest value. */
export function symmetricScale(values: readonly number[]): Scale {
  const farthest = Math.max(0, ...values.filter(isDrawn).map((value) => Math.abs(value)));
  const reach = farthest === 0 ? 1 : farthest;
  return scaleBetween(-reach, reach, [-reach, 0, reach]);
}

function scaleBetween(least: number, most: number, ticks: readonly number[]): Scale {
  // Halves first: the ends may be so far apart that their distance is no number.
  const length = most / 2 - least / 2;
  return {
    ...{ least, most, ticks },
    at: (value) => {
      const part = ((value / 2 - least / 2) / length) * 100;
      return Math.round(Math.min(100, Math.max(0, part)) * 100) / 100;
    },
  };
}

/** The same scale running the other way. */
export function mirrored(scale: Scale): Scale {
  return { ...scale, at: (value) => 100 - scale.at(value) };
}

/** Whether a value can be drawn at all: a share of nothing is no number. */
export function isDrawn(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) < 1e300;
}

/** 1, 2 or 5 times a power of ten, the next above. */
function stepOf(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10;
  return step * power;
}

/** Takes back what binary fractions add: 0.30000000000000004. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
