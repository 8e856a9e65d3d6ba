import type { CivilDate } from '@credence/domain';
import type { Citation, Edition } from '@credence/rulebook';

import type { Found, NotFound } from '../view/answer.ts';
import { editionLine, type Answering } from '../view/answer-clock.ts';
import { articleEndOf } from './article-end.ts';
import { countTouched, restingRules, type TouchCounts } from './resting-rules.ts';
import type { AffectedRules, AffectedView, ArticleEnd } from './rule-reading.ts';

/**
 * The reverse index: from an article, or from every article of a source, to the rules that rest on it
 * in each edition, what follows if it ends, and how many subjects they touch today.
 */
export async function viewAffected(
  parts: TouchCounts,
  answering: Answering,
  asked: { readonly source: string; readonly at?: string },
): Promise<Found<AffectedView> | NotFound> {
  const { clock, rulebook, edition: inForce } = answering;
  const editions = rulebook.editions.filter((edition) => citedIn(edition, asked).length > 0);
  const source = editions.at(-1)?.sources.get(asked.source);
  if (source === undefined) return { kind: 'not-found' };
  const touched = await countTouched(parts, answering);
  return {
    kind: 'found',
    view: {
      clock,
      source: { id: asked.source, title: source.title },
      ...(asked.at === undefined ? {} : { at: asked.at }),
      editions: editions.toReversed().map((edition): AffectedRules => {
        const cited = citedIn(edition, asked);
        return {
          edition: editionLine(edition),
          ends: endsOf(edition, cited, clock.today),
          rules: restingRules(edition, cited, edition === inForce ? touched : new Map()),
        };
      }),
    },
  };
}

/** The articles that are meant, where the edition knows the source. */
function citedIn(
  { sources }: Edition,
  { source, at }: { readonly source: string; readonly at?: string },
): readonly Citation[] {
  const articles = Object.keys(sources.get(source)?.articles ?? {});
  return articles
    .filter((each) => at === undefined || each === at)
    .map((each) => ({ source, at: each }));
}

/** Articles of one source end on one day, and may be carried on or not. */
function endsOf(
  edition: Edition,
  cited: readonly Citation[],
  today: CivilDate,
): AffectedRules['ends'] {
  const kinds = new Map<ArticleEnd['kind'], { articles: string[]; end: ArticleEnd }>();
  for (const article of cited) {
    const end = articleEndOf(edition, article, today);
    const known = end === undefined ? undefined : kinds.get(end.kind);
    if (known !== undefined) known.articles.push(article.at);
    else if (end !== undefined) kinds.set(end.kind, { articles: [article.at], end });
  }
  return [...kinds.values()];
}
