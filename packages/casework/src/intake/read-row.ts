import {
  isBefore,
  looksLikeResidentNumber,
  problem,
  type CivilDate,
  type Problem,
} from '@credence/domain';
import type { SchemaColumn } from '@credence/rulebook';

import { buildRecord, type RecordContent } from './build-record.ts';
import type { FixedColumn, Layout, ReadColumn } from './match-header.ts';
import { maskPersonData, shownValue } from './person-scan.ts';
import { readCell, type CellContext, type CellOutcome, type CellValue } from './read-cell.ts';
import type { CellProblem, RowContext } from './row-context.ts';
import { dateOf, type RowFields } from './row-fields.ts';
import { apart } from './text-apart.ts';

export type RowOutcome =
  | {
      readonly kind: 'valid';
      readonly content: RecordContent;
      /** Headers of the cells in which a person's number was masked. */
      readonly masked: readonly string[];
      readonly regionUnknown: boolean;
    }
  /** A row about a natural person: nothing of it is kept. */
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'refused'; readonly problems: readonly CellProblem[] };

/**
 * Reads one row: a record's content, or every problem of the row at once, so that nobody corrects a
 * file twice. A row about a natural person is set aside before anything else of it is looked at.
 *
 * Legal source: guards N5 (service), N17 (rows about natural persons).
 */
export function readRow(
  cells: readonly string[],
  layout: Pick<Layout, 'read' | 'fixed'>,
  context: RowContext,
): RowOutcome {
  const { sources, headers } = tableOf(layout, context);
  const aboutPerson = isAboutPerson(cells, sources, context);
  if (aboutPerson === 'yes') return { kind: 'set-aside' };

  const values = new Map<string, CellValue>();
  const problems: CellProblem[] = [];
  const masked: string[] = [];
  for (const source of sources) {
    const { header } = source;
    const { column } = source.reading;
    if (column.field === 'none') continue;
    const text = textIn(cells, source);
    const { outcome, masked: isMasked } = readOnce(text, source, context);
    if (outcome.kind === 'refused') {
      const withheld = aboutPerson === 'unknown' && column.field.startsWith('subject_');
      problems.push(...cellProblems(outcome, { header, text, withheld }));
    } else if (outcome.kind === 'read') {
      if (isMasked) masked.push(header);
      values.set(column.field, outcome.value);
    }
  }
  const fields = { values, headers };
  const built = buildRecord(fields, context);
  const impossible = impossibleDays(fields, context.today);
  const all =
    problems.length + built.problems.length + impossible.length === 0
      ? problems
      : [...problems, ...withoutRepeats(built.problems, problems), ...impossible];
  if (all.length > 0 || built.kind === 'incomplete') return { kind: 'refused', problems: all };
  return { kind: 'valid', content: built.content, masked, regionUnknown: built.regionUnknown };
}

/**
 * The name a row states of its subject, as `readRow` reads it. Undefined where there is none, and of
 * any row that may be about a natural person: nothing of it is looked at.
 */
export function readSubjectName(
  cells: readonly string[],
  layout: Pick<Layout, 'read' | 'fixed'>,
  context: CellContext,
): string | undefined {
  const { sources } = tableOf(layout, context);
  if (isAboutPerson(cells, sources, context) !== 'no') return undefined;
  for (const source of sources) {
    if (source.reading.column.field !== 'subject_name') continue;
    const { outcome } = readOnce(textIn(cells, source), source, context);
    if (outcome.kind !== 'read' || outcome.value.kind !== 'fact') return undefined;
    return typeof outcome.value.value === 'string' ? outcome.value.value : undefined;
  }
  return undefined;
}

/** One column of a table with what its cells were read as before. */
interface Source {
  readonly reading: ReadColumn | FixedColumn;
  readonly header: string;
  readonly known: Map<string, ReadCell>;
  /** How often a cell was known. */
  hits: number;
  readonly namesSubject: boolean;
}

/** What a cell was read as, its text scrubbed of people's numbers. */
interface ReadCell {
  readonly outcome: CellOutcome;
  readonly masked: boolean;
}

/** The same days, codes and authorities stand in most rows; each is read once for a table. */
const knownCellsMax = 4_000;
const knownCellCharsMax = 80;

/** What the rows of a table have in common. */
interface KnownTable {
  readonly context: CellContext;
  readonly sources: readonly Source[];
  /** Header of each field's column, for messages. */
  readonly headers: ReadonlyMap<string, string>;
}

const tables = new WeakMap<object, KnownTable>();

function tableOf(layout: Pick<Layout, 'read' | 'fixed'>, context: CellContext): KnownTable {
  const known = tables.get(layout);
  if (known?.context === context) return known;
  const sources = [...layout.read, ...layout.fixed].map((reading): Source => {
    const { column } = reading;
    return {
      reading,
      header: 'header' in reading ? reading.header : column.column,
      known: new Map(),
      hits: 0,
      namesSubject: column.type === 'identifier' || column.field === 'subject_name',
    };
  });
  const headers = new Map<string, string>();
  for (const { header, reading } of sources) {
    if (reading.column.field !== 'none') headers.set(reading.column.field, header);
  }
  const table = { context, sources, headers };
  tables.set(layout, table);
  return table;
}

