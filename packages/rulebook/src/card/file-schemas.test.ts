import { describe, expect, it } from 'vitest';

import { allCardKinds, cardFolders } from './card-kinds.ts';
import { fileSchemas, type FileSchema } from './file-schemas.ts';

interface Described {
  readonly path: string;
  readonly schema: FileSchema;
}

/** Every key a card can have, with its schema; tables keep their keys open and their values closed. */
function everyKey(schema: FileSchema, path: string): Described[] {
  const branches = schema.anyOf ?? [];
  const table = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return [
    ...branches.flatMap((branch) => everyKey(branch, path)),
    ...(schema.items === undefined ? [] : everyKey(schema.items, `${path}[]`)),
    ...everyKeyOfTable(table, path),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => [
      { path: `${path}.${key}`, schema: part },
      ...everyKey(part, `${path}.${key}`),
    ]),
  ];
}

function everyKeyOfTable(table: FileSchema, path: string): Described[] {
  return Object.keys(table).length === 0 ? [] : everyKey(table, `${path}.*`);
}

function everyObject(schema: FileSchema, path: string): Described[] {
  const parts = [
    ...(schema.anyOf ?? []).map((branch) => [branch, path] as const),
    ...(schema.items === undefined ? [] : [[schema.items, `${path}[]`] as const]),
    ...Object.entries(schema.properties ?? {}).map(
      ([key, part]) => [part, `${path}.${key}`] as const,
    ),
  ];
  const inside = parts.flatMap(([part, at]) => everyObject(part, at));
  return schema.type === 'object' ? [{ path, schema }, ...inside] : inside;
}

const kinds = Object.entries(fileSchemas());

describe('the schemas of cards', () => {
  it('cover every kind of card and the frame', () => {
    expect(kinds.map(([kind]) => kind)).toEqual(['edition', ...allCardKinds]);
    expect(Object.keys(cardFolders)).toHaveLength(32);
  });

  it.each(kinds)('%s: every key says what it is', (kind, schema) => {
    const silent = everyKey(schema, kind).filter((key) => key.schema.description === undefined);
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(schema.description).toBeDefined();
  });

  it.each(kinds)('%s: every object is closed', (kind, schema) => {
    const open = everyObject(schema, kind).filter(
      ({ schema: { additionalProperties } }) =>
        additionalProperties !== false && typeof additionalProperties !== 'object',
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});
