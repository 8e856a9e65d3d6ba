import { civilDate, type CivilDate, type JsonValue } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Casework } from '../casework.ts';
import type { Entry } from '../port/journal.ts';
import {
  codeOf,
  createTown,
  fileOf,
  official,
  penaltyHeader,
  penaltyRow,
  registrationHeader,
  registrationRow,
  type Town,
} from '../town.test-support.ts';

/** Decided on 2 March 2026; under town-2026 shown until 2 March 2027, under town-2023 until 2029. */
async function townWithPenalty(): Promise<Town> {
  const town = await createTown();
  const registered = fileOf(registrationHeader, [registrationRow(1, { former: '望澜旧号' })]);
  await town.import(registered, { item: 'registration' });
  await town.import(fileOf(penaltyHeader, [penaltyRow(1)]));
  return town;
}

async function viewOf(casework: Casework, number: number, day?: string) {
  const reference = { by: 'code', code: codeOf(number) } as const;
  const outcome = await casework.viewSubject(
    reference,
    day === undefined ? {} : { day: civilDate(day) },
  );
  return outcome.kind === 'found' ? outcome.view : undefined;
}

/** Ends a record of the town's only subject by decision. */
function endRecord(town: Town, end: { readonly on: CivilDate; readonly because: string }): void {
  const record = town.store.entries.find(({ stream }) => stream === recordIdIn(town));
  if (record === undefined) throw new Error('The town has no record.');
  const payload: JsonValue = { recordId: record.stream, ...end };
  town.store.append(
    {
      id: town.store.uuid(),
      home: record.home,
      stream: record.stream,
      kind: 'record-ended@1',
      payload,
      salt: '',
      commitment: '',
    },
    { actor: official, purpose: 'correction', basis: [] },
  );
}

function recordIdIn(town: Town): string | undefined {
  const isPenalty = (payload: JsonValue | undefined): boolean =>
    JSON.stringify(payload ?? '').includes('"item":"penalty"');
  return town.store.entries.find(({ kind, payload }) => kind === 'record@1' && isPenalty(payload))
    ?.stream;
}

