import {
  addPeriod,
  isBefore,
  isOnOrAfter,
  parseCivilDate,
  type CivilDate,
  type Period,
} from '@credence/domain';

import type { CardKind, CardOf } from '../card/card-kinds.ts';
import { eachCitation, type Claimed, type CitedArticle } from '../check/check-basis.ts';
import type { CardPlace } from '../check/draft.ts';
import type { ReportBreach } from './guard.ts';
import { placeOf, type GuardView } from './view.ts';

/** What is cited is law on the first day of what rests on it, and its end says what follows (N7). */
export function judgeValidity(view: GuardView, report: ReportBreach): void {
  for (const [id, source] of view.cards.source) {
    const { until } = source.inForce;
    if (until === 'none' || source.repeal !== undefined) continue;
    report(placeOf('source', id, 'in-force', 'until'), {
      code: 'repeal-missing',
      message: `${id} ends on ${until} and does not say what happens then (N7).`,
      accepted: 'repeal: {succeeded: {by: id}}, {transitional: {source, at}} or ended',
      repair: 'Add repeal.',
    });
  }
  eachCitation(view.draft, (cited, place, during) => {
    judgeCoverage(view, report, { cited, place, during });
  });
}

function judgeCoverage(
  view: GuardView,
  report: ReportBreach,
  { cited, place, during }: { cited: CitedArticle; place: CardPlace; during: Claimed },
): void {
  const source = view.cards.source.get(cited.source);
  const start = parseCivilDate(during.from);
  if (source === undefined || start === undefined) return;
  const { from, until } = source.inForce;
  const at: CardPlace = { ...place, path: [...place.path, 'source'] };
  if (isBefore(start, from) || (until !== 'none' && isOnOrAfter(start, until))) {
    report(at, {
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
  if (!endsFirst || source.repeal !== 'ended') return;
  report(at, {
    code: 'basis-ends-early',
    message: `${cited.source} ends on ${until}; this would go on without it.`,
    found: `until ${during.until}`,
    accepted: `an end on ${until} at the latest, or a source that says what succeeds it`,
    repair: `End this on ${until}, or write repeal: {succeeded: {by: ...}} on the source.`,
  });
}

/** What begins while its law is in force does not go on after that law has ended without a successor. */
export function judgeOutliving(view: GuardView, report: ReportBreach): void {
  for (const [id, measure] of view.cards.measure) {
    const { term } = measure;
    if (typeof term !== 'object' || !('atMost' in term)) continue;
    judgeTerm(view, report, { kind: 'measure', id, path: ['term'] }, measure, term.atMost);
  }
  for (const [id, list] of view.cards.list) {
    list.ends.forEach((end, index) => {
      if (!('after' in end) || typeof end.after === 'string') return;
      judgeTerm(view, report, { kind: 'list', id, path: ['ends', index] }, list, end.after);
    });
  }
}

function judgeTerm(
  view: GuardView,
  report: ReportBreach,
  place: CardPlace & { readonly kind: CardKind },
  card: CardOf<'list'> | CardOf<'measure'>,
  term: Period,
): void {
  const first = latest([card.inForce.from, view.edition.inForce.from, view.draft.today]);
  const end = addPeriod(first, term, view.edition.months.round);
  const ending = view.cited(card.basis).find(({ source: { inForce, repeal } }) => {
    const ended = repeal === undefined || repeal === 'ended';
    return ended && inForce.until !== 'none' && isBefore(inForce.until, end);
  });
  if (ending === undefined) return;
  const { source } = ending;
  report(place, {
    code: 'basis-ends-early',
    message: `${source.source} ends on ${source.inForce.until}; what begins on ${first} would outlive it.`,
    found: `until ${end}`,
    accepted: `an end on ${source.inForce.until} at the latest`,
    repair: 'Shorten the term, or write repeal: {succeeded: {by: ...}} on the source.',
  });
}

function latest(days: readonly [CivilDate, ...(CivilDate | undefined)[]]): CivilDate {
  return days.reduce<CivilDate>(
    (last, day) => (day !== undefined && isBefore(last, day) ? day : last),
    days[0],
  );
}
