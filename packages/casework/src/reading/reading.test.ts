import { civilDate, instant, type CivilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../access/principal.ts';
import {
  codeOf,
  createTown,
  fileOf,
  penaltyHeader,
  penaltyRow,
  registrationHeader,
  registrationRow,
  type Town,
} from '../town.test-support.ts';
import { recordFingerprint, subjectFingerprint } from './fingerprint.ts';
import type { CopyQuery, ListQuery } from './reading.ts';

const first: ListQuery = { page: 1, order: 'decided' };

/** A town with penalties of several organisations, the number of each in its name. */
async function townWith(
  penalties: readonly (readonly [number: number, decided: string])[],
  day = '2026-05-04',
): Promise<Town> {
  const town = await createTown(day);
  const numbers = [...new Set(penalties.map(([number]) => number))];
  const registrations = numbers.map((number) => registrationRow(number));
  await town.import(fileOf(registrationHeader, registrations), { item: 'registration' });
  const rows = penalties.map(([number, decided], index) =>
    penaltyRow(number, {
      CF_WSH: `望市监罚〔2026〕${String(index + 1)}号`,
      CF_JDRQ: decided,
      EXT_SDRQ: decided,
    }),
  );
  const outcome = await town.import(fileOf(penaltyHeader, rows));
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return town;
}

async function listed(town: Town, query: Partial<ListQuery> = {}, today = '2026-05-04') {
  const found = await town.at(today).viewList('penalty', { ...first, ...query });
  if (found.kind === 'not-found') throw new Error('There is no such list.');
  return found.view;
}

const subjectsOf = (view: Awaited<ReturnType<typeof listed>>) =>
  view.entries.map(({ subject }) => subject.name);

describe('the lists', () => {
  it('say of each what it is, who keeps it, how it ends and how many stand on it', async () => {
    const town = await townWith([
      [1, '2026-03-02'],
      [1, '2026-04-20'],
      [2, '2026-03-20'],
    ]);
    const { lists } = await town.casework.listLists();
    expect(lists.find(({ id }) => id === 'penalty')).toMatchObject({
      kind: 'item',
      effect: 'adverse',
      keepers: [{ code: 'town_office' }],
      exits: [{ kind: 'repair' }, { kind: 'correction' }, { kind: 'review' }, { kind: 'court' }],
      standing: { records: 3, subjects: 2 },
    });
    expect(lists.find(({ id }) => id === 'licence')?.standing).toEqual({ records: 0, subjects: 0 });
  });
});

describe('a list', () => {
  it('stands in the order that it says, by begin or by name', async () => {
    const town = await townWith([
      [3, '2026-03-02'],
      [1, '2026-04-20'],
      [2, '2026-03-20'],
    ]);
    const [one, two, three] = [1, 2, 3].map((number) => `望澜第${String(number)}商行`);
    expect(subjectsOf(await listed(town))).toEqual([one, two, three]);
    expect(subjectsOf(await listed(town, { order: 'name' }))).toEqual([one, two, three]);
    const reversed = await townWith([
      [1, '2026-03-02'],
      [2, '2026-04-20'],
    ]);
    expect(subjectsOf(await listed(reversed))).toEqual([two, one]);
    expect(subjectsOf(await listed(reversed, { order: 'name' }))).toEqual([one, two]);
  });

  it('gives each entry both its days, and keeps to what is asked for', async () => {
    const town = await townWith([
      [1, '2026-03-02'],
      [2, '2026-04-20'],
    ]);
    const view = await listed(town, { decidedFrom: civilDate('2026-04-01') });
    expect(view).toMatchObject({ total: 1, regions: ['999999'] });
    expect(view.entries[0]?.record.publicity).toMatchObject({
      kind: 'shown',
      begins: '2026-04-20',
      ends: '2027-04-20',
    });
    expect((await listed(town, { region: '999998' })).total).toBe(0);
    expect((await listed(town, { agency: 'nobody' })).total).toBe(0);
  });

  it('shows of another day only what may still be shown today (N8)', async () => {
    const town = await townWith([
      [1, '2025-05-10'],
      [2, '2026-03-20'],
    ]);
    const before = await listed(town, { day: civilDate('2025-06-01') }, '2026-05-04');
    expect(before.total).toBe(1);
    // A week later the first has ended, and is gone from that day too.
    const after = await listed(town, { day: civilDate('2025-06-01') }, '2026-05-11');
    expect(after).toMatchObject({ total: 0, entries: [] });
    expect((await listed(town, {}, '2026-05-11')).total).toBe(1);
  });

  it('is not there for an item that is none', async () => {
    const town = await townWith([[1, '2026-03-02']]);
    expect(await town.casework.viewList('person', first)).toEqual({ kind: 'not-found' });
  });
});

describe('an agency', () => {
  it('is told by aggregates of at least ten alone, and none of its counts is zero', async () => {
    const many = Array.from({ length: 12 }, (_, index) => [index + 1, '2026-03-02'] as const);
    const town = await townWith(many);
    const found = await town.casework.viewAgency('town_office');
    if (found.kind === 'not-found') throw new Error('There is no such agency.');
    const { agency, months, supplied, lateness } = found.view;
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toBe('2026-05');
    const row = agency.supplies.findIndex(({ item }) => item === 'penalty');
    expect(supplied.cells[row]?.every((count) => count === null || count >= 10)).toBe(true);
    // This law sets no limit of supply: nothing is late, and nothing is guessed.
    expect(lateness[row]).toMatchObject({ late: null, basis: [] });
    expect(lateness[row]).not.toHaveProperty('medianDays');
  });

  it('says how many contradictions wait for it, and looks alike with none and with nine', async () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    const town = await createTown();
    const register = numbers.map((number) => registrationRow(number));
    await town.import(fileOf(registrationHeader, register), { item: 'registration' });
    const rows = numbers.map((number) => penaltyRow(number));
    await town.import(fileOf(penaltyHeader, rows));
    const waiting = async (contradicted: number) => {
      const changed = numbers
        .slice(0, contradicted)
        .map((number) => penaltyRow(number, { CF_NR_FK: '2' }));
      if (contradicted > 0)
        await town.import(fileOf(penaltyHeader, changed), { acceptValid: true });
      const found = await town.casework.viewAgency('town_office');
      return found.kind === 'found' ? found.view.openMatters : 'not found';
    };
    expect([await waiting(0), await waiting(9), await waiting(10)]).toEqual([null, null, 10]);
  });

  it('is there without having supplied anything, and an unknown one is not', async () => {
    const town = await createTown();
    expect(await town.casework.viewAgency('town_office')).toMatchObject({ kind: 'found' });
    expect(await town.casework.viewAgency('nobody')).toEqual({ kind: 'not-found' });
  });
});

