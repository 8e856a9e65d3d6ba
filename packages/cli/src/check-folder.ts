import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { checkEdition, type Edition, type Finding } from '@credence/rulebook';

import { listEditionFolders, readEditionFolder, shippedRulebooks } from './rulebook-folder.ts';
import { CommandRefusal } from './terminal.ts';

/** Editions of a folder that load, in the order in which each builds on those before it. */
export interface CheckedFolder {
  readonly editions: readonly Edition[];
  /** Warnings included; paths from the working directory. */
  readonly findings: readonly Finding[];
}

/**
 * Checks every edition of a folder, each after the one it succeeds and the one it is laid over. Those
 * are looked for beside it and, failing that, among the shipped editions; what is only built upon is
 * checked too and not among the results.
 */
export function checkFolder(folder: string): CheckedFolder {
  const steps = checkEach(folder);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, with a turn for everybody else after each edition: a server goes on answering. */
export async function checkFolderInTurns(folder: string): Promise<CheckedFolder> {
  const steps = checkEach(folder);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

/** Checks one edition at a step. */
function* checkEach(folder: string): Generator<void, CheckedFolder> {
  const wanted = listEditionFolders(folder);
  if (wanted.length === 0) {
    const found = readdirSync(folder).slice(0, 5).join(', ');
    throw new CommandRefusal(`${folder} holds no edition.yaml; it holds: ${found || 'nothing'}.`);
  }
  const checked = new Map<string, Edition | undefined>();
  const findings: Finding[] = [];
  const check = (path: string): Edition | undefined => {
    const known = resolve(path);
    if (checked.has(known)) return checked.get(known);
    // An edition that builds on itself finds nothing to build on.
    checked.set(known, undefined);
    const files = readEditionFolder(path);
    const { succeeds, parent } = namedBy(files.get('edition.yaml') ?? '');
    const predecessor = buildOn(path, succeeds, check);
    const above = buildOn(path, parent, check);
    const outcome = checkEdition(files, {
      ...(predecessor === undefined ? {} : { predecessor }),
      ...(above === undefined ? {} : { parent: above }),
    });
    if (wanted.includes(path)) findings.push(...placed(path, outcome));
    const edition = outcome.kind === 'loaded' ? outcome.edition : undefined;
    checked.delete(known);
    checked.set(known, edition);
    return edition;
  };
  for (const path of wanted) {
    check(path);
    yield;
  }
  const ready = [...checked].filter(([path]) => wanted.some((each) => resolve(each) === path));
  return { editions: ready.flatMap(([, edition]) => edition ?? []), findings };
}

function placed(path: string, outcome: ReturnType<typeof checkEdition>): readonly Finding[] {
  const prefix = relative(process.cwd(), path);
  const found = outcome.kind === 'loaded' ? outcome.warnings : outcome.findings;
  return found.map((each) => ({ ...each, file: join(prefix, each.file) }));
}

function buildOn(
  path: string,
  code: string | undefined,
  check: (path: string) => Edition | undefined,
): Edition | undefined {
  if (code === undefined || code === basename(path)) return undefined;
  const places = [join(dirname(resolve(path)), code), join(shippedRulebooks, code)];
  const place = places.find((each) => existsSync(join(each, 'edition.yaml')));
  return place === undefined ? undefined : check(place);
}

/** Read before the card is checked: only to know what to check first. */
function namedBy(card: string): { readonly succeeds?: string; readonly parent?: string } {
  const named = (key: string): string | undefined => {
    const code = new RegExp(`^${key}:\\s*([\\w.-]+)`, 'm').exec(card)?.[1];
    return code === 'none' ? undefined : code;
  };
  const [succeeds, parent] = [named('succeeds'), named('parent')];
  return {
    ...(succeeds === undefined ? {} : { succeeds }),
    ...(parent === undefined ? {} : { parent }),
  };
}
