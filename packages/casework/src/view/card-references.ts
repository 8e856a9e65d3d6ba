import type { JsonValue } from '@credence/domain';

import type { CardKind } from './view.ts';

/** A card that another card names. */
export interface CardReference {
  readonly kind: CardKind;
  readonly id: string;
}

/** Keys of cards whose text names a card, and of which kind. */
const named: Readonly<Record<string, CardKind>> = {
  source: 'source',
  fields: 'schema',
  scheme: 'scheme',
  item: 'item',
  supplies: 'item',
  measures: 'measure',
  list: 'list',
  lists: 'list',
  checklist: 'checklist',
  'risk-class': 'risk-class',
  clock: 'clock',
  correction: 'clock',
  by: 'source',
};

/** Keys of tables whose values name cards. */
const tables: Readonly<Record<string, CardKind>> = { publicity: 'value', clocks: 'clock' };

/**
 * The cards that a card's document names, each once. What looks like a reference and is no card of the
 * edition is left out by `exists`.
 */
export function referencesOf(
  own: CardReference,
  document: JsonValue,
  exists: (reference: CardReference) => boolean,
): readonly CardReference[] {
  const found = new Map<string, CardReference>();
  const add = (kind: CardKind, id: string) => {
    const reference = { kind, id };
    if (kind === own.kind && id === own.id) return;
    if (exists(reference)) found.set(`${kind}:${id}`, reference);
  };
  const walk = (value: JsonValue, kind: CardKind | undefined): void => {
    if (typeof value === 'string') {
      if (kind !== undefined) add(kind, value);
    } else if (isList(value)) {
      for (const part of value) walk(part, kind);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walkTable(key, part);
    }
  };
  const walkTable = (key: string, part: JsonValue): void => {
    const table = tables[key];
    if (table === undefined || typeof part !== 'object' || part === null || isList(part)) {
      walk(part, named[key]);
      return;
    }
    for (const value of Object.values(part)) walk(value, table);
  };
  walk(document, undefined);
  return [...found.values()];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
