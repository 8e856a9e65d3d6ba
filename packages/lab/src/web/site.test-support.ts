import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Hono } from 'hono';

import { readStudies } from '../study/all-studies.ts';
import { readConducts } from '../world/read-conducts.ts';
import { createLabSite } from './create-lab-site.ts';
import { readExperiments } from './experiments.ts';
import { readAssets } from './http/assets.ts';
import { openShelf, type RegimeShelf } from './state/regime-shelf.ts';
import { openRunShelf, type RunShelf } from './state/run-shelf.ts';
import type { LabWork } from './work/job.ts';
import { performJob } from './work/perform-job.ts';

/** The pages over a folder of their own; work is done by the caller itself, with no thread. */
export interface TestSite {
  readonly app: Hono;
  readonly shelf: RegimeShelf;
  readonly runs: RunShelf;
  readonly defects: unknown[];
  get(path: string): Promise<{ readonly status: number; readonly text: string; headers: Headers }>;
  post(
    path: string,
    fields: readonly (readonly [string, string])[],
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly text: string; readonly to: string }>;
  close(): void;
}

const ownWork: LabWork = { perform: performJob, close: () => Promise.resolve() };

export async function openTestSite(work: LabWork = ownWork): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'credence-lab-'));
  const defects: unknown[] = [];
  const onDefect = (error: unknown): void => void defects.push(error);
  const shelf = await openShelf(folder, work);
  const runs = openRunShelf({ folder, work, onDefect });
  const app = createLabSite(
    {
      ...{ assets: readAssets(), work, shelf, runs },
      experiments: await readExperiments(),
      studies: await readStudies(),
      conducts: await readConducts(),
    },
    onDefect,
  );
  return {
    ...{ app, shelf, runs, defects },
    get: async (path) => {
      const answer = await app.request(path);
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
    post: async (path, fields, headers = { 'sec-fetch-site': 'same-origin' }) => {
      const body = new URLSearchParams(
        fields.map(([name, value]): [string, string] => [name, value]),
      );
      const answer = await app.request(path, { method: 'POST', body, headers });
      const to = answer.headers.get('location') ?? '';
      return { status: answer.status, text: await answer.text(), to };
    },
    close: () => {
      runs.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
