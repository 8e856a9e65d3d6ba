/** How unequally something is spread, from 0 (all alike) to nearly 1 (one has all); 0 where nothing is. */
export function giniOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  let [total, weighted] = [0, 0];
  sorted.forEach((value, at) => {
    total += value;
    weighted += (at + 1) * value;
  });
  if (total === 0) return 0;
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** Theil's index: 0 where all are alike, ln(n) where one of n has all; generalised entropy of order 1. */
export function theilOf(values: ArrayLike<number>): number {
  const count = values.length;
  let total = 0;
  for (let i = 0; i < count; i += 1) total += values[i] ?? 0;
  if (total === 0) return 0;
  const mean = total / count;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const ratio = (values[i] ?? 0) / mean;
    if (ratio > 0) sum += ratio * Math.log(ratio);
  }
  return sum / count;
}

/**
 * The Lorenz curve: which share of the whole the poorest share of the people has, at so many equal
 * steps from 0 to 1. Where nothing is spread, everyone has the same share of it.
 */
export function lorenzOf(values: ArrayLike<number>, steps: number): number[] {
  const sorted = Float64Array.from(values).sort();
  const running = new Float64Array(sorted.length + 1);
  sorted.forEach((value, at) => (running[at + 1] = (running[at] ?? 0) + value));
  const total = running[sorted.length] ?? 0;
  return Array.from({ length: steps + 1 }, (_, step) => {
    if (total === 0) return step / steps;
    const place = (sorted.length * step) / steps;
    const below = running[Math.floor(place)] ?? 0;
    const above = running[Math.ceil(place)] ?? 0;
    return (below + (above - below) * (place - Math.floor(place))) / total;
  });
}
