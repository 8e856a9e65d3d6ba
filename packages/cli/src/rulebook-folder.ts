import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CommandRefusal } from './terminal.ts';

/** The editions shipped with Credence, beside the packages. */
export const shippedRulebooks = fileURLToPath(new URL('../../../rulebooks/', import.meta.url));

/** All cards of one edition's folder, keyed by their path inside the folder of editions. */
export function readEditionFolder(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** The folder of an edition, given by its path or by the code of a shipped one. */
export function findEditionFolder(cwd: string, name: string): string {
  const folder = [resolve(cwd, name), join(shippedRulebooks, name)].find((each) =>
    existsSync(join(each, 'edition.yaml')),
  );
  if (folder !== undefined) return folder;
  throw new CommandRefusal(
    `${name} is neither a folder with an edition.yaml nor the code of a shipped edition.`,
  );
}

/** Folders of editions inside a folder, or the folder itself where it holds an edition. */
export function listEditionFolders(folder: string): readonly string[] {
  if (existsSync(join(folder, 'edition.yaml'))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'edition.yaml')))
    .map((entry) => join(folder, entry.name))
    .sort();
}
