import { z } from 'zod';

import { allCardKinds, cardKinds, type CardKind } from './card-kinds.ts';
import { editionCard } from './edition-card.ts';

/** A JSON Schema (draft 2020-12) as far as this package reads it. */
export interface FileSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FileSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | FileSchema;
  readonly propertyNames?: FileSchema;
  readonly items?: FileSchema;
  readonly anyOf?: readonly FileSchema[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly pattern?: string;
}

/** One schema for every kind of card, and one for the frame of an edition. */
export type FileSchemas = Readonly<Record<CardKind | 'edition', FileSchema>>;

/**
 * The JSON Schema of every kind of card, generated from the schemas the loader itself uses, so that
 * editors and tests read the one truth about a card's fields.
 */
export function fileSchemas(): FileSchemas {
  made ??= makeFileSchemas();
  return made;
}

let made: FileSchemas | undefined;

function makeFileSchemas(): FileSchemas {
  const kinds = allCardKinds.map((kind) => [kind, toFileSchema(cardKinds[kind])] as const);
  // The frame and every kind are in the list, so the record is complete.
  return Object.fromEntries([['edition', toFileSchema(editionCard)], ...kinds]) as FileSchemas;
}

function toFileSchema(schema: z.ZodType): FileSchema {
  // zod's own type of a JSON Schema is wider than what its output for these schemas can be.
  return z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as FileSchema;
}
