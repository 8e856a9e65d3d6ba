import type { JsonValue } from '@credence/domain';

import { allCardKinds, cardFolders, type CardKind } from '../card/card-kinds.ts';
import type { CardDocument } from '../edition/edition.ts';
import type { Finding } from './finding.ts';
import { findNearest } from './nearest.ts';
import type { Places } from './place.ts';
import { readYaml } from './read-yaml.ts';

/** One card file after YAML, before its schema. */
export interface CardFile {
  readonly kind: CardKind | 'edition';
  /** From the file name. */
  readonly id: string;
  readonly file: string;
  /** Absent when the text could not be read; its findings say why. */
  readonly data: CardDocument | undefined;
  readonly places: Places;
}

/** The files of an edition, sorted by what they are. */
interface FilesReading {
  readonly edition: CardFile | undefined;
  readonly cards: readonly CardFile[];
  readonly findings: readonly Finding[];
}

const start = { line: 1, column: 1 };

/** Reads every file of an edition folder; paths may be given with or without the folder itself. */
export function readFiles(files: ReadonlyMap<string, string>): FilesReading {
  const findings: Finding[] = [];
  const read: CardFile[] = [];
  const root = rootOf(files);
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const identity = identify(file.slice(root.length));
    if (identity === 'ignored') continue;
    if (identity === undefined) {
      findings.push(unknownFile(file, file.slice(root.length)));
      continue;
    }
    const reading = readYaml(file, text);
    findings.push(...reading.findings);
    const data = asCard(reading.data);
    if (data === undefined && reading.findings.length === 0) findings.push(emptyFile(file));
    read.push({ ...identity, file, data, places: reading.places });
  }
  const edition = read.find(({ kind }) => kind === 'edition');
  if (edition === undefined) findings.push(missingEdition(root));
  for (const card of read) findings.push(...nameFindings(card, root));
  return { edition, cards: read.filter(({ kind }) => kind !== 'edition'), findings };
}

function rootOf(files: ReadonlyMap<string, string>): string {
  const frame = [...files.keys()].find((file) => /(?:^|\/)edition\.yaml$/.test(file));
  if (frame !== undefined) return frame.slice(0, -'edition.yaml'.length);
  const first = [...files.keys()][0] ?? '';
  const folder = allCardKinds.map((kind) => first.indexOf(`${cardFolders[kind]}/`));
  return first.slice(0, Math.max(0, ...folder));
}

function identify(
  path: string,
): { readonly kind: CardKind | 'edition'; readonly id: string } | 'ignored' | undefined {
  if (path === 'edition.yaml') return { kind: 'edition', id: 'edition' };
  if (/(?:^|\/)(?:README\.md|\.[^/]+)$/.test(path)) return 'ignored';
  const [folder, name, deeper] = path.split('/');
  const kind = allCardKinds.find((candidate) => cardFolders[candidate] === folder);
  if (kind === undefined || deeper !== undefined || name?.endsWith('.yaml') !== true) {
    return undefined;
  }
  return { kind, id: name.slice(0, -'.yaml'.length) };
}

function asCard(data: JsonValue | undefined): CardDocument | undefined {
  return isCard(data) ? data : undefined;
}

function isCard(data: JsonValue | undefined): data is CardDocument {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function nameFindings(card: CardFile, root: string): Finding[] {
  const { kind, data, file, places } = card;
  const stated = data?.[kind];
  if (typeof stated !== 'string') return [];
  const folder = root.replace(/\/$/, '').split('/').at(-1) ?? '';
  const expected = kind === 'edition' ? folder : card.id;
  if (expected === '' || stated === expected) return [];
  return [
    {
      file,
      ...places.value([kind]),
      code: kind === 'edition' ? 'edition-folder' : 'file-name',
      message:
        kind === 'edition'
          ? 'The folder of an edition bears its code.'
          : 'The file of a card bears its id.',
      found: stated,
      accepted: expected,
      repair: `Write ${expected}, or rename the ${kind === 'edition' ? 'folder' : 'file'}.`,
    },
  ];
}

function unknownFile(file: string, path: string): Finding {
  const folder = path.split('/')[0] ?? path;
  const folders = allCardKinds.map((kind) => cardFolders[kind]);
  const nearest = folders.includes(folder) ? undefined : findNearest(folder, folders);
  return {
    file,
    ...start,
    code: 'file-unknown',
    message:
      'This file is no card: nobody would read it.' +
      (nearest === undefined ? '' : ` Did you mean the folder ${nearest}?`),
    found: path,
    accepted: `edition.yaml, README.md, or <folder>/<id>.yaml with a folder of ${folders.join(', ')}`,
    repair: 'Move, rename or remove it.',
  };
}

function emptyFile(file: string): Finding {
  return {
    file,
    ...start,
    code: 'value-wrong',
    message: 'The file holds no card.',
    accepted: 'keys and values, beginning with the kind and id of the card',
  };
}

function missingEdition(root: string): Finding {
  return {
    file: `${root}edition.yaml`,
    ...start,
    code: 'edition-missing',
    message: 'An edition has a frame: there is no edition.yaml.',
    repair: 'Write edition.yaml.',
  };
}
