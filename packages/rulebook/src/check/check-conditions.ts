import type { CardOf } from '../card/card-kinds.ts';
import type { SchemaColumn } from '../card/schema-card.ts';
import type { When } from '../condition/condition.ts';
import { namedCodes } from '../condition/evaluate.ts';
import type { Domain } from '../condition/reachable.ts';
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

/** Whether every field, operator and code of a condition fits what the schema declares. */
export function checkWhen(
  schema: CardOf<'schema'>,
  when: When | 'otherwise',
  path: Path,
  tell: Tell,
): boolean {
  let faultless = true;
  const wrong: Tell = (at, complaint) => {
    faultless = false;
    tell(at, complaint);
  };
  if (when === 'otherwise') return true;
  for (const [field, condition] of Object.entries(when)) {
    const column = checkField(schema, field, [...path, field], wrong);
    if (column === undefined) continue;
    const operator = Object.keys(condition)[0] ?? '';
    const accepted =
      column.type === 'code' ? 'is' : column.type === 'codes' ? 'any | only' : 'none';
    if (!accepted.split(' | ').includes(operator)) {
      wrong([...path, field], {
        code: 'field-type',
        message: `${field} is of type ${column.type}; ${operator} cannot ask it.`,
        found: operator,
        accepted: accepted === 'none' ? 'a field with a closed list of codes' : accepted,
      });
      continue;
    }
    namedCodes(condition).forEach((code, index) => {
      checkCode(column, code, [...path, field, operator, index], wrong);
    });
  }
  return faultless;
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

/** What the conditions of a table can meet in a record of the schema. */
export function domainsOf(schema: CardOf<'schema'>): Map<string, Domain> {
  return new Map(
    schema.columns.map(({ field, codes, type }) => [
      field,
      { codes: codes.map(({ code }) => code), several: type === 'codes' },
    ]),
  );
}