describe('the statistics', () => {
  it('withhold small counts in every table', async () => {
    const few = await townWith([[1, '2026-03-02']]);
    const small = await few.casework.viewStatistics();
    expect(small.tables.flatMap(({ counts }) => counts.cells.flat())).not.toContain(1);
    const many = Array.from({ length: 12 }, (_, index) => [index + 1, '2026-03-02'] as const);
    const { tables } = await (await townWith(many)).casework.viewStatistics();
    const severity = tables.find(({ by }) => by === 'severity');
    expect(severity).toMatchObject({
      rows: [{ code: 'minor' }, { code: 'general' }],
      columns: [{ code: 'penalty' }],
      counts: { cells: [[0], [12]], total: 12 },
    });
  });
});

describe('the changes of the rules', () => {
  it('stand latest first with what each changed', async () => {
    const { changes } = await (await createTown()).casework.viewRuleChanges();
    expect(changes.map(({ edition }) => edition.code)).toEqual(['town-2026', 'town-2023']);
    expect(changes[1]).toMatchObject({ added: [], changed: [] });
    expect(changes[0]?.since).toBe('town-2023');
    expect(changes[0]?.changed[0]).toMatchObject({
      card: { kind: 'value', id: 'publicity.general' },
      fields: expect.arrayContaining([
        { path: 'values.1.max', old: 'P36M', new: 'P12M' },
      ]) as unknown,
    });
  });
});

