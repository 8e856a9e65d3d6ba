import { shareTenths, type PublishedShare } from './share.ts';

/**
 * What offices are ranked by: how they served. How many they listed, fined or refused is not among
 * them and never will be.
 *
 * Legal source: guard G44.
 */
export const serviceFigures = ['supplied_in_time', 'answers_in_time', 'notices_reached'] as const;
export type ServiceFigure = (typeof serviceFigures)[number];

/**
 * The place of each office: one more than there are offices whose share is surely greater. Where one
 * is told as a range that reaches over another, neither is surely greater, so that few cases put
 * nobody behind. An office of which nothing may be told has no place.
 */
export function rankService(
  offices: readonly { readonly office: string; readonly share: PublishedShare | null }[],
): ReadonlyMap<string, number> {
  const sure = offices.flatMap(({ office, share }) =>
    share === null ? [] : [{ office, tenths: shareTenths(share) }],
  );
  return new Map(
    sure.map(({ office, tenths }) => [
      office,
      1 + sure.filter((other) => other.tenths.least > tenths.most).length,
    ]),
  );
}
