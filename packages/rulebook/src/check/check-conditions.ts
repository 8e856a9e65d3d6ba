import type { CardOf } from '../card/card-kinds.ts';
import type { SchemaColumn } from '../card/schema-card.ts';
import { findNearest } from '../load/nearest.ts';
import type { Path } from '../load/place.ts';
import type { Complaint } from './draft.ts';

/** Takes a complaint about a path of the card in hand. */
export type Tell = (path: Path, complaint: Complaint) => void;

/** The column that fills a field of a schema. */
export function columnOf(
  schema: CardOf<'schema'> | undefined,
  field: string,
): SchemaColumn | undefined {
  return schema?.columns.find((column) => column.field === field);
}

/** Refuses a field that the schema does not have, naming the nearest that it has. */
export function checkField(
  schema: CardOf<'schema'>,
  field: string,
  path: Path,
  tell: Tell,
): SchemaColumn | undefined {
  const column = columnOf(schema, field);
  if (column !== undefined) return column;
  const known = fieldsOf(schema);
  const nearest = findNearest(field, known);
  tell(path, {
    code: 'field-unknown',
    message:
      `${field} is not a field of ${schema.schema}.` +
      (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
    found: field,
    accepted: known.join(', '),
  });
  return undefined;
}

function fieldsOf(schema: CardOf<'schema'>): string[] {
  const kept = schema.columns.filter(({ field }) => field !== 'none');
  return [...new Set(kept.map(({ field }) => field))];
}

/** Refuses a code outside the closed list of a column. */
export function checkCode(column: SchemaColumn, code: string, path: Path, tell: Tell): void {
  const known = column.codes.map((entry) => entry.code);
  if (known.length === 0 || known.includes(code)) return;
  const nearest = findNearest(code, known);
  tell(path, {
    code: 'code-unknown',
    message:
      `${code} is not a code of ${column.field}.` +
      (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
    found: code,
    accepted: known.join(', '),
  });
}