describe('a copy', () => {
  it('is current, changed, or not published; ended and never been are one answer', async () => {
    const town = await townWith([[1, '2026-03-02']]);
    const found = await town.casework.viewSubject({ by: 'code', code: codeOf(1) });
    if (found.kind === 'not-found') throw new Error('There is no such subject.');
    const { subject, records, registration, others } = found.view;
    const [record] = records;
    if (record === undefined) throw new Error('There is no record.');
    const fingerprint = recordFingerprint(record);
    const ask = async (query: CopyQuery, on?: string) => {
      const [answer] = await town.at(on ?? '2026-05-04').checkCopies([query]);
      if (answer === undefined) throw new Error('There is no answer.');
      return answer;
    };

    expect((await ask({ record: record.id, fingerprint })).kind).toBe('current');
    const other = 'a'.repeat(64);
    expect(await ask({ record: record.id, fingerprint: other })).toMatchObject({
      kind: 'changed',
      fingerprint,
      organisation: subject.id,
    });
    const whole = subjectFingerprint(subject, {
      records: [...(registration === undefined ? [] : [registration]), ...records, ...others],
      listings: [],
    });
    expect((await ask({ organisation: subject.id, fingerprint: whole })).kind).toBe('current');

    const gone = await ask({ record: record.id, fingerprint }, '2027-03-02');
    const never = await ask({ record: codeless, fingerprint }, '2027-03-02');
    expect(gone).toEqual(never);
    expect(gone.kind).toBe('not-published');

    const many: readonly CopyQuery[] = [
      { record: codeless, fingerprint },
      { record: record.id, fingerprint },
      { record: record.id, fingerprint: other },
      { organisation: subject.id, fingerprint: whole },
    ];
    const answers = await town.casework.checkCopies(many);
    expect(answers.map(({ kind }) => kind)).toEqual([
      'not-published',
      'current',
      'changed',
      'current',
    ]);
    expect(answers).toEqual(await Promise.all(many.map((query) => ask(query))));
  });
});

const codeless = '00000000-0000-7000-8000-00000000ffff';

describe('the replay of a subject', () => {
  const officer = (role: 'auditor' | 'data_officer'): KnownPrincipal => ({
    kind: 'official',
    account: `a-${role}`,
    name: '王一',
    agency: 'town_office',
    roles: [role],
  });
  const reader = officer('auditor');
  const dataOfficer = officer('data_officer');
  const day = (text: string): CivilDate => civilDate(text);

  it('gives an auditor also what has ended, and refuses who may not', async () => {
    const town = await townWith([
      [1, '2025-03-02'],
      [1, '2026-03-02'],
    ]);
    const subject = { by: 'code', code: codeOf(1) } as const;
    const casework = town.at('2026-05-04');
    const found = await casework.replaySubject(
      reader,
      subject,
      { asOf: day('2026-05-04') },
      'oversight',
    );
    if (found.kind !== 'found') throw new Error(JSON.stringify(found));
    const penalties = found.view.records.filter(({ number }) => number !== undefined);
    expect(penalties.map(({ publicity }) => publicity.kind).sort()).toEqual(['ended', 'shown']);

    const past = await casework.replaySubject(
      reader,
      subject,
      { asOf: day('2025-06-01') },
      'oversight',
    );
    expect(past).toMatchObject({ kind: 'found', view: { law: { code: 'town-2023' } } });

    const denied = await casework.replaySubject(dataOfficer, subject, {}, 'oversight');
    expect(denied).toMatchObject({ kind: 'refused' });
    const mixed = await casework.replaySubject(reader, subject, {}, 'own');
    expect(mixed).toMatchObject({ kind: 'refused' });
  });

  it('knows nothing that was recorded later', async () => {
    const town = await townWith([[1, '2026-03-02']]);
    town.store.journal.positionAt = () => Promise.resolve(0);
    const subject = { by: 'code', code: codeOf(1) } as const;
    const times = { knownAt: instant(0) };
    expect(await town.casework.replaySubject(reader, subject, times, 'oversight')).toEqual({
      kind: 'not-found',
    });
  });
});
