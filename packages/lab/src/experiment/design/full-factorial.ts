import type { Point } from './factor.ts';

/** Every level of every factor with every level of the others; the last factor changes fastest. */
export function fullFactorial(
  levels: readonly { readonly id: string; readonly levels: readonly number[] }[],
): readonly Point[] {
  return levels.reduce<readonly Point[]>(
    (points, factor) =>
      points.flatMap((point) => factor.levels.map((level) => ({ ...point, [factor.id]: level }))),
    [{}],
  );
}
