import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate, problems } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { writeBrokenFiles, type BrokenFile } from './broken-files.ts';

const today = civilDate('2026-11-20');
let folder = '';
let files: readonly BrokenFile[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-demo-'));
  await mkdir(join(folder, 'broken'));
  files = await writeBrokenFiles(folder, today);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function get(name: string): BrokenFile {
  const file = files.find(({ path }) => path === `broken/${name}.csv`);
  if (!file) throw new Error(`There is no broken file ${name}.`);
  return file;
}

/** Header first; the cells of each row after it. */
async function gridOf(path: string): Promise<readonly (readonly string[])[]> {
  const outcome = await openSourceFile(join(folder, path));
  if (outcome.kind === 'refused') throw new Error(outcome.found);
  const grid: (readonly string[])[] = [];
  for await (const { header, rows } of outcome.file.tables) {
    grid.push(header);
    for await (const { cells } of rows) grid.push(cells);
  }
  return grid;
}

const spoiledCells = ['amount-not-exact', 'no-such-day', 'unknown-kind', 'wrong-outer-digit'];

describe('the broken files', () => {
  it('are each broken in another way, by a problem of the closed list', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(new Set(files.map(({ problem }) => problem)).size).toBe(files.length);
    for (const { problem } of files) expect(problems).toHaveProperty(problem);
  });

  it.each(spoiledCells)('differ from a sound file in the named cell only: %s', async (name) => {
    const { path, rows: [row = 0] = [], column = '', value } = get(name);
    const grid = await gridOf(path);
    const other = await gridOf(get('value-missing').path);

    expect(grid.filter((cells, at) => cells.join() !== other[at]?.join())).toHaveLength(1);
    expect(grid[row - 1]?.[grid[0]?.indexOf(column) ?? -1]).toBe(value);
  });

  it('are refused on opening where the encoding changes, with the row', async () => {
    const { path, problem, rows: [row] = [] } = get('mixed-encodings');
    const refused = { kind: 'refused', problem, row };

    expect(await openSourceFile(join(folder, path))).toMatchObject(refused);
  });

  it('open where the fault lies in a row, and break off at a quote never closed', async () => {
    for (const { path, refusedAt, problem, rows: [row] = [] } of files) {
      if (refusedAt === 'open') continue;
      if (problem === 'file-unreadable') {
        await expect(gridOf(path)).rejects.toMatchObject({ trouble: { problem, row } });
      } else {
        expect(await gridOf(path)).toHaveLength(6);
      }
    }
  });
});
