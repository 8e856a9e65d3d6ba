import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { civilDate, type CivilDate } from '@credence/domain';
import { editionToJson } from '@credence/rulebook';

import { checkFolder } from '../../packages/cli/src/check-folder.ts';
import { shippedRulebooks } from '../../packages/cli/src/rulebook-folder.ts';
import { openSystem, type System } from '../../packages/cli/src/system.ts';
import { testClock } from './stores.ts';

const root = join(import.meta.dirname, '..', '..');
/** Of this checkout; it goes with what is installed. */
const cache = join(root, 'node_modules', '.cache', 'credence');
/** Whatever the entries of an edition could depend on. */
const sources = ['rulebooks', 'packages/store/migrations'].concat(
  ['domain', 'proof', 'rulebook', 'casework', 'store'].map((name) => `packages/${name}/src`),
);
/** Before every day on which a world of a test begins. */
const promulgatedOn = civilDate('2023-01-09');
const marker = 'law-in-force';
/** Of sources that have changed since; a run that still copies one began less than this ago. */
const keptMs = 3_600_000;

/**
 * Puts a register in the place of an empty one in which both Chinese editions are law: to check and
 * promulgate them takes seconds, to copy a folder does not. One that has its law is left alone.
 */
export async function bringLaw(folder: string): Promise<void> {
  if (existsSync(join(folder, marker))) return;
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|sql|yaml)$/.test(file) || file.includes('.test')) continue;
      hash.update(file).update(readFileSync(join(root, source, file)));
    }
  }
  const template = join(cache, `law-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(template)) await makeTemplate(folder, template);
  rmSync(folder, { recursive: true, force: true });
  cpSync(template, folder, { recursive: true });
}

async function makeTemplate(empty: string, template: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${template}-`);
  const now = statSync(unfinished).mtimeMs;
  for (const name of readdirSync(cache).filter((each) => each.startsWith('law-'))) {
    const old = join(cache, name);
    if (now - statSync(old).mtimeMs > keptMs) rmSync(old, { recursive: true, force: true });
  }
  cpSync(empty, unfinished, { recursive: true });
  const clock = testClock(Date.parse(`${promulgatedOn}T04:00:00Z`));
  const system = await openSystem({ port: 1, dataFolder: unfinished }, { clock });
  await promulgateAll(system, promulgatedOn);
  await system.close();
  writeFileSync(join(unfinished, marker), '');
  try {
    renameSync(unfinished, template);
  } catch {
    // Another test file was faster; its template is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Both Chinese editions come into the journal, approved by two. */
export async function promulgateAll(system: System, today: CivilDate): Promise<void> {
  const { editions } = checkFolder(shippedRulebooks);
  for (const code of ['cn-2023', 'cn-2026']) {
    const edition = editions.find((each) => each.code === code);
    if (edition === undefined) throw new Error(`No edition ${code}.`);
    const outcome = await system.casework.promulgate(editionToJson(edition), [
      { official: '李明', role: 'legal_officer', on: today },
      { official: '王芳', role: 'head_of_authority', on: today },
    ]);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  }
}
