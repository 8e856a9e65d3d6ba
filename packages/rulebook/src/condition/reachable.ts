import type { When } from './condition.ts';
import { fits, namedCodes, type Codes } from './evaluate.ts';

/** What a schema allows in one field. */
export interface Domain {
  readonly codes: readonly string[];
  /** Whether a record may have several of them at once. */
  readonly several: boolean;
}

/** More combinations than this are not tried; a table that needs them is no table to read. */
const MOST_COMBINATIONS = 200_000;

/** Which rows of a table some record can reach, or why that is not known. */
type Reachability =
  /** Indexes of rows that no record can ever reach, counted from 0. */
  | { readonly kind: 'known'; readonly unreachable: readonly number[] }
  | { readonly kind: 'too-many-combinations'; readonly count: number };

/**
 * Finds rows that earlier rows leave nothing for, by trying every combination that can make a
 * difference. Codes that all conditions treat alike stand for one another, which keeps the number of
 * combinations small and the answer exact.
 */
export function findUnreachable(
  rows: readonly (When | 'otherwise')[],
  domains: ReadonlyMap<string, Domain>,
): Reachability {
  const fields = [...new Set(rows.flatMap((row) => (row === 'otherwise' ? [] : Object.keys(row))))];
  const told = fields.map((field) => toldApart(field, rows, domains.get(field)));
  // Counted before anything is built: thirty codes make a billion combinations.
  const count = told.reduce((product, part) => product * sizeOf(part), 1);
  if (count > MOST_COMBINATIONS) return { kind: 'too-many-combinations', count };
  const choices = told.map(contentsOf);

  const reached = new Set<number>();
  for (let number = 0; number < count; number += 1) {
    const record = recordOf(number, fields, choices);
    const row = rows.findIndex((when) => fits(when, (field) => record.get(field) ?? []));
    if (row >= 0) reached.add(row);
  }
  const unreachable = rows.map((_, index) => index).filter((index) => !reached.has(index));
  return { kind: 'known', unreachable };
}

function recordOf(
  number: number,
  fields: readonly string[],
  choices: readonly (readonly Codes[])[],
): Map<string, Codes> {
  const record = new Map<string, Codes>();
  let rest = number;
  choices.forEach((contents, index) => {
    record.set(fields[index] ?? '', contents[rest % contents.length] ?? []);
    rest = Math.floor(rest / contents.length);
  });
  return record;
}

/** The codes of a field, one standing for all that no condition tells apart. */
function toldApart(
  field: string,
  rows: readonly (When | 'otherwise')[],
  domain: Domain | undefined,
): Domain {
  const conditions = rows.flatMap((row) => {
    const condition = row === 'otherwise' ? undefined : row[field];
    return condition === undefined ? [] : [namedCodes(condition)];
  });
  const representatives = new Map<string, string>();
  for (const code of domain?.codes ?? []) {
    representatives.set(conditions.map((named) => named.includes(code)).join(), code);
  }
  return { codes: [...representatives.values()], several: domain?.several ?? false };
}

function sizeOf({ codes, several }: Domain): number {
  return several ? 2 ** codes.length : codes.length + 1;
}

/** Everything a field may hold, nothing included. */
function contentsOf({ codes, several }: Domain): Codes[] {
  if (!several) return [[], ...codes.map((code) => [code])];
  return Array.from({ length: 2 ** codes.length }, (_, subset) =>
    codes.filter((_code, index) => Math.floor(subset / 2 ** index) % 2 === 1),
  );
}
