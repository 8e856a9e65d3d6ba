import type { CardOf } from '../card/card-kinds.ts';
import type { Edition } from '../edition/edition.ts';

/** Within how many working days an authority has to hand a record over, and the clock that says so. */
export interface SupplyRule {
  readonly workingDays: number;
  /** Absent where no clock of the edition has these days. */
  readonly clock?: CardOf<'clock'>;
}

/**
 * The rule of the item for the authority of this name: that of its kind where the card has one, else
 * the common one. Undefined where no rule says.
 *
 * Legal source: `supply-within` of the item's card and the clocks called `supply.`.
 */
export function supplyRuleOf(
  item: string,
  authority: string,
  edition: Edition,
): SupplyRule | undefined {
  const within = edition.items.get(item)?.supplyWithin;
  if (within === undefined) return undefined;
  const own = within.byName?.find(({ named }) => named.some((word) => authority.includes(word)));
  const clock = own === undefined ? undefined : edition.clocks.get(own.clock);
  const days = clock === undefined ? undefined : supplyDays(clock);
  if (clock !== undefined && days !== undefined) return { workingDays: days, clock };
  const { workingDays } = within;
  const common = [...edition.clocks.values()].find(
    (each) => each.clock.startsWith('supply.') && supplyDays(each) === workingDays,
  );
  return common === undefined ? { workingDays } : { workingDays, clock: common };
}

function supplyDays({ steps }: CardOf<'clock'>): number | undefined {
  const within = steps.find(({ step }) => step === 'supply')?.within;
  if (within === undefined || within === 'at-once') return undefined;
  return within.unit === 'working-days' ? within.count : undefined;
}
