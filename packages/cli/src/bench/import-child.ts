import { openSourceFile } from '@credence/exchange';

import type { Environment } from '../environment.ts';
import { openSystem } from '../system.ts';

// The importing process of `credence bench import`: it is sent one order and answers once.

export interface ImportOrder {
  readonly environment: Environment;
  readonly path: string;
  readonly rows: number;
  /** Code of the supplying agency. */
  readonly source: string;
}

export interface Imported {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

export type ImportAnswer =
  | { readonly kind: 'imported'; readonly imported: Imported }
  | { readonly kind: 'failed'; readonly found: string };

process.once('message', (order: ImportOrder) => {
  void answer(order);
});

async function answer(order: ImportOrder): Promise<void> {
  let told: ImportAnswer;
  try {
    told = { kind: 'imported', imported: await importInto(order) };
  } catch (error) {
    told = { kind: 'failed', found: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(told, () => {
    process.disconnect();
  });
}

async function importInto({ environment, path, rows, source }: ImportOrder): Promise<Imported> {
  const system = await openSystem(environment);
  try {
    const began = performance.now();
    const before = process.cpuUsage();
    const opened = await openSourceFile(path);
    if (opened.kind === 'refused') throw new Error(opened.found);
    const outcome = await system.casework.importFile({
      file: opened.file,
      item: 'penalty',
      source,
      actor: { official: 'bench', agency: source, role: 'data_officer' },
    });
    const seconds = (performance.now() - began) / 1000;
    const { user, system: kernel } = process.cpuUsage(before);
    if (outcome.kind !== 'accepted' || outcome.report.recorded !== rows) {
      throw new Error(`The file was not taken in: ${JSON.stringify(outcome).slice(0, 2_000)}`);
    }
    const peakMegabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
    return { seconds, cpuSeconds: (user + kernel) / 1_000_000, peakMegabytes };
  } finally {
    await system.close();
  }
}
