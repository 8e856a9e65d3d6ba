import type { JsonValue } from '@credence/domain';

import { allCardKinds, type CardKind } from '../card/card-kinds.ts';
import type { CardDocument, EditionDocument } from '../edition/edition.ts';
import { changesBetween } from './field-changes.ts';

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
  return [...changesBetween(older, newer)].map(({ at, ...sides }) => ({
    path: writePath(at),
    ...sides,
  }));
}

/** Keys as the files write them, places in a list from 1. */
export function writePath(at: readonly (string | number)[]): string {
  return at.map((part) => (typeof part === 'number' ? String(part + 1) : part)).join('.');
}
