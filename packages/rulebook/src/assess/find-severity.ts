import type { Localised, PublicCreditRecord } from '@credence/domain';

import type { Severity } from '../card/edition-card.ts';
import type { ItemCard } from '../card/item-card.ts';
import type { FieldCondition } from '../condition/condition.ts';
import { fits, fitsField, namedCodes, type Codes } from '../condition/evaluate.ts';
import type { Edition } from '../edition/edition.ts';
import { basesOf, no, worded, yes, type TraceStep } from '../trace/trace.ts';

type Row = NonNullable<ItemCard['severity']>['rows'][number];

/** The severity class of a record, the row that gave it, and every row asked on the way. */
export interface SeverityFinding {
  readonly severity: Severity;
  readonly row: Row;
  readonly steps: readonly TraceStep[];
}

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
  const steps: TraceStep[] = [];
  for (const row of item.severity.rows) {
    const severity = edition.severities.find(({ code }) => code === row.then);
    if (severity === undefined) {
      throw new RangeError(`${item.item} gives ${row.then}, which is no class of ${edition.code}.`);
    }
    steps.push(rowStep(edition, item, { row, severity, record }));
    if (fits(row.when, (field) => codesOf(record, field))) return { severity, row, steps };
  }
  throw new RangeError(`The severity table of ${item.item} leaves a record undecided.`);
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

function rowStep(
  edition: Edition,
  item: ItemCard,
  given: { row: Row; severity: Severity; record: PublicCreditRecord },
): TraceStep {
  const { row, severity, record } = given;
  const bases = basesOf(row);
  const then = worded('then', severity.title);
  if (row.when === 'otherwise') {
    const answer = { kind: 'code', value: severity.code, title: severity.title } as const;
    const isOnly = item.severity?.rows.length === 1;
    return { question: isOnly ? 'one-class' : 'none-of-above', answer, bases };
  }
  const children = Object.entries(row.when).map(([field, condition]) =>
    fieldStep(edition, item, { field, condition, codes: codesOf(record, field) }),
  );
  const [only, ...others] = children;
  if (only !== undefined && others.length === 0) {
    return { ...only, params: { ...only.params, ...then }, bases };
  }
  const holds = fits(row.when, (field) => codesOf(record, field));
  return { question: 'all-of', params: then, answer: holds ? yes : no, bases, children };
}

function fieldStep(
  edition: Edition,
  item: ItemCard,
  asked: { field: string; condition: FieldCondition; codes: Codes },
): TraceStep {
  const { field, condition, codes } = asked;
  const column = edition.schemas
    .get(item.fields)
    ?.columns.find((candidate) => candidate.field === field);
  const titles = namedCodes(condition).map(
    (code): Localised => column?.codes.find((entry) => entry.code === code)?.title ?? { zh: code },
  );
  return {
    question: questionOf(condition),
    params: { ...worded('field', column?.says ?? { zh: field }), ...listed('codes', titles) },
    answer: fitsField(codes, condition) ? yes : no,
  };
}

function questionOf(condition: FieldCondition): 'field-is' | 'field-any' | 'field-only' {
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
