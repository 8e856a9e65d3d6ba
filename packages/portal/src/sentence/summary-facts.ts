import type { RecordView, SubjectView } from '@credence/casework';
import { addDays, isBefore, localise, type CivilDate, type Language } from '@credence/domain';

import { repairOf } from './repair.ts';
import type { Piece } from './sentence.ts';

/** The first and the last of some days. */
export interface Span {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** What the sentence about an organisation is made of, whatever its language. */
export interface SummaryFacts {
  readonly past: boolean;
  readonly day: CivilDate;
  readonly records: readonly RecordView[];
  /** It stands in a list, so that nobody says there is nothing. */
  readonly listed: boolean;
  /** Ends of the records; absent when there is none. */
  readonly ends: Span | undefined;
  /** Records for which an earlier end can be applied for now. */
  readonly repairOpen: number;
  /** The next day on which one can be. */
  readonly repairNext: CivilDate | undefined;
  readonly valid: readonly RecordView[];
  /** Last days of validity, as documents state them. */
  readonly validUntil: Span | undefined;
}

export function summaryFacts({ clock, records, listings = [], others }: SubjectView): SummaryFacts {
  const repairs = records.map(repairOf);
  const valid = others.filter(({ publicity }) => publicity.kind === 'valid');
  return {
    past: clock.day !== clock.today,
    day: clock.day,
    records,
    listed: listings.length > 0,
    ends: spanOf(
      records.flatMap(({ publicity }) => (publicity.kind === 'shown' ? [publicity.ends] : [])),
    ),
    repairOpen: repairs.filter(({ kind }) => kind === 'open').length,
    repairNext: spanOf(repairs.flatMap((each) => (each.kind === 'later' ? [each.from] : [])))
      ?.first,
    valid,
    validUntil: spanOf(
      valid.flatMap(({ publicity }) =>
        publicity.kind === 'valid' && publicity.ends !== 'none'
          ? [addDays(publicity.ends, -1)]
          : [],
      ),
    ),
  };
}

function spanOf(days: readonly CivilDate[]): Span | undefined {
  return days.reduce<Span | undefined>((span, on) => {
    if (span === undefined) return { first: on, last: on };
    return {
      first: isBefore(on, span.first) ? on : span.first,
      last: isBefore(span.last, on) ? on : span.last,
    };
  }, undefined);
}

/** A kind of record, and how many of it there are. */
export interface KindCount {
  readonly title: Piece;
  readonly count: number;
}

/** The kinds among some records, in their order. */
export function kindsOf(records: readonly RecordView[], language: Language): readonly KindCount[] {
  const kinds = new Map<string, { readonly title: Piece; count: number }>();
  for (const { item } of records) {
    const known = kinds.get(item.code);
    if (known === undefined)
      kinds.set(item.code, { title: titleOf(item.title, language), count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()];
}

/** A title inside an English sentence loses its capital, an abbreviation keeps it. */
function titleOf(title: RecordView['item']['title'], language: Language): Piece {
  const found = localise(title, language);
  if (found.language !== language) return found;
  return language === 'en' && /^[A-Z][a-z]/.test(found.text)
    ? found.text.slice(0, 1).toLowerCase() + found.text.slice(1)
    : found.text;
}
