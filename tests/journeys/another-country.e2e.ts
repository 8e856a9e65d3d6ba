import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { handOver, runCommand, startServer, type CommandResult } from '../support/command.ts';
import { openTerminal } from '../support/shared-terminal.ts';

const shared = process.env['CREDENCE_SHARED'];
const code = 'us-chi-food-2011';

/** docs/how-to/another-country.md, step by step, with somebody's answers. */
describe.skipIf(!shared)('a register for a country of its own [reference data]', () => {
  const file = join(shared ?? '', 'data', 'chicago-inspections', 'history.csv');
  let folder: string;
  let environment: Record<string, string>;
  let data: string;
  /** Opens the register for one command, in this process. */
  let run: (...args: readonly string[]) => Promise<CommandResult>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'credence-chicago-'));
    data = join(folder, 'data');
    environment = {
      CREDENCE_DATA: data,
      CREDENCE_CLOCK: '2014-08-31',
      CREDENCE_REGISTER_EN: 'Chicago food inspections',
    };
    run = openTerminal(undefined, data, environment);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('describes the unknown file', async () => {
    const { exit, out } = await runCommand(['describe', file], environment);
    expect(exit).toBe(0);
    expect(out).toContain('24518 rows');
    expect(out).toMatch(/result +one of a few words +Pass \(16449\), Fail \(4823\)/);
    expect(out).toMatch(/inspection_date +days +2011-09-02 … 2014-08-29/);
  });

  it('drafts an edition that does not load before law has answered', async () => {
    const drafted = await runCommand(
      [
        ...['rulebook', 'draft', code, '--out', folder, '--from', file],
        ...['--subject', 'establishment', '--day', 'inspection_date', '--document', 'row_id'],
        ...['--decides', 'result', '--take', 'risk', 'facility', '--item', 'food_inspection'],
        ...['--title', 'Food inspection', '--agency', 'Chicago Department of Public Health'],
        ...['--agency-code', 'cdph', '--law', 'Municipal Code of Chicago, title 7, chapter 42'],
        ...['--territory', 'us_chi', '--zone', 'America/Chicago', '--currency', 'USD'],
      ],
      environment,
    );
    expect(drafted.exit, drafted.err).toBe(0);
    const checked = await run('rulebook', 'check', join(folder, code));
    expect(checked.exit).toBe(1);
    expect(checked.out).toContain('22 errors');

    const promulgated = await run(
      ...['rulebook', 'promulgate', code, '--from', folder, '--approved-by', 'A,B'],
    );
    expect(promulgated.exit).toBe(1);
  });

  it('puts it in force once every question is answered', async () => {
    answer(join(folder, code));
    const checked = await run('rulebook', 'check', join(folder, code));
    expect(checked.out).toContain('no findings');
    const done = await run(
      ...['rulebook', 'promulgate', code, '--from', folder, '--approved-by', 'A. Reyes,B. Chen'],
    );
    expect(done.exit, done.err).toBe(0);
  });

  it('takes in the whole file, and shows a business that failed', async () => {
    const server = await startServer([], environment);
    try {
      const taken = await handOver(
        ['import', file, '--item', 'food_inspection', '--source', 'cdph', '--mapping', code],
        data,
      );
      expect(taken.out).toContain('Imported: 24518 new, 0 known.');
      const page = await fetch(`${server.address}/en/o/${failedLately(file)}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Fail');
    } finally {
      await server.stop();
    }
  });
});

/** What a person with the law on the table writes in place of each open question. */
function answer(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.yaml')) continue;
    const text = readFileSync(join(folder, path), 'utf8')
      .replace(/(r\.result == pass\W.*\n.*then: )fill-in/, '$1no_finding')
      .replace(/(r\.result == fail\W.*\n.*then: )fill-in/, '$1serious')
      .replace('category: fill-in', 'category: inspection')
      .replace('items: [fill-in]', 'items: [food_inspection]')
      .replaceAll('then: fill-in', 'then: minor')
      .replace('effect: fill-in', 'effect: adverse')
      .replace('service: fill-in', 'service: not_needed')
      .replace('ends-when-corrected: fill-in', 'ends-when-corrected: false')
      .replace('at-most: fill-in', 'at-most: P60M')
      .replace('rank: fill-in', 'rank: local_regulation')
      .replace('from: fill-in', 'from: 2011-01-01')
      .replaceAll('{en: }', '{en: What the article says.}')
      .replaceAll('days: fill-in', 'days: 14')
      .replace('max: fill-in', path.includes('serious') ? 'max: P24M' : 'max: P12M');
    writeFileSync(join(folder, path), text);
  }
}

function failedLately(file: string): string {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const at = (name: string) => header.split(',').indexOf(name);
  const row = lines
    .map((line) => line.split(','))
    .find((cells) => cells[at('result')] === 'Fail' && (cells[2] ?? '') >= '2014-08-01');
  return row?.[at('establishment')] ?? '';
}
