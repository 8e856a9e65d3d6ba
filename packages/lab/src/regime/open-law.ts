import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  allCardKinds,
  applyPatch,
  cardFolders,
  checkEdition,
  openLabEdition,
  type Edition,
  type EditionDocument,
  type Edit,
  type Finding,
} from '@credence/rulebook';

import { faultOf, LabFileError } from './lab-fault.ts';

/** An edition with what the guards hold against it, as it is opened for the Lab. */
export interface OpenedLaw {
  readonly edition: Edition;
  readonly findings: readonly Finding[];
}

/** Which edition: of the Lab's past regimes, or of the law as shipped. */
export interface EditionName {
  readonly code: string;
  readonly realm: 'lab' | 'live';
}

const folders = {
  lab: fileURLToPath(new URL('../../regimes/', import.meta.url)),
  live: fileURLToPath(new URL('../../../../rulebooks/', import.meta.url)),
};

/** Editions are immutable, and several presets stand on one. */
const opened = new Map<string, Promise<OpenedLaw>>();

/**
 * Opens the edition of a preset: one of the Lab with everything the guards hold against it, one of
 * the law through the check it passes live.
 *
 * @throws LabFileError when the edition cannot be read
 */
export async function openLaw(name: EditionName): Promise<OpenedLaw> {
  const key = `${name.realm}/${name.code}`;
  const before = opened.get(key);
  if (before !== undefined) return before;
  const known = await editionCodes(name.realm);
  if (!known.includes(name.code)) throw unknownEdition(name, known);
  const opening = name.realm === 'lab' ? openLab(name.code) : openLive(name.code);
  opened.set(key, opening);
  return opening;
}

function unknownEdition({ code, realm }: EditionName, known: readonly string[]): LabFileError {
  const says = { zh: '没有这个规则版本。', en: `There is no such edition of realm ${realm}.` };
  const place = { file: `${code}/edition.yaml`, line: 1, column: 1 };
  return new LabFileError([{ ...place, says, found: code, accepted: known.join(', ') }]);
}

/** Codes of the editions of a realm. */
async function editionCodes(realm: EditionName['realm']): Promise<readonly string[]> {
  const entries = await readdir(folders[realm], { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function openLab(code: string): Promise<OpenedLaw> {
  return asLaw(openLabEdition(await readFolder({ code, realm: 'lab' })));
}

async function openLive(code: string): Promise<OpenedLaw> {
  const files = await readFolder({ code, realm: 'live' });
  const frame = files.get('edition.yaml') ?? '';
  const named = async (key: string): Promise<Edition | undefined> => {
    const other = new RegExp(`^${key}: *([a-z0-9.-]+)`, 'm').exec(frame)?.[1] ?? 'none';
    return other === 'none' ? undefined : (await openLaw({ code: other, realm: 'live' })).edition;
  };
  const [predecessor, parent] = [await named('succeeds'), await named('parent')];
  const outcome = checkEdition(files, {
    ...(predecessor === undefined ? {} : { predecessor }),
    ...(parent === undefined ? {} : { parent }),
  });
  if (outcome.kind === 'refused') throw new LabFileError(outcome.findings.map(faultOf));
  return { edition: outcome.edition, findings: outcome.warnings };
}

/**
 * The edition with the edits of a reform. It is an edition of the Lab from then on, whatever it was
 * before, and is checked as one.
 *
 * @throws LabFileError when an edit cannot be made, or makes an edition that cannot be read
 */
export function patchLaw({ edition }: OpenedLaw, edits: readonly Edit[], file: string): OpenedLaw {
  const patched = applyPatch(edition.document, edits);
  if (patched.kind === 'refused') {
    throw new LabFileError(
      patched.faults.map(({ edit, message, found, accepted }) => ({
        file,
        line: 1,
        column: 1,
        says: {
          zh: `第${String(edit + 1)}处修改不能作出：${found}`,
          en: `Edit ${String(edit + 1)} cannot be made. ${message}`,
        },
        found,
        ...(accepted === undefined ? {} : { accepted }),
      })),
    );
  }
  return asLaw(openLabEdition(filesOf(patched.document, edition.code)));
}

/** A whole document as the files of an edition of the Lab: JSON is YAML. */
function filesOf(document: EditionDocument, code: string): ReadonlyMap<string, string> {
  const frame = {
    ...document.edition,
    realm: 'lab',
    parent: 'none',
    succeeds: 'none',
    withdraws: [],
  };
  const cards = allCardKinds.flatMap((kind) =>
    Object.entries(document.cards[kind]).map(([id, card]) => {
      return [`${code}/${cardFolders[kind]}/${id}.yaml`, JSON.stringify(card)] as const;
    }),
  );
  return new Map([[`${code}/edition.yaml`, JSON.stringify(frame)], ...cards]);
}

function asLaw(outcome: ReturnType<typeof openLabEdition>): OpenedLaw {
  if (outcome.kind === 'refused') throw new LabFileError(outcome.findings.map(faultOf));
  return { edition: outcome.edition, findings: outcome.findings };
}

async function readFolder({ code, realm }: EditionName): Promise<Map<string, string>> {
  const folder = join(folders[realm], code);
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.map(async (path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, at) => [relative(folder, path), texts[at] ?? '']));
}
