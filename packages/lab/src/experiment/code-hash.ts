import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { sha256Hex } from '@credence/proof';

/**
 * Of all code of the Lab, of the rooms that decide the law it carries out, and of the data it is run with:
 * a kept run is worth nothing to other code.
 */
export function codeHash(): string {
  known ??= hashOfFiles();
  return known;
}

let known: string | undefined;

/** Of the data that societies are made of. */
export function societyHash(): string {
  const folder = fileURLToPath(new URL('../../society', import.meta.url));
  return hashOf(filesOf(folder, /\.yaml$/));
}

function hashOfFiles(): string {
  const law = ['@credence/domain', '@credence/rulebook'].map((room) => import.meta.resolve(room));
  const folders = [new URL('..', import.meta.url), ...law.map((index) => new URL('.', index))];
  const hashes = folders.map((folder) =>
    hashOf(filesOf(fileURLToPath(folder), /^(?!.*\.(test|test-support|d)\.).*\.(ts|tsx|js)$/)),
  );
  return sha256Hex(...hashes, societyHash());
}

function hashOf(files: readonly { name: string; path: string }[]): string {
  return sha256Hex(...files.flatMap(({ name, path }) => [name, readFileSync(path)]));
}

function filesOf(folder: string, pattern: RegExp): readonly { name: string; path: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, path: join(folder, name) }));
}
