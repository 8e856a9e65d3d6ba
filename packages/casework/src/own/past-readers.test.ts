import { jsonOf } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import { courtDraft, courtListing } from '../case/court.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import {
  creditor,
  debtor,
  judge,
  openTown,
  person,
  speaks,
  stepsIn,
  type PartyTown,
} from './party-town.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

let town: PartyTown;
beforeEach(async () => {
  town = await openTown();
});
const { must, applied, listed } = stepsIn(() => town);

describe('who read what has changed since', () => {
  const sent: unknown[] = [];

  /** What the register has from its sources, and the accounts that it keeps. */
  async function enter(day: string, entries: readonly object[]): Promise<void> {
    town.at(day);
    const given = entries as readonly (Parameters<typeof newEntry>[1] & object)[];
    await town.store.journal.record(
      { actor: { official: '来源', agency: 'court', role: 'registrar' }, purpose: 'x', basis: [] },
      given.map((entry) => newEntry(town.store, entry, undefined)),
    );
  }

  const ended = (recordId: string, on: string) => ({
    ...{ home: debtor, stream: recordId, kind: 'record-ended@1' },
    payload: { recordId, on, because: 'annulled' },
  });

  beforeEach(() => {
    sent.length = 0;
    const { journal } = town.store;
    const record = journal.record.bind(journal);
    Object.assign(journal, {
      record: (...given: Parameters<typeof record>) => {
        sent.push(...(given[2]?.outbox ?? []));
        return record(...given);
      },
    });
  });

  it('as a creditor is told of his case and its record, once, and of nothing else', async () => {
    const caseId = await applied();
    await listed(caseId);
    const by = { kind: 'party', as: 'subject', name: '债权公司' };
    const mail = 'office@firm.example';
    const consent = { kind: 'given', on: '2024-02-01', until: '2026-01-01', mail, by };
    const place = { stream: 'service-consent', kind: 'service-consent@1' };
    await enter('2024-02-06', [{ home: creditor, ...place, payload: consent }]);
    await town.cases.viewCase(speaks.creditor, caseId);
    await enter('2024-03-01', [ended('j1', '2024-03-01'), ended('p2', '2024-03-01')]);
    town.at('2024-03-02');
    sent.length = 0;
    expect(await town.own.tellReaders([debtor])).toBe(2);
    expect(sent).toMatchObject([{ home: creditor, topic: 'paper-waits', body: {} }]);
    expect(await town.own.tellReaders([debtor])).toBe(0);
    const found = await town.own.listReaderChanges(speaks.creditor);
    const changes = found.kind === 'found' ? found.view.changes : [];
    expect(changes.map(({ kind, recordId }) => recordId ?? kind).sort()).toEqual([
      ...['j1', 'listing-ended'],
    ]);
    expect(changes.every(({ sentOn }) => sentOn === '2024-03-02')).toBe(true);
    const id = changes[0]?.id ?? '';
    expect((await town.own.openReaderChange(speaks.stranger, id)).kind).toBe('not-found');
    town.at('2024-03-04');
    await town.own.openReaderChange(speaks.creditor, id);
    const letter = await town.own.writeReaderLetter(speaks.creditor, { id, language: 'both' });
    expect(letter.kind).toBe('found');
    const text = JSON.stringify(town.printed.at(-1));
    for (const said of ['债权公司', '欠款公司', '2024年3月1日']) expect(text).toContain(said);
    expect(text).not.toMatch(/\{[a-z-]+\}/);
    town.at('2024-03-05');
    await town.own.acknowledgeChange(speaks.creditor, id);
    const after = await town.own.listReaderChanges(speaks.creditor);
    const told = after.kind === 'found' ? after.view.changes.find((each) => each.id === id) : null;
    expect(told).toMatchObject({ openedOn: '2024-03-04', acknowledgedOn: '2024-03-05' });
  });

  it('and does not confirm it is counted for whoever oversees, among others and never alone', async () => {
    await applied();
    const sentTo = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...{ home: creditor, stream: 'told/r', kind: 'reader-told@1' },
        payload: {
          ...{ account: 'r', change: `c${String(from + at)}`, on: '2024-02-01' },
          step: 'sent',
        },
      }));
    const auditor = person('审一', 'auditor', 'audit');
    const counted = async (day: string) => {
      town.at(day);
      const found = await town.cases.viewOversight(auditor);
      return found.kind === 'found' ? found.view.unconfirmedByParties : found.kind;
    };
    await enter('2024-02-01', sentTo(0, 9));
    expect(await counted('2024-02-12')).toBeNull();
    await enter('2024-02-02', sentTo(9, 1));
    // On the tenth day there is time left.
    expect(await counted('2024-02-11')).toBeNull();
    expect(await counted('2024-02-12')).toBe(10);
  });

  it('in the agency above a debtor of the state: it is told once, with the decision', async () => {
    const bureau = '00000000-0000-7000-8000-00000000000f';
    const agency = { code: 'finance', name: { zh: '望澜市财政局' }, supplies: [] };
    const mail = 'office@finance.example';
    await enter('2024-01-08', [
      ...[{ home: bureau, stream: 'agency', kind: 'agency@1', payload: { ...agency, mail } }],
    ]);
    town.at('2024-01-09');
    const matter = courtListing({ stateOwned: true, superior: '望澜市财政局' });
    const opened = await town.cases.openCase({
      ...{ principal: judge, subject: { by: 'id', id: debtor } },
      content: jsonOf({ desks: { own: 'court', review: 'higher_court' }, matter }),
    });
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    const head = person('钱一', 'head_of_authority', 'finance');
    const below = async () => {
      const found = await town.own.listReaderChanges(head);
      return found.kind === 'found' ? found.view.below : [];
    };
    await listed(opened.caseId);
    expect(await below()).toMatchObject([
      { caseId: opened.caseId, name: '欠款公司', number: courtDraft.document.number },
    ]);
    expect(sent).toMatchObject([{ home: bureau, topic: 'agency-word', body: { body: 'finance' } }]);
    const letter = { superior: '望澜市财政局', document: { number: '望法告〔2024〕1号' } };
    await must('2024-02-06', judge, opened.caseId, { kind: 'superior-told', ...letter });
    expect(await below()).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });
});
