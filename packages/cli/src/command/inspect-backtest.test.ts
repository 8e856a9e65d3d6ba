import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addDays, civilDate, createRandom } from '@credence/domain';
import { afterAll, describe, expect, it } from 'vitest';

import { runProgram } from '../program.ts';
import { day } from '../terminal.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-backtest-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]): Promise<{ exit: number; text: string }> {
  let text = '';
  const add = (chunk: string): void => void (text += chunk);
  const exit = await runProgram(['inspect', 'backtest', ...args], {
    environment: { port: 8080, dataFolder: '/nowhere' },
    terminal: { cwd: folder, language: 'en', isTty: false, columns: 100, out: add, err: add },
    today: () => day,
    withSystem: () => Promise.reject(new Error('This command opened the store.')),
  });
  return { exit, text };
}

/** Visits of 60 places over 20 months, where each fifth place is found at fault more often. */
function writeVisits(
  name: string,
  chance: { readonly fifth: number; readonly other: number },
): void {
  const random = createRandom(name);
  const rows = Array.from({ length: 800 }, (_, index) => {
    const place = random.below(60);
    const found = random.chance(place % 5 === 0 ? chance.fifth : chance.other) ? 1 : 0;
    return `${index},P${place},${addDays(civilDate('2025-01-01'), Math.floor(index * 0.75))},1,${found}`;
  });
  const text = ['row_id,establishment,day,licence_years,found', ...rows].join('\n');
  writeFileSync(join(folder, name), text);
}

describe('credence inspect backtest', () => {
  it('writes what it foresees, and its figures beside those that need no model', async () => {
    writeVisits('telling.csv', { fifth: 0.95, other: 0.15 });
    const split = ['--history', 'telling.csv', '--from', '2026-05-16'];
    const { exit, text } = await run(...split, '--out', 'out.csv');

    expect(text).toContain('Power is clearly above chance');
    for (const baseline of ['the order as it was', 'random order', 'mean of past results']) {
      expect(text).toContain(`baseline: ${baseline}`);
    }
    expect(exit).toBe(0);
    const lines = readFileSync(join(folder, 'out.csv'), 'utf8').trim().split('\r\n');
    expect(lines[0]).toMatch(/^row_id,probability,rank,base,"?part: /);
    expect(lines).toHaveLength(134);
  });

  it('writes nothing where nothing is foreseen, says so, and ends with 1', async () => {
    writeVisits('lot.csv', { fifth: 0.4, other: 0.4 });
    const split = ['--history', 'lot.csv', '--from', '2026-05-16'];
    const { exit, text } = await run(...split, '--out', 'none.csv', '--format', 'json');

    expect(exit).toBe(1);
    expect(JSON.parse(text)).toMatchObject({ onTest: { power: { kind: 'not-clear' } } });
    expect(existsSync(join(folder, 'none.csv'))).toBe(false);
  });

  it('refuses a file by row and column, and a command without a part to foresee', async () => {
    writeFileSync(join(folder, 'bad.csv'), 'row_id,establishment,day,found\n1,P1,yesterday,1\n');
    const bad = await run('--history', 'bad.csv', '--from', '2026-01-01', '--out', 'x.csv');
    const neither = await run('--history', 'bad.csv', '--out', 'x.csv');

    expect(bad).toMatchObject({ exit: 1 });
    expect(bad.text).toContain('bad.csv, row 2, column day: "yesterday" was found');
    expect(neither).toMatchObject({ exit: 2 });
  });
});

const shared = process.env['CREDENCE_SHARED'];

describe.skipIf(!shared)('a fifth of the inspections of San Francisco [reference data]', () => {
  it('foresee 80 points or less better than chance, out of time', async () => {
    const path = join(shared ?? '', 'data/san-francisco-inspections/inspections.csv');
    const [header = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
    const fifth = rows.filter((row) => Number(row.split(',')[1]) % 5 === 0);
    writeFileSync(join(folder, 'fifth.csv'), [header, ...fifth].join('\n'));
    const { exit, text } = await run(
      ...['--history', 'fifth.csv', '--from', '2016-07-01', '--until', '2017-06-30'],
      ...['--adapter', 'san-francisco', '--out', 'city.csv', '--format', 'json'],
    );

    expect(JSON.parse(text)).toMatchObject({ onTest: { power: { kind: 'clear' } } });
    expect(exit).toBe(0);
  });
});
