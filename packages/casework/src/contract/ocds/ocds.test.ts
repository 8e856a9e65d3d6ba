import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../../case/case.test-support.ts';
import {
  actor,
  bureau,
  codes,
  firm,
  idOf,
  openTown,
  sidesOf,
  supplier,
  type ContractTown,
} from '../contracts.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

let town: ContractTown;
beforeEach(async () => {
  town = await openTown();
});
const { opened, act, overdue } = sidesOf(() => town);

describe('files of contract data', () => {
  it('go out and come in again as they were', async () => {
    const id = await overdue();
    idOf(await act('2026-02-12', 'supplier', id, { kind: 'naming', named: true }));
    const paid = {
      kind: 'paid',
      delivery: 'd1',
      amount: 400_001,
      paidOn: '2026-02-12',
      proof: '回单',
    };
    idOf(await act('2026-02-12', 'buyer', id, paid));
    const out = await town.on('2026-02-13').exportContracts(bureau, { wholeFor: actor });
    if (out.kind !== 'found') throw new Error(out.kind);
    town = await openTown();
    const file = JSON.stringify(out.view);
    const taken = await town.on('2026-02-13').importContracts({ actor, file });
    expect(taken).toMatchObject({ kind: 'taken', contracts: 1, steps: 2 });
    const again = await town.on('2026-02-13').exportContracts(bureau, { wholeFor: actor });
    const plain = (given: unknown) =>
      JSON.parse(JSON.stringify(given), (key, value: unknown) =>
        key === 'id' && typeof value === 'string' && value.includes('-7000-') ? 'id' : value,
      ) as { releases: object[] };
    const [first] = plain(out.view).releases;
    const [second] = plain(again.kind === 'found' ? again.view : {}).releases;
    expect({ ...second, id: 0, date: 0 }).toEqual({ ...first, id: 0, date: 0 });
    const twice = await town.on('2026-02-13').importContracts({ actor, file });
    expect(twice).toMatchObject({ contracts: 0, known: 1, continued: 0, steps: 0 });
  });

  it('tell no day on which a supplier was late, where anyone reads them', async () => {
    const late = { milestone: 'm1', title: '安装', by: 'supplier', dueOn: '2026-01-20' };
    const own = { milestone: 'm2', title: '场地', by: 'buyer', dueOn: '2026-01-20' };
    const id = await opened({ milestones: [late, own] });
    for (const milestone of ['m1', 'm2']) {
      const met = { kind: 'met', milestone, metOn: '2026-02-01', proof: '验收单' };
      idOf(await act('2026-02-02', 'buyer', id, met));
    }
    const daysIn = async (wholeFor?: typeof actor) => {
      const given = wholeFor === undefined ? {} : { wholeFor };
      const out = await town.on('2026-02-03').exportContracts(bureau, given);
      const [release] = out.kind === 'found' ? out.view.releases : [];
      const milestones = release?.contracts?.[0]?.implementation?.milestones ?? [];
      return milestones.map(({ id, status, dateMet }) => [id, status, dateMet?.slice(0, 10)]);
    };
    expect(await daysIn()).toEqual([
      ['m1', 'met', undefined],
      ['m2', 'met', '2026-02-01'],
    ]);
    expect((await daysIn(actor))[0]).toEqual(['m1', 'met', '2026-02-01']);
  });

  it('name the place of what is wrong, and then nothing is stored', async () => {
    const party = (id: string, code: string) => ({ id, name: id, identifier: { id: code } });
    const release = {
      ...{
        ocid: 'ocds-1',
        id: '1',
        date: '2026-01-06',
        tag: ['contract'],
        initiationType: 'tender',
      },
      parties: [party('b', codes[bureau]), party('s', codes[firm])],
      ...{ buyer: { id: 'b' }, awards: [{ id: 'a', suppliers: [{ id: 's' }] }] },
      contracts: [
        {
          ...{ id: 'c', awardID: 'a', dateSigned: '2026-01-05' },
          value: { amount: 5, currency: 'CNY' },
        },
      ],
    };
    const whole = (releases: readonly unknown[]) =>
      JSON.stringify({
        ...{ uri: 'urn:x', version: '1.1', publishedDate: '2026-01-06', publisher: { name: 'x' } },
        releases,
      });
    const take = (...releases: readonly unknown[]) =>
      town.on('2026-01-06').importContracts({ actor, file: whole(releases) });
    const before = town.store.entries.length;
    const stranger = { ...release, parties: [party('b', '91999999MA3K7T2X9Z')] };
    expect(await take(release, stranger)).toMatchObject({
      problems: [{ code: 'ocds-invalid', params: { path: '/releases/1/buyer/id' } }],
    });
    const [own] = release.contracts;
    const dollars = { ...own, value: { amount: 5, currency: 'USD' } };
    expect(await take({ ...release, contracts: [dollars] })).toMatchObject({
      problems: [{ params: { path: '/releases/0/contracts/0/value', received: '5 USD' } }],
    });
    expect(await take({ ...release, ocid: 1 })).toMatchObject({
      problems: [{ params: { path: '/releases/0/ocid' } }],
    });
    expect(town.store.entries).toHaveLength(before);
    const person = { ...release, parties: [...release.parties, party('p', '11010519491231002X')] };
    expect(await take(person)).toMatchObject({ kind: 'taken', contracts: 0, setAside: 1 });
  });
});

