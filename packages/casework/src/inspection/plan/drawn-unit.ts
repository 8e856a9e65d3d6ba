/** Licensed premises of an individual business: what a plan draws in the place of its owner. */
export type DrawnPremises = {
  /** Id of the licence's record. */
  readonly record: string;
  /** Number of the licence. */
  readonly number?: string;
};

/** What a line of a plan is about: a whole organisation, or one place of an individual business. */
export interface DrawnUnit {
  readonly home: string;
  readonly premises?: DrawnPremises;
}

/** By what premises are told from others of the same business, to whoever may know of them. */
export function licenceOf(premises: DrawnPremises | undefined): string | undefined {
  return premises?.number ?? premises?.record;
}

/**
 * Whether both are one thing to be visited: another place of the same business is another visit.
 *
 * Legal source: guard N12.
 */
export function isSameUnit(one: DrawnUnit, other: DrawnUnit): boolean {
  return one.home === other.home && one.premises?.record === other.premises?.record;
}
