import type { JsonValue } from '@credence/domain';

import { allCardKinds } from '../card/card-kinds.ts';
import { findNearest } from '../load/nearest.ts';
import { formatPath, type Path } from '../load/place.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';

/** Days during which a statement claims to be law. */
export interface Claimed {
  readonly from: string;
  readonly until: string;
}

export interface CitedArticle {
  readonly source: string;
  readonly at: string;
}

/** Every citation names a source and an article that exist; whether they are law, G12 asks. */
export const checkBasis: Check = (draft, report) => {
  eachCitation(draft, (cited, place) => {
    checkCitation(draft, report, cited, place);
  });
};

/** Visits every citation of every card, with the days during which it claims to be the law. */
export function eachCitation(
  draft: Draft,
  visit: (cited: CitedArticle, place: CardPlace, during: Claimed) => void,
): void {
  for (const kind of allCardKinds) {
    for (const [id, card] of Object.entries(draft.document.cards[kind])) {
      if (!draft.cards[kind].has(id)) continue;
      const claimed = claimOf(card['in-force']) ?? claimOf(draft.document.edition['in-force']);
      if (claimed === undefined) continue;
      walk(card, [], claimed, (cited, path, during) => {
        visit(cited, { kind, id, path }, during);
      });
    }
  }
}

type Visit = (cited: CitedArticle, path: Path, during: Claimed) => void;

function walk(value: JsonValue, path: Path, claimed: Claimed, visit: Visit): void {
  if (isList(value)) {
    const rows = datedRows(value);
    value.forEach((item, index) => {
      walk(item, [...path, index], rows?.[index] ?? claimed, visit);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { source, at } = value;
  if (typeof source === 'string' && typeof at === 'string') visit({ source, at }, path, claimed);
  for (const [key, part] of Object.entries(value)) walk(part, [...path, key], claimed, visit);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Rows with days of their own claim those: rows of a dated value, years of a calendar. */
function datedRows(rows: readonly JsonValue[]): (Claimed | undefined)[] | undefined {
  const starts = rows.map(startOf);
  if (!starts.every((from) => from !== undefined)) return undefined;
  return rows.map((row, index) => {
    const from = starts[index] ?? '';
    const next = starts.filter((start) => start > from).sort()[0];
    return { from, until: textOf(row, 'until') ?? next ?? 'none' };
  });
}

function startOf(row: JsonValue): string | undefined {
  if (typeof row !== 'object' || row === null || isList(row)) return undefined;
  if (typeof row['year'] === 'number') return `${row['year']}-01-01`;
  const from = textOf(row, 'from');
  return from !== undefined && /^\d{4}-/.test(from) ? from : undefined;
}

function textOf(value: JsonValue | undefined, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  const part = value[key];
  return typeof part === 'string' ? part : undefined;
}

function claimOf(value: JsonValue | undefined): Claimed | undefined {
  const from = textOf(value, 'from');
  const until = textOf(value, 'until');
  return from === undefined || until === undefined ? undefined : { from, until };
}

function checkCitation(draft: Draft, report: Report, cited: CitedArticle, place: CardPlace): void {
  const source = draft.cards.source.get(cited.source);
  if (source === undefined) {
    if (!draft.has('source', cited.source)) reportUnknownSource(draft, report, cited, place);
    return;
  }
  if (!Object.hasOwn(source.articles, cited.at)) {
    const articles = Object.keys(source.articles);
    const nearest = findNearest(cited.at, articles);
    report(inside(place, 'at'), {
      code: 'article-unknown',
      message:
        `${cited.source} has no article ${cited.at} on its card.` +
        (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
      found: cited.at,
      accepted: articles.join(', '),
      repair: `Add the article to sources/${cited.source}.yaml, or cite another.`,
    });
  }
}

function reportUnknownSource(
  draft: Draft,
  report: Report,
  cited: CitedArticle,
  place: CardPlace,
): void {
  const known = Object.keys(draft.document.cards.source);
  const nearest = findNearest(cited.source, known);
  report(inside(place, 'source'), {
    code: 'card-unknown',
    message:
      `${formatPath(place.path)} cites ${cited.source}, which this edition does not have.` +
      (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
    found: cited.source,
    accepted: known.sort().join(', '),
    repair: 'Cite an existing source, or write its card.',
  });
}

function inside(place: CardPlace, key: string): CardPlace {
  return { ...place, path: [...place.path, key] };
}
