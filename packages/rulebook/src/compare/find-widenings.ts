import type { JsonValue } from '@credence/domain';
import { canonicalJson } from '@credence/proof';

import { allCardKinds, type CardKind } from '../card/card-kinds.ts';
import type { CardDocument, EditionDocument } from '../edition/edition.ts';
import { isHeavier, wordOf } from './heavier.ts';
import { valueWidenings } from './value-widenings.ts';
import { watched, type Watched, type Widening } from './widening.ts';

/** What is laid over what, as documents. */
export interface Layers {
  readonly parent: EditionDocument['cards'];
  readonly child: EditionDocument['cards'];
}

/**
 * Every place where a card that a local edition restates is longer, wider or heavier than the
 * national one. A difference that cannot be shown to be lighter counts as heavier. Cards that the
 * parent lacks are additions and judged by their own basis, not here.
 *
 * Legal source: guard N3 (it may never lengthen, widen or combine a national one).
 */
export function findWidenings({ parent, child }: Layers): readonly Widening[] {
  return allCardKinds.flatMap((kind) =>
    Object.entries(child[kind]).flatMap(([id, card]) => {
      const before = parent[kind][id];
      if (before === undefined || before === card) return [];
      if (canonicalJson(before) === canonicalJson(card)) return [];
      return kind === 'value'
        ? valueWidenings(id, before, card)
        : (watched[kind] ?? []).flatMap((field) => compare({ kind, id }, field, [card, before]));
    }),
  );
}

function compare(
  name: { readonly kind: CardKind; readonly id: string },
  { path, may, what }: Watched,
  [card, before]: readonly [CardDocument, CardDocument],
): Widening[] {
  const [is, was] = [valueAt(card, path), valueAt(before, path)];
  if (!isHeavier(may, is.value, was.value)) return [];
  const [found, accepted] = [written(is.value), written(was.value)];
  return [{ ...name, path: is.path, what, found, accepted }];
}

/** The value at a path, and the nearest place that exists. */
function valueAt(
  card: CardDocument,
  path: string,
): { readonly value: JsonValue | undefined; readonly path: readonly (string | number)[] } {
  let value: JsonValue | undefined = card;
  const place: (string | number)[] = [];
  for (const [, key = '', by, word] of path.matchAll(/([^.[\]=]+)(?:\[([^=]+)=([^\]]+)\])?/g)) {
    value = fieldOf(value, key);
    if (value !== undefined) place.push(key);
    if (by === undefined || !isList(value)) continue;
    const index: number = value.findIndex((member) => fieldOf(member, by) === word);
    value = value[index];
    if (index >= 0) place.push(index);
  }
  return { value, path: place };
}

function fieldOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function written(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : wordOf(value);
}
