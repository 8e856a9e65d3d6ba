/** Longer than any run: what never comes. */
const NEVER = 0x3fff_ffff;

/**
 * The number of months until an event that comes each month with the same probability: geometric,
 * `1 + floor(ln(u) / ln(1 - p))`.
 */
export function gapOf(chance: number, ratio: number): number {
  return Math.min(NEVER, 1 + Math.floor(Math.log(ratio) / Math.log1p(-chance))) | 0;
}
