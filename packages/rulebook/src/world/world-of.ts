import { dayNumber, parseAmount, type Localised } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import type { SchemaColumn } from '../card/schema-card.ts';
import { lawfulSubjects } from '../card/guard-words.ts';
import type { Type } from '../language/type.ts';
import type { Collection, Field, NamedValue, SectorLine, World } from '../language/world.ts';

/** What a world is made of: an edition, or the draft of one. */
export interface WorldSource {
  readonly currency: string;
  readonly severities: readonly { readonly code: string; readonly title: Localised }[];
  readonly items: ReadonlyMap<string, CardOf<'item'>>;
  readonly schemas: ReadonlyMap<string, CardOf<'schema'>>;
  readonly values: ReadonlyMap<string, CardOf<'value'>>;
  readonly lists: ReadonlyMap<string, CardOf<'list'>>;
  readonly sectors?: ReadonlyMap<string, CardOf<'sector'>>;
}

/**
 * No subject has more records of one kind, and no amount is larger (100 billion in a currency with
 * cents): with both, every sum stays a safe integer. Limits of this register, of no law.
 */
const MOST_RECORDS = 900;
const MOST_MONEY = 10_000_000_000_000;
const MOST_NUMBER = 1_000_000_000;

/** Facts that the register itself knows of every record, whatever its item. */
const registerFacts: readonly (readonly [string, Field])[] = [
  ['decided', { type: { kind: 'date' }, optional: false }],
  ['taken_in', { type: { kind: 'date' }, optional: false }],
  ['served', { type: { kind: 'date' }, optional: true }],
  ['corrected', { type: { kind: 'date' }, optional: true }],
  ['begins', { type: { kind: 'date' }, optional: true }],
  ['ends', { type: { kind: 'date' }, optional: true }],
  ['severity', { type: { kind: 'code', list: 'severity' }, optional: true }],
  ['repaired', { type: { kind: 'bool' }, optional: false }],
  ['quashed', { type: { kind: 'bool' }, optional: false }],
  ['disputed', { type: { kind: 'bool' }, optional: false }],
];

const active = { from: 'begins', until: 'ends' } as const;

/**
 * Everything that rules over a subject can speak of: `penalties` and the other collections that items
 * declare, with the columns of their schema that are no free text and the facts of the register;
 * `listings`; `org` with the standing facts of registration; values that are numbers or periods.
 */
export function worldOf(source: WorldSource): World {
  const codeLists = new Map<string, readonly string[]>([
    ['severity', source.severities.map(({ code }) => code)],
    ['subject_kind', lawfulSubjects],
  ]);
  const collections = new Map<string, Collection>();
  const subject = new Map<string, Field>([
    ['kind', { type: { kind: 'code', list: 'subject_kind' }, optional: false }],
  ]);
  for (const item of source.items.values()) {
    const columns = source.schemas.get(item.fields)?.columns ?? [];
    const fields = fieldsOf(item.fields, columns, codeLists);
    if (item.term === 'standing') {
      for (const [name, { type }] of fields) subject.set(name, { type, optional: true });
    }
    if (item.collection === undefined) continue;
    const all = new Map([...fields, ...registerFacts]);
    collections.set(item.collection, { fields: all, most: MOST_RECORDS, active });
  }
  if (source.lists.size > 0) collections.set('listings', listings(source, codeLists));
  return {
    codeLists,
    subject,
    collections,
    record: undefined,
    values: valuesOf(source),
    currency: source.currency,
    sectorLines: linesOf(source),
  };
}

/** Every line of business to which a profile gives a severity. */
function linesOf({ sectors }: WorldSource): readonly SectorLine[] {
  return [...(sectors ?? [])].flatMap(([profile, { subjects }]) => {
    if (subjects === 'others') return [];
    const { fact, codes } = subjects;
    return codes.flatMap(({ code, severity, basis, confidence }) =>
      severity === undefined ? [] : [{ profile, fact, code, severity, basis, confidence }],
    );
  });
}

/** The code by which an expression names a card: dots and hyphens become underscores. */
export function codeOfId(id: string): string {
  return id.replaceAll(/[.-]/g, '_');
}

function listings(source: WorldSource, codeLists: Map<string, readonly string[]>): Collection {
  codeLists.set('list', [...source.lists.keys()].map(codeOfId));
  const fields = new Map<string, Field>([
    ['list', { type: { kind: 'code', list: 'list' }, optional: false }],
    ['decided', { type: { kind: 'date' }, optional: false }],
    ['begins', { type: { kind: 'date' }, optional: true }],
    ['ends', { type: { kind: 'date' }, optional: true }],
  ]);
  return { fields, most: MOST_RECORDS, active };
}

/** The columns of a schema that are of a type of the language; their code lists are added. */
export function fieldsOf(
  schema: string,
  columns: readonly SchemaColumn[],
  codeLists: Map<string, readonly string[]>,
): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const column of columns) {
    const list = `${schema}.${column.field}`;
    const type = column.field === 'none' ? undefined : typeOf(column, list);
    if (type === undefined) continue;
    fields.set(column.field, { type, optional: !column.required && type.kind !== 'codes' });
    if (type.kind !== 'code' && type.kind !== 'codes') continue;
    codeLists.set(
      list,
      column.codes.map(({ code }) => code),
    );
  }
  return fields;
}

/** Texts and identifiers are no types of the language: no rule reads them. */
function typeOf(column: SchemaColumn, list: string): Type | undefined {
  switch (column.type) {
    case 'date':
      return { kind: 'date' };
    case 'flag':
      return { kind: 'bool' };
    case 'code':
      return { kind: 'code', list };
    case 'codes':
      return { kind: 'codes', list };
    case 'money':
      return { kind: 'money', least: 0, most: MOST_MONEY };
    case 'integer':
      return { kind: 'int', least: 0, most: MOST_NUMBER };
    case 'text':
    case 'identifier':
      return undefined;
  }
}

function valuesOf(source: WorldSource): Map<string, NamedValue> {
  const values = new Map<string, NamedValue>();
  for (const [id, card] of source.values) {
    const named = namedValue(card, source.currency);
    if (named !== undefined) values.set(id, named);
  }
  return values;
}

/** A value of which some row is no number, such as a class that is never shown, has no name in rules. */
function namedValue(card: CardOf<'value'>, currency: string): NamedValue | undefined {
  const rows = card.values
    .map((row) => ({ from: dayNumber(row.from), value: amountOf(card, row, currency), row }))
    .sort((a, b) => a.from - b.from);
  const known = rows.flatMap(({ from, value, row }) =>
    value === undefined ? [] : [{ from, value, confidence: row.confidence }],
  );
  if (known.length < rows.length) return undefined;
  if (card.unit === 'period') return { type: { kind: 'period' }, rows: known };
  const amounts = known.map(({ value }) => (typeof value === 'number' ? value : 0));
  const least = Math.min(...amounts);
  const most = Math.max(...amounts);
  const kind = card.unit === 'amount' ? 'money' : 'int';
  return { type: { kind, least, most }, rows: known };
}

function amountOf(
  card: CardOf<'value'>,
  row: CardOf<'value'>['values'][number],
  currency: string,
): NamedValue['rows'][number]['value'] | undefined {
  if (card.unit === 'period') return row.max;
  if (typeof row.is === 'number') return card.unit === 'working_days' ? row.is : undefined;
  if (row.is === undefined) return undefined;
  const read = parseAmount(row.is, { currency, unit: 'base' });
  return read.kind === 'amount' ? read.money.amount : undefined;
}