const take = (file: unknown, check = false) =>
  town.on('2026-03-01').importContracts({ actor, file: JSON.stringify(file), check });

const whole = async (day = '2026-03-01') => {
  const out = await town.on(day).exportContracts(bureau, { wholeFor: actor });
  if (out.kind !== 'found') throw new Error(out.kind);
  return out.view;
};

describe('the size of the sides in a file', () => {
  it('goes out with the contract, and without days a large supplier’s contract does not come in', async () => {
    await opened();
    const [release] = (await whole()).releases;
    if (release === undefined) throw new Error('no release');
    const [buyer, seller] = release.parties;
    expect([buyer?.details, seller?.details]).toEqual([undefined, { scale: 'sme' }]);
    const parties = [buyer, { ...seller, details: { scale: 'large' } }];
    const file = { ...(await whole()), releases: [{ ...release, ocid: 'ocds-x-1', parties }] };
    expect(await take(file)).toMatchObject({
      problems: [{ params: { path: '/releases/0/contracts/0/paymentTerms.days' } }],
    });
    const [own] = release.contracts ?? [];
    const contracts = [{ ...own, paymentTerms: { days: 90 } }];
    const agreed = { ...release, ocid: 'ocds-x-1', parties, contracts };
    expect(await take({ ...file, releases: [agreed] })).toMatchObject({ contracts: 1 });
  });
});

describe('a contract of our own in a file', () => {
  it('is known by the name of its process, and adds nothing twice', async () => {
    const id = await overdue();
    const paid = { kind: 'paid', delivery: 'd1', amount: 5, paidOn: '2026-02-12', proof: '回单' };
    idOf(await act('2026-02-12', 'buyer', id, paid));
    const change = { kind: 'proposed', reason: '增项', amount: 12_000_000 };
    idOf(await act('2026-02-12', 'supplier', id, change));
    idOf(await act('2026-02-12', 'buyer', id, { kind: 'agreed', place: 3 }));
    const file = await whole();
    expect(file.releases[0]?.contracts?.[0]?.amendments).toMatchObject([
      { id: 'amendment-3', rationale: '增项' },
    ]);
    expect(await take(file)).toMatchObject({ contracts: 0, known: 1, continued: 0, steps: 0 });
    const open = await town.on('2026-03-01').exportContracts(bureau);
    // What anyone may read is rounded and leaves things out; it changes nothing either.
    expect(open.kind === 'found' && (await take(open.view))).toMatchObject({ known: 1, steps: 0 });
    expect((await whole()).releases).toHaveLength(1);
  });

  it('keeps what was agreed about a delivery on the way out and in', async () => {
    const id = await opened();
    const part = {
      ...{ kind: 'delivered', delivery: 'd1', deliveredOn: '2026-01-10', amount: 4_000_000 },
      ...{ partial: true, retention: { amount: 200_000, dueOn: '2027-01-10' } },
      test: { endsOn: '2026-01-20', passedOn: '2026-01-15' },
    };
    idOf(await act('2026-01-20', 'supplier', id, part));
    const advance = { kind: 'advanced', amount: 1_000_000, paidOn: '2026-01-08', proof: '预付' };
    idOf(await act('2026-01-20', 'buyer', id, advance));
    const before = await town
      .on('2026-03-01')
      .viewOwnContract(supplier, { home: firm, contractId: id });
    const file = await whole();
    town = await openTown();
    expect(await take(file)).toMatchObject({ kind: 'taken', contracts: 1, steps: 2 });
    const list = await town.on('2026-03-01').viewOwnContracts(supplier, firm);
    const again = list.kind === 'found' ? (list.view.contracts[0]?.contractId ?? '') : '';
    const after = await town
      .on('2026-03-01')
      .viewOwnContract(supplier, { home: firm, contractId: again });
    const owed = (found: typeof after) =>
      found.kind === 'found' ? found.view.view.deliveries : found;
    expect(owed(after)).toEqual(owed(before));
    expect(owed(after)).toMatchObject([{ partial: true, balance: 3_000_000 }]);
  });
});

