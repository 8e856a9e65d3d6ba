import {
  parseDocumentNumber,
  problem,
  type CivilDate,
  type FactValue,
  type Identifier,
  type PublicCreditRecord,
  type Service,
  type StatedSubject,
  type SubjectKind,
} from '@credence/domain';

import { shownValue } from './person-scan.ts';
import { dateOf, factOf, textOf, type RowFields } from './row-fields.ts';
import type { CellProblem, RowContext } from './row-context.ts';

/** A record as the file states it, before the register gives it its place. */
export type RecordContent = Omit<
  PublicCreditRecord,
  'recordId' | 'edition' | 'takenInOn' | 'batchId' | 'row'
>;

export type BuildOutcome =
  | {
      readonly kind: 'built';
      readonly content: RecordContent;
      readonly regionUnknown: boolean;
      readonly problems: readonly CellProblem[];
    }
  | { readonly kind: 'incomplete'; readonly problems: readonly CellProblem[] };

/** A content whose parts are still being added. */
type Draft = { -readonly [Part in keyof RecordContent]: RecordContent[Part] };

/** Fields with a place of their own in a record; every other field is a fact. */
const placed = new Set([
  'subject_name',
  'subject_class',
  'subject_code',
  'document_number',
  'document_title',
  'decided',
  'valid_from',
  'valid_until',
  'corrected',
  'served',
  'service_mode',
  'authority',
  'authority_code',
  'provider',
]);

/**
 * Puts the values of a row together. What no record of the item can do without is asked for here
 * once more, since a schema may leave a column optional that only some subjects have.
 */
export function buildRecord(fields: RowFields, context: RowContext): BuildOutcome {
  const problems: CellProblem[] = [];
  const subject = subjectOf(fields, context, problems);
  const decidedOn = decisionDay(fields, problems);
  const document = documentOf(fields, context, problems);
  if (subject === undefined || decidedOn === undefined || problems.length > 0) {
    return { kind: 'incomplete', problems };
  }
  const { values } = fields;
  const validFrom = dateOf(values, 'valid_from');
  const validUntil = lastDay(fields);
  const correctedOn = dateOf(values, 'corrected');
  const authority = authorityOf(fields);
  const name = textOf(values, 'provider') ?? context.provider.name;
  // What may be absent is added where it is there: a spread for each costs several copies a row.
  const content: Draft = {
    item: context.item.item,
    subject,
    provider: { code: context.provider.code, name },
    decidedOn,
    service: serviceOf(fields, context),
    facts: factsOf(fields),
  };
  if (authority !== undefined) content.authority = authority;
  if (document !== undefined) content.document = document;
  if (validFrom !== undefined) content.validFrom = validFrom;
  if (validUntil !== undefined) content.validUntil = validUntil;
  if (correctedOn !== undefined) content.correctedOn = correctedOn;
  return { kind: 'built', content, regionUnknown: hasStrangeRegion(fields), problems };
}

function subjectOf(
  fields: RowFields,
  { item }: RowContext,
  problems: CellProblem[],
): StatedSubject | undefined {
  const { values, headers } = fields;
  const [first, ...others] = subjectIdentifiers(fields);
  if (first === undefined) {
    const column = headers.get('subject_code') ?? 'subject_code';
    problems.push({ column, problem: problem('identifier-not-in-column', { columns: column }) });
    return undefined;
  }
  const kind = kindOf(fields);
  if (!item.subjects.includes(kind)) {
    const column = headers.get('subject_class') ?? headers.get('subject_code') ?? 'subject_class';
    const accepted = item.subjects.join(', ');
    const occurred = problem('value-not-in-list', { value: kind, accepted });
    problems.push({ column, value: kind, problem: occurred, accepted });
  }
  const name = textOf(values, 'subject_name');
  const identifiers: StatedSubject['identifiers'] = [first, ...others];
  return name === undefined ? { kind, identifiers } : { kind, identifiers, name };
}

