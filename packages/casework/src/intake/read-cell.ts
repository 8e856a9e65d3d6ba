import {
  acceptedDateForms,
  parseAmount,
  parseWrittenDate,
  problem,
  problemOfFault,
  type AmountUnit,
  type DayOrder,
  type FactValue,
  type Identifier,
  type IdentifierFault,
  type AmountRefusal,
  type Problem,
  type Schemes,
  type SubjectKind,
} from '@credence/domain';
import type { SchemaColumn } from '@credence/rulebook';

import { headerKey } from './header-key.ts';

/** What a cell becomes; identifiers and indefinite dates keep what only they carry. */
export type CellValue =
  | { readonly kind: 'fact'; readonly value: FactValue }
  | {
      readonly kind: 'identifier';
      readonly identifier: Identifier;
      readonly subjectKind?: SubjectKind;
      readonly warnings: readonly IdentifierFault[];
    };

export type CellOutcome =
  | { readonly kind: 'read'; readonly value: CellValue }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly accepted: string };

export interface CellContext {
  readonly schemes: Schemes;
  readonly currency: string;
}

/** How one cell is to be read: its column, and what the file's header or mapping adds. */
export interface CellReading {
  readonly column: SchemaColumn;
  /** The file's own words for the column; absent where its value is fixed. */
  readonly header?: string;
  readonly unit?: AmountUnit;
  readonly codes?: Readonly<Record<string, string>>;
  readonly dates?: DayOrder;
}

/** Reads one cell as its column says. Blanks around it do not count; nothing is rounded or guessed. */
export function readCell(cell: string, reading: CellReading, context: CellContext): CellOutcome {
  const text = cell.trim();
  const { column } = reading;
  if (text === '') {
    if (!column.required) return { kind: 'empty' };
    const named = reading.header ?? column.column;
    return refused([problem('value-missing', { column: named })], acceptedBy(column));
  }
  const { maxLength: max } = column;
  // A text has at most as many characters as units, so few have to be counted.
  if (max !== undefined && text.length > max) {
    const { length } = [...text];
    if (length > max) return refused([problem('value-too-long', { length, max })], `≤ ${max}`);
  }
  const position = text.search(unprintable) + 1;
  if (position > 0)
    return refused([problem('value-unprintable', { position })], acceptedBy(column));
  return readText(text, reading, context);
}

/** Controls other than line breaks and tabs, which free text may have. */
const unprintable = /(?![\n\r\t])\p{Cc}/u;

function readText(text: string, reading: CellReading, context: CellContext): CellOutcome {
  const { column } = reading;
  switch (column.type) {
    case 'text':
      return fact(text);
    case 'date':
      return readDate(text, column, reading.dates);
    case 'code':
      return readCodes([text], reading, ([code = '']) => code);
    case 'codes':
      return readCodes(splitCodes(text, column.separator ?? ';'), reading, (codes) => codes);
    case 'money':
      return readAmount(text, reading.unit ?? column.unit ?? 'base', context.currency);
    case 'identifier':
      return readIdentifier(text, column, context.schemes);
    case 'integer':
      return readInteger(text);
    case 'flag':
      return readFlag(text);
  }
}

function readInteger(text: string): CellOutcome {
  const plain = text.normalize('NFKC');
  if (/^-?\d{1,15}$/.test(plain)) return fact(Number(plain));
  return refused([problem('value-not-an-integer', { value: text })], '0-9');
}

/** Ways in which documents say that they have no last day. */
const withoutEnd = new Set(['2099-12-31', '9999-12-31']);
const withoutEndWords = new Set(['长期', '长期有效', '永久', '无固定期限', 'none', 'indefinite']);

function readDate(text: string, column: SchemaColumn, order?: DayOrder): CellOutcome {
  const date = parseWrittenDate(text, order);
  const mayLackEnd = column.field === 'valid_until';
  if (mayLackEnd && (withoutEndWords.has(text.toLowerCase()) || withoutEnd.has(date ?? ''))) {
    return fact('none');
  }
  if (date !== undefined) return fact(date);
  return refused([problem('value-not-a-date', { value: text })], acceptedDateForms(order));
}

