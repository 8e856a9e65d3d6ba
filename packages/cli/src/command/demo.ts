import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Casework } from '@credence/casework';
import {
  demoActsAs,
  demoEdition,
  demoOffices,
  demoOfficials,
  writeDemoCity,
  type DemoManifest,
} from '@credence/demo';
import type { Command } from 'commander';

import { startProgress } from '../progress.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import { addAgency } from './agency.ts';
import type { Context } from './context.ts';
import { promulgate } from './edition.ts';
import { importPath } from './import.ts';

export const demoDefaults = { organisations: 20_000, seed: 1 } as const;

export const demoRegisterName = { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' };

/** `credence demo`: writes the files of the seeded city, and imports them unless told not to. */
export function addDemoCommand(program: Command, context: Context): void {
  program
    .command('demo')
    .description('write the demo city as official files and import them')
    .option('--organisations <number>', 'how many', String(demoDefaults.organisations))
    .option('--seed <number>', 'same seed, same bytes', String(demoDefaults.seed))
    .option('--out <folder>', 'where the files go', join(context.environment.dataFolder, 'demo'))
    .option('--files-only', 'write the files, import nothing')
    .action(
      async (options: { organisations: string; seed: string; out: string; filesOnly?: true }) => {
        const order = {
          folder: resolve(context.terminal.cwd, options.out),
          organisations: wholeNumber('--organisations', options.organisations),
          seed: wholeNumber('--seed', options.seed),
        };
        if (options.filesOnly === true) {
          await writeCity(context, order);
          return;
        }
        await context.withSystem(({ casework }) => fillDemo(context, casework, order));
      },
    );
}

interface DemoOrder {
  readonly folder: string;
  readonly organisations: number;
  readonly seed: number;
}

/** Fills the register through the real import path; each step may be repeated after a crash. */
export async function fillDemo(
  context: Context,
  casework: Casework,
  order: DemoOrder,
): Promise<void> {
  const done = join(order.folder, 'imported');
  if (existsSync(done)) return;
  await promulgate(context, casework, {
    code: demoEdition,
    folder: shippedRulebooks,
    officials: demoOfficials,
  });
  const manifest = await writeCity(context, order);
  // Whoever is behind an agency is known before it.
  for (const office of demoOffices) {
    const acts = demoActsAs(office.code);
    await addAgency(context, casework, { ...office, supplies: [], official: 'demo', acts });
  }
  for (const agency of manifest.agencies) {
    await addAgency(context, casework, { ...agency, acts: demoActsAs(agency.code) });
  }
  for (const file of manifest.files) {
    const outcome = await importPath(context, casework, join(order.folder, file.path), {
      item: file.item,
      source: file.source,
      official: file.official,
      // What is older than this register, no agency handed over late.
      ...(file.isRecent === true ? {} : { migration: demoOfficials.join(',') }),
      ...(file.serviceStatedBy === undefined
        ? {}
        : { serviceStatedBy: file.serviceStatedBy.join(',') }),
    });
    if (outcome.kind === 'refused' || outcome.kind === 'checked') {
      throw new CommandRefusal(
        `The demo file ${file.path} was refused: ${JSON.stringify(outcome.report.problems[0])}`,
        exits.defect,
      );
    }
  }
  writeFileSync(done, '');
}

async function writeCity(context: Context, order: DemoOrder): Promise<DemoManifest> {
  const progress = startProgress(context.terminal, 'demo city', order.organisations);
  await writeDemoCity({
    ...order,
    today: context.today('Asia/Shanghai'),
    onProgress: (written) => progress.advance(written),
  });
  progress.end();
  line(context.terminal, order.folder);
  return JSON.parse(readFileSync(join(order.folder, 'manifest.json'), 'utf8')) as DemoManifest;
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new CommandRefusal(`${option} is "${text}"; it takes a whole number.`, exits.wrongUse);
}
