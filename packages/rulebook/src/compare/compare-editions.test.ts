import type { JsonValue } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { edition, editionWith, item, successor } from '../assess/penalty.test-support.ts';
import type { EditionDocument } from '../edition/edition.ts';
import { compareEditions, type FieldChange } from './compare-editions.ts';

describe('two editions compared', () => {
  it('do not differ from themselves', () => {
    const same = compareEditions(edition.document, edition.document);
    expect(same).toEqual({ added: [], withdrawn: [], changed: [] });
  });

  it('name the field, what it said and what it says', () => {
    const stricter = editionWith([item, 'review-by: ', 'review-by: 2028-01-31 # ']);
    const before = edition.document.cards.item['administrative_penalty']?.['review-by'];
    expect(compareEditions(edition.document, stricter.document).changed).toEqual([
      {
        kind: 'item',
        id: 'administrative_penalty',
        fields: [{ path: 'review-by', old: before, new: '2028-01-31' }],
      },
    ]);
  });

  it('leave nothing out: the changes turn the older document into the newer', () => {
    const [older, newer] = [edition.document, successor().document];
    const changes = compareEditions(older, newer);
    expect(changes.changed.length).toBeGreaterThan(0);
    for (const { kind, id, fields } of changes.changed) {
      const made = fields.reduce<JsonValue>(apply, older.cards[kind][id] ?? null);
      expect(made).toEqual(newer.cards[kind][id]);
    }
    expect(idsOf(older, newer)).toEqual(changes.added.map(({ id }) => id));
    expect(idsOf(newer, older)).toEqual(changes.withdrawn.map(({ id }) => id));
  });
});

/** Cards of the second document that the first lacks, kind by kind. */
function idsOf(without: EditionDocument, having: EditionDocument): readonly string[] {
  return Object.entries(having.cards).flatMap(([kind, cards]) =>
    Object.keys(cards)
      .filter((id) => without.cards[kind as keyof typeof having.cards][id] === undefined)
      .sort(),
  );
}

function apply(document: JsonValue, change: FieldChange): JsonValue {
  return put(document, change.path.split('.'), change.new);
}

function put(value: JsonValue, path: readonly string[], now: JsonValue | undefined): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return now ?? null;
  if (Array.isArray(value)) {
    const list: JsonValue[] = [...(value as readonly JsonValue[])];
    const at = Number(key) - 1;
    if (rest.length === 0 && now === undefined) list.splice(at, 1);
    else list[at] = put(list[at] ?? null, rest, now);
    return list;
  }
  const fields = new Map(Object.entries(value));
  if (rest.length === 0 && now === undefined) fields.delete(key);
  else fields.set(key, put(fields.get(key) ?? null, rest, now));
  return Object.fromEntries(fields);
}
