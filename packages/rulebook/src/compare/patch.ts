import type { JsonValue } from '@credence/domain';

import { allCardKinds, byKind, isCardKind, type CardKind } from '../card/card-kinds.ts';
import type { CardDocument, EditionDocument } from '../edition/edition.ts';
import { findNearest } from '../load/nearest.ts';
import { changesBetween, isList, isSame, type ValueChange } from './field-changes.ts';
import { compareEditions } from './compare-editions.ts';
import { wordOf } from './heavier.ts';

/**
 * One edit of an edition. A place is `kind:id/key/key`, or `edition/key` for the frame; a member of a
 * list is named by its place from 1 or by one of its fields: `value:x/values/from=2026-04-01/max`.
 * `/` and `~` inside a key are written `~1` and `~0`.
 */
export type Edit =
  | { readonly kind: 'set'; readonly place: string; readonly to: JsonValue }
  | { readonly kind: 'remove'; readonly place: string }
  | { readonly kind: 'add'; readonly card: string; readonly data: CardDocument }
  | { readonly kind: 'withdraw'; readonly card: string };

/** An edit that cannot be made, by its place in the list of edits. */
export interface PatchFault {
  readonly edit: number;
  readonly message: string;
  readonly found: string;
  readonly accepted?: string;
  readonly nearest?: string;
}

/** The patched document, or every edit that could not be made. */
export type Patched =
  | { readonly kind: 'applied'; readonly document: EditionDocument }
  | { readonly kind: 'refused'; readonly faults: readonly [PatchFault, ...PatchFault[]] };

/**
 * Makes the edits of a reform, in order, on a copy. A place that does not exist is refused with the
 * nearest one that does; only the last key of a `set` may be new. Whether the outcome is lawful is
 * for the checks of an edition.
 */
export function applyPatch(document: EditionDocument, edits: readonly Edit[]): Patched {
  let current = document;
  const faults: PatchFault[] = [];
  edits.forEach((edit, index) => {
    const outcome = applyEdit(current, edit);
    if ('message' in outcome) faults.push({ edit: index, ...outcome });
    else current = outcome;
  });
  const [first, ...others] = faults;
  return first === undefined
    ? { kind: 'applied', document: current }
    : { kind: 'refused', faults: [first, ...others] };
}

/**
 * The edits that turn one document into another of the same parent.
 *
 * @throws RangeError when the parents differ: an edit cannot lay an edition over another
 */
export function patchBetween(older: EditionDocument, newer: EditionDocument): readonly Edit[] {
  if (!isSame(documentOf(older.parent), documentOf(newer.parent))) {
    throw new RangeError('The two editions are laid over different ones; no edit says that.');
  }
  const { added, withdrawn, changed } = compareEditions(older, newer);
  return [
    ...editsOf('edition', older.edition, newer.edition),
    ...changed.flatMap(({ kind, id }) =>
      editsOf(`${kind}:${id}`, older.cards[kind][id] ?? {}, newer.cards[kind][id] ?? {}),
    ),
    ...withdrawn.map(({ kind, id }): Edit => ({ kind: 'withdraw', card: `${kind}:${id}` })),
    ...added.map(({ kind, id }): Edit => {
      return { kind: 'add', card: `${kind}:${id}`, data: newer.cards[kind][id] ?? {} };
    }),
  ];
}

function documentOf(parent: EditionDocument | undefined): JsonValue {
  return parent === undefined ? null : { edition: parent.edition, cards: parent.cards };
}

function editsOf(name: string, older: CardDocument, newer: CardDocument): readonly Edit[] {
  const changes = [...changesBetween(older, newer)];
  const place = ({ at }: ValueChange): string => [name, ...at.map(segmentOf)].join('/');
  const sets = changes.flatMap((change): Edit[] =>
    change.new === undefined ? [] : [{ kind: 'set', place: place(change), to: change.new }],
  );
  // From the last on, so that the places of those still to go stay as they are.
  const removals = changes
    .filter((change) => change.new === undefined)
    .reverse()
    .map((change): Edit => ({ kind: 'remove', place: place(change) }));
  return [...sets, ...removals];
}

function segmentOf(part: string | number): string {
  if (typeof part === 'number') return String(part + 1);
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

type Fault = Omit<PatchFault, 'edit'>;

function applyEdit(document: EditionDocument, edit: Edit): EditionDocument | Fault {
  if (edit.kind === 'add' || edit.kind === 'withdraw') return applyToCards(document, edit);
  const [name = '', ...segments] = edit.place.split('/');
  const keys = segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keys.length === 0) {
    return fault(edit.place, 'A place inside a card is missing.', 'kind:id/key');
  }
  if (name === 'edition') {
    const made = put(document.edition, keys, edit);
    return made.kind === 'put' ? { ...document, edition: cardFrom(made.value) } : made.fault;
  }
  const card = find(document, name);
  if (card === undefined) return unknownCard(document, name);
  const made = put(card.data, keys, edit);
  return made.kind === 'put'
    ? withCard(document, card.kind, card.id, cardFrom(made.value))
    : made.fault;
}

