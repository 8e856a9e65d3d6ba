import type { CardOf } from '../card/card-kinds.ts';
import type { Edition } from '../edition/edition.ts';

/** Within how many working days an authority has to hand a record over, and the clock that says so. */
export interface SupplyRule {
  readonly workingDays: number;
  /** Absent where no clock of the edition has these days. */
  readonly clock?: CardOf<'clock'>;
}

/**
 * The rule of the item; undefined where no rule says. The longer time that market regulation has for
 * its own system (20 working days) is another duty and moves nothing here.
 *
 * Legal source: `supply-within` of the item's card and the clocks called `supply.`.
 */
export function supplyRuleOf(item: string, edition: Edition): SupplyRule | undefined {
  const within = edition.items.get(item)?.supplyWithin;
  if (within === undefined) return undefined;
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
