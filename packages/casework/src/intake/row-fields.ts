import { parseCivilDate, type CivilDate, type FactValue } from '@credence/domain';

import type { CellValue } from './read-cell.ts';
import { apart } from './text-apart.ts';

/** The values of a row by field, before they are put together. */
export interface RowFields {
  readonly values: ReadonlyMap<string, CellValue>;
  /** Header of the column a field came from, for messages. */
  readonly headers: ReadonlyMap<string, string>;
}

/** A field that is no identifier. */
export function factOf(values: RowFields['values'], field: string): FactValue | undefined {
  const value = values.get(field);
  return value?.kind === 'fact' ? value.value : undefined;
}

export function textOf(values: RowFields['values'], field: string): string | undefined {
  const value = factOf(values, field);
  return typeof value === 'string' ? value : undefined;
}

/** A field's civil day; undefined where it is absent or says that there is none. */
export function dateOf(values: RowFields['values'], field: string): CivilDate | undefined {
  const value = textOf(values, field);
  if (value === undefined) return undefined;
  const before = days.get(value);
  if (before !== undefined) return before;
  const day = parseCivilDate(value);
  if (day !== undefined && days.size < daysMax) days.set(apart(value), day);
  return day;
}

/** A row asks for its few days again and again, and so does the next one: some decades of days. */
const daysMax = 20_000;
const days = new Map<string, CivilDate>();
