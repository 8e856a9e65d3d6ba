/** Something that an experiment varies, from its least to its most. */
export interface Factor {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
}

/** One setting of all factors. */
export type Point = Readonly<Record<string, number>>;

/** Settings from ratios of 0 to 1, one for each factor in its order. */
export function pointAt(factors: readonly Factor[], ratios: ArrayLike<number>): Point {
  return Object.fromEntries(
    factors.map(({ id, least, most, whole }, at) => {
      const ratio = ratios[at] ?? 0;
      if (whole === true) {
        return [id, least + Math.min(most - least, Math.floor(ratio * (most - least + 1)))];
      }
      return [id, least + ratio * (most - least)];
    }),
  );
}
