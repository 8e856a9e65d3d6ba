import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

import type { Localised } from '@credence/domain';
import { checkEdition, openLabEdition, type CheckOptions, type Edition } from '@credence/rulebook';

import { LabError } from '../engine/define-model.ts';
import { faultOf, LabFileError } from '../regime/lab-fault.ts';
import { openLaw, type OpenedLaw } from '../regime/open-law.ts';

/** A draft as the Lab tries it, and as it stands. */
export interface DraftToTry {
  readonly code: string;
  readonly title: Localised;
  /**
   * With the place of the Lab report blank in every card: a statement cannot hold its own hash, nor the
   * hash of a text that holds it.
   */
  readonly tried: OpenedLaw;
  /** As it stands; a text of the Lab's own realm can never become law and has none. */
  readonly draft?: Edition;
  /** Reports that its cards name now, each once. */
  readonly named: readonly string[];
  /** Law that it is laid over or succeeds. */
  readonly builtUpon: readonly Edition[];
}

const place = /(lab-report:\s*['"]?)(sha256-[0-9a-f]{64})/g;
const blank = `sha256-${'0'.repeat(64)}`;

/**
 * Opens a draft from the texts of its files. One of realm `live` has to pass every check, as it would
 * have to live; one of realm `lab` is opened with what the guards hold against it.
 *
 * @throws LabFileError with everything that is wrong, by file, line and column
 */
export function openDraft(
  files: ReadonlyMap<string, string>,
  options: CheckOptions = {},
): DraftToTry {
  const texts = [...files];
  const named = texts.flatMap(([, text]) =>
    [...text.matchAll(place)].map(([, , hash = '']) => hash),
  );
  const blanked = new Map(texts.map(([path, text]) => [path, text.replace(place, `$1${blank}`)]));
  const tried = open(blanked, options);
  const { edition } = tried;
  return {
    ...{ code: edition.code, title: edition.title, tried },
    ...(edition.realm === 'lab' ? {} : { draft: open(files, options).edition }),
    named: [...new Set(named)].sort(),
    builtUpon: [options.parent, options.predecessor].filter((above) => above !== undefined),
  };
}

/**
 * Reads the folder of a draft. What it succeeds and what it is laid over is looked for beside it and
 * then among the shipped editions, as `credence rulebook check` does.
 *
 * @throws LabFileError as `openDraft`
 */
export async function readDraft(folder: string): Promise<DraftToTry> {
  const files = await readFiles(folder);
  return openDraft(files, await builtUpon(folder, files));
}

/** Whether this names a folder with an edition in it. */
export function isDraftFolder(folder: string): boolean {
  return existsSync(join(folder, 'edition.yaml'));
}

function open(files: ReadonlyMap<string, string>, options: CheckOptions): OpenedLaw {
  if (/^realm:\s*lab\b/m.test(files.get('edition.yaml') ?? '')) {
    const outcome = openLabEdition(files, options);
    if (outcome.kind === 'opened') return outcome;
    throw new LabFileError(outcome.findings.map(faultOf));
  }
  const outcome = checkEdition(files, options);
  if (outcome.kind === 'loaded') return { edition: outcome.edition, findings: outcome.warnings };
  throw new LabFileError(outcome.findings.map(faultOf));
}

async function builtUpon(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<CheckOptions> {
  const frame = files.get('edition.yaml') ?? '';
  const named = async (key: 'succeeds' | 'parent'): Promise<Edition | undefined> => {
    const code = new RegExp(`^${key}:\\s*([\\w.-]+)`, 'm').exec(frame)?.[1] ?? 'none';
    if (code === 'none') return undefined;
    if (code === basename(folder)) {
      throw new LabError(
        `${code} cannot build on itself (${key}).`,
        `${code} 不能以自己为基础（${key}）。`,
      );
    }
    const beside = join(dirname(resolve(folder)), code);
    if (isDraftFolder(beside)) {
      const above = await readFiles(beside);
      return open(above, await builtUpon(beside, above)).edition;
    }
    return (await openLaw({ code, realm: 'live' })).edition;
  };
  const [predecessor, parent] = [await named('succeeds'), await named('parent')];
  return {
    ...(predecessor === undefined ? {} : { predecessor }),
    ...(parent === undefined ? {} : { parent }),
  };
}

async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map(async (path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, at) => [relative(folder, path), texts[at] ?? '']));
}
