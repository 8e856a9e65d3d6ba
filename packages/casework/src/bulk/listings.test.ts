import { civilDate, instant, instantOf, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  firm,
  listed,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  platform,
  Play,
  served,
} from '../case/case.test-support.ts';
import type { CaseOpened, Hand } from '../entry/case-payload.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import { checkCopies } from '../reading/check-copy.ts';
import { listingFingerprint, subjectFingerprint } from '../reading/fingerprint.ts';
import { listLists, viewList } from '../reading/list-lists.ts';
import { viewStatistics } from '../reading/view-statistics.ts';
import { portsOf } from '../town.test-support.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { searchSubjects } from '../view/search-subjects.ts';
import { viewSubject } from '../view/view-subject.ts';
import { createBulk } from './create-bulk.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = '00000000-0000-7000-8000-00000000000a';
const lawHome = '00000000-0000-7000-8000-00000000000f';
const noRows = { identifiers: [], names: [], recordKeys: [], batches: [] };
const list = 'samr.serious-violations';

type Parts = ReturnType<typeof partsOf>;

function partsOf(store: FakeStore, law: ReturnType<typeof nation>) {
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const editions = law.editions.map(({ code, hash }) => ({ home: lawHome, code, hash }));
  const ports = portsOf(store);
  return {
    ...ports,
    loader,
    register: { ...ports.register, editions: () => Promise.resolve(editions) },
  };
}

/** A register that holds what was played, and grows with it. */
function register(kind: 'organisation' | 'public_body' = 'organisation') {
  const own = penalty({ subject: { ...penalty().subject, kind } });
  const store = new FakeStore();
  const law = nation();
  store.project = (entries) =>
    entries.some(({ home: of }) => of === lawHome)
      ? noRows
      : projectHome(entries, law, fakeNameKeys);
  const parts = partsOf(store, law);
  const bulk = createBulk(parts);
  const kept = new Map<string, number>();
  let moment = instant(0);
  const record = async (
    stream: string,
    kind: string,
    payload: object,
    of = home,
  ): Promise<void> => {
    // No two commands share a moment.
    moment = instant(moment + 1);
    store.now = moment;
    const entry = newEntry(store, { home: of, stream, kind, payload: jsonOf(payload) }, undefined);
    const actor = { official: '王一', agency: 'market', role: 'case_officer' };
    await store.journal.record({ actor, purpose: 'casework', basis: [] }, [entry]);
  };
  return {
    bulk,
    /** Moves the clock, then records what was played since. */
    async on(day: string, play?: Play): Promise<void> {
      const noon = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
      if (noon > moment) moment = noon;
      store.now = moment;
      if (play === undefined) return;
      if (kept.size === 0) {
        kept.set('', 0);
        // The law is older than everything: only its place in the journal is asked for.
        await record('law', 'edition@1', {}, lawHome);
        await record('p1', 'record@1', own);
        const facts = { established: '2015-03-02' };
        const item = 'registration';
        await record('r1', 'record@1', { ...own, recordId: 'r1', item, facts });
      }
      for (const { caseId, actions } of play.files.values()) {
        const done = kept.get(caseId) ?? 0;
        for (const act of actions.slice(done)) {
          await record(`case/${caseId}`, `case-${act.kind}@1`, act);
        }
        kept.set(caseId, actions.length);
      }
    },
    told: (day?: string) => toldBy(parts, day),
    async fileOf(dataset = 'listings'): Promise<string | undefined> {
      const { manifests } = await bulk.listDownloads();
      const manifest = manifests.find((each) => each.dataset === dataset);
      if (manifest === undefined) return undefined;
      return JSON.stringify(store.shelf.cuts.get(`${manifest.after} ${dataset}`)?.rows);
    },
    async publish(): Promise<string> {
      const { manifests } = await bulk.publishDownloads();
      return manifests[0]?.after ?? '';
    },
    async reader() {
      const made = await bulk.createReaderKey({ holder: 'private', purpose: 'other' });
      const reader = made.kind === 'created' ? await bulk.readerOfKey(made.key) : undefined;
      if (reader === undefined) throw new Error(made.kind);
      return reader;
    },
  };
}

