import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  handOver,
  runCommand,
  startServer,
  type CommandResult,
  type RunningServer,
} from '../support/command.ts';

const shared = process.env['CREDENCE_SHARED'];
const today = '2017-06-30';

interface Violation {
  readonly business: string;
  readonly date: string;
  readonly kind: string;
  readonly corrected: string;
}

describe.skipIf(!shared)('the register of San Francisco, on real files [reference data]', () => {
  const source = join(shared ?? '', 'data', 'san-francisco-inspections');
  let folder: string;
  let server: RunningServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credence-sf-'));
    const environment = { CREDENCE_DATA: folder, CREDENCE_CLOCK: today };
    const approved = ['--approved-by', 'A. Reyes,B. Chen'];
    const done = await runCommand(
      ['rulebook', 'promulgate', 'us-sf-food-2017', ...approved],
      environment,
    );
    expect(done.exit, done.err).toBe(0);
    server = await startServer([], environment);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const take = (item: string, ...options: string[]): Promise<CommandResult> =>
    handOver(
      [
        ...['import', join(source, `${item}s.csv`), '--item', item, '--source', 'sfdph'],
        ...['--mapping', `sf-${item}s`, ...options],
      ],
      folder,
    );

  it('refuses the whole file of violations, with a reason for each row', async () => {
    const { exit, out } = await take('violation');
    expect(exit).toBe(1);
    // 117 corrections dated before their finding, and 16 pairs of rows that contradict each other.
    expect(out).toContain('Nothing was imported. Rows read: 28285, faults: 149.');
    expect(out).toContain('The days are in the wrong order');
    expect(out).toContain('The file says two things of one record');
  });

  it('takes the other rows as an explicit second step, and nothing the next time', async () => {
    const first = await take('violation', '--accept-valid');
    expect(first.out).toContain('Imported: 28132 new, 4 known.');
    const again = await take('violation', '--accept-valid');
    expect(again.out).toContain('This file was imported before: 0 new, 28136 known.');
  });

  it('takes the inspections, and says a duplicate once', async () => {
    expect((await take('inspection')).out).toContain('Imported: 10427 new, 1 known.');
  });

  it('shows a real establishment by its number, its violation with begin and end', async () => {
    const found = violations(source).find(
      ({ date, corrected, kind }) =>
        date >= '2017-03-01' && corrected === '' && kind.startsWith('High risk'),
    );
    const page = await fetch(`${server.address}/en/o/${found?.business ?? ''}`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain(found?.kind);
    expect(text).toContain(`datetime="${found?.date ?? ''}"`);
    const ends = `${Number(found?.date.slice(0, 4)) + 2}${found?.date.slice(4) ?? ''}`;
    expect(text).toContain(`datetime="${ends}"`);
  });
});

function violations(folder: string): readonly Violation[] {
  const [, ...lines] = readFileSync(join(folder, 'violations.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [business = '', date = '', kind = '', corrected = ''] = line.trim().split(',');
    return { business, date, kind, corrected };
  });
}
