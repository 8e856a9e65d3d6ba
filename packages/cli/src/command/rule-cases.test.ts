import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { runProgram } from '../program.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { day } from '../terminal.test-support.ts';
import type { Context } from './context.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-cases-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<{ exit: number; text: string }> {
  let text = '';
  const context: Context = {
    environment: { port: 8080, dataFolder: '/nowhere' },
    terminal: {
      cwd: folder,
      language: 'en',
      isTty: false,
      columns: 100,
      out: (chunk) => (text += chunk),
      err: (chunk) => (text += chunk),
    },
    today: () => day,
    withSystem: () => Promise.reject(new Error('This command opened the store.')),
  };
  const exit = await runProgram(['rulebook', 'test', ...args], context);
  return { exit, text };
}

describe('credence rulebook test', () => {
  cpSync(join(shippedRulebooks, 'us-sf-food-2017'), join(folder, 'us-sf-food-2017'), {
    recursive: true,
  });

  it('says how many cases came out', async () => {
    const { exit, text } = await run('us-sf-food-2017');
    expect(text).toMatch(/us-sf-food-2017: \d+ cases beside \d+ cards, \d+ passed, 0 failed/);
    expect(exit).toBe(0);
  });

  it('names file, line and case of what does not come out, and ends with 1', async () => {
    const file = join(folder, 'us-sf-food-2017/values/publicity.low.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('max: P6M', 'max: P7M'));
    const { exit, text } = await run('us-sf-food-2017');
    expect(text).toMatch(
      /us-sf-food-2017\/values\/publicity\.low\.yaml:\d+ {2}case 1 {2}ends: expected 2016-08-29/,
    );
    expect(exit).toBe(1);
  });
});
