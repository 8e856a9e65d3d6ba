import { isBefore, isOnOrAfter, parseCivilDate, type JsonValue } from '@credence/domain';

import { allCardKinds, type CardOf } from '../card/card-kinds.ts';
import { findNearest } from '../load/nearest.ts';
import { formatPath, type Path } from '../load/place.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';

/** Days during which a statement claims to be law. */
interface Claimed {
  readonly from: string;
  readonly until: string;
}

interface Cited {
  readonly source: string;
  readonly at: string;
}

/**
 * Every citation names a source and an article that exist and were in force on the first day of what
 * rests on them; a source that ends before what rests on it must say what follows (guard N7).
 */
export const checkBasis: Check = (draft, report) => {
  for (const kind of allCardKinds) {
    for (const [id, card] of Object.entries(draft.document.cards[kind])) {
      if (!draft.cards[kind].has(id)) continue;
      const claimed = claimOf(card['in-force']) ?? claimOf(draft.document.edition['in-force']);
      if (claimed === undefined) continue;
      walk(card, [], claimed, (cited, path, during) => {
        checkCitation(draft, report, { cited, place: { kind, id, path }, during });
      });
    }
  }
};

type Visit = (cited: Cited, path: Path, during: Claimed) => void;

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

function checkCitation(
  draft: Draft,
  report: Report,
  { cited, place, during }: { cited: Cited; place: CardPlace; during: Claimed },
): void {
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
  checkCoverage(report, { source, cited, place, during });
}

function reportUnknownSource(draft: Draft, report: Report, cited: Cited, place: CardPlace): void {
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

function checkCoverage(
  report: Report,
  given: {
    source: CardOf<'source'>;
    cited: Cited;
    place: CardPlace;
    during: Claimed;
  },
): void {
  const { source, cited, place, during } = given;
  const { from, until } = source.inForce;
  const start = parseCivilDate(during.from);
  if (start === undefined) return;
  if (isBefore(start, from) || (until !== 'none' && isOnOrAfter(start, until))) {
    report(inside(place, 'source'), {
      code: 'basis-not-in-force',
      message: `${cited.source} was not in force on ${start}, when this begins.`,
      found: `in force from ${from} until ${until}`,
      accepted: `a source in force on ${start}`,
      repair: 'Cite what was in force on that day, or let this begin later.',
    });
    return;
  }
  const endsFirst = until !== 'none' && (during.until === 'none' || until < during.until);
  // An end without repeal is a fault of the source and reported there, once.
  if (endsFirst && source.repeal === 'ended') {
    report(inside(place, 'source'), {
      code: 'basis-ends-early',
      message: `${cited.source} ends on ${until}; this would go on without it.`,
      found: `until ${during.until}`,
      accepted: `an end on ${until} at the latest, or a source that says what succeeds it`,
      repair: `End this on ${until}, or write repeal: {succeeded: {by: ...}} on the source.`,
    });
  }
}

function inside(place: CardPlace, key: string): CardPlace {
  return { ...place, path: [...place.path, key] };
}
