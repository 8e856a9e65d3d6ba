import type { JsonValue } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { edition, successor } from '../assess/penalty.test-support.ts';
import { hashOf } from '../edition/edition-of.ts';
import type { CardDocument, EditionDocument } from '../edition/edition.ts';
import { isSame } from './field-changes.ts';
import { wordOf } from './heavier.ts';
import { applyPatch, patchBetween, type Edit } from './patch.ts';

const { document } = edition;

function apply(...edits: Edit[]): EditionDocument {
  const outcome = applyPatch(document, edits);
  if (outcome.kind === 'applied') return outcome.document;
  throw new RangeError(outcome.faults.map(({ message }) => message).join('\n'));
}

function fault(edit: Edit) {
  const outcome = applyPatch(document, [edit]);
  return outcome.kind === 'refused' ? outcome.faults[0] : undefined;
}

/** Data as cards have it: lists of objects, lists of words, keys with dots and slashes. */
const scalar = fc.constantFrom<JsonValue>('a', 'P3M', 2, true, null);
const key = fc.constantFrom('x', 'y', 'a.b', 'c/d', 'e~f', '1', 'k=v');
const { card: anyCard } = fc.letrec<{ value: JsonValue; card: CardDocument }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.array(tie('card'), { maxLength: 4 }),
    tie('card'),
  ),
  card: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}));

describe('the edits between two documents', () => {
  it('turn the one into the other, and back', () => {
    const [older, newer] = [document, successor().document];
    for (const [from, to] of [
      [older, newer],
      [newer, older],
      [older, older],
    ] as const) {
      const outcome = applyPatch(from, patchBetween(from, to));
      expect(outcome.kind === 'applied' && hashOf(outcome.document)).toBe(hashOf(to));
    }
  });

  it('turn any data of a card into any other', () => {
    const holding = (card: CardDocument): EditionDocument => ({
      ...document,
      edition: card,
      cards: { ...document.cards, clock: { some: card } },
    });
    fc.assert(
      fc.property(anyCard, anyCard, (one, other) => {
        const [from, to] = [holding(one), holding(other)];
        const outcome = applyPatch(from, patchBetween(from, to));
        const made = outcome.kind === 'applied' ? outcome.document : undefined;
        expect(isSame(made?.edition ?? null, to.edition)).toBe(true);
        expect(isSame(made?.cards.clock['some'] ?? null, other)).toBe(true);
      }),
      { numRuns: process.env['CREDENCE_LONG'] === '1' ? 20_000 : 500 },
    );
  });

  it('are none where nothing differs', () => {
    expect(patchBetween(document, document)).toEqual([]);
  });

  it('cannot say that an edition is laid over another', () => {
    const laid = { ...document, parent: document };
    expect(() => patchBetween(document, laid)).toThrow(RangeError);
  });
});

describe('applyPatch', () => {
  it('sets a value by the place of a row or by one of its fields, and leaves the rest', () => {
    const place = 'value:publicity.general/values';
    const [first] = rows(document);
    const from = wordOf(field(first, 'from'));
    for (const segment of ['1', `from=${from}`]) {
      const made = apply({ kind: 'set', place: `${place}/${segment}/max`, to: 'P6M' });
      expect(field(rows(made)[0], 'max')).toBe('P6M');
      expect(made.cards.item).toEqual(document.cards.item);
    }
    expect(field(first, 'max')).not.toBe('P6M');
  });

  it('adds and withdraws cards, and edits the frame', () => {
    const card = { clock: 'new', steps: [] };
    const made = apply(
      { kind: 'add', card: 'clock:new', data: card },
      { kind: 'withdraw', card: 'clock:court' },
      { kind: 'set', place: 'edition/review-by', to: '2028-01-01' },
      { kind: 'remove', place: 'edition/calendar' },
    );
    expect(made.cards.clock['new']).toEqual(card);
    expect(Object.keys(made.cards.clock)).not.toContain('court');
    expect(made.edition['review-by']).toBe('2028-01-01');
    expect(made.edition).not.toHaveProperty('calendar');
  });

  it.each<[string, Edit, string | undefined]>([
    ['a card', { kind: 'withdraw', card: 'clock:curt' }, 'clock:court'],
    ['a card to edit', { kind: 'remove', place: 'clock:cort/title' }, 'clock:court'],
    ['a key', { kind: 'remove', place: 'clock:court/titel' }, 'title'],
    ['a key on the way', { kind: 'set', place: 'clock:court/titel/en', to: 'x' }, 'title'],
    ['a kind', { kind: 'add', card: 'clok:x', data: {} }, undefined],
    ['a row', { kind: 'remove', place: 'value:publicity.general/values/99' }, undefined],
    ['a row by a field', { kind: 'remove', place: 'clock:court/steps/step=fly' }, undefined],
    ['a place inside a word', { kind: 'set', place: 'clock:court/clock/x', to: 1 }, undefined],
    ['a card known already', { kind: 'add', card: 'clock:court', data: {} }, undefined],
    ['a card of another id', { kind: 'add', card: 'clock:x', data: { clock: 'y' } }, undefined],
    ['no place in the card', { kind: 'set', place: 'clock:court', to: 1 }, undefined],
  ])('refuses %s that does not fit, naming the nearest', (_, edit, nearest) => {
    expect(fault(edit)).toMatchObject(nearest === undefined ? { edit: 0 } : { nearest });
  });

  it('reports every edit that cannot be made', () => {
    const outcome = applyPatch(document, [
      { kind: 'withdraw', card: 'clock:a' },
      { kind: 'withdraw', card: 'clock:court' },
      { kind: 'withdraw', card: 'clock:b' },
    ]);
    expect(outcome.kind === 'refused' && outcome.faults.map(({ edit }) => edit)).toEqual([0, 2]);
  });
});

function rows({ cards }: EditionDocument): readonly JsonValue[] {
  const values = cards.value['publicity.general']?.['values'];
  return Array.isArray(values) ? (values as readonly JsonValue[]) : [];
}

function field(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as CardDocument)[name] : undefined;
}
