import { civilDate, instantOf, jsonOf } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { shippedAccess } from '../access/access.test-support.ts';
import { nation, penalty } from '../case/case.test-support.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import type { ImportCommand } from '../intake/import-outcome.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import { codeOf, fileOf, portsOf } from '../town.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = (last: number) => `00000000-0000-7000-8000-00000000000${last}`;
const actor = { official: '王一', agency: 'market', role: 'data_officer' };
const access = shippedAccess();
const columns = {
  ...{ 名称: '甲商行', 统一社会信用代码: codeOf(1), 类型: '有限责任公司', 成立日期: '2020-01-06' },
  ...{ 核准日期: '2020-01-06', 登记机关: '望澜市市场监管局', 经营状态: '存续', 住所: '东路1号' },
  ...{ 曾用名: '', 变更事项: '', 法定代表人: '' },
};
type Row = Partial<Record<keyof typeof columns, string>>;

async function openTown() {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const at = (day: string) => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
    return createCasework({ ...portsOf(store), access, registerAgency: 'market' }, loader);
  };
  at('2026-01-05');
  const agency = { supplies: ['registration'], name: { zh: '望澜市市场监管局' } };
  const entries = ['market', 'county'].map((code, index) => ({
    ...{ home: home(8 + index), stream: 'agency', kind: 'agency@1' },
    payload: jsonOf({ ...agency, code }),
  }));
  await store.journal.record(
    { actor, purpose: 'intake', basis: [] },
    entries.map((entry) => newEntry(store, entry, undefined)),
  );
  const supply = (day: string, rows: readonly Row[], rest: Partial<ImportCommand> = {}) => {
    const cells = rows.map((row) => Object.values({ ...columns, ...row }));
    const file = fileOf(Object.keys(columns), cells);
    const given = { file, item: 'registration', source: 'market', actor, ...rest };
    return at(day).importFile(given);
  };
  await supply('2026-01-05', [{}, { 名称: '乙商行', 统一社会信用代码: codeOf(2) }]);
  const pageOf = async (day: string, number = 1) => {
    const found = await at(day).viewSubject({ by: 'code', code: codeOf(number) }, {});
    if (found.kind !== 'found') throw new Error(found.kind);
    return found.view;
  };
  const events = () =>
    store.entries.filter(({ kind }) => kind === 'life-event@1').map(({ payload }) => payload);
  return { store, at, supply, pageOf, events };
}

let town: Awaited<ReturnType<typeof openTown>>;
beforeEach(async () => {
  town = await openTown();
});

const renamed: Row = { 名称: '丙商行', 核准日期: '2026-03-02', 曾用名: '甲商行' };

