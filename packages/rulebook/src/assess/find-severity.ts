import type { FactValue, Localised, PublicCreditRecord } from '@credence/domain';

import type { Severity } from '../card/edition-card.ts';
import type { ItemCard } from '../card/item-card.ts';
import type { FieldCondition } from '../condition/condition.ts';
import { fitsField, namedCodes, type Codes } from '../condition/evaluate.ts';
import type { Edition } from '../edition/edition.ts';
import {
  basesOf,
  no,
  worded,
  yes,
  type QuestionCode,
  type TraceBasis,
  type TraceStep,
} from '../trace/trace.ts';

type Row = NonNullable<ItemCard['severity']>['rows'][number];

/** The severity class of a record, the row that gave it, and every row asked on the way. */
export interface SeverityFinding {
  readonly severity: Severity;
  readonly row: Row;
  readonly steps: readonly TraceStep[];
}

/** One condition of a row with the words of its question. */
interface AskedField {
  readonly field: string;
  readonly condition: FieldCondition;
  readonly question: QuestionCode;
  readonly params: Readonly<Record<string, FactValue>>;
}

/** A row with everything about it that is the same for every record. */
interface AskedRow {
  readonly row: Row;
  readonly severity: Severity;
  readonly then: Readonly<Record<string, FactValue>>;
  readonly bases: readonly TraceBasis[];
  /** None: the row takes what is left. */
  readonly fields: readonly AskedField[];
}

/** Editions are immutable, so the words of their tables are put together once. */
const tables = new WeakMap<Edition, Map<string, readonly AskedRow[]>>();

/**
 * Decides the severity class of a record: the first row of the item's table that fits.
 *
 * @throws RangeError when no row fits or the class is none of the edition: the checker lets neither
 * load
 */
export function findSeverity(
  edition: Edition,
  item: ItemCard,
  record: PublicCreditRecord,
): SeverityFinding | undefined {
  if (item.severity === undefined) return undefined;
  const rows = tableOf(edition, item, item.severity.rows);
  const answers: (readonly boolean[])[] = [];
  for (const { fields, severity, row } of rows) {
    const ofRow = fields.map(({ field, condition }) =>
      fitsField(codesOf(record, field), condition),
    );
    answers.push(ofRow);
    if (ofRow.includes(false)) continue;
    // Words are for whoever asks why; an import of a large file asks for the class alone.
    return {
      severity,
      row,
      get steps() {
        return stepsOf(rows, answers);
      },
    };
  }
  throw new RangeError(`The severity table of ${item.item} leaves a record undecided.`);
}

function stepsOf(
  rows: readonly AskedRow[],
  answers: readonly (readonly boolean[])[],
): readonly TraceStep[] {
  return answers.flatMap((ofRow, index) => {
    const asked = rows[index];
    if (asked === undefined) return [];
    return asked.fields.length === 0 ? restStep(asked, rows) : rowStep(asked, ofRow);
  });
}

/** The codes a record states in a field: one, several, or none. */
export function codesOf(record: PublicCreditRecord, field: string): Codes {
  const value = record.facts[field];
  if (typeof value === 'string') return [value];
  return isList(value) ? value : [];
}

function isList(value: unknown): value is Codes {
  return Array.isArray(value);
}

function tableOf(edition: Edition, item: ItemCard, rows: readonly Row[]): readonly AskedRow[] {
  const ofEdition = tables.get(edition) ?? new Map<string, readonly AskedRow[]>();
  tables.set(edition, ofEdition);
  const known = ofEdition.get(item.item);
  if (known !== undefined) return known;
  const made = rows.map((row) => askedRow(edition, item, row));
  ofEdition.set(item.item, made);
  return made;
}

function askedRow(edition: Edition, item: ItemCard, row: Row): AskedRow {
  const severity = edition.severities.find(({ code }) => code === row.then);
  if (severity === undefined) {
    throw new RangeError(`${item.item} gives ${row.then}, which is no class of ${edition.code}.`);
  }
  const fields = row.when === 'otherwise' ? [] : Object.entries(row.when);
  return {
    row,
    severity,
    then: worded('then', severity.title),
    bases: basesOf(row),
    fields: fields.map(([field, condition]) => askedField(edition, item, { field, condition })),
  };
}

function askedField(
  edition: Edition,
  item: ItemCard,
  { field, condition }: { readonly field: string; readonly condition: FieldCondition },
): AskedField {
  const schema = edition.schemas.get(item.fields);
  const column = schema?.columns.find((candidate) => candidate.field === field);
  const titles = namedCodes(condition).map(
    (code): Localised => column?.codes.find((entry) => entry.code === code)?.title ?? { zh: code },
  );
  const params = { ...worded('field', column?.says ?? { zh: field }), ...listed('codes', titles) };
  return { field, condition, question: questionOf(condition), params };
}

function questionOf(condition: FieldCondition): QuestionCode {
  if ('is' in condition) return 'field-is';
  return 'any' in condition ? 'field-any' : 'field-only';
}

/** Lists of words, one for each language that all of them have. */
function listed(name: string, titles: readonly Localised[]): Record<string, readonly string[]> {
  const wordings: Record<string, readonly string[]> = {};
  for (const language of ['zh', 'en'] as const) {
    const words = titles.map((title) => title[language]).filter((word) => word !== undefined);
    if (words.length === titles.length) wordings[`${name}.${language}`] = words;
  }
  return wordings;
}

function restStep({ severity, bases }: AskedRow, rows: readonly AskedRow[]): TraceStep {
  const answer = { kind: 'code', value: severity.code, title: severity.title } as const;
  return { question: rows.length === 1 ? 'one-class' : 'none-of-above', answer, bases };
}

/** One condition is asked by itself; several stand under the question whether all of them hold. */
function rowStep(asked: AskedRow, answers: readonly boolean[]): TraceStep {
  const { fields, then, bases } = asked;
  const children = fields.map(({ question, params }, index): TraceStep => ({
    question,
    params,
    answer: answers[index] === true ? yes : no,
  }));
  const [only, ...others] = children;
  if (only !== undefined && others.length === 0) {
    return { ...only, params: { ...only.params, ...then }, bases };
  }
  return {
    question: 'all-of',
    params: then,
    answer: answers.includes(false) ? no : yes,
    bases,
    children,
  };
}
