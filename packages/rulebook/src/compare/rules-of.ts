import type { JsonValue } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import { allCardKinds } from '../card/card-kinds.ts';
import type { Citation } from '../card/vocabulary.ts';
import type { Edition, EditionDocument } from '../edition/edition.ts';
import type { CardName } from './compare-editions.ts';
import { isList } from './field-changes.ts';

/** A place of a card that rests on an article. */
export interface RestingPlace extends CardName {
  /** Keys as the files write them, places in a list from 1. */
  readonly path: string;
}

/** An article whose words differ between two editions, and every rule of the newer that cites it. */
export interface ChangedArticle {
  readonly source: string;
  readonly at: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly rules: readonly RestingPlace[];
}

/** Every place of an edition that cites an article, in the order of its cards. */
export function rulesOf(edition: Edition, { source, at }: Citation): readonly RestingPlace[] {
  return citationsIn(edition.document)
    .filter((found) => found.cited.source === source && found.cited.at === at)
    .map(({ kind, id, path }) => ({ kind, id, path }));
}

/**
 * Hash of an article as its edition knows it: of the text that was read where that was hashed, else
 * of what the card says it says.
 */
export function articleHash(edition: Edition, { source, at }: Citation): string | undefined {
  const article = edition.sources.get(source)?.articles[at];
  if (article === undefined) return undefined;
  return article.textSha256 ?? sha256Hex(canonicalJson({ ...article.says }));
}

/** Articles that changed from one edition to the next, each with the rules that rest on it. */
export function changedArticles(older: Edition, newer: Edition): readonly ChangedArticle[] {
  const cited = citationsIn(newer.document);
  return articlesOf(older, newer).flatMap((article) => {
    const [before, after] = [articleHash(older, article), articleHash(newer, article)];
    if (before === after) return [];
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    const rules = cited
      .filter((each) => each.cited.source === article.source && each.cited.at === article.at)
      .map(({ kind, id, path }) => ({ kind, id, path }));
    return [{ ...article, change, rules }];
  });
}

function articlesOf(...editions: readonly Edition[]): readonly Citation[] {
  const names = new Map<string, Citation>();
  for (const { sources } of editions) {
    for (const [source, card] of sources) {
      for (const at of Object.keys(card.articles)) names.set(`${source} ${at}`, { source, at });
    }
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

interface FoundCitation extends RestingPlace {
  readonly cited: Citation;
}

function citationsIn(document: EditionDocument): readonly FoundCitation[] {
  return allCardKinds.flatMap((kind) =>
    Object.entries(document.cards[kind])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, card]) =>
        [...walk(card, [])].map(({ path, cited }) => ({ kind, id, path, cited })),
      ),
  );
}

function* walk(
  value: JsonValue,
  path: readonly string[],
): Generator<{ readonly path: string; readonly cited: Citation }> {
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (const [index, member] of value.entries()) yield* walk(member, [...path, `${index + 1}`]);
    return;
  }
  const { source, at } = value;
  if (typeof source === 'string' && typeof at === 'string') {
    yield { path: path.join('.'), cited: { source, at } };
  }
  for (const [key, part] of Object.entries(value)) yield* walk(part, [...path, key]);
}
