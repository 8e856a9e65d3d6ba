import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ExportOutcome, Principal } from '@credence/casework';
import { openSourceFile, writeTable, type TableOptions } from '@credence/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, penaltyCsv, type PenaltyFacts } from '../support/penalties.ts';
import { day, market, openWorld, type World } from '../support/world.ts';

const actor = { official: 'data officer', agency: market, role: 'data_officer' };
const principal: Principal = {
  ...{ kind: 'operator', name: 'data officer', agency: market },
  role: 'data_officer',
};
const order = { principal, item: 'penalty', target: 'credit-china', source: market } as const;

const row = (number: number, rest: Partial<PenaltyFacts> = {}): PenaltyFacts => ({
  name: `望澜市青禾第${number}机电有限公司`,
  number,
  document: `望市监罚〔2026〕${number}号`,
  ...rest,
});

describe('records reported to a national platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-report-'));
  let world: World;
  beforeAll(async () => {
    const text = penaltyCsv([
      row(1),
      row(2, { kinds: '罚款;没收违法所得', fine: '0.123456' }),
      row(3, { kinds: '警告', fine: '' }),
      row(4, { decided: '2025-12-01' }),
    ]);
    world = await openWorld({
      today: day('2026-11-20'),
      edition: 'cn-2026',
      folder: join(folder, 'data'),
      files: [{ name: 'penalties.csv', item: 'penalty', text }],
    });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const idsOf = (outcome: ExportOutcome): readonly string[] =>
    outcome.kind === 'exported' ? outcome.file.rows.map(({ recordId }) => recordId) : [];

  let first: ExportOutcome;
  it('are those that stand in public, each once', async () => {
    expect(await world.system.casework.exportRecords({ ...order, dryRun: true })).toMatchObject({
      kind: 'previewed',
      file: { counts: { new: 3, changed: 0, withdrawal: 0 } },
    });
    first = await world.system.casework.exportRecords(order);
    expect(first).toMatchObject({ kind: 'exported', file: { counts: { new: 3 } } });
    expect(await world.system.casework.exportRecords(order)).toMatchObject({
      kind: 'previewed',
      file: { rows: [] },
    });
    // Another platform has been told nothing yet.
    const other = { ...order, target: 'necips', dryRun: true };
    expect(await world.system.casework.exportRecords(other)).toMatchObject({
      file: { counts: { new: 3 } },
    });
  }, 60_000);

  it.each<readonly [string, TableOptions]>([
    ['CSV with byte order mark', { format: 'csv', encoding: 'utf-8-bom' }],
    ['CSV in GB18030', { format: 'csv', encoding: 'gb18030' }],
    ['XLSX', { format: 'xlsx' }],
  ])(
    'are read by our own import as %s',
    async (_, form) => {
      if (first.kind !== 'exported') throw new Error(first.kind);
      const path = join(folder, 'table');
      const { header, rows } = first.file;
      await writeTable(path, { header, rows: rows.map(({ cells }) => cells), ...form });
      const opened = await openSourceFile(path);
      if (opened.kind === 'refused') throw new Error(opened.found);
      const outcome = await world.system.casework.importFile({
        ...{ file: opened.file, item: 'penalty', source: market, actor },
        dryRun: true,
      });
      if (outcome.kind !== 'checked') throw new Error(outcome.kind);
      const { problems, understood, notUnderstood, rowsRead } = outcome.report;
      // Service is no official column: against the register every row lacks it, and nothing else.
      expect(problems.map(({ problem }) => problem.code)).toEqual(
        rows.map(() => 'record-conflict'),
      );
      expect(rowsRead).toBe(3);
      expect(understood.length).toBeGreaterThanOrEqual(20);
      expect(notUnderstood.map(({ column }) => column)).toEqual(['数据记录标识', '操作类型']);
    },
    60_000,
  );

  it('say the same to a register that knows nothing of them', async () => {
    if (first.kind !== 'exported') throw new Error(first.kind);
    const { header, rows } = first.file;
    const path = join(folder, 'fresh.csv');
    const cells = rows.map((one) => one.cells);
    await writeTable(path, { header, rows: cells, format: 'csv', encoding: 'utf-8-bom' });
    const opened = await openSourceFile(path);
    if (opened.kind === 'refused') throw new Error(opened.found);
    const other = await openWorld({ today: day('2026-11-20'), edition: 'cn-2026', files: [] });
    const outcome = await other.system.casework.importFile({
      ...{ file: opened.file, item: 'penalty', source: market, actor },
    });
    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 3, problems: [] } });
    for (const number of [1, 2, 4]) {
      expect(await statedOf(other, number)).toEqual(await statedOf(world, number));
    }
    await other.close();
  }, 120_000);

  it('keep what came back, whole or not at all', async () => {
    const [one = '', two = '', three = ''] = idsOf(first);
    const answer = (lines: readonly string[]) =>
      take(world, ['数据记录标识,处理结果,退回原因', ...lines]);
    expect(await answer([`${one},已接收,`, `${two},不详,`, `nobody,退回,`])).toMatchObject({
      kind: 'refused',
      problems: [
        { row: 3, problem: { code: 'export-result-unknown' } },
        { row: 4, problem: { code: 'export-record-unknown' } },
      ],
    });
    const told = [`${one},已接收,`, `${two},退回,联系人13800138000查无此号`, `${three},已接收,`];
    expect(await answer(told)).toMatchObject({
      kind: 'recorded',
      counts: { accepted: 2, returned: 1, ended: 0 },
    });
    expect(await answer(told)).toEqual({ kind: 'known' });
    const view = await world.system.casework.viewExports(order);
    expect(view).toMatchObject({
      kind: 'found',
      counts: { accepted: 2, returned: 1, sent: 0, 'to-send': 0 },
      exports: [{ counts: { new: 3 } }],
    });
    expect(JSON.stringify(view)).toContain('查无此号');
    expect(JSON.stringify(view)).not.toContain('13800138000');
  }, 60_000);

  it('are withdrawn there once they have ended here', async () => {
    await world.close();
    // The decision of December 2025 is shown for a year at most, so by now it has ended.
    world = await reopened(join(folder, 'data'), '2026-12-15');
    const outcome = await world.system.casework.exportRecords(order);
    expect(outcome).toMatchObject({
      kind: 'exported',
      file: { counts: { new: 0, changed: 0, withdrawal: 1 }, rows: [{ as: 'withdrawal' }] },
    });
    if (outcome.kind !== 'exported') throw new Error(outcome.kind);
    expect(outcome.file.rows[0]?.cells).toEqual(expect.arrayContaining(['撤回', codeOf(4)]));
    const [id = ''] = idsOf(outcome);
    await take(world, ['数据记录标识,处理结果,退回原因', `${id},已撤下,`]);
    expect(await world.system.casework.viewExports(order)).toMatchObject({
      counts: { 'ended-there': 1, accepted: 1, returned: 1 },
    });
    expect(await world.system.casework.exportRecords(order)).toMatchObject({
      kind: 'previewed',
      file: { rows: [] },
    });
  }, 120_000);

  it('are nobody else’s to report', async () => {
    const stranger: Principal = {
      ...{ kind: 'official', account: 'a', name: 'b', agency: 'other' },
      roles: ['data_officer'],
    };
    expect(
      await world.system.casework.exportRecords({ ...order, principal: stranger }),
    ).toMatchObject({ kind: 'refused', problem: { code: 'not-permitted' } });
  });
});

