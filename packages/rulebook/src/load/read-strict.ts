import { z } from 'zod';

import type { FileSchema } from '../card/file-schemas.ts';
import type { Finding } from './finding.ts';
import type { Position } from './place.ts';
import { readYaml } from './read-yaml.ts';
import { schemaFindings } from './schema-findings.ts';

/** What a file says, or everything that is wrong with it. */
export type StrictReading<Value> =
  | {
      readonly kind: 'read';
      readonly value: Value;
      /** Where something stands, for what only a whole can find wrong. */
      readonly placeOf: (path: readonly (string | number)[]) => Position;
    }
  | { readonly kind: 'refused'; readonly findings: readonly [Finding, ...Finding[]] };

/**
 * Reads a YAML file that is no card of an edition as cards are read: unknown keys are refused, and
 * every problem is told with its line and column.
 */
export function readStrict<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): StrictReading<z.output<Schema>> {
  const { data, places, findings } = readYaml(file, text);
  const [unread, ...others] = findings;
  if (unread !== undefined) return { kind: 'refused', findings: [unread, ...others] };
  const parsed = schema.safeParse(data);
  if (parsed.success) {
    return { kind: 'read', value: parsed.data, placeOf: (path) => places.value(path) };
  }
  // zod's own type of a JSON Schema is wider than what its output for these schemas can be.
  const fileSchema = z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as FileSchema;
  const reading = { file, data: data ?? null, places, schema: fileSchema };
  const [first, ...rest] = schemaFindings(reading, parsed.error.issues);
  if (first === undefined) throw new RangeError(`${file} was refused without a finding.`);
  return { kind: 'refused', findings: [first, ...rest] };
}
