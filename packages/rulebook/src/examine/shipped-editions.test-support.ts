import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Edition } from '../edition/edition.ts';
import { checkEdition } from '../load/check-edition.ts';
import { formatFinding } from '../load/finding.ts';

const root = fileURLToPath(new URL('../../../../rulebooks', import.meta.url));

const loaded = new Map<string, Edition>();

/** Codes of the editions shipped with the program. */
export const shippedCodes = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The files of a shipped edition, by their path inside its folder. */
export function shippedFiles(code: string): ReadonlyMap<string, string> {
  const folder = join(root, code);
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path), readFileSync(path, 'utf8'));
  }
  return files;
}

/** A shipped edition, after those it rests on. */
export function shippedEdition(code: string): Edition {
  const known = loaded.get(code);
  if (known !== undefined) return known;
  const files = shippedFiles(code);
  const frame = files.get('edition.yaml') ?? '';
  const named = (key: string): Edition | undefined => {
    const other = new RegExp(`^${key}: *([a-z0-9.-]+)`, 'm').exec(frame)?.[1] ?? 'none';
    return other === 'none' ? undefined : shippedEdition(other);
  };
  const [predecessor, parent] = [named('succeeds'), named('parent')];
  const outcome = checkEdition(files, {
    ...(predecessor === undefined ? {} : { predecessor }),
    ...(parent === undefined ? {} : { parent }),
  });
  if (outcome.kind !== 'loaded') throw new Error(outcome.findings.map(formatFinding).join('\n'));
  loaded.set(code, outcome.edition);
  return outcome.edition;
}
