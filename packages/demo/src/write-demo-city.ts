import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CivilDate, RandomKey } from '@credence/domain';

import { agencies, catalogueItems } from './city/agencies.ts';
import { behind } from './city/offices.ts';
import { demoPeople } from './city/people.ts';
import { cityName, region } from './city/region.ts';
import { writeBrokenFiles } from './file/broken-files.ts';
import { hashOf, type DemoFile } from './file/demo-file.ts';
import { writeGoodFiles } from './file/write-good-files.ts';
import { growCity } from './grow-city.ts';

export interface DemoOrder {
  /** Made where absent; files of an earlier city in it are replaced. */
  readonly folder: string;
  /** How many organisations are registered, those of the storybook included. */
  readonly organisations: number;
  readonly seed: RandomKey;
  readonly today: CivilDate;
  /** Called with the number of organisations that are done. */
  readonly onProgress?: (organisations: number) => void;
}

/** An agency as the register has to know it before it takes its files. */
export interface DemoAgency {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Ids of catalogue items. */
  readonly supplies: readonly string[];
  readonly official: string;
  /** Codes of the office above it, and of the one that decides appeals against it. */
  readonly superior: string;
  readonly review: string;
  readonly unifiedCode: string;
  /** First word of its document numbers. */
  readonly word: string;
}

export interface DemoManifest {
  readonly city: { readonly zh: string; readonly en: string };
  readonly region: string;
  readonly seed: RandomKey;
  readonly today: CivilDate;
  readonly organisations: number;
  readonly agencies: readonly DemoAgency[];
  /** In the order in which they are to be imported. */
  readonly files: readonly DemoFile[];
}

const demoAgencies: readonly DemoAgency[] = agencies.map(
  ({ code, name, supplies, official, unifiedCode, word }) => ({
    code,
    name,
    supplies: supplies.map((item) => catalogueItems[item]),
    official,
    ...behind(code),
    unifiedCode,
    word,
  }),
);

/** The edition under which the city's files are taken in. */
export const demoEdition = 'cn-2026';

/**
 * Writes the fictional city of Wanglan as official files: registrations, licences, penalties and
 * inspections as its agencies would send them, files broken on purpose, and who is who. Same order,
 * same bytes.
 */
export async function writeDemoCity(order: DemoOrder): Promise<DemoManifest> {
  const { folder, today } = order;
  await mkdir(folder, { recursive: true });
  await rm(join(folder, 'broken'), { recursive: true, force: true });
  await mkdir(join(folder, 'broken'));
  const city = await growCity(order);
  const files = await writeGoodFiles(folder, city, today);
  const manifest: DemoManifest = {
    city: cityName,
    region,
    seed: order.seed,
    today,
    organisations: city.organisations.length,
    agencies: demoAgencies,
    files: await Promise.all(
      files.map(async (file) => ({ ...file, sha256: await hashOf(folder, file.path) })),
    ),
  };
  await writeJson(folder, 'broken/manifest.json', await writeBrokenFiles(folder, today));
  await writeJson(folder, 'agencies.json', demoAgencies);
  await writeJson(folder, 'people.json', demoPeople);
  await writeJson(folder, 'manifest.json', manifest);
  order.onProgress?.(city.organisations.length);
  return manifest;
}

async function writeJson(folder: string, path: string, content: unknown): Promise<void> {
  await writeFile(join(folder, path), `${JSON.stringify(content, null, 2)}\n`);
}
