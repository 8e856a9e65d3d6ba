import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createCasework } from '../create-casework.ts';
import type { Staging } from '../port/intake.ts';
import { projectHome } from '../project/project-home.ts';
import { fakeNameKeys } from '../fake-ports.test-support.ts';
import {
  codeOf,
  createTown,
  fileOf,
  official,
  penaltyHeader,
  penaltyRow,
  portsOf,
  registrationHeader,
  registrationRow,
  workbookOf,
} from '../town.test-support.ts';

describe('importFile', () => {
  it('records every row of a valid file', async () => {
    const town = await createTown();
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1), penaltyRow(2)]));

    expect(outcome).toMatchObject({
      kind: 'accepted',
      report: { rowsRead: 2, recorded: 2, known: 0, refused: 0, problems: [] },
    });
    const [record] = town.store.entries.filter(({ kind }) => kind === 'record@1');
    expect(record?.payload).toMatchObject({
      item: 'penalty',
      edition: 'town-2026',
      takenInOn: '2026-05-04',
      row: 2,
      subject: {
        name: '望澜第1商行',
        kind: 'organisation',
        identifiers: [{ scheme: 'uscc', value: codeOf(1) }],
      },
      provider: { code: 'town_office', name: '示例镇办公室' },
      document: { number: '望市监罚〔2026〕1号' },
      service: { kind: 'shown', on: '2026-03-05', mode: '直接送达' },
      facts: { fine: { amount: 500_000, currency: 'CNY' }, kinds: ['fine'] },
    });
  });

  it('records nothing while one row is wrong, and leaves no staging behind', async () => {
    const town = await createTown();
    const wrong = penaltyRow(2, { CF_JDRQ: '2026-13-40' });
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1), wrong]));

    expect(outcome).toMatchObject({
      kind: 'refused',
      report: { rowsRead: 2, recorded: 0, fresh: 1, refused: 1, problemsTotal: 1 },
    });
    expect(town.store.entries.filter(({ kind }) => kind === 'record@1')).toEqual([]);
    expect(town.store.stagings).toBe(0);
  });

  it('records the valid rows in the explicit second step', async () => {
    const town = await createTown();
    const wrong = penaltyRow(2, { CF_XDR_SHXYM: codeOf(2).slice(0, 17) + 'A' });
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1), wrong]), {
      acceptValid: true,
    });

    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 1, refused: 1 } });
  });

  it('checks without recording in a dry run', async () => {
    const town = await createTown();
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1)]), { dryRun: true });

    expect(outcome).toMatchObject({ kind: 'checked', report: { fresh: 1, recorded: 0 } });
    expect(town.store.entries.some(({ kind }) => kind === 'agency@1')).toBe(false);
  });

  it('answers the same file again with the first receipt: 0 new, all known', async () => {
    const town = await createTown();
    const hash = 'f'.repeat(64);
    const first = await town.import(fileOf(penaltyHeader, [penaltyRow(1)], { hash }));
    const second = await town.import(fileOf(penaltyHeader, [penaltyRow(1)], { hash }));

    expect(second).toMatchObject({
      kind: 'known-file',
      report: { rowsRead: 1, recorded: 0, known: 1 },
      receipt: { replayed: true },
    });
    if (first.kind !== 'accepted' || second.kind !== 'known-file') throw new Error('not accepted');
    expect(second.receipt.position).toBe(first.receipt.position);
  });

  it('knows the same content in another file', async () => {
    const town = await createTown();
    await town.import(fileOf(penaltyHeader, [penaltyRow(1)]));
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1), penaltyRow(1)]));

    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 0, known: 2 } });
  });

  it('refuses a changed fine as a conflict with the register', async () => {
    const town = await createTown();
    await town.import(fileOf(penaltyHeader, [penaltyRow(1)]));
    const changed = penaltyRow(1, { CF_NR_FK: '0.6' });
    const outcome = await town.import(fileOf(penaltyHeader, [changed, penaltyRow(2)]));

    expect(outcome).toMatchObject({
      kind: 'refused',
      report: { fresh: 1, problems: [{ row: 2, problem: { code: 'record-conflict' } }] },
    });
  });

  it('refuses both rows of a file that contradict each other', async () => {
    const town = await createTown();
    const rows = [penaltyRow(1), penaltyRow(1, { CF_NR_FK: '0.6' }), penaltyRow(2)];
    const outcome = await town.import(fileOf(penaltyHeader, rows), { acceptValid: true });

    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 1, refused: 2 } });
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    expect(outcome.report.problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('looks again when another import was accepted in between', async () => {
    const town = await createTown();
    let overtaken = false;
    const staging: Staging = {
      ...town.store.staging,
      accept: async (...given) => {
        if (!overtaken) {
          overtaken = true;
          await town.import(fileOf(penaltyHeader, [penaltyRow(1)]));
          throw Object.assign(new Error('overtaken'), { code: 'staging-in-conflict' });
        }
        return town.store.staging.accept(...given);
      },
    };
    const { store } = town;
    const slower = createCasework({ ...portsOf(store), staging, today: civilDate('2026-05-04') });
    const outcome = await slower.importFile({
      file: fileOf(penaltyHeader, [penaltyRow(1), penaltyRow(2)]),
      item: 'penalty',
      source: 'town_office',
      actor: official,
    });

    expect(outcome).toMatchObject({ kind: 'accepted', report: { recorded: 1, known: 1 } });
  });

  it('tells rows of several sheets apart', async () => {
    const town = await createTown();
    const wrong = penaltyRow(2, { CF_WSH: '' });
    const outcome = await town.import(
      workbookOf([
        { sheet: '一', header: penaltyHeader, rows: [penaltyRow(1)] },
        { sheet: '二', header: penaltyHeader, rows: [wrong] },
        { sheet: '说明', header: ['请按要求填写'], rows: [] },
      ]),
      { acceptValid: true },
    );

    expect(outcome).toMatchObject({
      kind: 'accepted',
      report: { recorded: 1, problems: [{ sheet: '二', row: 2, column: 'CF_WSH' }] },
    });
  });

  it('sets rows about natural persons aside and keeps nothing of them', async () => {
    const town = await createTown();
    const header = [...penaltyHeader, '行政相对人类别', '法定代表人', '手机号码'];
    const person = penaltyRow(3, { CF_XDR_MC: '赵某某', CF_XDR_SHXYM: '', CF_JDRQ: 'nonsense' });
    const outcome = await town.import(
      fileOf(header, [
        [...penaltyRow(1), '法人', '赵某某', '13800138000'],
        [...person, '自然人', '赵某某', ''],
      ]),
    );

    expect(outcome).toMatchObject({
      kind: 'accepted',
      report: {
        recorded: 1,
        setAside: 1,
        droppedColumns: [
          { column: '法定代表人', cells: 2, because: 'schema' },
          { column: '手机号码', cells: 1, because: 'header' },
        ],
      },
    });
    const everything = JSON.stringify([town.store.entries, outcome]);
    expect(everything).not.toContain('赵某某');
    expect(everything).not.toContain('13800138000');
  });

  it('keeps records without proof of service; two officials may state it', async () => {
    const town = await createTown();
    const unserved = (number: number) => penaltyRow(number, { EXT_SDRQ: '', EXT_SDFS: '' });
    const without = await town.import(fileOf(penaltyHeader, [unserved(1)]));
    const stated = await town.import(fileOf(penaltyHeader, [unserved(2)]), {
      serviceStatement: ['王一', '李二'],
    });

    expect(without).toMatchObject({
      report: { recorded: 1, warnings: [{ code: 'service-not-shown', rows: 1 }] },
    });
    expect(stated).toMatchObject({ report: { recorded: 1, warnings: [] } });
    const service = town.store.entries.flatMap(({ payload }) =>
      typeof payload === 'object' && payload !== null && 'service' in payload
        ? [payload['service']]
        : [],
    );
    expect(service).toEqual([{ kind: 'not-shown' }, { kind: 'stated', by: ['王一', '李二'] }]);
  });

  it.each([
    [{ item: 'weather' }, 'item-unknown'],
    [{ source: 'nobody' }, 'source-unknown'],
    [{ mapping: 'other' }, 'mapping-unknown'],
    [{ serviceStatement: ['王一', '王一'] }, 'statement-incomplete'],
  ] as const)('refuses the command %o before the file is read', async (rest, code) => {
    const town = await createTown();
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1)]), rest);

    expect(outcome).toMatchObject({ kind: 'command-refused', problem: { code } });
  });

  it('refuses an agency that does not supply the item', async () => {
    const town = await createTown();
    const name = { zh: '登记处' };
    await town.casework.addAgency({
      code: 'registry',
      name,
      supplies: ['registration'],
      actor: official,
    });
    const outcome = await town.import(fileOf(penaltyHeader, [penaltyRow(1)]), {
      source: 'registry',
    });

    expect(outcome).toMatchObject({ problem: { code: 'item-not-supplied' } });
  });

  it('leaves out rows that nobody may hold any more', async () => {
    const town = await createTown();
    const old = penaltyRow(1, { CF_JDRQ: '2021-05-04', EXT_SDRQ: '2021-05-04' });
    const young = penaltyRow(2, { CF_JDRQ: '2021-05-05', EXT_SDRQ: '2021-05-05' });
    const outcome = await town.import(fileOf(penaltyHeader, [old, young]));

    expect(outcome).toMatchObject({ report: { recorded: 1, expired: 1 } });
  });

  it('bounds the list of problems and counts all of them', async () => {
    const town = await createTown();
    const rows = Array.from({ length: 1_500 }, (_, index) => penaltyRow(index, { CF_WSH: '' }));
    const outcome = await town.import(fileOf(penaltyHeader, rows));

    if (outcome.kind !== 'refused') throw new Error(outcome.kind);
    expect(outcome.report.problems).toHaveLength(1_000);
    expect(outcome.report.problemsTotal).toBe(1_500);
    expect(outcome.report.problemsByCode).toEqual({ 'value-missing': 1_500 });
  });

  it('tells how far it has come', async () => {
    const town = await createTown();
    const seen: number[] = [];
    const rows = Array.from({ length: 2_100 }, (_, index) => penaltyRow(index));
    await town.import(fileOf(penaltyHeader, rows), { onProgress: (read) => seen.push(read) });

    expect(seen).toEqual([1_000, 2_000, 2_100]);
  });

  it('refuses an empty file', async () => {
    const town = await createTown();
    const outcome = await town.import(fileOf(penaltyHeader, []));

    expect(outcome).toMatchObject({
      kind: 'refused',
      report: { problemsByCode: { 'file-empty': 1 } },
    });
  });

  it('stages the very rows that the projection of the entries gives', async () => {
    const town = await createTown();
    const unseen = penaltyRow(3, { CF_CFLB: '警告', CF_XDR_MC: '从未公示的名称' });
    await town.import(fileOf(penaltyHeader, [penaltyRow(1), penaltyRow(2), unseen]));
    const rows = [registrationRow(1, { former: '望澜旧号；望澜老号' }), registrationRow(4)];
    await town.import(fileOf(registrationHeader, rows), { item: 'registration' });
    const again = penaltyRow(1, { CF_WSH: '望市监罚〔2026〕9号', CF_XDR_MC: '望澜别名' });
    await town.import(fileOf(penaltyHeader, [again]));

    const rulebook = await town.casework.rulebook();
    expect(town.store.rows.size).toBe(7);
    for (const [home, staged] of town.store.rows) {
      const projected = projectHome(town.store.entriesOf(home), rulebook, fakeNameKeys);
      expect(projected).toEqual({ accounts: [], ...staged });
    }
  });
});
