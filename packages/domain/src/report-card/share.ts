/** A part of a whole as it was counted. */
export interface CountedShare {
  readonly part: number;
  readonly whole: number;
}

/**
 * A share as anyone may read it: the part lies from `least` to `most`. The two are equal where the
 * part and the rest are both large enough to be told.
 */
export interface PublishedShare {
  readonly whole: number;
  readonly least: number;
  readonly most: number;
}

/**
 * What may be told of a share. Nothing of a whole below the smallest cell; of a part or a rest below
 * it, that it is below, so that none and nine look alike.
 *
 * Legal sources: guards G38, N8.
 *
 * @throws RangeError for counts that are no whole numbers, or a part that exceeds its whole
 */
export function publishShare(
  { part, whole }: CountedShare,
  smallest: number,
): PublishedShare | null {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || part > whole) {
    throw new RangeError(`${String(part)} is no part of ${String(whole)}.`);
  }
  if (whole < smallest) return null;
  const isSmall = part < smallest;
  const isRestSmall = whole - part < smallest;
  if (!isSmall && !isRestSmall) return { whole, least: part, most: part };
  return {
    whole,
    least: isRestSmall ? Math.max(0, whole - smallest + 1) : 0,
    most: isSmall ? Math.min(whole, smallest - 1) : whole,
  };
}

/** Shares of several offices as one, out of nothing but what is told of each; null where nothing is. */
export function addShares(shares: readonly (PublishedShare | null)[]): PublishedShare | null {
  const told = shares.filter((share) => share !== null);
  if (told.length === 0) return null;
  const sumOf = (of: (share: PublishedShare) => number): number =>
    told.reduce((sum, share) => sum + of(share), 0);
  return {
    whole: sumOf(({ whole }) => whole),
    least: sumOf(({ least }) => least),
    most: sumOf(({ most }) => most),
  };
}

/** The least and the greatest share in tenths of a per cent, never further from the truth than told. */
export function shareTenths({ whole, least, most }: PublishedShare): {
  readonly least: number;
  readonly most: number;
} {
  const tenths = (part: number): number => (part * 1000) / whole;
  if (least === most) return { least: Math.round(tenths(least)), most: Math.round(tenths(most)) };
  return { least: Math.floor(tenths(least)), most: Math.ceil(tenths(most)) };
}

/** The middle of some lengths, the shorter of two; null below the smallest cell. */
export function publishMedian(days: readonly number[], smallest: number): number | null {
  const ordered = [...days].sort((a, b) => a - b);
  if (ordered.length < smallest) return null;
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? null;
}

/** A count, or null where it is too small to be told. */
export function publishCount(count: number, smallest: number): number | null {
  return count < smallest ? null : count;
}
