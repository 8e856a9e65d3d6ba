import { fault, type Scope } from './scope.ts';
import type { Span } from './tree.ts';

/** Least and most of a whole number or a sum of money, both included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The smallest bounds around all of these numbers. */
export function boundsOf(numbers: readonly number[]): Bounds {
  // Adding nought makes -0, which is the same number, look the same too.
  return { least: Math.min(...numbers) + 0, most: Math.max(...numbers) + 0 };
}

/** What lies in one or the other. */
export function either(a: Bounds, b: Bounds): Bounds {
  return boundsOf([a.least, a.most, b.least, b.most]);
}

/**
 * The bounds of a sum, difference, product or quotient. Products of safe integers are compared with
 * the largest safe integer after rounding, which never rounds an unsafe one to a safe one.
 */
export function combine(how: '+' | '-' | '*' | '/', a: Bounds, b: Bounds): Bounds {
  if (how === '+') return boundsOf([a.least + b.least, a.most + b.most]);
  if (how === '-') return boundsOf([a.least - b.most, a.most - b.least]);
  const corners = [a.least, a.most].flatMap((x) =>
    [b.least, b.most].map((y) => (how === '*' ? x * y : Math.trunc(x / y))),
  );
  return boundsOf(corners);
}

/** A sum over at most so many numbers. */
export function sumOf(each: Bounds, count: number): Bounds {
  return boundsOf([0, each.least * count, each.most * count]);
}

/** Refuses bounds outside the safe integers: there a sum may come out wrong without a sign of it. */
export function isSafe(scope: Scope, bounds: Bounds, span: Span): boolean {
  if (Number.isSafeInteger(bounds.least) && Number.isSafeInteger(bounds.most)) return true;
  fault(scope, {
    code: 'overflow',
    span,
    message: 'The result can be too large to be counted exactly.',
    found: `between ${String(bounds.least)} and ${String(bounds.most)}`,
    accepted: `between -${String(Number.MAX_SAFE_INTEGER)} and ${String(Number.MAX_SAFE_INTEGER)}`,
    repair: 'Limit a part with cap(), or give its field narrower bounds.',
  });
  return false;
}
