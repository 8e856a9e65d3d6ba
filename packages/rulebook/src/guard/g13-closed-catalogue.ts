import type { CardKind, CardOf } from '../card/card-kinds.ts';
import { findWidenings } from '../compare/find-widenings.ts';
import { findNearest } from '../load/nearest.ts';
import type { Path } from '../load/place.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { findLookAlike } from './look-alikes.ts';
import { judgeLocalSectors } from './sector-layers.ts';
import { measureRanks, placeOf, type GuardView } from './view.ts';

/** Measures come from the closed list; nobody adds one, sharpens one, or widens the national rule. */
export const g13: Guard = {
  id: 'G13',
  title: { zh: '措施清单之外无惩戒', en: 'Closed catalogue of measures; nobody adds or sharpens' },
  why: {
    zh: '不得在清单外采取惩戒措施，不得擅自扩大范围、加重、叠加。',
    en: 'No measure outside the list, and no widening, lengthening or combining.',
  },
  source: 'National Basic List of Disciplinary Measures, notes; NDRC briefing, 25 December 2020',
  judge(view, report) {
    for (const [id, measure] of view.cards.measure) judgeMeasure(view, id, measure, report);
    for (const { kind, id, path, code } of usesOf(view)) {
      if (view.draft.has('measure', code)) continue;
      judgeUnknown(view, { kind, id, path }, code, report);
    }
    if (view.parent !== undefined) judgeLayer(view, view.parent, report);
  },
};

interface Use {
  readonly kind: CardKind;
  readonly id: string;
  readonly path: Path;
}

/** Wherever a card names a measure. */
function usesOf({ cards }: GuardView): readonly (Use & { readonly code: string })[] {
  const named = (kind: CardKind, id: string, path: Path, codes: readonly string[]) =>
    codes.map((code, index) => ({ kind, id, path: [...path, index], code }));
  return [
    ...[...cards.list].flatMap(([id, { effect }]) =>
      named('list', id, ['effect', 'measures'], effect.measures),
    ),
    ...[...cards.pledge].flatMap(([id, { broken }]) =>
      named('pledge', id, ['broken', 'brings'], broken.brings),
    ),
    ...(['risk-class', 'evaluation', 'scale', 'inspection-plan', 'sector'] as const).flatMap(
      (kind) =>
        [...cards[kind]].flatMap(([id, card]) => named(kind, id, ['leads-to'], card.leadsTo)),
    ),
    ...[...cards.incentive].flatMap(([id, { takes }]) =>
      takes.map(({ measure }, index) => ({
        kind: 'incentive' as const,
        id,
        path: ['takes', index, 'measure'],
        code: measure,
      })),
    ),
  ];
}

function judgeUnknown(
  view: GuardView,
  { kind, id, path }: Use,
  code: string,
  report: ReportBreach,
): void {
  const known = [...view.cards.measure.keys()].sort();
  const likeness = findLookAlike(code);
  const nearest = findNearest(likeness?.plain ?? code, known);
  const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  report(placeOf(kind, id, ...path), {
    code: 'card-unknown',
    message:
      likeness === undefined
        ? `${code} is no measure of the catalogue.${meant}`
        : `${code} contains ${likeness.codePoint}, which only looks like a letter of a code.${meant}`,
    found: code,
    accepted: known.length === 0 ? 'there is no measure yet' : known.join(', '),
    repair: 'Name a measure of the catalogue, or remove it.',
  });
}

/** A measure is of the catalogue when an article of the rank it needs orders it by its exact name. */
function judgeMeasure(
  view: GuardView,
  id: string,
  measure: CardOf<'measure'>,
  report: ReportBreach,
): void {
  const likeness = findLookAlike(measure.measure);
  const ordering = view.empowering.get(measure.measure) ?? [];
  const accepted = measure.class === 'III' ? undefined : measureRanks[measure.class];
  const ordered =
    accepted === undefined || ordering.some(({ source }) => accepted.includes(source.rank));
  if (likeness === undefined && ordered) return;
  report(placeOf('measure', id, 'measure'), {
    code: 'measure-unknown',
    message:
      likeness === undefined
        ? `No article of sufficient rank orders ${measure.measure}: it is not in the catalogue.`
        : `${measure.measure} contains ${likeness.codePoint}, which only looks like a letter.`,
    found: measure.measure,
    accepted: `an article with empowers: [${likeness?.plain ?? measure.measure}]`,
    repair: 'Name a measure of the catalogue, or remove the card.',
  });
}

type Parent = NonNullable<GuardView['parent']>;

/** What a local edition may do: narrow, and add by a local regulation alone (N3). */
function judgeLayer(view: GuardView, parent: Parent, report: ReportBreach): void {
  const layers = { parent: parent.document.cards, child: view.draft.document.cards };
  for (const { kind, id, path, what, found, accepted } of findWidenings(layers)) {
    report(placeOf(kind, id, ...path), {
      code: 'layering',
      message: `A local edition ${what} what the national one says (N3).`,
      found,
      accepted,
      repair: 'Take over what the edition above says, or say less.',
    });
  }
  judgeLocalSectors(view, parent, report);
  const added: readonly (readonly [CardKind, string, CardOf<'list'>['basis']])[] = [
    ...[...view.cards.list]
      .filter(([id]) => !parent.lists.has(id))
      .map(([id, { basis }]) => ['list' as const, id, basis] as const),
    ...[...view.cards.measure]
      .filter(([id]) => !parent.measures.has(id))
      .map(([id, { basis }]) => ['measure' as const, id, basis] as const),
  ];
  for (const [kind, id, basis] of added) {
    const cited = view.cited(basis);
    if (cited.some(({ source }) => source.rank === 'local_regulation')) continue;
    report(placeOf(kind, id, 'basis'), {
      code: 'layering',
      message: `A local edition adds a ${kind} by a local regulation alone (N3).`,
      found: cited.map(({ source }) => source.rank).join(', ') || 'nothing',
      accepted: 'local_regulation',
      repair: 'Cite the article of the local regulation, or remove the card.',
    });
  }
}
