import type { Truth } from './value.ts';

/** Whether all conditions hold, asked in their order. */
export function allOf(parts: readonly Truth[]): Truth {
  const [a, b, c] = parts;
  if (a === undefined) return () => true;
  if (b === undefined) return a;
  if (c === undefined) return (frame) => a(frame) && b(frame);
  if (parts.length === 3) return (frame) => a(frame) && b(frame) && c(frame);
  const rest = allOf(parts.slice(3));
  return (frame) => a(frame) && b(frame) && c(frame) && rest(frame);
}