/** What everyone is told on the day of the clock, by every way there is. */
async function toldBy(parts: Parts, day?: string) {
  const answering = await startAnswer(parts, day === undefined ? {} : { day: civilDate(day) });
  const search = await searchSubjects(parts, answering, { query: '示例', page: 1 });
  const found = await viewSubject(parts, answering, { by: 'id', id: home });
  const query = { page: 1, order: 'decided' } as const;
  const page = await viewList(parts, answering, { id: list, query });
  const { lists } = await listLists(parts, answering);
  const figures = await viewStatistics(parts, answering);
  if (search.kind !== 'found' || found.kind !== 'found' || page.kind !== 'found') {
    throw new Error('The firm is registered.');
  }
  const { subject, records, others, listings = [] } = found.view;
  const [listing] = listings;
  const own = { organisation: home, fingerprint: '0'.repeat(64) };
  const copies = await checkCopies(parts, answering, [{ ...own, record: 'L' }]);
  return {
    search: search.view.results.map(({ listed: lines }) => lines?.map(({ code }) => code)),
    subject: subject.listed,
    entries: page.view.listed?.map((entry) => entry.listing.id),
    total: page.view.total,
    regions: page.view.regions,
    figures: figures.listings.map(({ by, counts }) => [by, counts.total]),
    counted: lists.find(({ id }) => id === list)?.standing,
    copy: copies[0]?.kind,
    whole: subjectFingerprint(subject, { records: [...records, ...others], listings }),
    ...(listing === undefined ? {} : { print: listingFingerprint(listing) }),
  };
}

const none = {
  search: [undefined],
  ...{ subject: undefined, entries: [], total: 0, regions: [], figures: [] },
  ...{ counted: { records: 0, subjects: 0 }, copy: 'not-published' },
};
const document = { number: '望法〔2024〕1号' };
const stay = { kind: 'stayed', from: 'court', document, reason: '难以挽回' } as const;

describe('a listing in every public answer', () => {
  it('stands in search, list, copies and file while it is in effect', async () => {
    const town = register();
    await town.on('2024-02-06', listed());
    expect(await town.told()).toMatchObject({
      ...{ search: [[list]], entries: ['L'], total: 1, copy: 'changed', regions: ['999999'] },
      // One entry is counted and not told.
      figures: [
        ['region', null],
        ['month', null],
      ],
      subject: [{ code: list }],
      counted: { records: 1, subjects: 1 },
    });
    await town.publish();
    const rows = (await town.fileOf()) ?? '';
    expect(rows).toContain('"record":"L"');
    expect(rows).toContain('"code":"91999999MA3K7T2X0J"');
    expect(rows).toContain('"measures":["key_supervision"]');
    const { manifests } = await town.bulk.listDownloads();
    expect(manifests.find(({ dataset }) => dataset === 'listings')).toMatchObject({
      ...{ access: 'key', rows: 1, validUntil: '2024-02-13', servedUntil: '2024-02-07' },
    });
    const anyone = { kind: 'anonymous' } as const;
    const asked = { dataset: 'listings', file: 'listings.jsonl.gz' };
    expect(await town.bulk.openDownload(anyone, asked)).toMatchObject({ kind: 'refused' });
  });

  it('leaves all of them the day it is stayed, for every day asked about', async () => {
    const town = register();
    const play = listed();
    await town.on('2024-02-06', play);
    await town.publish();
    play.must('L', '2024-02-06', officer, stay);
    await town.on('2024-02-06', play);
    expect(await town.fileOf()).toBeUndefined();
    expect(await town.told()).toMatchObject(none);
    expect(await town.told('2024-02-05')).toMatchObject({ ...none, search: [undefined] });
    await town.publish();
    expect(await town.fileOf()).toBe('[]');
    play.must('L', '2024-02-07', officer, { kind: 'stay-lifted', document, reason: '恢复' });
    await town.on('2024-02-07', play);
    expect(await town.told()).toMatchObject({ search: [[list]], entries: ['L'] });
  });

  it('is gone with its last day, though nothing is recorded, and tells a subject apart no more', async () => {
    const [town, never] = [register(), register()];
    await town.on('2024-02-06', listed());
    const quiet = listed();
    quiet.files.clear();
    await never.on('2024-02-06', quiet);
    await town.on('2027-02-01');
    const reader = await town.reader();
    const copy = await town.publish();
    for (const each of [town, never]) await each.on('2027-02-05');
    const after = await town.told();
    expect(after).toMatchObject(none);
    expect(after).toEqual(await never.told());
    const changes = await town.bulk.listChanges(reader, { after: copy });
    expect(changes).toMatchObject({
      view: { changes: [{ op: 'DEL', dataset: 'listings', record: 'L', cause: 'time' }] },
    });
    await town.publish();
    expect(await town.fileOf()).toBe('[]');
  });
});