function applyToCards(
  document: EditionDocument,
  edit: Extract<Edit, { kind: 'add' | 'withdraw' }>,
): EditionDocument | Fault {
  const [kind, id] = nameOf(edit.card);
  const known = find(document, edit.card);
  if (edit.kind === 'withdraw') {
    if (known === undefined) return unknownCard(document, edit.card);
    return withCard(document, known.kind, known.id, undefined);
  }
  if (!isCardKind(kind)) {
    return fault(edit.card, `${kind} is no kind of card.`, allCardKinds.join(', '));
  }
  if (known !== undefined) {
    return fault(edit.card, 'The edition has this card; set its fields in place of adding it.');
  }
  if (edit.data[kind] !== id) {
    return fault(edit.card, 'The card to add states another id.', `${kind}: ${id}`);
  }
  return withCard(document, kind, id, edit.data);
}

function nameOf(name: string): readonly [string, string] {
  const colon = name.indexOf(':');
  return [name.slice(0, Math.max(colon, 0)), name.slice(colon + 1)];
}

function find(
  document: EditionDocument,
  name: string,
): { readonly kind: CardKind; readonly id: string; readonly data: CardDocument } | undefined {
  const [kind, id] = nameOf(name);
  if (!isCardKind(kind) || !Object.hasOwn(document.cards[kind], id)) return undefined;
  const data = document.cards[kind][id];
  return data === undefined ? undefined : { kind, id, data };
}

function unknownCard({ cards }: EditionDocument, name: string): Fault {
  const known = allCardKinds.flatMap((kind) =>
    Object.keys(cards[kind]).map((id) => `${kind}:${id}`),
  );
  return fault(name, 'The edition has no such card.', undefined, findNearest(name, known));
}

function withCard(
  document: EditionDocument,
  kind: CardKind,
  id: string,
  data: CardDocument | undefined,
): EditionDocument {
  const cards = byKind((each) => {
    if (each !== kind) return document.cards[each];
    const others = Object.entries(document.cards[kind]).filter(([name]) => name !== id);
    return Object.fromEntries(data === undefined ? others : [...others, [id, data]]);
  });
  return { ...document, cards };
}

type Put =
  | { readonly kind: 'put'; readonly value: JsonValue }
  | { readonly kind: 'fault'; readonly fault: Fault };

type ValueEdit = Extract<Edit, { kind: 'set' | 'remove' }>;

function put(value: JsonValue, keys: readonly string[], edit: ValueEdit): Put {
  const [key = '', ...rest] = keys;
  if (isList(value)) return putInList(value, key, rest, edit);
  if (typeof value !== 'object' || value === null) {
    return { kind: 'fault', fault: fault(edit.place, `Nothing can stand under ${key} here.`) };
  }
  const known = Object.hasOwn(value, key);
  const isNew = rest.length === 0 && edit.kind === 'set';
  if (!known && !isNew) {
    const nearest = findNearest(key, Object.keys(value));
    const accepted = Object.keys(value).join(', ');
    const message = `There is no ${key} here.`;
    return { kind: 'fault', fault: fault(edit.place, message, accepted, nearest) };
  }
  const others = Object.entries(value).filter(([name]) => name !== key);
  if (rest.length === 0) {
    const own = edit.kind === 'set' ? [[key, edit.to] as const] : [];
    return { kind: 'put', value: Object.fromEntries([...others, ...own]) };
  }
  const inner = put(value[key] ?? null, rest, edit);
  if (inner.kind === 'fault') return inner;
  return { kind: 'put', value: Object.fromEntries([...others, [key, inner.value]]) };
}

function putInList(
  list: readonly JsonValue[],
  key: string,
  rest: readonly string[],
  edit: ValueEdit,
): Put {
  const index = indexOf(list, key);
  const isNew = rest.length === 0 && edit.kind === 'set' && index === list.length;
  if (index < 0 || (index >= list.length && !isNew)) {
    const accepted = `1 to ${String(list.length)}, or field=value of one member`;
    return { kind: 'fault', fault: fault(edit.place, `There is no member ${key} here.`, accepted) };
  }
  if (rest.length === 0) {
    const own = edit.kind === 'set' ? [edit.to] : [];
    return { kind: 'put', value: [...list.slice(0, index), ...own, ...list.slice(index + 1)] };
  }
  const inner = put(list[index] ?? null, rest, edit);
  if (inner.kind === 'fault') return inner;
  return { kind: 'put', value: list.map((member, at) => (at === index ? inner.value : member)) };
}

/** -1 where no member, or more than one, is meant. */
function indexOf(list: readonly JsonValue[], key: string): number {
  if (/^[1-9]\d*$/.test(key)) return Number(key) - 1;
  const equals = key.indexOf('=');
  const [field, word] = [key.slice(0, Math.max(equals, 0)), key.slice(equals + 1)];
  const meant = list.flatMap((member, index) => {
    const inner = typeof member === 'object' && member !== null && !isList(member) ? member : {};
    return Object.hasOwn(inner, field) && wordOf(inner[field]) === word ? [index] : [];
  });
  return meant.length === 1 ? (meant[0] ?? -1) : -1;
}

function cardFrom(value: JsonValue): CardDocument {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function fault(found: string, message: string, accepted?: string, nearest?: string): Fault {
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return {
    message: message + hint,
    found,
    ...(accepted === undefined ? {} : { accepted }),
    ...(nearest === undefined ? {} : { nearest }),
  };
}
