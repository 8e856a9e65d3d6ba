import type { JsonValue } from '@credence/domain';

import { allCardKinds, type CardKind } from '../card/card-kinds.ts';
import type { CardDocument, EditionDocument } from '../edition/edition.ts';

/** A card by its kind and id. */
export interface CardName {
  readonly kind: CardKind;
  readonly id: string;
}

/** One field that differs; a side is absent where the field is not there. */
export interface FieldChange {
  /** Keys as the files write them, places in a list from 1: `values.2.max`. */
  readonly path: string;
  readonly old?: JsonValue;
  readonly new?: JsonValue;
}

/** What a newer edition says otherwise than an older one. */
export interface EditionChanges {
  readonly added: readonly CardName[];
  readonly withdrawn: readonly CardName[];
  readonly changed: readonly (CardName & { readonly fields: readonly FieldChange[] })[];
}

/**
 * Compares two editions card by card and field by field. Nothing that differs is left out: applied
 * to the older document, the changes give the newer one.
 */
export function compareEditions(older: EditionDocument, newer: EditionDocument): EditionChanges {
  const added: CardName[] = [];
  const withdrawn: CardName[] = [];
  const changed: (CardName & { readonly fields: readonly FieldChange[] })[] = [];
  for (const kind of allCardKinds) {
    const [before, after] = [older.cards[kind], newer.cards[kind]];
    const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    for (const id of ids) {
      const [old, now] = [before[id], after[id]];
      if (old === undefined) added.push({ kind, id });
      else if (now === undefined) withdrawn.push({ kind, id });
      else {
        const fields = compareCards(old, now);
        if (fields.length > 0) changed.push({ kind, id, fields });
      }
    }
  }
  return { added, withdrawn, changed };
}

function compareCards(older: CardDocument, newer: CardDocument): readonly FieldChange[] {
  return [...compareValues('', older, newer)];
}

function* compareValues(
  path: string,
  older: JsonValue | undefined,
  newer: JsonValue | undefined,
): Generator<FieldChange> {
  if (older !== undefined && newer !== undefined && isSame(older, newer)) return;
  const [before, after] = [partsOf(older), partsOf(newer)];
  if (before === undefined || after === undefined || isList(older) !== isList(newer)) {
    yield {
      path,
      ...(older === undefined ? {} : { old: older }),
      ...(newer === undefined ? {} : { new: newer }),
    };
    return;
  }
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  for (const key of keys) {
    yield* compareValues(path === '' ? key : `${path}.${key}`, before.get(key), after.get(key));
  }
}

/** Fields of an object, or members of a list of objects; other values are compared whole. */
function partsOf(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!isList(value)) return new Map(Object.entries(value));
  const members = value.every((member) => typeof member === 'object' && member !== null);
  if (!members) return undefined;
  return new Map(value.map((member, index) => [String(index + 1), member]));
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isList(a) !== isList(b)) return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    one.length === other.size &&
    one.every(([key, value]) => {
      const beside = other.get(key);
      return beside !== undefined && isSame(value, beside);
    })
  );
}
