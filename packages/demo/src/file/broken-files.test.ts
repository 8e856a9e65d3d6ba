import { mkdtemp, mkdir, readFile, rm } from 'node:fs/promises';
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

async function linesOf(name: string): Promise<readonly string[]> {
  return (await readFile(join(folder, get(name).path), 'utf8')).trimEnd().split('\r\n');
}

describe('the broken files', () => {
  it('are each broken in another way, by a problem of the closed list', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(new Set(files.map(({ problem }) => problem)).size).toBe(files.length);
    for (const { problem } of files) expect(problems).toHaveProperty(problem);
  });

  it.each([
    'amount-not-exact',
    'no-such-day',
    'unknown-kind',
    'wrong-outer-digit',
    'value-missing',
  ])('differ from a sound file in the named cell only: %s', async (name) => {
    const { rows: [row = 0] = [], column = '', value = '' } = get(name);
    const [lines, others] = [await linesOf(name), await linesOf('conflict-in-file')];
    const at = lines[0]?.split(',').indexOf(column) ?? -1;

    const same = lines.filter((line, index) => line === others[index]);
    expect(same).toHaveLength(lines.length - 1);
    expect(lines[row - 1]?.split(',')[at]).toBe(value);
  });

  it('are refused on opening where the encoding is mixed, with the row where it changes', async () => {
    const { path, problem, rows: [row] = [] } = get('mixed-encodings');
    expect(await openSourceFile(join(folder, path))).toMatchObject({
      kind: 'refused',
      problem,
      row,
    });
  });

  it('open where the fault lies in a row, and break off at a quote never closed', async () => {
    for (const { path, refusedAt, problem, rows: [row] = [] } of files) {
      if (refusedAt === 'open') continue;
      const outcome = await openSourceFile(join(folder, path));
      if (outcome.kind === 'refused') throw new Error(outcome.found);
      const readRows = async () => {
        for await (const table of outcome.file.tables)
          for await (const each of table.rows) void each;
      };
      if (problem === 'file-unreadable') {
        await expect(readRows()).rejects.toMatchObject({ trouble: { problem, row } });
      } else await readRows();
    }
  });
});
