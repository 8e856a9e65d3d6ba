import { civilDate, instantOf, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { shippedAccess } from '../access/access.test-support.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { nation } from '../case/case.test-support.ts';
import { closedDesks, courtNotice, judgment, spendingOrder } from '../case/court.test-support.ts';
import { createCases } from '../case/desk/create-cases.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { fakePersonKeys } from '../fake-person-keys.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import { portsOf } from '../town.test-support.ts';
import { viewPersonFile } from './view-person-file.ts';

const number = '98010118850101001X';
const other = '980101188501010028';
const home = '00000000-0000-7000-8000-00000000f11e';
const judge: KnownPrincipal = {
  ...{ kind: 'official', account: 'account of the judge', name: '法一' },
  ...{ agency: 'court', roles: ['enforcement_judge'] },
};
const signedIn = (of: string): KnownPrincipal => ({
  ...{ kind: 'person', name: '' },
  pass: [...of].reverse().join(''),
});

/** A firm with a judgment, and an order about its spending that names one person. */
async function ordered(persons: readonly object[]) {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const access = shippedAccess();
  const parts = { ...portsOf(store), access, loader, personKeys: fakePersonKeys() };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  store.now = instantOf('2024-01-09T12:00:00+08:00') ?? store.now;
  const record = judgment();
  const entry = { home, stream: record.recordId, kind: 'record@1', payload: jsonOf(record) };
  const actor = { official: '王一', agency: 'court', role: 'data_officer' };
  const command = { actor, purpose: 'intake', basis: [] };
  await store.journal.record(command, [newEntry(store, entry, undefined)]);
  const cases = createCases(parts);
  const matter = { ...spendingOrder(), persons };
  const opened = await cases.openCase({
    ...{ principal: judge, subject: { by: 'id', id: home } },
    content: jsonOf({ desks: closedDesks, matter }),
  });
  const notice = async () => {
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    const { kind: act, ...said } = { ...courtNotice, measures: [] };
    const content = jsonOf(said);
    await cases.actInCase({ principal: judge, caseId: opened.caseId, act, content });
  };
  const fileOf = async (of: string) => {
    const outcome = await viewPersonFile(parts, signedIn(of));
    if (outcome.kind !== 'found') throw new Error(outcome.problem.code);
    return outcome.view.namings;
  };
  return { store, parts, opened, notice, fileOf };
}

const named = { name: '赵独一', capacity: 'legal_representative' };

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

describe('a person’s own file', () => {
  it('tells the person named in an order what is held, why, by whom, until when', async () => {
    const { fileOf, notice } = await ordered([{ ...named, residentNumber: number }]);
    // Before its notice an order is a draft.
    expect(await fileOf(number)).toEqual([]);
    await notice();
    const [naming, ...rest] = await fileOf(number);
    expect(rest).toEqual([]);
    expect(naming).toMatchObject({
      ...{ ...named, agency: 'court', number: '（2024）望执1号', unit: { id: home } },
      ...{ openedOn: civilDate('2024-01-09'), phase: 'awaiting-service' },
      reason: '未按执行通知书履行。',
    });
    expect(naming?.forbids.map(({ en }) => en)).toContainEqual(expect.stringContaining('Planes'));
    const articles = naming?.basis.map(({ citation }) => citation);
    expect(articles).toContainEqual({ source: 'spc-spending-2015', at: 'art-1' });
  });

  it('tells nobody else, and opens no case for whoever is not named in it', async () => {
    const { store, fileOf, notice } = await ordered([{ ...named, residentNumber: number }]);
    await notice();
    const before = (await store.journal.accessesTo(home)).length;
    expect(await fileOf(other)).toEqual([]);
    expect(await store.journal.accessesTo(home)).toHaveLength(before);
  });

  it('is written down as a look, and lists the looks of offices without their accounts', async () => {
    const { store, fileOf, notice } = await ordered([{ ...named, residentNumber: number }]);
    await notice();
    await fileOf(number);
    const last = (await store.journal.accessesTo(home)).at(-1);
    expect(last).toMatchObject({ purpose: 'own', reader: { agency: '', role: 'named-person' } });
    const [naming] = await fileOf(number);
    expect(naming?.looks.map(({ role }) => role)).toContain('enforcement_judge');
    expect(JSON.stringify(naming)).not.toContain('account of the judge');
  });

  it('keeps the number nowhere, only a key that is good in the one case', async () => {
    const { store, opened } = await ordered([{ ...named, residentNumber: number }]);
    expect(opened.kind).toBe('recorded');
    const kept = JSON.stringify([await store.journal.entriesOf(home), [...store.rows]]);
    expect(kept).not.toContain(number);
    const rows = await store.register.casesNamingPeople();
    expect(rows.map(({ personKeys = [] }) => personKeys.length)).toEqual([1]);
  });

  it('takes no key that somebody brings, and no order without a keeper to make one', async () => {
    const { opened } = await ordered([{ ...named, key: 'made up' }]);
    expect(opened).toMatchObject({ kind: 'refused', problems: [{ code: 'case-form' }] });
    const without = await ordered([named]);
    expect(without.opened.kind).toBe('recorded');
    expect(await without.store.register.casesNamingPeople()).toEqual([]);
  });

  it('begins at the desk of the court, where the number is asked for and nothing is chosen freely', async () => {
    const { parts } = await ordered([named]);
    const closed = await createCases(parts).listOpenings(judge, home);
    if (closed.kind !== 'found') throw new Error(JSON.stringify(closed));
    const key = 'spending_restriction j1';
    const [of] = closed.view.about.flatMap(({ openings }) => openings.filter((o) => o.key === key));
    // One order for one duty: this one stands already.
    expect(of?.refused).toMatchObject([{ code: 'case-once-for-one-fact' }]);
    const optionsOf = (name: string, fields = of?.fields): readonly string[] =>
      (fields ?? []).flatMap((field) => [
        ...(field.name === name ? (field.options ?? []).map(({ code }) => code) : []),
        ...optionsOf(name, field.fields ?? []),
      ]);
    expect(optionsOf('forbids')).toHaveLength(9);
    expect(optionsOf('factor')).toEqual(['passive_non_performance', 'evasion', 'capacity']);
    expect(optionsOf('capacity')).toContain('legal_representative');
    const persons = of?.fields.find(({ name }) => name === 'persons')?.fields ?? [];
    expect(persons.map(({ name }) => name)).toEqual(['name', 'capacity', 'residentNumber']);
  });

  it('is closed to every office, to the auditor and to the operator of the machine', async () => {
    const { parts } = await ordered([{ ...named, residentNumber: number }]);
    const auditor: KnownPrincipal = { ...judge, roles: ['auditor'] };
    const operator: KnownPrincipal = {
      ...{ kind: 'operator', name: 'root', agency: 'court', role: 'registrar' },
    };
    for (const principal of [judge, auditor, operator]) {
      expect(await viewPersonFile(parts, principal)).toMatchObject({
        ...{ kind: 'refused', problem: { code: 'not-permitted' } },
      });
    }
  });
});
