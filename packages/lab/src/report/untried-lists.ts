import type { Localised } from '@credence/domain';
import type { Edition, ListCard } from '@credence/rulebook';

import type { Regime } from '../regime/regime.ts';

/**
 * Lists that a draft adds or changes and that nothing leads to which the society does: their harm was
 * not tried, whatever the figures say. Where nothing leads to a list of the law that the draft builds on
 * as it was, the draft has done nothing to it.
 */
export function untriedLists(
  { law: { edition }, lists, table: { proposes } }: Regime,
  builtUpon: readonly Edition[],
): readonly Localised[] {
  const led = proposes.reduce((all, set) => all | set, 0);
  const isTried = (id: string): boolean => {
    const at = lists.findIndex((list) => list.id === id);
    return at >= 0 && (led & (1 << at)) !== 0;
  };
  return [...(edition?.lists.values() ?? [])]
    .filter((list) => !isTried(list.list))
    .filter((list) => builtUpon.every(({ lists: known }) => isOther(list, known.get(list.list))))
    .map(({ title }) => title);
}

function isOther(list: ListCard, known: ListCard | undefined): boolean {
  return known === undefined || JSON.stringify(deedsOf(list)) !== JSON.stringify(deedsOf(known));
}

/** What of a list decides who is entered, how, with what, and until when. */
function deedsOf({ subjects, trigger, procedure, effect, ends, spread, remedies }: ListCard) {
  return { subjects, trigger, procedure, effect, ends, spread, remedies };
}
