import {
  minorDigits,
  type FactValue,
  type Language,
  type PublicCreditRecord,
} from '@credence/domain';
import type { ReportTarget, SchemaCard, SchemaColumn } from '@credence/rulebook';

import { fieldOf } from '../project/record-rows.ts';
import type { ExportedAs } from './export.ts';

/** What a table for a platform is written with. */
export interface Sheet {
  readonly target: ReportTarget;
  readonly columns: readonly SchemaColumn[];
  readonly language: Language;
}

/** The columns a platform takes, in its order. */
export function sheetOf(schema: SchemaCard, target: ReportTarget, language: Language): Sheet {
  const byName = new Map(schema.columns.map((column) => [column.column, column]));
  return {
    target,
    columns: target.columns.flatMap((name) => byName.get(name) ?? []),
    language,
  };
}

/** The id of each record and what is to be done with it, then the official columns by their names. */
export function headerOf({ target, columns, language }: Sheet): readonly string[] {
  const titles = columns.map(({ says, column }) => says[language] ?? says.zh ?? says.en ?? column);
  return [target.reference, target.operation.header, ...titles];
}

/** A row of the file; columns about people are there and empty, since nothing of them is held. */
export function rowOf(
  sheet: Sheet,
  sent: { readonly recordId: string; readonly as: ExportedAs },
  cells: readonly string[],
): readonly string[] {
  return [sent.recordId, sheet.target.operation[sent.as], ...cells];
}

/** What a record says in the official columns. */
export function cellsOf(
  { columns, language }: Sheet,
  record: PublicCreditRecord,
): readonly string[] {
  return columns.map((column) => textOf(column, record, language));
}

/** The cells of a record of which the register holds nothing any more. */
export function emptyCells({ columns }: Sheet): readonly string[] {
  return columns.map(() => '');
}

function textOf(column: SchemaColumn, record: PublicCreditRecord, language: Language): string {
  if (column.person === 'drop' || column.field === 'none') return '';
  if (column.type === 'identifier') return identifierIn(column, record);
  const value =
    column.field === 'subject_class' ? classOf(column, record) : fieldOf(record, column.field);
  return value === undefined ? '' : written(value, column, language);
}

/** A public body is told apart by its code here; standards without a class for it call it a body. */
function classOf({ codes }: SchemaColumn, { subject }: PublicCreditRecord): string {
  return codes.some(({ code }) => code === subject.kind) ? subject.kind : 'organisation';
}

/** The subject's own numbers by their scheme; those of others are facts. */
function identifierIn({ field, scheme }: SchemaColumn, record: PublicCreditRecord): string {
  if (field === 'authority_code') return record.authority?.code ?? '';
  const stated = record.facts[field];
  if (typeof stated === 'string') return stated;
  return record.subject.identifiers.find((one) => one.scheme === scheme)?.value ?? '';
}

/** Words that a last day without end is written with. */
const withoutEnd = { zh: '长期', en: 'none' } as const;

function written(value: FactValue, column: SchemaColumn, language: Language): string {
  if (Array.isArray(value)) {
    return value
      .map((code: string) => wordOf(code, column, language))
      .join(column.separator ?? ';');
  }
  if (typeof value === 'object' && 'amount' in value) {
    return decimalText(value.amount, {
      fraction: minorDigits(value.currency),
      shift: column.unit === 'ten-thousand' ? 4 : 0,
    });
  }
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value);
  if (column.field === 'valid_until' && text === 'none') return withoutEnd[language];
  return column.type === 'code' ? wordOf(text, column, language) : text;
}

/** What files call a code: the official spelling first. */
function wordOf(code: string, { codes }: SchemaColumn, language: Language): string {
  const entry = codes.find((one) => one.code === code);
  return entry?.says[0] ?? entry?.title[language] ?? code;
}

/** Minor units as decimal text, without any binary fraction: 1234567 fen are 1.234567 万元. */
function decimalText(
  amount: number,
  { fraction, shift }: { readonly fraction: number; readonly shift: number },
): string {
  const places = fraction + shift;
  const digits = String(amount).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
