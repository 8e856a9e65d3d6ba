import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

import { importGrowthPercent } from '../../packages/cli/src/engine-flags.ts';

/** The long form runs by flag; what runs always is its first part, by the same seed. */
const isLong = process.env['CREDENCE_LONG'] === '1';
/** Each process takes this many, so that any of them is tried again in a minute. */
const filesPerProcess = isLong ? 5_000 : 2_000;
const processes = isLong ? 20 : 1;
const workbooksPerProcess = isLong ? 100 : 40;
const seed = 20_261_122;
/** R09: whatever comes, the import stays under this. */
const peakMegabytesMax = 512;
/** Bombs, a million columns, lines without end: those that every process takes as well. */
const extremes = 7;

interface Figures {
  readonly accepted: number;
  readonly problems: number;
  readonly refused: number;
  /** Prepared in both ways, here and as in the workshop's thread. */
  readonly compared: number;
  readonly stored: number;
  readonly peakMegabytes: number;
}

it.each(Array.from({ length: processes }, (_, index) => index * filesPerProcess))(
  `answers ${filesPerProcess} mutated CSV and JSON Lines files from number %i on, workbooks, bombs ` +
    'and a million columns among them, with rows or listed problems, in bounded memory',
  async (first) => {
    const child = join(import.meta.dirname, 'import-fuzz-child.ts');
    // Flags of the engine as in this process, which has them as the command has.
    const flags = [...process.execArgv, '--conditions=@credence/source', '--import', 'tsx'];
    // Old memory grows as while the command takes an import in.
    flags.push(`--heap-growing-percent=${importGrowthPercent}`);
    const node = [...flags, child];
    const args = [seed, first, filesPerProcess, workbooksPerProcess].map(String);
    const { stdout } = await promisify(execFile)(process.execPath, [...node, ...args], {
      cwd: join(import.meta.dirname, '..', '..'),
    });
    if (isLong) console.info(stdout);
    const figures = JSON.parse(stdout) as Figures;
    const total = filesPerProcess + workbooksPerProcess + extremes;

    expect(figures.accepted + figures.problems + figures.refused).toBe(total);
    // All three ends must occur, or the mutations test nothing.
    expect(figures.accepted).toBeGreaterThan(total / 50);
    expect(figures.problems).toBeGreaterThan(total / 10);
    expect(figures.refused).toBeGreaterThan(total / 10);
    expect(figures.compared).toBeGreaterThan(total / 50);
    expect(figures.stored).toBe(0);
    expect(figures.peakMegabytes).toBeLessThan(peakMegabytesMax);
  },
  600_000,
);
