import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An administrative division: six digits, two for each level, and its full name. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

const resolve = createRequire(import.meta.url).resolve;

/** Rows of the table that name no place. */
const NO_PLACE = /^(?:市辖区|县|市|省直辖|自治区直辖)/;

/**
 * Every division of every revision of GB/T 2260 that the table has, each under its newest name, so
 * that names which bear a division abolished since are understood.
 */
export function readDivisions(): readonly Division[] {
  const newest = new Map<string, string>();
  for (const [code, name] of readRevisions()) newest.set(code, name);
  return [...newest].flatMap(([code, name]) => (NO_PLACE.test(name) ? [] : [{ code, name }]));
}

/** Codes and names of all revisions, the oldest first. */
export function* readRevisions(): Generator<readonly [code: string, name: string]> {
  const folder = dirname(resolve('gb2260/lib/revisions.json'));
  const revisions: unknown = JSON.parse(readFileSync(join(folder, 'revisions.json'), 'utf8'));
  const names = Array.isArray(revisions) ? revisions.map(String).sort() : [];
  for (const name of names) {
    const table: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    if (typeof table !== 'object' || table === null) continue;
    for (const [code, division] of Object.entries(table)) yield [code, String(division)];
  }
}
