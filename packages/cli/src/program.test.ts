import { describe, expect, it } from 'vitest';

import type { Context } from './command/context.ts';
import { runProgram } from './program.ts';
import { day } from './terminal.test-support.ts';

function context(language: 'zh' | 'en' = 'en'): { context: Context; text: () => string } {
  let text = '';
  return {
    text: () => text,
    context: {
      environment: { port: 8080, dataFolder: '/nowhere' },
      terminal: {
        cwd: process.cwd(),
        language,
        isTty: false,
        columns: 100,
        out: (chunk) => (text += chunk),
        err: (chunk) => (text += chunk),
      },
      today: () => day,
      withSystem: () => Promise.reject(new Error('This command opened the store.')),
    },
  };
}

describe('credence uscc check', () => {
  it('says of a valid code that it is valid', async () => {
    const { context: given, text } = context();
    expect(await runProgram(['uscc', 'check', '91350100M000100Y43'], given)).toBe(0);
    expect(text()).toContain('91350100M000100Y43  valid');
  });

  it.each([
    ['91350200M000000510', 'outer check: character 18 should be'],
    ['123456789012345678', 'inner check (organisation code): character 17 should be 8; it is 7'],
    ['91350100M000100Y4Z', 'character 18 is Z'],
    ['96350100M000100Y43', 'category: characters 1 and 2, "96"'],
    ['9135', '18 characters are needed; there are 4'],
  ])('says why %s is invalid', async (code, why) => {
    const { context: given, text } = context();
    expect(await runProgram(['uscc', 'check', code], given)).toBe(1);
    expect(text()).toContain(why);
  });

  it('speaks Chinese where the terminal does', async () => {
    const { context: given, text } = context('zh');
    await runProgram(['uscc', 'check', '123456789012345678'], given);
    expect(text()).toContain('第 17 位（组织机构代码校验位）不符，应为 8，现为 7');
  });
});

describe('wrong use', () => {
  it('ends with 2 and shows the help', async () => {
    const { context: given, text } = context();
    expect(await runProgram(['impot'], given)).toBe(2);
    expect(text()).toContain('Did you mean import?');
  });

  it('names the option that is missing', async () => {
    const { context: given, text } = context();
    expect(await runProgram(['import', 'file.csv', '--item', 'penalty'], given)).toBe(2);
    expect(text()).toContain('--source');
  });
});
