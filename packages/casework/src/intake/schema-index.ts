import type { SchemaCard, SchemaColumn } from '@credence/rulebook';

import { headerKey, headerParts } from './header-key.ts';

/** A schema's columns by everything that a header may call them. */
export interface SchemaIndex {
  readonly columns: readonly SchemaColumn[];
  /** Column codes and aliases. */
  readonly codes: ColumnsByKey;
  /** Titles and listed header texts. */
  readonly texts: ColumnsByKey;
  /** Words in brackets that tell columns of one name apart. */
  readonly brackets: ColumnsByKey;
  /** Names of columns that the words in brackets tell apart, without bracket and running number. */
  readonly families: ColumnsByKey;
  /** Names of amounts without their unit. */
  readonly amounts: ColumnsByKey;
}

type ColumnsByKey = ReadonlyMap<string, ReadonlySet<SchemaColumn>>;

/** Prepares a schema for reading headers. */
export function indexSchema(schema: Pick<SchemaCard, 'columns'>): SchemaIndex {
  const codes = new Index();
  const texts = new Index();
  const brackets = new Index();
  const families = new Index();
  const amounts = new Index();
  for (const column of schema.columns) {
    for (const code of [column.column, ...column.aliases]) codes.add(headerKey(code), column);
    for (const text of [...Object.values(column.says), ...column.headers]) {
      texts.add(headerKey(text), column);
      const { base, bracket } = headerParts(text);
      if (column.type === 'money' && bracket !== undefined) amounts.add(base, column);
      if (column.bracket !== undefined) families.add(base, column);
    }
    if (column.bracket !== undefined) brackets.add(headerKey(column.bracket), column);
  }
  return {
    columns: schema.columns,
    codes: codes.byKey,
    texts: texts.byKey,
    brackets: brackets.byKey,
    families: families.byKey,
    amounts: amounts.byKey,
  };
}

class Index {
  readonly byKey: Map<string, Set<SchemaColumn>> = new Map();

  add(key: string, column: SchemaColumn): void {
    const columns = this.byKey.get(key);
    if (columns === undefined) this.byKey.set(key, new Set([column]));
    else columns.add(column);
  }
}
