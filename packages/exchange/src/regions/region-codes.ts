import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Not a division, and yet in codes that were lawfully given: the national registering authority. */
const nationalAuthority = '100000';
const resolve = createRequire(import.meta.url).resolve;

/**
 * Codes of administrative divisions of every revision of GB/T 2260 that the table has, so that the
 * code of a division abolished since is known too. Newer divisions are missing; a region that is not
 * here is therefore worth a note and never a refusal.
 */
export function readRegionCodes(): ReadonlySet<string> {
  const folder = dirname(resolve('gb2260/lib/revisions.json'));
  const revisions: unknown = JSON.parse(readFileSync(join(folder, 'revisions.json'), 'utf8'));
  const codes = new Set([nationalAuthority]);
  for (const name of revisionNames(revisions)) {
    const table: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    if (typeof table !== 'object' || table === null) continue;
    for (const code of Object.keys(table)) codes.add(code);
  }
  return codes;
}

function revisionNames(listed: unknown): readonly string[] {
  return Array.isArray(listed) ? listed.map(String) : [];
}
