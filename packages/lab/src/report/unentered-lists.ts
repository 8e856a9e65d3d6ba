import type { Localised } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { Comparison } from '../experiment/comparison.ts';

/**
 * Lists that a draft adds and on which nobody was entered in any of the runs: these were too small to
 * show their harm. On the same people with the same luck, a draft under which every run has just as many
 * entries as under the rule above it has entered nobody of its own.
 */
export function unenteredLists(
  { outcomes, regimes }: Pick<Comparison, 'outcomes' | 'regimes'>,
  draft: {
    readonly id: string;
    readonly edition: Pick<Edition, 'lists'>;
    readonly builtUpon: readonly Pick<Edition, 'code' | 'lists'>[];
  },
): readonly Localised[] {
  const { id, edition, builtUpon } = draft;
  const entriesOf = (regime: string | undefined): readonly number[] | undefined =>
    outcomes.find((outcome) => outcome.regime === regime)?.replicates['entries'];
  const above = regimes.find((told) => builtUpon.some(({ code }) => code === told.edition?.code));
  const [own = [], before = []] = [entriesOf(id), entriesOf(above?.id)];
  if (own.some((entries, replicate) => entries !== (before[replicate] ?? 0))) return [];
  return [...edition.lists.values()]
    .filter(({ list }) => builtUpon.every(({ lists }) => !lists.has(list)))
    .map(({ title }) => title);
}
