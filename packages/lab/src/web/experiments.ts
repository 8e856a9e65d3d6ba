import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { ExperimentFile } from '../experiment/experiment-file.ts';
import { readExperiment } from '../experiment/read-experiment.ts';
import { regimeIds } from '../regime/read-preset.ts';

const folder = fileURLToPath(new URL('../../experiments/', import.meta.url));

/** Every experiment that is shipped, in the order of their numbers. */
export async function readExperiments(): Promise<readonly ExperimentFile[]> {
  const names = (await readdir(folder)).filter((name) => /^E\d{2}[a-z]?\.yaml$/.test(name)).sort();
  const presets = await regimeIds();
  return Promise.all(names.map(async (name) => readExperiment(join(folder, name), presets)));
}

/** @throws LabError when there is none of this id */
export async function experimentCalled(id: string): Promise<ExperimentFile> {
  return readExperiment(join(folder, `${id}.yaml`), await regimeIds());
}