describe('viewSubject', () => {
  it('shows the registration and what stands published, with its term', async () => {
    const town = await townWithPenalty();
    const view = await viewOf(town.casework, 1);

    expect(view).toMatchObject({
      clock: { today: '2026-05-04', day: '2026-05-04', edition: { code: 'town-2026' } },
      subject: {
        name: '望澜第1商行',
        kind: 'organisation',
        registeredOn: '2020-01-06',
        district: '澜东区',
        published: 1,
        firstBegin: '2026-03-05',
        lastEnd: '2027-03-02',
        identifiers: [
          { scheme: 'uscc', value: codeOf(1), title: { en: 'Unified social credit code' } },
        ],
      },
      registration: { heading: { field: 'legal_form', value: '有限责任公司' } },
      records: [
        {
          item: { code: 'penalty' },
          effect: 'adverse',
          heading: { field: 'violation_type', value: '虚假宣传' },
          severity: { code: 'general' },
          service: { kind: 'shown', on: '2026-03-05', mode: '直接送达' },
          publicity: { kind: 'shown', begins: '2026-03-05', ends: '2027-03-02' },
          facts: [
            { field: 'kinds', value: ['fine'], codes: [{ zh: '罚款', en: 'Fine' }] },
            { field: 'fine', value: { amount: 500_000, currency: 'CNY' } },
          ],
        },
      ],
      others: [],
    });
  });

  it('answers by id, by scheme and by code alike', async () => {
    const town = await townWithPenalty();
    const byCode = await viewOf(town.casework, 1);
    const id = byCode?.subject.id ?? '';
    const byId = await town.casework.viewSubject({ by: 'id', id });
    const value = codeOf(1).toLowerCase();
    const byScheme = await town.casework.viewSubject({ by: 'identifier', scheme: 'uscc', value });

    expect(byId).toEqual({ kind: 'found', view: byCode });
    expect(byScheme).toEqual({ kind: 'found', view: byCode });
  });

  it.each(['', 'no-id', "'; drop table entry", '00000000-0000-7000-8000-ffffffffffff'])(
    'finds nobody under the id "%s"',
    async (id) => {
      const town = await townWithPenalty();

      expect(await town.casework.viewSubject({ by: 'id', id })).toEqual({ kind: 'not-found' });
    },
  );

  it('shows a record on its last day and no longer on the day its term ends', async () => {
    const town = await townWithPenalty();

    expect((await viewOf(town.at('2027-03-01'), 1))?.records).toHaveLength(1);
    expect((await viewOf(town.at('2027-03-02'), 1))?.records).toEqual([]);
  });

  it('shows a past day as the law of that day had it', async () => {
    const town = await townWithPenalty();
    const view = await viewOf(town.casework, 1, '2026-03-31');

    expect(view).toMatchObject({
      clock: { day: '2026-03-31', today: '2026-05-04', edition: { code: 'town-2023' } },
      records: [{ publicity: { ends: '2029-03-02' } }],
    });
    expect((await viewOf(town.casework, 1, '2026-03-04'))?.records).toEqual([]);
  });

  it('lets no past day tell of what is no longer publishable today', async () => {
    const town = await townWithPenalty();
    const view = await viewOf(town.at('2027-03-02'), 1, '2026-05-04');

    expect(view?.records).toEqual([]);
    expect(view?.subject).not.toHaveProperty('lastEnd');
  });

  it('keeps an unregistered subject only as long as a record of it is public', async () => {
    const town = await createTown();
    await town.import(fileOf(penaltyHeader, [penaltyRow(2)]));

    expect((await viewOf(town.casework, 2))?.subject.name).toBe('望澜第2商行');
    expect(await viewOf(town.at('2027-03-02'), 2)).toBeUndefined();
    expect(await viewOf(town.at('2027-03-02'), 2, '2026-05-04')).toBeUndefined();
  });

  it('never shows a warning, a sealed matter or an unserved decision', async () => {
    const town = await createTown();
    const rows = [
      penaltyRow(1, { CF_CFLB: '警告' }),
      penaltyRow(2, { CF_CFLB: '罚款;行政拘留' }),
      penaltyRow(3, { EXT_SDRQ: '', EXT_SDFS: '' }),
    ];
    await town.import(fileOf(penaltyHeader, rows));

    for (const number of [1, 2, 3]) expect(await viewOf(town.casework, number)).toBeUndefined();
  });

  it('drops an annulled record from every day, whichever is asked about', async () => {
    const town = await townWithPenalty();
    endRecord(town, { on: civilDate('2026-05-04'), because: 'annulled' });

    expect((await viewOf(town.casework, 1))?.records).toEqual([]);
    expect((await viewOf(town.casework, 1, '2026-04-30'))?.records).toEqual([]);
  });

  it('shows the end by decision where it lies before the term', async () => {
    const town = await townWithPenalty();
    endRecord(town, { on: civilDate('2026-08-01'), because: 'repaired' });

    expect((await viewOf(town.casework, 1))?.records).toMatchObject([
      { publicity: { ends: '2026-08-01' } },
    ]);
  });

  it('takes an erased entry as if it had never been', async () => {
    const town = await townWithPenalty();
    const { entries } = town.store;
    const at = entries.findIndex(({ stream }) => stream === recordIdIn(town));
    entries.splice(at, 1, ...entries.slice(at, at + 1).map(withoutPayload));

    expect((await viewOf(town.casework, 1))?.records).toEqual([]);
  });

  it('refuses days to come and days before the first edition', async () => {
    const town = await townWithPenalty();

    await expect(viewOf(town.casework, 1, '2026-05-05')).rejects.toMatchObject({
      code: 'day-out-of-range',
    });
    await expect(viewOf(town.casework, 1, '2023-04-30')).rejects.toMatchObject({
      code: 'edition-missing',
    });
  });
});

describe('viewRecord', () => {
  it('finds a record that stands, under its own subject only', async () => {
    const town = await townWithPenalty();
    const view = await viewOf(town.casework, 1);
    const [record] = view?.records ?? [];
    const subjectId = view?.subject.id ?? '';
    const recordId = record?.id ?? '';

    expect(await town.casework.viewRecord(subjectId, recordId)).toEqual({
      kind: 'found',
      view: { clock: view?.clock, subject: view?.subject, record },
    });
    expect(await town.casework.viewRecord(recordId, recordId)).toEqual({ kind: 'not-found' });
    const later = town.at('2027-03-02');
    expect(await later.viewRecord(subjectId, recordId)).toEqual({ kind: 'not-found' });
  });
});

/** An entry as it stands once the eraser has been there. */
function withoutPayload(entry: Entry): Entry {
  const { id, home, stream, seq, position, kind, recordedAt, actor, purpose, basis } = entry;
  const { commitment } = entry;
  return { id, home, stream, seq, position, kind, recordedAt, actor, purpose, basis, commitment };
}
