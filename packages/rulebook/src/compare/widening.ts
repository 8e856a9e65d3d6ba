import type { CardKind } from '../card/card-kinds.ts';

/** What a local card does to the national one it restates. */
export type WideningKind =
  | 'lengthens'
  /** More subjects, more conduct, more readers. */
  | 'widens'
  /** More measures or purposes for one fact. */
  | 'combines'
  /** Less notice, fewer remedies. */
  | 'weakens';

/** How a field may be narrowed. */
export type Direction =
  /** A period that may only become shorter; a word in its place lasts for ever. */
  | 'shorter'
  /** A period that may only become longer: time that a subject has. */
  | 'longer'
  /** A number that may only grow. */
  | 'more'
  /** A list that may only lose members; absent is everything. */
  | 'fewer-members'
  /** A list that may only gain members; absent is nothing. */
  | 'more-members'
  /** A day that may only be later; absent is every day. */
  | 'later'
  /** Must stand as it stands: no other text can be shown to be lighter. */
  | 'same'
  /** Members in an order from the lightest on; only a lighter one may follow. */
  | { readonly lightestFirst: readonly string[] };

/** One field of a card that a local edition may narrow and not widen. */
export interface Watched {
  /** Keys as the file writes them; `ends[by=time].after` picks a member of a list. */
  readonly path: string;
  readonly may: Direction;
  readonly what: WideningKind;
}

const subjects: Watched = { path: 'subjects', may: 'fewer-members', what: 'widens' };

/** Fields on which the weight of a card hangs, kind by kind. */
export const watched: Readonly<Partial<Record<CardKind, readonly Watched[]>>> = {
  measure: [
    subjects,
    { path: 'class', may: { lightestFirst: ['III', 'II', 'I'] }, what: 'widens' },
    { path: 'domain', may: 'same', what: 'combines' },
    { path: 'touches', may: 'fewer-members', what: 'widens' },
    { path: 'severity', may: 'same', what: 'widens' },
    { path: 'implementing', may: 'fewer-members', what: 'widens' },
    { path: 'term.at-most', may: 'shorter', what: 'lengthens' },
  ],
  item: [
    subjects,
    { path: 'purposes', may: 'fewer-members', what: 'combines' },
    { path: 'shows', may: 'fewer-members', what: 'widens' },
    {
      path: 'disclosure',
      may: { lightestFirst: ['internal', 'authorised', 'shared', 'public'] },
      what: 'widens',
    },
    { path: 'effect', may: 'same', what: 'widens' },
    { path: 'service', may: { lightestFirst: ['required', 'not_needed'] }, what: 'weakens' },
    { path: 'severity', may: 'same', what: 'widens' },
    { path: 'never-public', may: 'same', what: 'widens' },
    { path: 'publicity', may: 'same', what: 'widens' },
    { path: 'retention.at-most', may: 'shorter', what: 'lengthens' },
    {
      path: 'retention.from',
      may: { lightestFirst: ['conduct_ended', 'decided', 'taken_in'] },
      what: 'lengthens',
    },
    { path: 'ways-out', may: 'more-members', what: 'weakens' },
  ],
  list: [
    subjects,
    { path: 'effect.measures', may: 'fewer-members', what: 'combines' },
    { path: 'use.purposes', may: 'fewer-members', what: 'combines' },
    { path: 'use.recipients', may: 'fewer-members', what: 'widens' },
    { path: 'publicity.fields', may: 'fewer-members', what: 'widens' },
    { path: 'publicity.channels', may: 'fewer-members', what: 'widens' },
    { path: 'spread', may: 'same', what: 'widens' },
    { path: 'trigger.item', may: 'same', what: 'widens' },
    { path: 'trigger.when', may: 'same', what: 'widens' },
    { path: 'trigger.gravity', may: 'same', what: 'widens' },
    { path: 'trigger.domains', may: 'fewer-members', what: 'widens' },
    { path: 'trigger.kinds.any', may: 'fewer-members', what: 'widens' },
    { path: 'trigger.conduct.from', may: 'later', what: 'widens' },
    { path: 'procedure.notice.working-days', may: 'more', what: 'weakens' },
    { path: 'procedure.notice.contents', may: 'more-members', what: 'weakens' },
    { path: 'procedure.statement.working-days', may: 'more', what: 'weakens' },
    { path: 'procedure.hearing.on-request-within.working-days', may: 'more', what: 'weakens' },
    { path: 'remedies.review.within', may: 'longer', what: 'weakens' },
    { path: 'remedies.court.within', may: 'longer', what: 'weakens' },
    { path: 'ends[by=time].after', may: 'shorter', what: 'lengthens' },
    { path: 'ends[by=repair].earliest', may: 'shorter', what: 'lengthens' },
    { path: 'ends[by=status].confirm-every', may: 'shorter', what: 'lengthens' },
    { path: 'ends[by=status].decide-again-after', may: 'shorter', what: 'lengthens' },
  ],
  clock: [{ path: 'steps[step=apply].within', may: 'longer', what: 'weakens' }],
};

/** One place where a local card says more than the national one. */
export interface Widening {
  readonly kind: CardKind;
  readonly id: string;
  /** Where the local card says it. */
  readonly path: readonly (string | number)[];
  readonly what: WideningKind;
  readonly found: string;
  readonly accepted: string;
}
