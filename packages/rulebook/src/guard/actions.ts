import type { CardKind, CardOf } from '../card/card-kinds.ts';
import type { Draft } from '../check/draft.ts';
import type { Path } from '../load/place.ts';

type Follows = NonNullable<CardOf<'measure'>['follows']>;
type Trigger = CardOf<'list'>['trigger'];

/** A measure that an action brings, and where the action says so. */
export interface MeasureUse {
  readonly measure: string;
  /** Undefined where the edition has no card of this name. */
  readonly card: CardOf<'measure'> | undefined;
  readonly path: Path;
}

/** Something that burdens a subject: what starts it, what it brings, and how it is decided. */
export interface Action {
  readonly kind: Extract<CardKind, 'list' | 'measure'>;
  readonly id: string;
  readonly card: CardOf<'list'> | CardOf<'measure'>;
  readonly subjects: CardOf<'list'>['subjects'];
  readonly basis: CardOf<'list'>['basis'];
  /** What starts it, and the path to it: `trigger` of a list, `follows` of a measure. */
  readonly trigger: Trigger | Follows;
  readonly at: 'trigger' | 'follows';
  /** Items whose records start it, followed through lists it hangs on. */
  readonly items: readonly string[];
  /** Lists it hangs on. */
  readonly lists: readonly string[];
  /** A class it follows from. */
  readonly byClass: { readonly card: string; readonly classes: readonly string[] } | undefined;
  readonly measures: readonly MeasureUse[];
  readonly procedure: CardOf<'list'>['procedure'] | undefined;
  readonly remedies: CardOf<'list'>['remedies'] | undefined;
  readonly issuer: CardOf<'list'>['issuer'] | undefined;
  readonly spread: CardOf<'list'>['spread'];
}

/** Every list, and every measure that follows from something without a list. */
export function actionsOf(draft: Draft): readonly Action[] {
  const { cards } = draft;
  const lists = [...cards.list].map(([id, list]) => ofList(draft, id, list));
  const measures = [...cards.measure].flatMap(([id, measure]) => ofMeasure(draft, id, measure));
  return [...lists, ...measures];
}

function ofList({ cards }: Draft, id: string, list: CardOf<'list'>): Action {
  return {
    kind: 'list',
    id,
    card: list,
    subjects: list.subjects,
    basis: list.basis,
    trigger: list.trigger,
    at: 'trigger',
    items: [list.trigger.item],
    lists: [],
    byClass: list.trigger.byClass,
    measures: list.effect.measures.map((measure, index) => ({
      measure,
      card: cards.measure.get(measure),
      path: ['effect', 'measures', index],
    })),
    procedure: list.procedure,
    remedies: list.remedies,
    issuer: list.issuer,
    spread: list.spread,
  };
}

function ofMeasure({ cards }: Draft, id: string, measure: CardOf<'measure'>): Action[] {
  const { follows } = measure;
  if (follows === undefined) return [];
  const list = follows.list === undefined ? undefined : cards.list.get(follows.list);
  return [
    {
      kind: 'measure',
      id,
      card: measure,
      subjects: measure.subjects,
      basis: measure.basis,
      trigger: follows,
      at: 'follows',
      items: [follows.item, list?.trigger.item].filter((item) => item !== undefined),
      lists: follows.list === undefined ? [] : [follows.list],
      byClass: follows.class,
      measures: [{ measure: measure.measure, card: measure, path: [] }],
      procedure: measure.procedure,
      remedies: measure.remedies,
      issuer: measure.issuer,
      spread: measure.spread,
    },
  ];
}

/** What is decided against somebody by a procedure, and where that procedure stands. */
export interface Burden {
  readonly kind: CardKind;
  readonly id: string;
  /** Path above `procedure`. */
  readonly above: Path;
  readonly procedure: CardOf<'list'>['procedure'];
}

/** The revocation of what was granted on a pledge: it burdens, and comes from no record. */
export function revocationsOf({ cards }: Draft): readonly Burden[] {
  return [...cards.pledge].flatMap(([id, { approval }]): Burden[] =>
    approval === undefined
      ? []
      : [{ kind: 'pledge', id, above: ['approval'], procedure: approval.procedure }],
  );
}
