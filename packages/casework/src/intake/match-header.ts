import { problem, type AmountUnit, type DayOrder, type Problem } from '@credence/domain';
import type { MappingCard, SchemaColumn } from '@credence/rulebook';

import { headerKey } from './header-key.ts';
import { matchCell, nameOf } from './match-cell.ts';
import { announcesPerson } from './person-scan.ts';
import type { SchemaIndex } from './schema-index.ts';

/** Where a field's text comes from in every row. */
export interface ReadColumn {
  readonly column: SchemaColumn;
  /** Place in the row, from 0. */
  readonly index: number;
  /** The file's own words for it. */
  readonly header: string;
  readonly by: 'code' | 'text' | 'bracket' | 'mapping';
  readonly unit?: AmountUnit;
  /** What a cell says, and the code it becomes; from a mapping. */
  readonly codes?: Readonly<Record<string, string>>;
  /** How days without the year in front are written; from a mapping. */
  readonly dates?: DayOrder;
}

/** A field that has the same text in every row: from a mapping, or the schema's default. */
export interface FixedColumn {
  readonly column: SchemaColumn;
  readonly text: string;
}

interface PlacedHeader {
  readonly index: number;
  readonly header: string;
}

/** How the columns of one table are read. */
export interface Layout {
  readonly read: readonly ReadColumn[];
  readonly fixed: readonly FixedColumn[];
  /** Data about people: not read at all. */
  readonly dropped: readonly (PlacedHeader & { readonly because: 'schema' | 'header' })[];
  readonly notUnderstood: readonly PlacedHeader[];
  readonly ignored: readonly PlacedHeader[];
  readonly problems: readonly HeaderProblem[];
}

interface HeaderProblem {
  readonly header?: string;
  readonly problem: Problem;
  readonly accepted: string;
}

/**
 * Decides which column of a table is which column of the schema. Without a mapping the header's code,
 * text or bracketed words decide; with one, only the mapping does. Data about people is dropped, what
 * is not understood is not stored, and whatever could mean two things is a problem.
 */
export function matchHeader(
  header: readonly string[],
  schema: SchemaIndex,
  mapping?: MappingCard,
): Layout {
  const draft: Draft = { read: [], dropped: [], notUnderstood: [], ignored: [], problems: [] };
  header.forEach((text, index) => {
    const cell = { index, header: text.trim() };
    if (cell.header === '') return;
    if (mapping === undefined) placeBySchema(cell, schema, draft);
    else placeByMapping(cell, schema, mapping, draft);
  });
  const fixed = fixedColumns(schema, draft.read, mapping);
  const problems = [
    ...draft.problems,
    ...twiceRead(draft.read),
    ...missing(schema, { read: draft.read, fixed }),
    ...(mapping === undefined ? [] : missingFromFile(header, mapping)),
  ];
  return { ...draft, fixed, problems };
}

interface Draft {
  readonly read: ReadColumn[];
  readonly dropped: (PlacedHeader & { because: 'schema' | 'header' })[];
  readonly notUnderstood: PlacedHeader[];
  readonly ignored: PlacedHeader[];
  readonly problems: HeaderProblem[];
}

function placeBySchema(cell: PlacedHeader, schema: SchemaIndex, draft: Draft): void {
  const match = matchCell(cell.header, schema);
  switch (match.kind) {
    case 'understood': {
      const { column, by, unit } = match;
      if (column.person === 'drop') draft.dropped.push({ ...cell, because: 'schema' });
      else draft.read.push({ ...cell, column, by, ...(unit === undefined ? {} : { unit }) });
      return;
    }
    case 'ambiguous': {
      const candidates = match.candidates.join(' / ');
      const { header } = cell;
      const occurred = problem('header-ambiguous', { columns: header, field: candidates });
      draft.problems.push({ header, problem: occurred, accepted: candidates });
      return;
    }
    case 'not-understood':
      placeUnknown(cell, draft);
  }
}

function placeByMapping(
  cell: PlacedHeader,
  schema: SchemaIndex,
  mapping: MappingCard,
  draft: Draft,
): void {
  const key = headerKey(cell.header);
  const isThis = (from: string) => headerKey(from) === key;
  const taken = mapping.columns.filter(({ from }) => isThis(from));
  for (const { to, codes, dates } of taken) {
    const column = schema.columns.find(({ field }) => field === to);
    if (column === undefined) continue;
    if (column.person === 'drop') draft.dropped.push({ ...cell, because: 'schema' });
    else {
      const said = {
        ...(codes === undefined ? {} : { codes }),
        ...(dates === undefined ? {} : { dates }),
      };
      draft.read.push({ ...cell, column, by: 'mapping', ...said });
    }
  }
  if (taken.length > 0) return;
  if (mapping.ignored?.some(({ column }) => isThis(column)) === true) draft.ignored.push(cell);
  else placeUnknown(cell, draft);
}

function placeUnknown(cell: PlacedHeader, draft: Draft): void {
  if (announcesPerson(headerKey(cell.header))) draft.dropped.push({ ...cell, because: 'header' });
  else draft.notUnderstood.push(cell);
}

function fixedColumns(
  schema: SchemaIndex,
  read: readonly ReadColumn[],
  mapping?: MappingCard,
): FixedColumn[] {
  const present = new Set(read.map(({ column }) => column));
  return schema.columns.flatMap((column) => {
    if (present.has(column) || column.person === 'drop') return [];
    const text = mapping?.constants?.[column.field] ?? column.default;
    return text === undefined ? [] : [{ column, text }];
  });
}

/** Two columns of the file that both claim to be one column of the schema. */
function twiceRead(read: readonly ReadColumn[]): HeaderProblem[] {
  const seen = new Map<SchemaColumn, string>();
  return read.flatMap(({ column, header }) => {
    const first = seen.get(column);
    if (first === undefined) {
      seen.set(column, header);
      return [];
    }
    const field = nameOf(column);
    const columns = `${first} / ${header}`;
    return [{ header, problem: problem('header-ambiguous', { columns, field }), accepted: field }];
  });
}

function missing(
  schema: SchemaIndex,
  found: {
    readonly read: readonly ReadColumn[];
    readonly fixed: readonly FixedColumn[];
  },
): HeaderProblem[] {
  const present = new Set([...found.read, ...found.fixed].map(({ column }) => column));
  const needed = schema.columns.filter(({ required, person }) => required && person !== 'drop');
  return needed
    .filter((column) => !present.has(column))
    .map((column) => ({
      problem: problem('column-missing', {
        column: column.column,
        says: column.says.zh ?? column.says.en ?? column.column,
      }),
      accepted: [column.column, ...column.aliases, ...column.headers].join(', '),
    }));
}

/** A mapping that names a column which the file lacks was made for another file. */
function missingFromFile(header: readonly string[], mapping: MappingCard): HeaderProblem[] {
  const present = new Set(header.map(headerKey));
  return mapping.columns
    .filter(({ from }) => !present.has(headerKey(from)))
    .map(({ from, to }) => ({
      problem: problem('column-missing', { column: from, says: to }),
      accepted: header.filter((text) => text.trim() !== '').join(', '),
    }));
}
