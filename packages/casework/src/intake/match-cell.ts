import type { AmountUnit } from '@credence/domain';
import type { SchemaColumn } from '@credence/rulebook';

import { bracketAlternatives, headerKey, headerParts } from './header-key.ts';
import type { SchemaIndex } from './schema-index.ts';

/** What one header cell means. */
export type CellMatch =
  | {
      readonly kind: 'understood';
      readonly column: SchemaColumn;
      readonly by: 'code' | 'text' | 'bracket';
      /** The unit the header itself names; it decides over the schema's. */
      readonly unit?: AmountUnit;
    }
  /** Two readings, each as the schema calls it. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'not-understood' };

const notUnderstood: CellMatch = { kind: 'not-understood' };

/** Remarks in brackets that say nothing about the column. */
const remark = /^(必填|必填项|必须|选填|可空|可选|非必填|required|optional|y{4}_?m{2}_?d{2})$/;

/**
 * Reads one header cell. A code or a listed text decides at once. Otherwise the words in brackets
 * decide, never a running number: sites number the codes of a subject differently. In doubt nothing
 * is guessed.
 */
export function matchCell(header: string, index: SchemaIndex): CellMatch {
  const parts = headerParts(header);
  if (parts.whole === '') return notUnderstood;
  const unit = unitOf(parts.bracket);
  const listed = union([index.codes.get(parts.whole), index.texts.get(parts.whole)]);
  if (listed.size > 0) {
    return decide(listed, index.codes.has(parts.whole) ? 'code' : 'text', unit);
  }
  if (parts.bracket !== undefined) return matchBracketed(header, parts, index);

  const family = index.families.get(parts.base);
  if (family !== undefined) {
    // `统一社会信用代码_1` names its column beside the number; `行政相对人代码_1` does not.
    const named = index.texts.get(parts.base) ?? new Set();
    return named.size === 1 ? decide(named, 'text') : ambiguous(family);
  }
  const amount = index.amounts.get(parts.base);
  // An amount without its unit could be yuan or ten thousand of them.
  return amount === undefined ? notUnderstood : ambiguous(amount);
}

function matchBracketed(
  header: string,
  parts: { readonly base: string; readonly bracket?: string },
  index: SchemaIndex,
): CellMatch {
  const { base, bracket = '' } = parts;
  const named = union([index.codes.get(base), index.texts.get(base)]);
  const unit = unitOf(bracket);
  if (unit !== undefined) {
    const amounts = union([index.amounts.get(base), ...moneyOf(named)]);
    if (amounts.size > 0) return decide(amounts, 'bracket', unit);
  }
  const inside = union(
    [bracket, ...bracketAlternatives(header)].flatMap((words) => lookUp(words, index)),
  );
  if (inside.size === 0) return remark.test(bracket) ? decide(named, 'text') : notUnderstood;
  if (named.size === 0) {
    // Someone else's code (a guarantor's, say) has the same bracket and another name before it.
    const ours = base === '' || index.families.size === 0 || index.families.has(base);
    return ours ? decide(inside, 'bracket') : ambiguous(inside);
  }
  const both = [...named].filter((column) => inside.has(column));
  if (both.length === 1) return decide(new Set(both), 'bracket');
  const scheme = schemeOf(inside);
  const ofScheme = [...named].filter((column) => scheme !== undefined && column.scheme === scheme);
  if (ofScheme.length === 1) return decide(new Set(ofScheme), 'bracket');
  return ambiguous(union([named, inside]));
}

function lookUp(words: string, index: SchemaIndex): (ReadonlySet<SchemaColumn> | undefined)[] {
  const key = headerKey(words);
  return [index.brackets.get(key), index.codes.get(key), index.texts.get(key)];
}

function schemeOf(columns: ReadonlySet<SchemaColumn>): string | undefined {
  const schemes = new Set([...columns].map(({ scheme }) => scheme));
  return schemes.size === 1 ? [...schemes][0] : undefined;
}

function moneyOf(columns: ReadonlySet<SchemaColumn>): ReadonlySet<SchemaColumn>[] {
  return [new Set([...columns].filter(({ type }) => type === 'money'))];
}

function decide(
  columns: ReadonlySet<SchemaColumn>,
  by: 'code' | 'text' | 'bracket',
  unit?: AmountUnit,
): CellMatch {
  const [column, ...others] = columns;
  if (column === undefined) return notUnderstood;
  if (others.length > 0) return ambiguous(columns);
  if (column.type !== 'money' || unit === undefined) return { kind: 'understood', column, by };
  return { kind: 'understood', column, by, unit };
}

function ambiguous(columns: ReadonlySet<SchemaColumn>): CellMatch {
  return { kind: 'ambiguous', candidates: [...columns].map(nameOf) };
}

/** A column as messages call it: its code and what it says. */
export function nameOf(column: SchemaColumn): string {
  const says = column.says.zh ?? column.says.en ?? '';
  return says === '' || says === column.column ? column.column : `${column.column} ${says}`;
}

function unitOf(bracket: string | undefined): AmountUnit | undefined {
  if (bracket === undefined) return undefined;
  if (/万|tenthousand|10000/.test(bracket)) return 'ten-thousand';
  return /元|yuan|cny|rmb|usd|dollar/.test(bracket) ? 'base' : undefined;
}

function union(
  sets: readonly (ReadonlySet<SchemaColumn> | undefined)[],
): ReadonlySet<SchemaColumn> {
  return new Set(sets.flatMap((set) => [...(set ?? [])]));
}
