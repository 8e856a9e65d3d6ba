import type { JsonValue } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

import { cardFolders, type CardKind } from '../card/card-kinds.ts';
import { fileSchemas, type FileSchema } from '../card/file-schemas.ts';
import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from './check-edition.ts';
import type { Path } from './place.ts';

interface Required {
  readonly file: string;
  readonly path: Path;
}

/** Every key that the schema demands and the card therefore has. */
function requiredOf(schema: FileSchema, data: JsonValue, path: Path): Path[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) {
    const { items } = schema;
    return items === undefined
      ? []
      : data.flatMap((part: JsonValue, index) => requiredOf(items, part, [...path, index]));
  }
  const own = (schema.required ?? []).map((key): Path => [...path, key]);
  const table = schema.additionalProperties;
  const inner = Object.entries(data).flatMap(([key, part]) => {
    const next = schema.properties?.[key] ?? (typeof table === 'object' ? table : undefined);
    return next === undefined ? [] : requiredOf(next, part, [...path, key]);
  });
  return [...own, ...inner];
}

function schemaOf(file: string): FileSchema {
  const folder = file.split('/')[0];
  const kind = Object.entries(cardFolders).find(([, name]) => name === folder)?.[0] ?? 'edition';
  return fileSchemas()[kind as CardKind | 'edition'];
}

const every: Required[] = [...goodEdition()].flatMap(([file, text]) =>
  requiredOf(schemaOf(file), parseDocument(text).toJS() as JsonValue, []).map((path) => ({
    file,
    path,
  })),
);

describe('a required key', () => {
  it('is demanded hundreds of times in a small edition', () => {
    expect(every.length).toBeGreaterThan(300);
  });

  it('is missed in its own file, whichever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), ({ file, path }) => {
        const files = goodEdition();
        const document = parseDocument(files.get(file) ?? '');
        expect(document.deleteIn(path)).toBe(true);
        const outcome = checkEdition(files.set(file, String(document)));
        const missed = (outcome.kind === 'refused' ? outcome.findings : []).filter(
          (finding) => finding.code === 'key-missing' && finding.file === file,
        );
        expect(missed.map(({ message }) => message).join()).toContain(String(path.at(-1)));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