describe('a process told in several releases', () => {
  const party = (id: string, code: string, role: string) => ({
    ...{ id: `GB-COH-${id}`, name: id, roles: [role] },
    ...{ identifier: { scheme: 'GB-COH', id: code }, address: { locality: 'London' } },
  });
  const parties = [party('council', codes[bureau], 'buyer'), party('plc', codes[firm], 'supplier')];
  const about = { ocid: 'ocds-213czf-000-00001', language: 'en', parties };
  const buyer = { id: 'GB-COH-council', name: 'council' };
  const money = (amount: number) => ({ amount, currency: 'CNY' });
  const signed = {
    ...{ ...about, id: '05-contract', date: '2026-01-10T09:30:00Z', tag: ['contract'], buyer },
    ...{ initiationType: 'tender' },
    awards: [{ id: 1, status: 'active', suppliers: [{ id: 'GB-COH-plc' }] }],
    contracts: [
      {
        ...{ id: 'contract-01', awardID: 1, title: 'Cycle lanes', status: 'active' },
        ...{ value: money(110_000), dateSigned: '2026-01-10T14:23:12Z' },
      },
    ],
  };
  const payment = (id: string, amount: number) => ({
    ...{ id, source: 'https://example.org/spending', date: '2026-02-01T00:00:00Z' },
    ...{ value: money(amount), payer: buyer },
  });
  const running = (...contracts: readonly object[]) => ({
    ...{ ...about, id: '06-implementation', date: '2026-02-10T09:30:00Z', buyer },
    ...{ tag: ['implementation'], contracts },
  });
  const pays = (...transactions: readonly object[]) =>
    running({ id: 'contract-01', awardID: 1, implementation: { transactions } });
  // As the standard writes them: no uri is needed, and a release that continues says only what is new.
  const file = (...releases: readonly object[]) => ({ version: '1.1', extensions: [], releases });

  it('is one contract, in one file and in two', async () => {
    expect(await take(file(signed, pays(payment('t1', 50_000))))).toMatchObject({
      ...{ kind: 'taken', contracts: 1, known: 0, steps: 1, personFields: 4 },
    });
    const more = file(pays(payment('t1', 50_000), payment('t2', 10_000)));
    expect(await take(more)).toMatchObject({ contracts: 0, known: 1, continued: 1, steps: 1 });
    const released = (await whole()).releases;
    expect(released).toMatchObject([
      { ocid: about.ocid, contracts: [{ implementation: { transactions: [{}, {}] } }] },
    ]);
  });

  it('is changed by its amendment, and never silently', async () => {
    await take(file(signed));
    const [contract] = signed.contracts;
    const amended = {
      ...contract,
      value: money(120_000),
      amendments: [{ rationale: 'more lanes' }],
    };
    const change = file({ ...signed, tag: ['contractAmendment'], contracts: [amended] });
    expect(await take(change)).toMatchObject({ known: 1, continued: 1, steps: 2 });
    expect(await take(change)).toMatchObject({ known: 1, continued: 0, steps: 0 });
    expect((await whole()).releases[0]?.contracts?.[0]).toMatchObject({
      ...{ value: money(120_000), amendments: [{ rationale: 'more lanes' }] },
    });
    const again = { ...amended, dateSigned: '2026-01-11' };
    expect(await take(file({ ...signed, contracts: [again] }))).toMatchObject({
      problems: [{ params: { path: '/releases/0/contracts/0/dateSigned' } }],
    });
  });

  it('tells where a payment is told again with another sum', async () => {
    await take(file(signed, pays(payment('t1', 50_000))));
    expect(await take(file(pays(payment('t1', 60_000))))).toMatchObject({
      problems: [
        { params: { path: '/releases/0/contracts/0/implementation/transactions/0/value' } },
      ],
    });
    const nowhere = running({ id: 'contract-02', awardID: 1 });
    expect(await take(file(nowhere))).toMatchObject({ kind: 'refused' });
  });
});
