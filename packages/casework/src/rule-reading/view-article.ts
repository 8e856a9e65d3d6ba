import { articleHash, type Edition } from '@credence/rulebook';

import type { Found, NotFound } from '../view/answer.ts';
import { editionLine, type Answering } from '../view/answer-clock.ts';
import { toSummary } from '../view/view-rulebook.ts';
import type { ArticleView } from './rule-reading.ts';
import { articleEndOf } from './article-end.ts';
import { countTouched, restingRules, type TouchCounts, type Touched } from './resting-rules.ts';
import { articleOf, lineageOf } from './view-rule.ts';

/** One article of an edition: what it says in each edition, and the rules and subjects it reaches. */
export async function viewArticle(
  parts: TouchCounts,
  answering: Answering,
  asked: {
    readonly editions: readonly Edition[];
    readonly edition: string;
    readonly source: string;
    readonly at: string;
  },
): Promise<Found<ArticleView> | NotFound> {
  const { clock, rulebook } = answering;
  const edition = asked.editions.find(({ code }) => code === asked.edition);
  const cited = { source: asked.source, at: asked.at };
  const article = edition === undefined ? undefined : articleOf(edition, cited);
  if (edition === undefined || article === undefined) return { kind: 'not-found' };
  const end = articleEndOf(edition, cited, clock.today);
  const touched: Touched =
    edition === answering.edition ? await countTouched(parts, answering) : new Map();
  const lineage = lineageOf(rulebook, edition);
  const versions = lineage.map((each, place) => {
    const hash = articleHash(each, cited);
    const before = lineage[place - 1];
    const says = each.sources.get(cited.source)?.articles[cited.at]?.says;
    return {
      edition: editionLine(each),
      ...(says === undefined ? {} : { says }),
      ...(hash === undefined ? {} : { hash }),
      changed: before !== undefined && articleHash(before, cited) !== hash,
    };
  });
  return {
    kind: 'found',
    view: {
      clock,
      edition: toSummary(edition),
      article,
      ...(end === undefined ? {} : { end }),
      versions: versions.toReversed(),
      rules: restingRules(edition, [cited], touched),
    },
  };
}
