import type { World } from '../language/world.ts';
import { worldOf } from '../world/world-of.ts';
import type { Draft } from './draft.ts';

/** What rules of a draft can speak of. */
export function worldOfDraft({ edition, cards }: Pick<Draft, 'edition' | 'cards'>): World {
  return worldOf({
    currency: edition.currency,
    severities: edition.severities,
    items: cards.item,
    schemas: cards.schema,
    values: cards.value,
    lists: cards.list,
    sectors: cards.sector,
  });
}