async function take(world: World, lines: readonly string[]) {
  const bytes = Buffer.from(lines.join('\n'));
  const opened = await openSourceFile({ name: 'answer.csv', bytes });
  if (opened.kind === 'refused') throw new Error(opened.found);
  return world.system.casework.recordExportAnswer({ ...order, file: opened.file });
}

/** What the register says of the one record of an organisation, without what it added itself. */
async function statedOf(world: World, number: number): Promise<unknown> {
  const identifier = { scheme: 'uscc', value: codeOf(number) };
  const home = await world.system.store.register.findByIdentifier(identifier);
  const [entry] = await world.system.store.journal.entriesOf(home ?? '');
  const payload: unknown = entry?.payload;
  if (typeof payload !== 'object' || payload === null) throw new Error('No record.');
  const own = ['recordId', 'takenInOn', 'batchId', 'row', 'service', 'edition'];
  const said = Object.entries(payload).filter(([field]) => !own.includes(field));
  const { facts, ...rest } = Object.fromEntries(said) as { facts: object };
  // An addition of this register, which has no place in the official table.
  const official = Object.entries(facts).filter(([field]) => field !== 'public_security');
  return { ...rest, facts: Object.fromEntries(official) };
}

async function reopened(folder: string, on: string): Promise<World> {
  return openWorld({ today: day(on), edition: 'cn-2026', folder, files: [] });
}