describe('a registration file of the registering authority', () => {
  it('changes a name from the day it carries; the former name leads to it still', async () => {
    const outcome = await town.supply('2026-03-04', [renamed]);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      report: {
        ...{ rowsRead: 1, recorded: 0, refused: 0, changed: 1 },
        changes: [{ row: 2, event: 'name', effectiveOn: '2026-03-02', after: '丙商行' }],
      },
    });
    expect(town.events()).toMatchObject([
      { event: 'name', before: '甲商行', by: { agency: 'market' }, from: { row: 2 } },
    ]);
    const view = await town.pageOf('2026-03-04');
    expect(view).toMatchObject({
      subject: { name: '丙商行' },
      life: { names: [{ value: '甲商行', until: '2026-03-02' }, { value: '丙商行' }] },
    });
    for (const text of ['甲商行', '丙商行']) {
      const found = await town.at('2026-03-04').searchSubjects(text, { page: 1 });
      expect(found).toMatchObject({ view: { results: [{ id: view.subject.id }] } });
    }
  });

  it('changes nothing a second time, from whichever file', async () => {
    const hash = 'f'.repeat(64);
    const cells = Object.values({ ...columns, ...renamed });
    const file = fileOf(Object.keys(columns), [cells], { hash });
    await town.supply('2026-03-04', [], { file });
    const again = await town.supply('2026-03-05', [], { file });
    expect(again).toMatchObject({ kind: 'known-file', report: { recorded: 0, known: 1 } });
    const later = await town.supply('2026-04-04', [renamed]);
    expect(later).toMatchObject({ kind: 'accepted', report: { known: 1, changed: 0, refused: 0 } });
    expect(town.events()).toHaveLength(1);
  });

  it('enters an address on the day of the file, and a representative without a person', async () => {
    await town.supply('2026-03-04', [{ 住所: '西路2号' }]);
    const row = { 变更事项: '法定代表人变更', 法定代表人: '赵六', 核准日期: '2026-04-01' };
    await town.supply('2026-04-04', [{ ...row, 住所: '西路2号' }]);
    expect(town.events()).toMatchObject([
      { event: 'address', effectiveOn: '2026-03-04', before: '东路1号', after: '西路2号' },
      { event: 'representative', effectiveOn: '2026-04-01' },
    ]);
    expect(JSON.stringify(town.store.entries)).not.toContain('赵六');
  });

  it('does not enter again by itself what was undone', async () => {
    await town.supply('2026-03-04', [renamed]);
    const [entry] = town.store.entries.filter(({ kind }) => kind === 'life-event@1');
    const { home = '', stream = '' } = entry ?? {};
    const payload = { eventId: stream.slice('life/'.length), on: '2026-03-20', act: 'undone' };
    await town.store.journal.record({ actor, purpose: 'supervision', basis: [] }, [
      newEntry(town.store, { home, stream, kind: 'life-act@1', payload }, undefined),
    ]);
    expect(await town.pageOf('2026-03-20')).toMatchObject({ subject: { name: '甲商行' } });
    expect(await town.supply('2026-04-04', [renamed])).toMatchObject({ kind: 'refused' });
    expect(town.events()).toHaveLength(1);
  });

  it('only tells in a dry run what it would change', async () => {
    const trial = await town.supply('2026-03-04', [renamed], { dryRun: true });
    expect(trial).toMatchObject({ kind: 'checked', report: { changed: 1 } });
    expect(town.events()).toEqual([]);
  });
});

describe('what is no change of the registering authority', () => {
  it('changes nothing from another office, and says why', async () => {
    const rows = [{ ...renamed, 登记机关: '望澜市市场监管局' }];
    const outcome = await town.supply('2026-03-04', rows, { source: 'county' });
    expect(outcome).toMatchObject({
      kind: 'refused',
      report: { changed: 0, problems: [{ row: 2, problem: { code: 'life-not-registrar' } }] },
    });
    expect(town.events()).toEqual([]);
  });

  it.each<readonly [string, readonly Row[]]>([
    ['another name without a day of its own', [{ 名称: '丙商行' }]],
    ['a name that stands on another code', [{ ...renamed, 名称: '乙商行' }]],
    ['another state of the registration beside the name', [{ ...renamed, 经营状态: '注销' }]],
    ['two rows about one organisation', [renamed, { ...renamed, 名称: '丁商行' }]],
    ['a former name of which nothing is known', [{ 曾用名: '戊商行' }]],
  ])('waits for people: %s', async (_, rows) => {
    const outcome = await town.supply('2026-03-04', rows);
    expect(outcome).toMatchObject({ kind: 'refused', report: { changed: 0 } });
    expect(town.events()).toEqual([]);
  });

  it('waits for people where the name is a matter of identity already', async () => {
    const fined = penalty({
      subject: {
        ...{ name: '庚商行', kind: 'organisation' },
        identifiers: [{ scheme: 'uscc', value: codeOf(1) }],
      },
    });
    const subject = await town.pageOf('2026-03-04');
    const opened = {
      ...{ matterId: 'm1', kind: 'identity', agency: 'market', on: civilDate('2026-02-02') },
      ...{ file: { name: 'f', hash: 'ab' }, key: '[]', contentHash: 'cd', record: fined },
      identity: { about: 'code', pairs: [] },
    };
    const place = { home: subject.subject.id, stream: 'matter/m1', kind: 'matter-opened@1' };
    await town.store.journal.record({ actor, purpose: 'intake', basis: [] }, [
      newEntry(town.store, { ...place, payload: jsonOf(opened) }, undefined),
    ]);
    expect(await town.supply('2026-03-04', [renamed])).toMatchObject({ kind: 'refused' });
    expect(town.events()).toEqual([]);
  });
});