describe('a late payment of a public body in data for download', () => {
  const amount = { amount: 123_456_789, currency: 'CNY' };
  const supplier: Hand = { kind: 'party', as: 'creditor', name: '供货公司' };

  function confirmed(): Play {
    const bureau = penalty({ subject: { ...penalty().subject, kind: 'public_body' } });
    const play = new Play([bureau]);
    const matter: CaseOpened['matter'] = {
      ...{ case: 'payment-complaint', clock: 'complaint.payment', creditor: '供货公司' },
      ...{ contract: '望采〔2026〕1号', deliveredOn: civilDate('2026-01-05'), named: true },
      ...{ dueOn: civilDate('2026-02-04'), amount, points: [{ text: '未付款' }] },
    };
    play.open('P', '2026-03-02', supplier, { matter });
    play.must('P', '2026-03-03', platform, { kind: 'checked', finding: '转交' });
    play.must('P', '2026-03-04', officer, { kind: 'accepted' });
    play.must('P', '2026-03-05', officer, { ...notice, measures: [] });
    play.must('P', '2026-03-06', officer, served('notice', '2026-03-06'));
    play.must('P', '2026-03-10', firm, { kind: 'confirmed', amount, proof: '对账单' });
    return play;
  }

  it('stands there rounded and without its creditor, and its copies are told when it is paid', async () => {
    const town = register('public_body');
    const play = confirmed();
    await town.on('2026-03-12', play);
    const reader = await town.reader();
    const copy = await town.publish();
    const rows = (await town.fileOf('late-payments')) ?? '';
    expect(rows).toContain('"record":"P"');
    expect(rows).toContain('"amount":120000000');
    expect(rows).not.toContain('供货');
    const { manifests } = await town.bulk.listDownloads();
    expect(manifests.find(({ dataset }) => dataset === 'late-payments')).toMatchObject({
      ...{ access: 'key', rows: 1, servedUntil: '2026-03-13' },
    });
    const paidOn = civilDate('2026-03-12');
    play.must('P', '2026-03-12', firm, { kind: 'paid', amount, paidOn, proof: '回单' });
    await town.on('2026-03-12', play);
    // The file of before is not handed out any more, and no day asked about has it.
    expect(await town.fileOf('late-payments')).toBeUndefined();
    expect(await town.bulk.listWithdrawals(reader, { after: copy })).toMatchObject({
      view: { changes: [{ op: 'DEL', dataset: 'late-payments', record: 'P' }] },
    });
    await town.publish();
    expect(await town.fileOf('late-payments')).toBe('[]');
  });

  it('is gone, and told to be, the day after nobody confirmed that it is open', async () => {
    const town = register('public_body');
    await town.on('2026-03-12', confirmed());
    await town.on('2026-09-10');
    const reader = await town.reader();
    const copy = await town.publish();
    expect(await town.fileOf('late-payments')).toContain('"confirm_by":"2026-09-10"');
    await town.on('2026-09-11');
    expect(await town.bulk.listChanges(reader, { after: copy })).toMatchObject({
      view: { changes: [{ op: 'DEL', dataset: 'late-payments', record: 'P', cause: 'time' }] },
    });
  });
});

describe('changes', () => {
  it('tell holders of a key of an entry, its dispute, its end and nothing to anyone else', async () => {
    const town = register();
    const play = listed();
    play.files.clear();
    await town.on('2024-01-08', play);
    const reader = await town.reader();
    const ops = async (after: string) => {
      const keyed = await town.bulk.listChanges(reader, { after });
      const open = await town.bulk.listChanges({ kind: 'anonymous' }, { after });
      if (keyed.kind === 'refused') throw new Error(JSON.stringify(keyed.problem));
      expect(open.kind === 'found' ? open.view.changes : []).toEqual([]);
      return keyed.view.changes
        .filter(({ dataset }) => dataset === 'listings')
        .map(({ op, record, cause }) => `${op} ${record} ${cause}`);
    };
    const before = await town.publish();
    await town.on('2024-02-06', listed(play));
    expect(await ops(before)).toEqual(['ADD L source']);
    const standing = await town.publish();
    expect(await ops(standing)).toEqual([]);
    const target = { kind: 'case', caseId: 'L' } as const;
    const matter = { case: 'objection', clock: 'dispute.credence', target } as const;
    expect(
      play.open('O', '2024-02-07', firm, { matter: { ...matter, points: [{ text: '不服' }] } }),
    ).toBe(true);
    await town.on('2024-02-07', play);
    expect(await ops(standing)).toEqual(['MOD L source']);
    play.must('L', '2024-02-08', officialAs('王一', 'case_officer'), stay);
    await town.on('2024-02-08', play);
    expect(await ops(standing)).toEqual(['DEL L source']);
    const withdrawn = await town.bulk.listWithdrawals(reader, { after: standing });
    expect(withdrawn).toMatchObject({
      view: { changes: [{ op: 'DEL', dataset: 'listings', record: 'L' }] },
    });
  });
});
