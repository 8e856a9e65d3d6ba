import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { runProgram } from '../program.ts';
import { day } from '../terminal.test-support.ts';
import type { Context } from './context.ts';

const corpus = join(import.meta.dirname, '../../../../tests/corpus/base/corpus-national');
const list = 'corpus-national/lists/national.serious-violations.yaml';

const text = z.strictObject({ text: z.string().min(1) });
const region = z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);

/** The parts of the schema of SARIF 2.1.0 that a log of this command uses: closed, as there. */
const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          informationUri: z.url(),
          rules: z.array(
            z.strictObject({
              id: z.string().min(1),
              shortDescription: text,
              fullDescription: text,
              help: text,
              helpUri: z.url(),
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string().min(1),
          ruleIndex: z.int().min(0),
          kind: z.literal('fail'),
          level,
          message: text,
          locations: z
            .array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s\\]+$/) }),
                  region,
                }),
                logicalLocations: z
                  .array(
                    z.strictObject({ fullyQualifiedName: z.string().min(1), kind: z.string() }),
                  )
                  .optional(),
              }),
            )
            .min(1),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
});

describe('credence rulebook check', { timeout: 60_000 }, () => {
  let folder = '';
  let said = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'credence-check-'));
    cpSync(corpus, join(folder, 'corpus-national'), { recursive: true });
    said = '';
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (language: 'zh' | 'en', ...args: string[]): Promise<number> => {
    const context: Context = {
      environment: { port: 8080, dataFolder: '/nowhere' },
      terminal: {
        cwd: process.cwd(),
        language,
        isTty: false,
        columns: 100,
        out: (chunk) => (said += chunk),
        err: (chunk) => (said += chunk),
      },
      today: () => day,
      withSystem: () => Promise.reject(new Error('This command opened the store.')),
    };
    return runProgram(['rulebook', 'check', folder, ...args], context);
  };

  /** Replaces a text of one file. */
  const edit = (file: string, from: string, to: string): void => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  it('ends with 0 where nothing is wrong', async () => {
    expect(await run('en')).toBe(0);
    expect(said).toMatch(/^corpus-national {2}[0-9a-f]{16} {2}no findings$/m);
  });

  it('names place, guard, reason, source, repair, card and field, and ends with 1', async () => {
    edit(list, 'notice: {working-days: 5', 'notice: {working-days: 3');
    expect(await run('en')).toBe(1);
    expect(said).toMatch(/national\.serious-violations\.yaml:22:11 {2}G24 {2}notice-missing\n/);
    expect(said).toMatch(/\n {2}Why: .+ \(.+\)\n {2}Repair: .+\n {2}Card: list:national\.serious-/);
    expect(said).toMatch(/violations, procedure\.notice\n1 error; guards: G24; /);
  });

  it('gives the reason in the language of the terminal', async () => {
    edit(list, 'notice: {working-days: 5', 'notice: {working-days: 3');
    await run('zh');
    expect(said).toContain('送达有说明理由的告知书之前');
    expect(said).toContain('告知只留 3 个工作日，太少。');
    expect(said).toMatch(/\n {2}改法：写明在任何后果之前/);
    expect(said).toContain('1 处错误；审查项：G24；有错误的版本不能装入。');
  });

  it('gives it in the other language where that is asked for', async () => {
    edit(list, 'decides: case_officer', 'decides: case_oficer');
    await run('en', '--lang', 'zh');
    expect(said).toContain('是不是 case_officer？');
    said = '';
    await run('zh', '--lang', 'en', '--format', 'sarif');
    expect(said).toContain('Did you mean case_officer?');
  });

  it('names the nearest word for a slip of one letter', async () => {
    edit(list, 'decides: case_officer', 'decides: case_oficer');
    expect(await run('en')).toBe(1);
    expect(said).toMatch(/yaml:\d+:\d+ {2}code-unknown\n.*Did you mean case_officer\?/);
  });

  it('answers with the same findings as JSON', async () => {
    edit(list, 'fee: none', 'fee: CNY 100');
    expect(await run('en', '--format', 'json')).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      schema: 'credence-rulebook-check/1',
      errors: 1,
      warnings: 0,
      editions: [],
      findings: [
        {
          rule: 'G46',
          severity: 'error',
          guard: 'G46',
          card: 'list:national.serious-violations',
          field: 'remedies.fee',
          found: 'CNY 100',
        },
      ],
    });
  });

  it('answers with a log of SARIF 2.1.0 whose rules explain themselves', async () => {
    edit(list, 'fee: none', 'fee: CNY 100');
    expect(await run('en', '--format', 'sarif')).toBe(1);
    const log: unknown = JSON.parse(said);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
    const rule = (id: string) => expect.objectContaining({ id }) as unknown;
    expect(log).toHaveProperty(
      'runs.0.tool.driver.rules',
      expect.arrayContaining([rule('G01'), rule('G46')]),
    );
    expect(log).toHaveProperty('runs.0.tool.driver.rules.45', {
      id: 'G46',
      shortDescription: { text: 'Free of charge' },
      fullDescription: { text: expect.stringMatching(/cost nothing/) as unknown },
      help: { text: expect.stringMatching(/cost nothing.*\(.+\)$/) as unknown },
      helpUri: 'urn:credence:rulebook:G46',
      defaultConfiguration: { level: 'error' },
    });
    expect(log).toHaveProperty('runs.0.results.length', 1);
    expect(log).toHaveProperty('runs.0.results.0.ruleIndex', 45);
    expect(log).toHaveProperty('runs.0.results.0.level', 'error');
    expect(log).toHaveProperty('runs.0.results.0.locations.0', {
      physicalLocation: {
        artifactLocation: { uri: expect.stringMatching(/^[^\s\\]+\.yaml$/) as unknown },
        region: {
          startLine: expect.any(Number) as unknown,
          startColumn: expect.any(Number) as unknown,
        },
      },
      logicalLocations: [
        {
          fullyQualifiedName: 'list:national.serious-violations/remedies.fee',
          kind: 'member',
        },
      ],
    });
  });

  it('gives a log of SARIF with everything that its schema requires, whatever is found', async () => {
    edit(list, 'fee: none', 'fee: CNY 100');
    edit(list, 'decides: case_officer', 'decides: case_oficer');
    edit(list, 'notice: {working-days: 5', 'notice: {working-days: 3');
    expect(await run('en', '--format', 'sarif')).toBe(1);
    const log = sarifLog.parse(JSON.parse(said));
    const [only] = log.runs;
    expect(only?.results.length).toBeGreaterThanOrEqual(3);
    const { rules = [] } = only?.tool.driver ?? {};
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex } of only?.results ?? []) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it('refuses a format that does not exist', async () => {
    expect(await run('en', '--format', 'xml')).toBe(2);
    expect(said).toContain('text, json, sarif');
  });
});