function textIn(cells: readonly string[], { reading }: Source): string {
  return 'index' in reading ? (cells[reading.index] ?? '') : reading.text;
}

function readOnce(text: string, source: Source, context: CellContext): ReadCell {
  // In a column whose cells all differ, looking for one costs and finds nothing.
  const isFull = source.known.size >= knownCellsMax;
  if (text.length > knownCellCharsMax || (isFull && source.hits < knownCellsMax)) {
    return readAnew(text, source, context);
  }
  const before = source.known.get(text);
  if (before !== undefined) {
    source.hits += 1;
    return before;
  }
  if (isFull) return readAnew(text, source, context);
  const own = apart(text);
  const read = readAnew(own, source, context);
  source.known.set(own, read);
  return read;
}

function readAnew(text: string, { reading }: Source, context: CellContext): ReadCell {
  const found = readCell(text, reading, context);
  return found.kind === 'read' ? scrub(found, reading.column) : asRead(found);
}

function asRead(outcome: CellOutcome): ReadCell {
  return { outcome, masked: false };
}

/**
 * Whether the row describes a natural person: its class says so, or a resident number stands where
 * the organisation's code belongs. `unknown` when a class column cannot be read: then the subject's
 * cells are not repeated in the report either.
 */
function isAboutPerson(
  cells: readonly string[],
  sources: readonly Source[],
  context: CellContext,
): 'yes' | 'no' | 'unknown' {
  let stated: Source | undefined;
  for (const source of sources) {
    if (source.namesSubject && looksLikeResidentNumber(textIn(cells, source))) return 'yes';
    if (source.reading.column.field === 'subject_class') stated ??= source;
  }
  if (stated === undefined) return 'no';
  const { outcome } = readOnce(textIn(cells, stated), stated, context);
  if (outcome.kind !== 'read' || outcome.value.kind !== 'fact') return 'unknown';
  return outcome.value.value === 'natural_person' ? 'yes' : 'no';
}

/** Free text passes the person scanner; numbers of documents only its check of resident numbers. */
function scrub(outcome: Extract<CellOutcome, { kind: 'read' }>, column: SchemaColumn): ReadCell {
  const { value } = outcome;
  if (column.type !== 'text' || value.kind !== 'fact') return asRead(outcome);
  if (typeof value.value !== 'string') return asRead(outcome);
  if (column.field === 'document_number' && !looksLikeResidentNumber(value.value)) {
    return asRead(outcome);
  }
  const { text, masked } = maskPersonData(value.value);
  if (!masked) return asRead(outcome);
  return { outcome: { kind: 'read', value: { kind: 'fact', value: text } }, masked };
}

function cellProblems(
  found: { readonly problems: readonly Problem[]; readonly accepted: string },
  cell: { readonly header: string; readonly text: string; readonly withheld: boolean },
): CellProblem[] {
  const show = (text: string) => (cell.withheld ? '…' : shownValue(text));
  const value = show(cell.text.trim());
  return found.problems.map(({ code, params }) => {
    const shown = Object.entries(params).map(([name, param]) => {
      const repeatsCell = typeof param === 'string' && name !== 'accepted' && name !== 'column';
      return [name, repeatsCell ? show(param) : param] as const;
    });
    const problem: Problem = { code, params: Object.fromEntries(shown) };
    return { column: cell.header, value, problem, accepted: found.accepted };
  });
}

/** A field that could not be read is not also reported as missing. */
function withoutRepeats(
  further: readonly CellProblem[],
  problems: readonly CellProblem[],
): CellProblem[] {
  const reported = new Set(problems.map(({ column }) => column));
  return further.filter(({ column }) => column === undefined || !reported.has(column));
}

const pastFields = [
  'decided',
  'served',
  'corrected',
  'established',
  'published',
  'conduct_ended',
] as const;

const orders = [
  ['decided', 'corrected'],
  ['decided', 'served'],
  ['valid_from', 'valid_until'],
] as const;

/** Days that cannot be: after today, or before the day they follow. */
function impossibleDays({ values, headers }: RowFields, today: CivilDate): readonly CellProblem[] {
  const problems: CellProblem[] = [];
  for (const field of pastFields) {
    const value = dateOf(values, field);
    if (value === undefined || !isBefore(today, value)) continue;
    const column = headers.get(field) ?? field;
    const accepted = `≤ ${today}`;
    problems.push({
      ...{ column, value, accepted },
      problem: problem('value-in-future', { value, today }),
    });
  }
  for (const [first, second] of orders) {
    const [from, value] = [dateOf(values, first), dateOf(values, second)];
    if (from === undefined || value === undefined || !isBefore(value, from)) continue;
    const column = headers.get(second) ?? second;
    const other = headers.get(first) ?? first;
    problems.push({ column, value, problem: problem('days-out-of-order', { value, from, other }) });
  }
  return problems;
}
