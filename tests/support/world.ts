import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Denial, ImportReport } from '@credence/casework';
import { createPortal } from '@credence/portal';
import { openSourceFile } from '@credence/exchange';
import { civilDate, instantOf, type CivilDate, type Instant } from '@credence/domain';
import { editionToJson } from '@credence/rulebook';

import { openSystem, type System } from '../../packages/cli/src/system.ts';
import { copyTemplate } from './folder-template.ts';
import { isLawSource, lawSources, shippedEditions } from './law-folder.ts';

export const market = '11999999MB0000019T';

/** A whole system over an embedded database of its own, at a fixed moment. */
export interface World {
  readonly system: System;
  readonly reports: readonly ImportReport[];
  /** The data folder, where uploads wait. */
  readonly folder: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export interface WorldOrder {
  readonly today: CivilDate;
  readonly edition: string;
  /** The data folder; absent: one of its own, which goes with the world. */
  readonly folder?: string;
  readonly files: readonly WorldFile[];
  /** Largest upload that is taken. */
  readonly uploadBytesMax?: number;
  /** Hears of every refusal. */
  readonly onDenied?: (denial: Denial) => void;
}

export interface WorldFile {
  readonly name: string;
  readonly item: string;
  readonly text: string;
}

/** Opens an empty register, promulgates an edition and imports files, as the command would. */
export async function openWorld(order: WorldOrder): Promise<World> {
  const inbox = mkdtempSync(join(tmpdir(), 'credence-inbox-'));
  const own = order.folder === undefined ? await lawfulFolder(order) : undefined;
  const folder = order.folder ?? own ?? inbox;
  const moment = fixedMoment(order.today);
  const system = await openSystem(
    {
      ...{ port: 1, dataFolder: folder, today: order.today },
      ...(order.uploadBytesMax === undefined ? {} : { uploadBytesMax: order.uploadBytesMax }),
    },
    {
      clock: () => moment,
      ...(order.onDenied === undefined ? {} : { onDenied: order.onDenied }),
    },
  );
  if (own === undefined) await promulgateLine(system, order.edition, order.today);
  const actor = { official: 'data officer', agency: market, role: 'data_officer' };
  const added = await system.casework.addAgency({
    code: market,
    name: { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' },
    supplies: ['registration', 'administrative_penalty', 'administrative_licence'],
    actor,
  });
  if (added.kind === 'refused') throw new Error(JSON.stringify(added.problem));
  const reports: ImportReport[] = [];
  for (const { name, item, text } of order.files) {
    const path = join(inbox, name);
    writeFileSync(path, text);
    const opened = await openSourceFile(path);
    if (opened.kind === 'refused') throw new Error(`${name}: ${opened.problem}`);
    const outcome = await system.casework.importFile({
      file: opened.file,
      item,
      source: market,
      actor,
    });
    if (outcome.kind !== 'accepted') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    reports.push(outcome.report);
  }
  rmSync(inbox, { recursive: true, force: true });
  const portal = createPortal({
    services: system.casework,
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: () => moment,
  });
  return {
    system,
    reports,
    folder,
    get: async (path, headers = {}) =>
      portal.fetch(new Request(new URL(path, 'http://127.0.0.1'), { headers })),
    close: async () => {
      await system.close();
      rmSync(inbox, { recursive: true, force: true });
      if (own !== undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** A data folder in which the edition came into force on the day: to promulgate it takes seconds. */
async function lawfulFolder({ edition, today }: WorldOrder): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'credence-world-'));
  const make = async (made: string): Promise<void> => {
    await copyEmpty(made);
    const system = await openAt(made, today);
    await promulgateLine(system, edition, today);
    await system.close();
  };
  const name = `world-${edition}-${today}`;
  await copyTemplate({ name, sources: lawSources, isSource: isLawSource, make }, folder);
  return folder;
}

/** An empty, migrated database: to make one takes seconds as well. */
async function copyEmpty(folder: string): Promise<void> {
  const make = async (made: string): Promise<void> => {
    await (await openAt(made, civilDate('2026-01-01'))).close();
  };
  const sources = ['packages/store/migrations'];
  await copyTemplate({ name: 'empty', sources, isSource: () => true, make }, folder);
}

function openAt(dataFolder: string, today: CivilDate): Promise<System> {
  return openSystem({ port: 1, dataFolder, today }, { clock: () => fixedMoment(today) });
}

async function promulgateLine(system: System, code: string, today: CivilDate): Promise<void> {
  const editions = shippedEditions();
  const wanted = editions.find((edition) => edition.code === code);
  if (wanted === undefined) throw new Error(`No edition ${code}.`);
  const older = editions.filter((edition) => edition.code === wanted.succeeds);
  for (const edition of [...older, wanted]) {
    const outcome = await system.casework.promulgate(editionToJson(edition), [
      { official: '李明', role: 'legal_officer', on: today },
      { official: '王芳', role: 'head_of_authority', on: today },
    ]);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  }
}

/** Ten in the morning in Wanglan. */
export function fixedMoment(today: CivilDate): Instant {
  const moment = instantOf(`${today}T02:00:00.000Z`);
  if (moment === undefined) throw new Error(`No moment on ${today}.`);
  return moment;
}

export const day = civilDate;
