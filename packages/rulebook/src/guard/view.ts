import type { CardKind, CardOf } from '../card/card-kinds.ts';
import type { SubjectWord } from '../card/guard-words.ts';
import type { Limits } from '../card/limits-card.ts';
import type { SourceCard, SourceRank } from '../card/source-card.ts';
import type { Citation } from '../card/vocabulary.ts';
import type { CardPlace, Draft } from '../check/draft.ts';
import type { Path } from '../load/place.ts';
import { actionsOf, type Action } from './actions.ts';
import { overlapOf, type Overlap } from './overlaps.ts';
import { eligibilitiesOf, programsOf, type EligibilityCard, type ProgramCard } from './programs.ts';

type Article = SourceCard['articles'][string];

/** An article that a card cites and that exists. */
export interface Cited {
  readonly source: SourceCard;
  readonly at: string;
  readonly article: Article;
  /** Where in `basis` it stands. */
  readonly index: number;
}

/**
 * What guards see of an edition. Nothing in it is taken from a card's word where it can be computed:
 * what is adverse, what a list brings, what feeds a class, which article orders a measure.
 */
export interface GuardView {
  readonly draft: Draft;
  readonly edition: Draft['edition'];
  readonly cards: Draft['cards'];
  /** The numbers by which the edition says its rules are judged. */
  readonly limits: Limits;
  /** The edition above, for a local one. */
  readonly parent: NonNullable<Draft['layer']>['parent'] | undefined;
  /** Whether the edition itself says this card, or takes it over from the one above. */
  isOwn(kind: CardKind, id: string): boolean;
  /** Whatever burdens a subject: lists, measures that follow by themselves, adverse items. */
  readonly actions: readonly Action[];
  /** Whether one record can start all of them. */
  readonly overlap: Overlap;
  /** Risk classes, evaluations and scales. */
  readonly programs: readonly ProgramCard[];
  /** Incentives with conditions of their own. */
  readonly eligibilities: readonly EligibilityCard[];
  /** Articles cited, without those that do not exist and are reported elsewhere. */
  cited(basis: readonly Citation[]): readonly Cited[];
  /** Articles, anywhere in the edition, that order a measure by its exact name. */
  readonly empowering: ReadonlyMap<string, readonly Cited[]>;
  /** 0 for what burdens nobody, then 1, 2, 3 for adverse classes from the lightest. */
  gravityOf(severity: string | undefined): number;
}

/** Ranks that let a rule take rights (guard N2). */
export const legislativeRanks: readonly SourceRank[] = [
  'law',
  'administrative_regulation',
  'local_regulation',
];

/** Ranks that may carry a measure of each class (N2); class III is never demanded. */
export const measureRanks: Readonly<Record<'I' | 'II', readonly SourceRank[]>> = {
  I: legislativeRanks,
  II: [...legislativeRanks, 'department_rule', 'local_government_rule'],
};

/** Ranks that take no protection away from anybody: documents without the force of law (N2). */
const unbinding: readonly SourceRank[] = ['normative_document', 'standard'];

/** Whether an article may take a protection away; one that does not exist is reported elsewhere. */
export function binds(view: GuardView, citation: Citation, ranks?: readonly SourceRank[]): boolean {
  return view
    .cited([citation])
    .every(({ source: { rank } }) => ranks?.includes(rank) ?? !unbinding.includes(rank));
}

/** Makes the view of a draft; done once for all guards. */
export function viewOf(draft: Draft, limits: Limits): GuardView {
  const { cards, edition, layer } = draft;
  const cited = citedBy(draft);
  return {
    draft,
    edition,
    cards,
    limits,
    parent: layer?.parent,
    isOwn: (kind, id) => layer === undefined || layer.own.has(`${kind}:${id}`),
    actions: actionsOf(draft),
    overlap: overlapOf(draft),
    programs: programsOf(draft),
    eligibilities: eligibilitiesOf(draft),
    cited,
    empowering: empoweringOf(draft),
    gravityOf: (severity) => gravityOf(draft, severity),
  };
}

/** A place in a card, in the words of its file. */
export function placeOf(kind: CardKind, id: string, ...path: Path): CardPlace {
  return { kind, id, path };
}

function citedBy(draft: Draft): GuardView['cited'] {
  return (basis) =>
    basis.flatMap(({ source: id, at }, index) => {
      const source = draft.cards.source.get(id);
      const article = source?.articles[at];
      return source === undefined || article === undefined ? [] : [{ source, at, article, index }];
    });
}

function empoweringOf(draft: Draft): ReadonlyMap<string, readonly Cited[]> {
  const found = new Map<string, Cited[]>();
  for (const source of draft.cards.source.values()) {
    for (const [at, article] of Object.entries(source.articles)) {
      for (const measure of article.empowers ?? []) {
        found.set(measure, [...(found.get(measure) ?? []), { source, at, article, index: 0 }]);
      }
    }
  }
  return found;
}

function gravityOf({ edition }: Draft, severity: string | undefined): number {
  const adverse = edition.severities.filter((entry) => entry.adverse);
  return adverse.findIndex(({ code }) => code === severity) + 1;
}

/** Whether a record of an item burdens its subject, computed from its classes. */
export function isAdverseItem({ edition }: Draft, item: CardOf<'item'>): boolean {
  const adverse = new Set(
    edition.severities.filter((entry) => entry.adverse).map(({ code }) => code),
  );
  return (
    item.effect === 'adverse' || (item.severity?.rows ?? []).some(({ then }) => adverse.has(then))
  );
}

/** Whether a kind of subject is a natural person. */
export function isNatural(subject: SubjectWord): boolean {
  return subject.startsWith('natural_');
}
