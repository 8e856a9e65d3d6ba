import { civilDate, instant, instantOf, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { nation, officer, penalty, Play, type Said } from '../case/case.test-support.ts';
import type { CaseOpened } from '../entry/case-payload.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { drawsHome } from '../inspection/plan/draw-state.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import { checkCopies } from '../reading/check-copy.ts';
import { lifeEventFingerprint, subjectFingerprint } from '../reading/fingerprint.ts';
import { codeOf, portsOf } from '../town.test-support.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { viewSubject } from '../view/view-subject.ts';
import { createBulk } from './create-bulk.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = (last: string) => `00000000-0000-7000-8000-0000000000${last}`;
const [old, next, fund, lawHome] = [home('0a'), home('0b'), home('0c'), home('0f')];
const fundCode = '53999999MJ0000001T';
const firms = [
  [old, '望澜旧厂', codeOf(1)],
  [next, '望澜新厂', codeOf(2)],
  [fund, '望澜基金会', fundCode],
] as const;
const by = { official: '王一', agency: 'market', role: 'data_officer' };
const day = civilDate;
const anyone = { kind: 'anonymous' } as const;

async function register() {
  const store = new FakeStore();
  const law = nation();
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const editions = law.editions.map(({ code, hash }) => ({ home: lawHome, code, hash }));
  const ports = portsOf(store);
  const own = { ...ports.register, editions: () => Promise.resolve(editions) };
  const parts = { ...ports, loader, register: own };
  const bulk = createBulk(parts);
  let moment = instant(0);
  const record = async (of: string, stream: string, kind: string, payload: object) => {
    // No two commands share a moment.
    moment = instant(moment + 1);
    store.now = moment;
    const entry = newEntry(store, { home: of, stream, kind, payload: jsonOf(payload) }, undefined);
    await store.journal.record({ actor: by, purpose: 'casework', basis: [] }, [entry]);
  };
  const on = (today: string) => {
    const noon = instantOf(`${today}T12:00:00+08:00`) ?? moment;
    if (noon > moment) moment = noon;
    store.now = moment;
  };
  // The law is older than everything: only its place in the journal is asked for.
  await record(lawHome, 'law', 'edition@1', {});
  on('2026-05-04');
  for (const [of, name, code] of firms) {
    const identifiers = [{ scheme: 'uscc', value: code }] as const;
    const registration = penalty({
      ...{ recordId: `r-${of}`, item: 'registration', decidedOn: day('2020-01-01') },
      subject: { name, kind: 'organisation', identifiers },
      service: { kind: 'not-needed' },
      facts: { legal_form: '公司', status: 'active', established: '2015-03-02' },
    });
    await record(of, `r-${of}`, 'record@1', registration);
  }
  const identifiers = [{ scheme: 'uscc', value: codeOf(1) }] as const;
  const subject = { name: '望澜旧厂', kind: 'organisation', identifiers } as const;
  await record(
    old,
    'p1',
    'record@1',
    penalty({ recordId: 'p1', subject, decidedOn: day('2026-02-02') }),
  );
  const rowsOf = async (dataset: string) => {
    const { manifests } = await bulk.listDownloads();
    const manifest = manifests.find((each) => each.dataset === dataset);
    return manifest && store.shelf.cuts.get(`${manifest.after} ${dataset}`)?.rows;
  };
  const publish = async () => (await bulk.publishDownloads()).manifests[0]?.after ?? '';
  const reader = async () => {
    const made = await bulk.createReaderKey({ holder: 'private', purpose: 'other' });
    const found = made.kind === 'created' ? await bulk.readerOfKey(made.key) : undefined;
    if (found === undefined) throw new Error(made.kind);
    return found;
  };
  return { parts, bulk, record, on, rowsOf, publish, reader };
}

const merger = {
  ...{ eventId: 'e1', event: 'merger', form: 'absorbing', by },
  ...{ on: '2026-05-04', effectiveOn: '2026-05-01' },
  parties: [
    { home: next, name: '望澜新厂', code: codeOf(2), as: 'successor' },
    { home: fund, name: '望澜基金会', code: fundCode, as: 'creditor' },
  ],
};
const undone = { eventId: 'e1', on: '2026-05-04', act: 'undone', caseId: 'c1' };

describe('events of life and what passed by them, in data for download', () => {
  it('stand there, a creditor and what waits in no row, and leave when they are undone', async () => {
    const town = await register();
    await town.record(old, 'life/e1', 'life-event@1', merger);
    await town.record(next, 'life/e1', 'life-part@1', {
      ...{ of: { home: old, name: '望澜旧厂' }, as: 'successor', on: merger.on, event: merger },
    });
    const waiting = { ...merger, eventId: 'e2', event: 'division', form: 'surviving' };
    await town.record(old, 'life/e2', 'life-event@1', { ...waiting, confirmedBy: 'market' });
    await town.publish();
    expect(await town.rowsOf('life-events')).toMatchObject([
      { organisation: old, record: 'e1', event: 'merger', successors: [codeOf(2)] },
    ]);
    expect(JSON.stringify(await town.rowsOf('life-events'))).not.toContain(fundCode);
    expect(await town.rowsOf('inherited-records')).toMatchObject([
      { organisation: next, predecessor: old, record: 'e1.p1', predecessor_name: '望澜旧厂' },
    ]);
    const reader = await town.reader();
    const copy = await town.publish();
    await town.record(old, 'life/e1', 'life-act@1', undone);
    // A file in which something has ended is handed out no more.
    expect(await town.rowsOf('life-events')).toBeUndefined();
    expect(await town.rowsOf('inherited-records')).toBeUndefined();
    expect(await town.bulk.listChanges(reader, { after: copy })).toMatchObject({
      view: {
        changes: [
          { op: 'DEL', dataset: 'life-events', record: 'e1', cause: 'source' },
          { op: 'DEL', dataset: 'inherited-records', record: 'e1.p1', cause: 'source' },
        ],
      },
    });
    // Without a key nobody is told of what is gone.
    expect(await town.bulk.listChanges(anyone, { after: copy })).toMatchObject({
      view: { changes: [] },
    });
    await town.publish();
    expect([await town.rowsOf('life-events'), await town.rowsOf('inherited-records')]).toEqual([
      ...[[], []],
    ]);
  });

  it('are told to everyone as they come, and move the fingerprint of a copy', async () => {
    const town = await register();
    const printed = async () => {
      const answering = await startAnswer(town.parts);
      const found = await viewSubject(town.parts, answering, { by: 'id', id: old });
      if (found.kind !== 'found') throw new Error(found.kind);
      const { view } = found;
      const records = [...(view.registration ? [view.registration] : []), ...view.records];
      const fingerprint = subjectFingerprint(view.subject, { ...view, records, listings: [] });
      const copy = { organisation: old, fingerprint };
      const check = async () => (await checkCopies(town.parts, answering, [copy]))[0]?.kind;
      return { view, fingerprint, answering, check };
    };
    const before = await printed();
    expect(await before.check()).toBe('current');
    const copy = await town.publish();
    const renamed = {
      ...{ eventId: 'e3', event: 'name', before: '望澜旧厂', after: '望澜更名厂', by },
      ...{ on: '2026-05-04', effectiveOn: '2026-05-02', parties: [] },
    };
    await town.record(old, 'life/e3', 'life-event@1', renamed);
    expect(await town.bulk.listChanges(anyone, { after: copy })).toMatchObject({
      view: { changes: [{ op: 'ADD', dataset: 'life-events', record: 'e3' }] },
    });
    expect(await before.check()).toBe('changed');
    const after = await printed();
    expect(await after.check()).toBe('current');
    const [event] = after.view.life?.events ?? [];
    if (event === undefined) throw new Error('no event');
    const print = { organisation: old, record: 'e3', fingerprint: lifeEventFingerprint(event) };
    expect(await checkCopies(town.parts, after.answering, [print])).toMatchObject([
      { kind: 'current' },
    ]);
  });
});

describe('reports in data for download', () => {
  it('are one value a row, none of what is not public, and the newest word alone', async () => {
    const town = await register();
    const campaign = {
      ...{ campaign: '冬衣募捐', approval: '望民募备〔2026〕1号', begins: '2026-02-01' },
      ...{ ends: '2026-12-31', raised: { amount: 1000, currency: 'CNY' } },
      spent: { amount: 500, currency: 'CNY' },
    };
    const filed = {
      ...{ duty: 'mca.fund-raising', key: 'k1', filingId: 'f1', on: '2026-05-04' },
      ...{ edition: 'cn-2026', fields: campaign, by: 'subject' },
    };
    await town.record(fund, 'duty/mca.fund-raising', 'duty-filed@1', filed);
    const copy = await town.publish();
    const rows = (await town.rowsOf('reports')) ?? [];
    expect(rows.map(({ field, value, amount }) => [field, value ?? amount])).toEqual([
      ...[
        ['campaign', '冬衣募捐'],
        ['approval', '望民募备〔2026〕1号'],
      ],
      ...[
        ['begins', '2026-02-01'],
        ['ends', '2026-12-31'],
        ['raised', 1000],
        ['spent', 500],
      ],
    ]);
    const fields = { ...campaign, raised: { amount: 2000, currency: 'CNY' } };
    const again = { ...filed, filingId: 'f2', replaces: 'f1', fields };
    await town.record(fund, 'duty/mca.fund-raising', 'duty-filed@1', again);
    expect(await town.bulk.listChanges(anyone, { after: copy })).toMatchObject({
      view: {
        changes: [{ op: 'MOD', dataset: 'reports', row: { field: 'raised', amount: 2000 } }],
      },
    });
  });
});

describe('results of visits in data for download', () => {
  const inspectors = ['甲', '乙'];
  const clear: Said<'visited-clear'> = {
    ...{ kind: 'visited-clear', visitedOn: day('2026-05-20'), inspectors, skipped: [] },
  };

  /** A visit that a draw sent inspectors to, or that somebody picked. */
  async function visited(town: Awaited<ReturnType<typeof register>>, draw?: string) {
    const play = new Play();
    play.arranged = ['hand-picked', 'd1'];
    const matter = {
      ...{ case: 'inspection', checklist: 'cn.food', inspectors },
      ...{ from: day('2026-05-06'), until: day('2026-06-30') },
      ...(draw === undefined ? {} : { draw }),
    } as const satisfies CaseOpened['matter'];
    if (!play.open('V', '2026-05-06', officer, { matter })) throw new Error(play.refused.join());
    play.must('V', '2026-05-20', officer, clear);
    town.on('2026-05-20');
    for (const act of play.files.get('V')?.actions ?? []) {
      await town.record(old, 'case/V', `case-${act.kind}@1`, act);
    }
  }

  it('say how the visit came about, what it found, and until when that is told', async () => {
    const town = await register();
    await visited(town);
    await town.publish();
    expect(await town.rowsOf('visit-results')).toEqual([
      {
        ...{ organisation: old, record: 'V.cn.food', name: '望澜旧厂', scheme: 'uscc' },
        ...{ code: codeOf(1), kind: 'organisation', arm: 'hand_picked', checklist: 'cn.food' },
        ...{ authority_code: 'market', visited_on: '2026-05-20', result: 'nothing_found' },
        ends: '2027-05-20',
      },
    ]);
    town.on('2027-05-20');
    expect(await town.rowsOf('visit-results')).toBeUndefined();
    await town.publish();
    expect(await town.rowsOf('visit-results')).toEqual([]);
  });

  it('of a draw are told once its names are, and its holder of a key is told by the changes', async () => {
    const town = await register();
    await visited(town, 'd1');
    const reader = await town.reader();
    const copy = await town.publish();
    expect(await town.rowsOf('visit-results')).toEqual([]);
    const plan = {
      ...{ draw: 'd1', agency: 'market', card: 'cn.spring', edition: 'cn-2026', editionHash: 'ab' },
      ...{ from: '2026-05-06', until: '2026-06-30', strata: [], inspectors: 2, by },
      ...{ classes: { used: true }, power: { kind: 'too-few', visits: 0, found: 0 } },
      on: '2026-05-01',
    };
    await town.record(drawsHome, 'draw/d1', 'inspection-plan@1', plan);
    const names = [{ code: codeOf(1), name: '望澜旧厂' }];
    const disclosed = { draw: 'd1', names, on: '2026-05-20', by };
    await town.record(drawsHome, 'draw/d1', 'draw-disclosed@1', disclosed);
    expect(await town.bulk.listChanges(reader, { after: copy })).toMatchObject({
      view: {
        changes: [{ op: 'ADD', dataset: 'visit-results', row: { arm: 'weighted', draw: 'd1' } }],
      },
    });
    expect(await town.bulk.listChanges(anyone, { after: copy })).toMatchObject({
      view: { changes: [] },
    });
  });
});
