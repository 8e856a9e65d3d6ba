import { jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import {
  listFirm,
  lodge,
  lodgedId,
  officer,
  official,
  openOffice,
  type OwnOffice,
} from './own-office.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

describe('whoever read what has changed since', () => {
  const other = official('钱七', 'case_officer', 'review_office');
  const namesake = official('王一', 'case_officer', 'review_office');

  /** The firm disputes its record, another office reads it, and the record is removed. */
  async function removed(): Promise<OwnOffice> {
    const office = await openOffice();
    const caseId = lodgedId(await lodge(office, '2024-02-01'));
    for (const reader of [other, officer]) {
      if (reader.kind !== 'official') continue;
      const { account, agency } = reader;
      const access = { reader: { official: account, agency, role: 'case_officer' } };
      const look = { ...access, purpose: 'supervision', fields: ['replay'] };
      await office.store.journal.readWithAccess(look, office.home);
    }
    const outcome = await office.at('2024-02-05').actInCase({
      ...{ principal: officer, caseId, act: 'answered' },
      content: jsonOf({
        ...{ document: { number: '1号' }, basis: [], reason: '确有错误', effect: 'remove' },
        answers: [{ point: 1, text: '属实', outcome: 'upheld' }],
      }),
    });
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
    return office;
  }

  it('is told of its end, confirms it once, and the receipt keeps its day', async () => {
    const office = await removed();
    const casework = office.at('2024-02-06');
    const told = await casework.listReaderChanges(other);
    const changes = told.kind === 'found' ? told.view.changes : [];
    expect(changes).toMatchObject([
      { kind: 'ended', recordId: 'p1', on: '2024-02-05', readOn: '2024-02-01' },
    ]);
    const id = changes[0]?.id ?? '';
    expect(await casework.acknowledgeChange(other, id)).toEqual({
      ...{ kind: 'acknowledged', on: '2024-02-06' },
    });
    const before = office.store.entries.length;
    expect(await office.at('2024-02-09').acknowledgeChange(other, id)).toMatchObject({
      on: '2024-02-06',
    });
    expect(office.store.entries).toHaveLength(before);
    const later = await office.at('2024-02-09').listReaderChanges(other);
    expect(later).toMatchObject({ view: { changes: [{ acknowledgedOn: '2024-02-06' }] } });
  });

  it('need not be told what he did himself, nor of what he never read', async () => {
    const office = await removed();
    const casework = office.at('2024-02-06');
    expect(await casework.listReaderChanges(officer)).toMatchObject({ view: { changes: [] } });
    const stranger = official('孙八', 'case_officer', 'review_office');
    expect(await casework.listReaderChanges(stranger)).toMatchObject({ view: { changes: [] } });
    expect((await casework.acknowledgeChange(stranger, 'ended/p1/2024-02-05')).kind).toBe(
      'refused',
    );
  });

  it('who read after the end is told nothing: he has read it as it is', async () => {
    const office = await removed();
    const late = official('周九', 'case_officer', 'review_office');
    office.at('2024-02-08');
    const access = {
      reader: { official: 'account of 周九', agency: 'review_office', role: 'case_officer' },
      ...{ purpose: 'supervision', fields: ['replay'] },
    };
    await office.store.journal.readWithAccess(access, office.home);
    const told = await office.at('2024-02-09').listReaderChanges(late);
    expect(told).toMatchObject({ view: { changes: [] } });
  });

  it('who was not shown a record is told nothing: reads and cases of others show none', async () => {
    const office = await removed();
    const changesAfter = async (field: string, agency: string) => {
      const principal = official(`${field} ${agency}`, 'auditor', agency);
      const reader = { official: `account of ${field} ${agency}`, agency, role: 'auditor' };
      office.at('2024-02-03');
      await office.store.journal.readWithAccess(
        { reader, purpose: 'x', fields: [field] },
        office.home,
      );
      const told = await office.at('2024-02-09').listReaderChanges(principal);
      return told.kind === 'found' ? told.view.changes.length : undefined;
    };
    expect(await changesAfter('access', 'review_office')).toBe(0);
    expect(await changesAfter('records', 'review_office')).toBe(1);
    // Its own unit would review the objection; the platform of another has no desk in it.
    expect(await changesAfter('case', 'review_office')).toBe(1);
    const stranger = '00000000-0000-7000-8000-000000000009';
    const agency = { code: 'tender_office', name: { zh: '招标办' }, supplies: [] };
    const entry = { home: stranger, stream: 'agency', kind: 'agency@1', payload: agency };
    const actor = { official: '王一', agency: 'market', role: 'registrar' };
    await office.store.journal.record({ actor, purpose: 'agency', basis: [] }, [
      newEntry(office.store, entry, undefined),
    ]);
    expect(await changesAfter('case', 'tender_office')).toBe(0);
  });

  /** Two people of one name and a third read a listing, which the first ends. */
  async function unlisted(): Promise<OwnOffice> {
    const office = await openOffice();
    const caseId = await listFirm(office, 'served');
    office.at('2024-02-01');
    for (const reader of [officer, namesake, other]) {
      if (reader.kind !== 'official') continue;
      const { account, agency } = reader;
      await office.store.journal.readWithAccess(
        {
          reader: { official: account, agency, role: 'case_officer' },
          ...{ purpose: 'supervision', fields: ['replay'] },
        },
        office.home,
      );
    }
    const document = { number: '望市监移〔2024〕1号' };
    const outcome = await office.at('2024-02-05').actInCase({
      ...{ principal: officer, caseId, act: 'removed' },
      content: jsonOf({ ground: 'own_motion', document, reason: '更正' }),
    });
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
    return office;
  }

  it('and ended the listing himself need not be told; a namesake elsewhere is somebody else', async () => {
    const office = await unlisted();
    const kinds = async (reader: typeof other) => {
      const told = await office.at('2024-02-06').listReaderChanges(reader);
      return told.kind === 'found' ? told.view.changes.map(({ kind }) => kind) : told;
    };
    expect(await kinds(other)).toEqual(['listing-ended']);
    expect(await kinds(namesake)).toEqual(['listing-ended']);
    expect(await kinds(officer)).toEqual([]);
  });

  it('whoever does not confirm in time is counted, ten of them at the least', async () => {
    const office = await openOffice();
    const agency = '00000000-0000-7000-8000-000000000002';
    const say = async (change: string, step: object) => {
      const payload = { account: 'r', change, on: '2024-02-06', ...step };
      const entry = { home: agency, stream: 'told/r', kind: 'reader-told@1', payload };
      const actor = { official: 'register', agency: 'review_office', role: 'register' };
      await office.store.journal.record({ actor, purpose: 'correction', basis: [] }, [
        newEntry(office.store, entry, undefined),
      ]);
    };
    const counted = async (day: string) => {
      const found = await office.at(day).viewOversight(official('审', 'auditor', 'audit'));
      const lines = found.kind === 'found' ? found.view.lines : [];
      return lines.find((line) => line.agency === 'review_office')?.unconfirmed;
    };
    for (let at = 0; at < 10; at += 1) await say(`ended/p${String(at)}`, { step: 'sent' });
    expect(await counted('2024-02-16')).toBeUndefined();
    expect(await counted('2024-02-17')).toBe(10);
    await say('ended/p0', {});
    expect(await counted('2024-02-17')).toBeNull();
  });
});
