import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { civilDate, type CivilDate } from '@credence/domain';
import { editionToJson, type Edition } from '@credence/rulebook';

import { checkFolder } from '../../packages/cli/src/check-folder.ts';
import { shippedRulebooks } from '../../packages/cli/src/rulebook-folder.ts';
import { openSystem, type System } from '../../packages/cli/src/system.ts';
import { copyTemplate } from './folder-template.ts';
import { testClock } from './stores.ts';

/** Whatever the entries of an edition could depend on. */
export const lawSources = ['rulebooks', 'packages/store/migrations'].concat(
  ['domain', 'proof', 'rulebook', 'casework', 'store'].map((name) => `packages/${name}/src`),
);
/** Of the files in those folders. */
export function isLawSource(file: string): boolean {
  return /\.(ts|sql|yaml)$/.test(file) && !file.includes('.test');
}

/** Before every day on which a world of a test begins. */
const promulgatedOn = civilDate('2023-01-09');
const marker = 'law-in-force';

/**
 * Puts a register in the place of an empty one in which both Chinese editions are law: to check and
 * promulgate them takes seconds, to copy a folder does not. One that has its law is left alone, and
 * one that is not there is made.
 */
export async function bringLaw(folder: string): Promise<void> {
  if (existsSync(join(folder, marker))) return;
  const make = async (made: string): Promise<void> => {
    if (existsSync(folder)) cpSync(folder, made, { recursive: true });
    const clock = testClock(Date.parse(`${promulgatedOn}T04:00:00Z`));
    const system = await openSystem({ port: 1, dataFolder: made }, { clock });
    await promulgateAll(system, promulgatedOn);
    await system.close();
    writeFileSync(join(made, marker), '');
  };
  await copyTemplate({ name: 'law', sources: lawSources, isSource: isLawSource, make }, folder);
}

let shipped: readonly Edition[] | undefined;

/** They are files of this checkout, and to read and check them takes seconds. */
export function shippedEditions(): readonly Edition[] {
  shipped ??= checkFolder(shippedRulebooks).editions;
  return shipped;
}

/** Both Chinese editions come into the journal, approved by two. */
export async function promulgateAll(system: System, today: CivilDate): Promise<void> {
  const editions = shippedEditions();
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
