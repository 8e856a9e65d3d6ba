import type { CivilDate } from '../time/civil-date.ts';

/** What was delivered, and what of its price is held back. */
export type DeliveredPrice = {
  /** Price of what was accepted, in minor units: of a part, where only a part was. */
  readonly amount: number;
  readonly dueOn: CivilDate;
  /** Agreed money held back for defects, and the day on which it is due. */
  readonly retention?: { readonly amount: number; readonly dueOn: CivilDate };
  /** The part about which there is a dispute; the rest is due on its day all the same. */
  readonly disputed?: number;
};

/** One sum with its own day; the disputed one has none. */
export type Tranche =
  | {
      readonly kind: 'undisputed' | 'retention';
      readonly amount: number;
      readonly dueOn: CivilDate;
    }
  | { readonly kind: 'disputed'; readonly amount: number };

/**
 * The parts of a price by the day on which each is due. A dispute about a part holds up nothing
 * else, and money held back is never more than the price.
 *
 * Legal source: SME payment regulations, article 15.
 */
export function tranchesOf({ amount, dueOn, ...rest }: DeliveredPrice): readonly Tranche[] {
  const retained = Math.min(amount, rest.retention?.amount ?? 0);
  const disputed = Math.min(amount - retained, rest.disputed ?? 0);
  const undisputed = amount - retained - disputed;
  const all: Tranche[] = [];
  if (undisputed > 0) all.push({ kind: 'undisputed', amount: undisputed, dueOn });
  if (retained > 0 && rest.retention !== undefined) {
    all.push({ kind: 'retention', amount: retained, dueOn: rest.retention.dueOn });
  }
  if (disputed > 0) all.push({ kind: 'disputed', amount: disputed });
  return all;
}
