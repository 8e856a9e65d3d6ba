import type { CaseParts } from '../case/desk/open-desk.ts';
import type { Answering } from '../view/answer-clock.ts';
import {
  compareLikeCases,
  likeParts,
  toUnlikeRule,
  unlikeCardOf,
  type Comparison,
  type RunningComparison,
} from './like-cases.ts';
import type { Keeper } from './measure-cases.ts';
import type { LikeLine, UnlikeView } from './report-card.ts';

/**
 * An office's decisions that are unlike others. In public a group has as many cases as a cell has at
 * least; the office itself and whoever oversees it see smaller groups as the card says.
 */
export async function viewUnlike(
  parts: CaseParts,
  keeper: Keeper<RunningComparison>,
  answering: Answering,
  { code, audience }: { readonly code: string | undefined; readonly audience: 'public' | 'desk' },
): Promise<UnlikeView> {
  const card = unlikeCardOf(answering.edition);
  if (card === undefined || code === undefined) return { groups: [], compared: 0 };
  const running = await keeper.take(answering, 'unlike', () =>
    compareLikeCases(parts, answering, card),
  );
  const comparison = await running.made;
  const rule = toUnlikeRule(card);
  const least = audience === 'public' ? rule.leastShown : rule.leastGroup;
  const { currency } = answering.edition;
  const groups = comparison.groups
    .filter(({ size }) => size >= least)
    .flatMap((group) => lineOf(group, comparison, { code, currency }));
  const compared = [...comparison.cases.values()].filter(({ provider }) => provider === code);
  return {
    rule,
    groups,
    compared: audience === 'public' && compared.length < rule.leastShown ? 0 : compared.length,
  };
}

function lineOf(
  group: Comparison['groups'][number],
  { cases }: Comparison,
  { code, currency }: { readonly code: string; readonly currency: string },
): readonly LikeLine[] {
  const unlike = group.unlike.flatMap((each) => {
    const found = cases.get(each.id);
    if (found?.provider !== code) return [];
    const { home: subject, subjectName, document, authority, decidedOn } = found;
    return [
      {
        ...{ ...each, subject, authority, decidedOn },
        ...(subjectName === undefined ? {} : { subjectName }),
        ...(document === undefined ? {} : { document }),
      },
    ];
  });
  if (unlike.length === 0) return [];
  const { item, like, size, median, deviation } = group;
  return [
    {
      ...{ item, like: likeParts(like), size, unlike },
      median: { amount: median, currency },
      deviation: { amount: deviation, currency },
    },
  ];
}