function splitCodes(text: string, separator: string): readonly string[] {
  // Full-width forms of the separator are what Chinese input methods write.
  return text
    .normalize('NFKC')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readCodes(
  texts: readonly string[],
  { column, codes: translated }: CellReading,
  toValue: (codes: readonly string[]) => FactValue,
): CellOutcome {
  const known = codesBySpelling(column, translated);
  const codes = texts.map((text) => known.get(headerKey(text)));
  const strange = texts.filter((_, index) => codes[index] === undefined);
  if (strange.length > 0 || texts.length === 0) {
    const value = strange.join(column.separator ?? ';');
    const accepted = acceptedBy(column, translated);
    return refused([problem('value-not-in-list', { value, accepted })], accepted);
  }
  const distinct = new Set(codes.filter((code) => code !== undefined));
  return fact(toValue([...distinct]));
}

const spellings = new WeakMap<object, ReadonlyMap<string, string>>();

function codesBySpelling(
  column: SchemaColumn,
  translated?: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const key = translated ?? column;
  const cached = spellings.get(key);
  if (cached !== undefined) return cached;
  const pairs: readonly (readonly [string, string])[] =
    translated === undefined
      ? column.codes.flatMap(({ code, title, says }) =>
          [code, ...Object.values(title), ...says].map((text) => [headerKey(text), code] as const),
        )
      : Object.entries(translated).map(([text, code]) => [headerKey(text), code] as const);
  const known = new Map(pairs);
  spellings.set(key, known);
  return known;
}

function readAmount(text: string, unit: AmountUnit, currency: string): CellOutcome {
  const outcome = parseAmount(text, { currency, unit });
  if (outcome.kind === 'amount') return fact(outcome.money);
  const { because, decimalsMax } = outcome;
  return refused([amountProblem(because, text, decimalsMax)], amountForm(decimalsMax));
}

/** How an amount is written, as an example with all its decimal places: `1234.500000`. */
function amountForm(decimals: number): string {
  return decimals === 0 ? '1234' : `1234.${'5'.padEnd(decimals, '0')}`;
}

function amountProblem(because: AmountRefusal, value: string, decimals: number): Problem {
  switch (because) {
    case 'not-a-number':
      return problem('amount-not-a-number', { value });
    case 'too-precise':
      return problem('amount-not-exact', { value, decimals });
    case 'too-large':
      return problem('amount-too-large', { value });
    case 'negative':
      return problem('amount-negative', { value });
  }
}

function readIdentifier(text: string, column: SchemaColumn, schemes: Schemes): CellOutcome {
  const scheme = column.scheme === undefined ? undefined : schemes.get(column.scheme);
  if (scheme === undefined) {
    // The edition's own checks refuse such a schema; an unchecked number must not slip through.
    return refused([problem('identifier-invalid', { value: text })], column.scheme ?? '');
  }
  const check = scheme.check(text);
  if (check.kind === 'valid') {
    return {
      kind: 'read',
      value: {
        kind: 'identifier',
        identifier: { scheme: scheme.id, value: check.value },
        warnings: check.warnings,
        ...(check.subjectKind === undefined ? {} : { subjectKind: check.subjectKind }),
      },
    };
  }
  const { faults, value } = check;
  const expected = faults.flatMap((fault) => fault.expected ?? []);
  const accepted = expected.length > 0 ? expected.join(', ') : scheme.id;
  return refused(
    faults.map((fault) => problemOfFault(fault, value)),
    accepted,
  );
}

function readFlag(text: string): CellOutcome {
  const word = text.normalize('NFKC').toLowerCase();
  if (['是', '有', 'true', 'yes', 'y', '1'].includes(word)) return fact(true);
  if (['否', '无', 'false', 'no', 'n', '0'].includes(word)) return fact(false);
  const accepted = '是 / 否, true / false, 1 / 0';
  return refused([problem('value-not-in-list', { value: text, accepted })], accepted);
}

/** What a column takes, in the words of its schema. */
function acceptedBy(column: SchemaColumn, translated?: Readonly<Record<string, string>>): string {
  if (translated !== undefined) return Object.keys(translated).join(', ');
  if (column.codes.length > 0) {
    return column.codes.map(({ title, code }) => title.zh ?? title.en ?? code).join(', ');
  }
  if (column.type === 'date') return acceptedDateForms();
  return column.scheme ?? column.says.zh ?? column.says.en ?? column.column;
}

function fact(value: FactValue): CellOutcome {
  return { kind: 'read', value: { kind: 'fact', value } };
}

function refused(problems: readonly Problem[], accepted: string): CellOutcome {
  return { kind: 'refused', problems, accepted };
}
