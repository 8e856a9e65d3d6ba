import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addDays, civilDate, instantOf, type CivilDate, type Instant } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { createPortal } from '@credence/portal';
import { editionToJson } from '@credence/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkFolder } from '../../packages/cli/src/check-folder.ts';
import { shippedRulebooks } from '../../packages/cli/src/rulebook-folder.ts';
import { openSystem, type System } from '../../packages/cli/src/system.ts';

const today = civilDate('2017-06-30');
const actor = { official: 'A. Reyes', agency: 'sfdph', role: 'data_officer' };

/** High-risk findings put right after 1 to 30 days, and twelve low-risk ones that were not. */
const rows = [
  ...Array.from({ length: 30 }, (_, index) => {
    const found = addDays(civilDate('2017-03-01'), index);
    return row(1000 + index, found, 'Other high risk violation', addDays(found, index + 1));
  }),
  ...Array.from({ length: 12 }, (_, index) =>
    row(2000 + index, addDays(civilDate('2017-05-01'), index), 'Other low risk violation'),
  ),
];

function row(business: number, found: CivilDate, violation: string, corrected?: CivilDate): string {
  return [String(business), found, violation, corrected ?? ''].join(',');
}

describe('the register of San Francisco, in English alone and without names', () => {
  let folder: string;
  let system: System;
  let get: (path: string) => Promise<Response>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credence-sf-figures-'));
    const moment = momentOf(today);
    system = await openSystem(
      { port: 1, dataFolder: folder, today },
      { clock: () => moment, inMemory: true },
    );
    const edition = checkFolder(shippedRulebooks).editions.find(
      ({ code }) => code === 'us-sf-food-2017',
    );
    if (edition === undefined) throw new Error('There is no edition for San Francisco.');
    const promulgated = await system.casework.promulgate(editionToJson(edition), [
      { official: 'A. Reyes', role: 'legal_officer', on: today },
      { official: 'B. Chen', role: 'head_of_authority', on: today },
    ]);
    if (promulgated.kind !== 'promulgated') throw new Error(JSON.stringify(promulgated));
    const path = join(folder, 'violations.csv');
    writeFileSync(path, ['business_id,date,violation,corrected_on', ...rows].join('\n'));
    const opened = await openSourceFile(path);
    if (opened.kind === 'refused') throw new Error(opened.problem);
    const outcome = await system.casework.importFile({
      ...{ file: opened.file, item: 'violation', source: 'sfdph', mapping: 'sf-violations', actor },
    });
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    const portal = createPortal({
      services: system.casework,
      registerName: { en: 'San Francisco Food Safety Register' },
      clock: () => moment,
    });
    get = async (address) => portal.fetch(new Request(new URL(address, 'http://127.0.0.1')));
  });
  afterAll(async () => {
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    '/en/lists',
    '/en/lists/food_violation',
    '/en/lists/food_violation?order=name',
    '/en/agencies',
    '/en/agencies/sfdph',
    '/en/statistics',
    '/en/statistics/severity.csv',
    '/en/rules/changes',
    '/en/rules/changes/feed.atom',
    '/api/v1/lists/food_violation',
    '/api/v1/agencies/sfdph',
    '/api/v1/statistics',
    '/lists/food_violation',
  ])('answers %s', async (address) => {
    expect((await get(address)).status).toBe(200);
  });

  it('lists by number who has no name, and nothing that was put right', async () => {
    const { entries } = (await (await get('/api/v1/lists/food_violation')).json()) as {
      entries: { total: number; items: { organisation: { identifiers: { value: string }[] } }[] };
    };
    expect(entries.total).toBe(12);
    const numbers = entries.items.map(({ organisation }) => organisation.identifiers[0]?.value);
    expect(numbers.every((number) => Number(number) >= 2000)).toBe(true);
    expect(await (await get('/en/lists/food_violation')).text()).toContain('2000');
  });

  it('measures repair from what was put right, as a total of thirty', async () => {
    const { repair } = await system.casework.viewStatistics();
    const high = repair.find(({ severity }) => severity === 'high');
    expect(high?.quartiles).toEqual([8, 15, 23]);
    expect(repair.find(({ severity }) => severity === 'moderate')).not.toHaveProperty('quartiles');
  });

  it('says that no rule sets a limit of supply, and counts nothing late', async () => {
    const found = await system.casework.viewAgency('sfdph');
    if (found.kind === 'not-found') throw new Error('There is no such agency.');
    for (const line of found.view.lateness) {
      expect(line).not.toHaveProperty('withinWorkingDays');
      expect(line.late).toBeNull();
    }
    expect(found.view.supplied.total).toBe(42);
  });

  it('gives the same lines when it is built again', async () => {
    const report = await system.store.admin.rebuild();
    expect(report.equal).toBe(true);
    expect(report.tables.find(({ table }) => table === 'record_line')?.rows).toBe(42);
  });
});

function momentOf(day: CivilDate): Instant {
  const moment = instantOf(`${day}T20:00:00.000Z`);
  if (moment === undefined) throw new Error(`No moment on ${day}.`);
  return moment;
}