/** Codes in a row that belong to someone else than the subject. */
const codesOfOthers = new Set(['authority_code', 'provider_code']);

/** The subject's own numbers: `subject_code` first, then the others the row states. */
function subjectIdentifiers({ values }: RowFields): readonly Identifier[] {
  const identifiers: Identifier[] = [];
  for (const [field, value] of values) {
    if (value.kind !== 'identifier' || codesOfOthers.has(field)) continue;
    if (field === 'subject_code') identifiers.unshift(value.identifier);
    else identifiers.push(value.identifier);
  }
  return identifiers;
}

/** Whoever is a sole trader by class or by code is treated as one: that is the narrower reading. */
function kindOf({ values }: RowFields): SubjectKind {
  const stated = textOf(values, 'subject_class');
  const code = values.get('subject_code');
  const byCode = code?.kind === 'identifier' ? code.subjectKind : undefined;
  if (stated === 'sole_trader' || byCode === 'sole_trader') return 'sole_trader';
  if (stated === 'public_body' || byCode === 'public_body') return 'public_body';
  return 'organisation';
}

/** The day of the decision; a registration's own day where there is no decision. */
function decisionDay(fields: RowFields, problems: CellProblem[]): CivilDate | undefined {
  const { values, headers } = fields;
  const day =
    dateOf(values, 'decided') ?? dateOf(values, 'established') ?? dateOf(values, 'valid_from');
  if (day !== undefined) return day;
  const column = headers.get('decided') ?? 'decided';
  problems.push({ column, problem: problem('value-missing', { column }) });
  return undefined;
}

function documentOf(
  { values, headers }: RowFields,
  { item }: RowContext,
  problems: CellProblem[],
): PublicCreditRecord['document'] {
  const given = textOf(values, 'document_number');
  const column = headers.get('document_number') ?? 'document_number';
  if (given === undefined) {
    if (item.document.number === 'required') {
      problems.push({ column, problem: problem('value-missing', { column }) });
    }
    return undefined;
  }
  const number = parseDocumentNumber(given);
  if (number.kind === 'refused') {
    const value = shownValue(given);
    problems.push({ column, value, problem: problem('document-number-invalid', { value }) });
    return undefined;
  }
  const title = textOf(values, 'document_title');
  return title === undefined ? { number: number.text } : { number: number.text, title };
}

function lastDay({ values }: RowFields): CivilDate | 'none' | undefined {
  return factOf(values, 'valid_until') === 'none' ? 'none' : dateOf(values, 'valid_until');
}

function authorityOf({ values }: RowFields): PublicCreditRecord['authority'] {
  const name = textOf(values, 'authority');
  if (name === undefined) return undefined;
  const code = values.get('authority_code');
  const value =
    code?.kind === 'identifier' ? code.identifier.value : textOf(values, 'authority_code');
  return value === undefined ? { name } : { name, code: value };
}

/** Proof of service: from the row, else from the batch's two officials, else none (N5). */
function serviceOf({ values }: RowFields, context: RowContext): Service {
  if (context.item.service === 'not-needed') return { kind: 'not-needed' };
  const on = dateOf(values, 'served');
  if (on !== undefined) return { kind: 'shown', on, mode: textOf(values, 'service_mode') ?? '' };
  const by = context.serviceStatement;
  return by === undefined ? { kind: 'not-shown' } : { kind: 'stated', by };
}

function factsOf({ values }: RowFields): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {};
  // A field is a name of the schema's, which knows letters, digits and underscores between them only.
  for (const [field, value] of values) {
    if (placed.has(field)) continue;
    if (value.kind === 'fact') facts[field] = value.value;
    else if (codesOfOthers.has(field)) facts[field] = value.identifier.value;
  }
  return facts;
}

function hasStrangeRegion({ values }: RowFields): boolean {
  const code = values.get('subject_code');
  return code?.kind === 'identifier' && code.warnings.some((fault) => fault.code === 'region');
}
