import { civilDate, instant, type JsonValue } from '@credence/domain';
import { editionToJson, openEdition } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { Casework } from '../casework.ts';
import type { Approval } from './promulgation.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import { official, portsOf } from '../town.test-support.ts';

const { older, newer } = townLaw();
const approvals: readonly [Approval, Approval] = [
  { official: '王一', role: 'drafter', on: civilDate('2026-03-01') },
  { official: '李二', role: 'head', on: civilDate('2026-03-02') },
];

function emptyRegister(): { readonly store: FakeStore; readonly casework: Casework } {
  const store = new FakeStore();
  const casework = createCasework(portsOf(store));
  store.project = (entries) => casework.project(entries);
  return { store, casework };
}

/** The edition's JSON with one thing changed in its frame. */
function changed(frame: Readonly<Record<string, JsonValue>>, hash = older.hash): JsonValue {
  const { edition, cards } = older.document;
  return { edition: { ...edition, ...frame }, cards, hash };
}

describe('promulgate', () => {
  it('brings an edition into the journal, from where the rulebook is loaded', async () => {
    const { casework, store } = emptyRegister();
    const outcome = await casework.promulgate(editionToJson(older), approvals);
    await casework.promulgate(editionToJson(newer), approvals);

    expect(outcome).toMatchObject({ kind: 'promulgated', code: 'town-2023' });
    const rulebook = await casework.rulebook();
    expect(rulebook.editions.map(({ hash }) => hash)).toEqual([older.hash, newer.hash]);
    expect(rulebook.on(civilDate('2026-03-31'))?.code).toBe('town-2023');
    expect(rulebook.on(civilDate('2026-04-01'))?.code).toBe('town-2026');
    expect(store.entries[0]).toMatchObject({
      kind: 'edition@1',
      stream: 'edition',
      actor: { official: '王一', agency: 'town', role: 'drafter' },
      payload: { approvals },
    });
  });

  it('knows an edition it has, and opens it only once', async () => {
    const { casework, store } = emptyRegister();
    await casework.promulgate(editionToJson(older), approvals);

    expect(await casework.promulgate(editionToJson(older), approvals)).toMatchObject({
      kind: 'known',
      code: 'town-2023',
    });
    expect(store.entries).toHaveLength(1);
    expect(await casework.rulebook()).toBe(await casework.rulebook());
  });

  const [drafter] = approvals;
  it.each([
    ['nobody', []],
    ['one official', [drafter]],
    ['the same official twice', [drafter, { ...drafter, role: 'head' }]],
    ['the same official with blanks', [drafter, { ...drafter, official: ' 王一 ' }]],
  ])('refuses the approval of %s', async (_, given) => {
    const { casework, store } = emptyRegister();

    expect(await casework.promulgate(editionToJson(older), given)).toMatchObject({
      kind: 'refused',
      problem: { code: 'approvals-not-two' },
    });
    expect(store.entries).toEqual([]);
  });

  it.each([
    ['whose hash does not fit', changed({ 'review-by': '2036-01-01' }), 'hash'],
    ['that is none', { nothing: true }, 'value-wrong'],
  ])('refuses an edition %s', async (_, json, code) => {
    const { casework } = emptyRegister();

    expect(await casework.promulgate(json, approvals)).toMatchObject({
      kind: 'refused',
      problem: { code: 'edition-refused' },
      findings: [{ code }],
    });
  });

  it('refuses an edition of the lab', async () => {
    const { casework } = emptyRegister();
    // The first opening says which hash would fit; with it only the realm is left to refuse.
    const opened = openEdition(changed({ realm: 'lab' }));
    const hash = opened.kind === 'refused' ? opened.findings[0].accepted : undefined;
    const json = changed({ realm: 'lab' }, hash);

    expect(await casework.promulgate(json, approvals)).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'realm' }],
    });
  });
});

describe('rulebook', () => {
  it('refuses to answer from an edition that was changed in the journal', async () => {
    const { casework, store } = emptyRegister();
    await casework.promulgate(editionToJson(older), approvals);
    const [entry] = store.entries;
    if (entry === undefined) throw new Error('Nothing was promulgated.');
    const payload = { edition: changed({ zone: 'Asia/Tokyo' }), approvals: [] };
    store.entries[0] = { ...entry, payload };

    await expect(casework.rulebook()).rejects.toMatchObject({ code: 'edition-unreadable' });
  });

  it('counts today in the zone of the law in force', async () => {
    const { casework, store } = emptyRegister();
    await casework.promulgate(editionToJson(newer), approvals);

    store.now = instant(Date.UTC(2026, 4, 4, 15, 59));
    expect((await casework.clock()).today).toBe('2026-05-04');
    store.now = instant(Date.UTC(2026, 4, 4, 16, 0));
    expect(await casework.clock()).toMatchObject({
      today: '2026-05-05',
      day: '2026-05-05',
      zone: 'Asia/Shanghai',
      timepoint: store.now,
      edition: { code: 'town-2026', inForceFrom: '2026-04-01', inForceUntil: 'none' },
    });
  });

  it('says that no law is in force rather than answering without one', async () => {
    const { casework } = emptyRegister();

    await expect(casework.clock()).rejects.toMatchObject({
      code: 'edition-missing',
      problem: { code: 'edition-missing' },
    });
  });
});

describe('addAgency', () => {
  const office = { code: 'office', name: { zh: '办公室' }, supplies: ['penalty'], actor: official };

  it('enters an agency once, and what changes about it under the same home', async () => {
    const { casework, store } = emptyRegister();
    const added = await casework.addAgency(office);
    const again = await casework.addAgency(office);
    const changedName = await casework.addAgency({ ...office, name: { zh: '新办公室' } });

    const home = added.kind === 'added' ? added.home : '';
    expect(again).toEqual({ kind: 'known', home });
    expect(changedName).toMatchObject({ kind: 'added', home });
    expect(await store.register.agencies()).toEqual([
      { home, code: 'office', name: { zh: '新办公室' } },
    ]);
  });

  it('refuses a code that could not stand in a path or a command', async () => {
    const { casework } = emptyRegister();

    expect(await casework.addAgency({ ...office, code: '../x' })).toMatchObject({
      kind: 'refused',
      problem: { code: 'parameter-invalid' },
    });
  });
});
