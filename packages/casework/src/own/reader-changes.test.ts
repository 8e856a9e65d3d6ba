import { jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import {
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
});
