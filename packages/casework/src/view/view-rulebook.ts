import type { CivilDate, Interval, JsonValue, Localised } from '@credence/domain';
import {
  allCardKinds,
  cardsOf,
  type CardKind,
  type Citation,
  type Confidence,
  type Edition,
} from '@credence/rulebook';

import type { Found, NotFound } from './answer.ts';
import { editionLine, type Answering } from './answer-clock.ts';
import { referencesOf, type CardReference } from './card-references.ts';
import { toBasis } from './record-view.ts';
import {
  type BasisView,
  type CardLine,
  type CardView,
  type EditionSummary,
  type EditionsView,
  type EditionView,
} from './view.ts';

const notFound: NotFound = { kind: 'not-found' };

/** All promulgated editions, newest in force first. */
export function listEditions({ clock, rulebook }: Answering): EditionsView {
  return { clock, editions: rulebook.editions.toReversed().map(toSummary) };
}

/** One edition with a line for each of its cards. */
export function viewEdition(
  { clock }: Answering,
  code: string,
  editions: readonly Edition[],
): Found<EditionView> | NotFound {
  const edition = editions.find((candidate) => candidate.code === code);
  if (edition === undefined) return notFound;
  const cards = allCards(edition).map((card) => toCardLine(edition, card));
  return { kind: 'found', view: { clock, edition: toSummary(edition), cards } };
}

/** One card: what it says, on what it rests, and what rests on it. */
export function viewCard(
  { clock }: Answering,
  place: CardReference & { readonly edition: string },
  editions: readonly Edition[],
): Found<CardView> | NotFound {
  const edition = editions.find(({ code }) => code === place.edition);
  const content = edition?.document.cards[place.kind][place.id];
  const head = edition === undefined ? undefined : headsOf(edition)[place.kind].get(place.id);
  if (edition === undefined || content === undefined || head === undefined) return notFound;
  const exists = (card: CardReference) => headsOf(edition)[card.kind].has(card.id);
  const names = (card: CardReference) => referencesOf(card, documentOf(edition, card), exists);
  const isThis = ({ kind, id }: CardReference) => kind === place.kind && id === place.id;
  const citing = allCards(edition).filter((card) => names(card).some(isThis));
  return {
    kind: 'found',
    view: {
      clock,
      edition: toSummary(edition),
      card: {
        ...toCardLine(edition, place),
        basis: basisOf(edition, place.kind, head),
        ...(head.reviewBy === undefined ? {} : { reviewBy: head.reviewBy }),
      },
      content,
      citedBy: citing.map((card) => toCardLine(edition, card)),
      titles: Object.fromEntries<Localised>([
        ...names(place).map(
          (card) => [`${card.kind}:${card.id}`, toCardLine(edition, card).title] as const,
        ),
        ...linesOfBusiness(edition, place),
      ]),
    },
  };
}

/** What the official layout of registrations calls the codes by which a sector says whom it concerns. */
function linesOfBusiness(
  { sectors, schemas }: Edition,
  { kind, id }: CardReference,
): readonly (readonly [string, Localised])[] {
  const subjects = kind === 'sector' ? sectors.get(id)?.subjects : undefined;
  if (subjects === undefined || subjects === 'others') return [];
  const columns = [...schemas.values()].flatMap((schema) => schema.columns);
  return columns
    .filter(({ field }) => field === subjects.fact)
    .flatMap(({ codes }) => codes.map(({ code, title }) => [`code:${code}`, title] as const));
}

/** Every card of an edition with the cards that it names. */
export function namesOf(
  edition: Edition,
): readonly { readonly card: CardReference; readonly names: readonly CardReference[] }[] {
  const exists = (card: CardReference) => headsOf(edition)[card.kind].has(card.id);
  return allCards(edition).map((card) => ({
    card,
    names: referencesOf(card, documentOf(edition, card), exists),
  }));
}

/** What all kinds of cards may have in common. */
interface CardHead {
  readonly title?: Localised;
  readonly basis?: readonly Citation[];
  readonly confidence?: Confidence;
  readonly inForce?: Interval;
  readonly reviewBy?: CivilDate;
}

function headsOf(edition: Edition): Readonly<Record<CardKind, ReadonlyMap<string, CardHead>>> {
  return cardsOf(edition);
}

function allCards(edition: Edition): readonly CardReference[] {
  const heads = headsOf(edition);
  return allCardKinds.flatMap((kind) =>
    [...heads[kind].keys()].sort().map((id): CardReference => ({ kind, id })),
  );
}

function documentOf(edition: Edition, { kind, id }: CardReference): JsonValue {
  return edition.document.cards[kind][id] ?? null;
}

/** An edition as lists show it. */
export function toSummary(edition: Edition): EditionSummary {
  const { territory, languages, reviewBy, succeeds, parent } = edition;
  return {
    ...editionLine(edition),
    territory,
    languages,
    reviewBy,
    ...(succeeds === 'none' ? {} : { succeeds }),
    ...(parent === 'none' ? {} : { parent }),
    cards: allCards(edition).length,
  };
}

/** A card of an edition as lists show it. */
export function toCardLine(edition: Edition, { kind, id }: CardReference): CardLine {
  const { title, confidence, inForce } = headsOf(edition)[kind].get(id) ?? {};
  return {
    kind,
    id,
    title: title ?? { en: id },
    ...(confidence === undefined ? {} : { confidence }),
    ...(inForce === undefined ? {} : { inForce: { from: inForce.from, until: inForce.until } }),
  };
}

const carries: Readonly<Partial<Record<CardKind, BasisView['for']>>> = {
  item: 'publication',
  value: 'term',
  clock: 'way-out',
};

function basisOf(edition: Edition, kind: CardKind, head: CardHead): readonly BasisView[] {
  const { basis = [], confidence = 'unverified' } = head;
  return basis.map((citation) =>
    toBasis({ citation, confidence }, carries[kind] ?? 'decision', edition),
  );
}
