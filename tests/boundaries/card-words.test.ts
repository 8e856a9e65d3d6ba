import { fileSchemas, type FileSchema } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { cardCodeText } from '../../packages/portal/src/words/card-codes.ts';
import { cardFieldLabel } from '../../packages/portal/src/words/card-fields.ts';

interface Coded {
  readonly kind: string;
  readonly key: string;
  readonly code: string;
}

/** Every code of a closed list, with the key it stands under. */
function codesIn(kind: string, key: string, schema: FileSchema): readonly Coded[] {
  const own = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  const extra = schema.additionalProperties;
  return [
    ...own.flatMap((code) => (typeof code === 'string' ? [{ kind, key, code }] : [])),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, of]) => codesIn(kind, name, of)),
    ...[schema.items, ...(schema.anyOf ?? []), typeof extra === 'object' ? extra : undefined]
      .filter((each) => each !== undefined)
      .flatMap((each) => codesIn(kind, key, each)),
  ];
}

/** Keys of a card that a reader sees as labels. */
function keysIn(schema: FileSchema): readonly string[] {
  const extra = schema.additionalProperties;
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, of]) => [name, ...keysIn(of)]),
    ...[schema.items, ...(schema.anyOf ?? []), typeof extra === 'object' ? extra : undefined]
      .filter((each) => each !== undefined)
      .flatMap(keysIn),
  ];
}

/** Languages are no labels; cases and waivers have a section of their own. */
const unseen = new Set(['zh', 'en', 'cases', 'mutant', 'waivers']);

const schemas = Object.entries(fileSchemas());

describe('the pages of cards', () => {
  it('have words in both languages for every code of a closed list', () => {
    const codes = schemas.flatMap(([kind, schema]) => codesIn(kind, kind, schema));
    const silent = codes.filter(
      ({ key, code }) =>
        code !== 'none' &&
        (cardCodeText(key, code, 'zh') === undefined ||
          cardCodeText(key, code, 'en') === undefined),
    );
    expect([...new Set(silent.map(({ kind, key, code }) => `${kind}: ${key}: ${code}`))]).toEqual(
      [],
    );
    expect(codes.length).toBeGreaterThan(1000);
  });

  it('say no code in Chinese letters that are none', () => {
    const codes = schemas.flatMap(([kind, schema]) => codesIn(kind, kind, schema));
    for (const { key, code } of codes.filter((each) => each.code !== 'none')) {
      expect(cardCodeText(key, code, 'zh'), `${key}: ${code}`).toMatch(/\p{Script=Han}/u);
      expect(cardCodeText(key, code, 'en'), `${key}: ${code}`).not.toMatch(/_|\p{Script=Han}/u);
    }
  });

  it('have a label in both languages for every key of a card', () => {
    const keys = schemas
      .filter(([kind]) => kind !== 'edition')
      .flatMap(([, schema]) => keysIn(schema));
    const silent = keys.filter(
      (key) => cardFieldLabel(key, 'zh') === undefined || cardFieldLabel(key, 'en') === undefined,
    );
    expect([...new Set(silent)].filter((key) => !unseen.has(key)).sort()).toEqual([]);
  });
});
