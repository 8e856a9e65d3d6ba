/** Shorter words differ by a letter without being slips of each other. */
const LEAST_LENGTH = 4;

/**
 * Whether two words differ by one letter put in, left out or replaced, or by two neighbours swapped.
 * A digit that differs counts words apart: `level_1` is no slip of `level_2`.
 */
export function areTwins(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < LEAST_LENGTH) return false;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/\d/.test(left + right)) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
