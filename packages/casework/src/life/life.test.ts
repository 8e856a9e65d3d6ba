import { civilDate, instantOf, jsonOf, type JsonValue } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { shippedAccess } from '../access/access.test-support.ts';
import { nation, penalty } from '../case/case.test-support.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { firmWith, official } from '../own/own-office.test-support.ts';
import { dueEvaluations } from '../inspection/evaluation/due-evaluations.ts';
import { projectHome } from '../project/project-home.ts';
import { codeOf, portsOf } from '../town.test-support.ts';
import type { LifeOutcome } from './life.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = (last: string) => `00000000-0000-7000-8000-0000000000${last}`;
const firms = {
  old: { home: home('0a'), name: '望澜旧厂', code: '91999999MA3K7T2X0J' },
  next: { home: home('0b'), name: '望澜新厂', code: codeOf(2) },
  lender: { home: home('0c'), name: '望澜商行', code: codeOf(3) },
} as const;
type Firm = keyof typeof firms;

const clerk = official('王一', 'data_officer', 'market');
const head = official('陈三', 'head_of_authority', 'market');
const actor = { official: '王一', agency: 'market', role: 'data_officer' };
const access = shippedAccess();

async function openTown() {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  store.now = instantOf('2024-01-08T12:00:00+08:00') ?? store.now;
  const subject = (firm: Firm) => ({
    ...{ name: firms[firm].name, kind: 'organisation' as const },
    identifiers: [{ scheme: 'uscc', value: firms[firm].code }] as const,
  });
  const registered = (firm: Firm) =>
    penalty({
      ...{ recordId: `r-${firm}`, item: 'registration', subject: subject(firm) },
      ...{ decidedOn: civilDate('2020-01-01'), service: { kind: 'not-needed' } },
      facts: { legal_form: '有限责任公司', status: 'active', address: '东路1号' },
    });
  const fined = penalty({ recordId: 'p-old', subject: subject('old') });
  const records = [...(['old', 'next', 'lender'] as const).map(registered), fined];
  const homes = [firms.old.home, firms.next.home, firms.lender.home, firms.old.home];
  const agency = { code: 'market', supplies: [], name: { zh: '望澜市市场监管局' } };
  await store.journal.record(
    { actor, purpose: 'intake', basis: [] },
    [
      ...records.map((record, index) => ({
        ...{ home: homes[index] ?? '', stream: record.recordId, kind: 'record@1' },
        payload: jsonOf(record),
      })),
      { home: home('c0'), stream: 'agency', kind: 'agency@1', payload: jsonOf(agency) },
      {
        ...{ home: home('c1'), stream: 'agency', kind: 'agency@1' },
        payload: jsonOf({ ...agency, code: 'county' }),
      },
    ].map((entry) => newEntry(store, entry, undefined)),
  );
  const at = (day: string) => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
    return createCasework({ ...portsOf(store), access, registerAgency: 'market' }, loader);
  };
  const page = async (firm: Firm, day: string, asOf = day) => {
    const found = await at(day).viewSubject(
      { by: 'id', id: firms[firm].home },
      { day: civilDate(asOf) },
    );
    if (found.kind !== 'found') throw new Error(`${firm} has no page`);
    return found.view;
  };
  return { store, at, page };
}

let town: Awaited<ReturnType<typeof openTown>>;
beforeEach(async () => {
  town = await openTown();
});

const merger = {
  ...{ event: 'merger', effectiveOn: '2024-03-01', form: 'absorbing' },
  ...{ successors: [firms.next.code], creditors: [firms.lender.code] },
} as const;

const enter = (day: string, said: JsonValue, by = clerk) =>
  town.at(day).enterLifeEvent({ principal: by, code: firms.old.code, said });

function idOf(outcome: LifeOutcome): string {
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.eventId;
}

const codesOf = (outcome: LifeOutcome): readonly string[] =>
  outcome.kind === 'recorded' ? [] : outcome.problems.map(({ code }) => code);

async function merge(): Promise<string> {
  const eventId = idOf(await enter('2024-03-04', merger));
  idOf(await town.at('2024-03-05').settleLifeEvent({ principal: head, eventId, act: 'confirm' }));
  return eventId;
}

describe('a merger', () => {
  it('moves nothing and shows nothing before a second official has confirmed it', async () => {
    const outcome = await enter('2024-03-04', merger);
    expect(outcome).toMatchObject({ state: 'waiting' });
    const eventId = idOf(outcome);
    expect(await town.page('old', '2024-03-04')).not.toHaveProperty('life');
    expect(await town.page('next', '2024-03-04')).not.toHaveProperty('inherited');
    const desk = town.at('2024-03-04');
    const again = { principal: clerk, eventId, act: 'confirm' } as const;
    expect(codesOf(await desk.settleLifeEvent(again))).toEqual(['not-permitted']);
    const namesake = official('王一', 'head_of_authority', 'market');
    expect(codesOf(await desk.settleLifeEvent({ ...again, principal: namesake }))).toEqual([
      'life-same-official',
    ]);
    const seen = await desk.viewLifeDesk(head);
    expect(seen).toMatchObject({
      view: { waiting: [{ own: false, enteredBy: '王一', creditors: [{ name: '望澜商行' }] }] },
    });
    const refused = { principal: head, eventId, act: 'refuse' } as const;
    expect(await desk.settleLifeEvent(refused)).toMatchObject({ state: 'refused' });
    expect(await desk.viewLifeDesk(head)).toMatchObject({ view: { waiting: [] } });
    expect(codesOf(await desk.settleLifeEvent(refused))).toEqual(['life-not-waiting']);
  });

  it('shows what passes at the successor, apart, by its article, and to its own end', async () => {
    await merge();
    const before = await town.page('next', '2024-03-06', '2024-03-04');
    expect(before).not.toHaveProperty('inherited');
    const view = await town.page('next', '2024-03-06');
    expect(view.records).toEqual([]);
    expect(view.subject.published).toBe(0);
    expect(view.inherited).toMatchObject([
      {
        predecessor: { name: '望澜旧厂', id: firms.old.home },
        basis: [
          { citation: { source: 'civil-code-2020', at: 'art-67' }, confidence: 'unverified' },
        ],
        records: [{ id: 'p-old' }],
      },
    ]);
    expect(JSON.stringify(view)).not.toContain('望澜商行');
    const own = await town.page('old', '2024-03-06');
    expect(own.life).toMatchObject({
      status: 'merged',
      events: [{ successors: [{ name: '望澜新厂' }] }],
    });
    const [record] = own.records;
    if (record?.publicity.kind !== 'shown') throw new Error('It is shown.');
    const { ends } = record.publicity;
    expect(view.inherited?.[0]?.records[0]?.publicity).toMatchObject({ ends });
    for (const asOf of [ends, '2024-03-06']) {
      const after = await town.page('next', ends, asOf);
      expect(after).not.toHaveProperty('inherited');
    }
    expect((await town.page('lender', '2024-03-06')).life).toBeUndefined();
  });

  it.each<readonly [string, Firm]>([
    ['its successor', 'next'],
    ['itself', 'old'],
    ['a creditor', 'lender'],
  ])('is contested by %s through the one door, and undone where that is upheld', async (_, who) => {
    const eventId = await merge();
    const target = { kind: 'event', eventId } as const;
    const { home: own } = firms[who];
    const principal = firmWith(undefined, own);
    const desk = town.at('2024-03-07');
    const door = await desk.viewDoor(principal, { home: own, target });
    expect(door).toMatchObject({ kind: 'found', view: { event: { event: 'merger' } } });
    const points = [{ text: '没有合并。', evidence: [] }];
    const lodged = await desk.lodge({ principal, home: own, target, choice: 'wrong', points });
    if (lodged.kind !== 'lodged') throw new Error(JSON.stringify(lodged));
    if (who !== 'lender') {
      expect((await town.page(who, '2024-03-07')).life?.events[0]).toMatchObject({
        disputedSince: '2024-03-07',
      });
    }
    const answered = await town.at('2024-03-08').actInCase({
      principal: official('林二', 'case_officer', 'market'),
      ...{ caseId: lodged.caseId, act: 'answered' },
      content: {
        document: { number: '望市监异〔2024〕1号' },
        basis: ['registration-regulations-2021#art-8'],
        reason: '属实',
        answers: [{ point: 1, outcome: 'upheld', text: '没有合并' }],
        effect: 'remove',
      },
    });
    if (answered.kind !== 'recorded') throw new Error(JSON.stringify(answered));
    for (const day of ['2024-03-08', '2024-03-06']) {
      expect(await town.page('next', '2024-03-08', day)).not.toHaveProperty('inherited');
      expect(await town.page('next', '2024-03-08', day)).not.toHaveProperty('life');
      expect(await town.page('old', '2024-03-08', day)).not.toHaveProperty('life');
    }
  });
});

describe('other events', () => {
  it('leave one truth beside the registration: its state and its address as they are today', async () => {
    const facts = async (day: string) => {
      const { registration } = await town.page('old', day);
      return (registration?.facts ?? [])
        .filter(({ field }) => ['status', 'address'].includes(field))
        .map(({ field, value }) => [field, value])
        .sort();
    };
    expect(await facts('2024-03-04')).toEqual([
      ['address', '东路1号'],
      ['status', 'active'],
    ]);
    idOf(
      await enter('2024-03-04', { event: 'address', effectiveOn: '2024-03-01', after: '西路2号' }),
    );
    const asleep = { event: 'dormancy', effectiveOn: '2024-03-01', until: '2024-09-01' };
    idOf(await enter('2024-03-04', asleep));
    expect(await facts('2024-03-05')).toEqual([['address', '西路2号']]);
    // A dormancy that is over leaves the registration as it was.
    expect(await facts('2024-09-01')).toEqual([
      ['address', '西路2号'],
      ['status', 'active'],
    ]);
  });

  it('change a name and a code at once, and by both the organisation is found', async () => {
    const named = { event: 'name', effectiveOn: '2024-02-01', after: '望澜明日厂' };
    expect(await enter('2024-03-04', named)).toMatchObject({ state: 'stands' });
    const coded = { event: 'code', effectiveOn: '2024-02-01' };
    const wrong = { ...coded, after: '91999999MA3K7T2X3M' };
    expect(codesOf(await enter('2024-03-04', wrong))).toEqual(['life-form']);
    idOf(await enter('2024-03-04', { ...coded, after: codeOf(7) }));
    const view = await town.page('old', '2024-03-06');
    expect(view.life?.names.map(({ value }) => value)).toEqual(['望澜旧厂', '望澜明日厂']);
    for (const query of ['望澜旧厂', '望澜明日厂']) {
      const found = await town.at('2024-03-06').searchSubjects(query, { page: 1 });
      expect(found).toMatchObject({ view: { results: [{ id: firms.old.home }] } });
    }
    for (const code of [firms.old.code, codeOf(7)]) {
      const found = await town.at('2024-03-06').viewSubject({ by: 'code', code });
      expect(found).toMatchObject({ view: { subject: { id: firms.old.home } } });
    }
    expect(view.subject.identifiers[0]?.value).toBe(codeOf(7));
    expect(view.subject.name).toBe('望澜明日厂');
  });

  it('are entered by its own registrar, which both of two authorities change', async () => {
    const other = official('赵九', 'data_officer', 'county');
    const said = { event: 'address', effectiveOn: '2024-02-01', after: '西路2号' };
    expect(codesOf(await enter('2024-03-04', said, other))).toEqual(['life-not-registrar']);
    const left = { event: 'registrar', effectiveOn: '2024-03-01', after: 'county' };
    const eventId = idOf(await enter('2024-03-04', left));
    const taking = official('钱十', 'head_of_authority', 'county');
    const settle = { eventId, act: 'confirm' } as const;
    const day = town.at('2024-03-05');
    expect(codesOf(await day.settleLifeEvent({ ...settle, principal: head }))).toEqual([
      'life-not-waiting',
    ]);
    idOf(await day.settleLifeEvent({ ...settle, principal: taking }));
    expect(await enter('2024-03-06', said, other)).toMatchObject({ state: 'stands' });
    expect(codesOf(await enter('2024-03-06', said))).toEqual(['life-not-registrar']);
    const moved = await town.page('old', '2024-03-06');
    expect(moved.records).toHaveLength(1);
  });

  it('leave a dormancy neutral, with an end, and no longer than three years', async () => {
    const dormancy = { event: 'dormancy', effectiveOn: '2024-03-01' };
    const long = { ...dormancy, until: '2027-03-02' };
    expect(codesOf(await enter('2024-03-04', long))).toEqual(['life-too-long']);
    idOf(await enter('2024-03-04', { ...dormancy, until: '2024-09-01' }));
    const page = await town.page('old', '2024-08-31');
    expect(page.life).toMatchObject({ status: 'dormant', until: '2024-09-01' });
    expect(page.records.map(({ id }) => id)).toEqual(['p-old']);
    expect((await town.page('old', '2024-09-01')).life?.status).toBe('in_operation');
  });

  it('refuse a simplified end before its time, and tell who decides what still runs', async () => {
    const said = { event: 'simplified_deregistration', effectiveOn: '2024-03-04' };
    const early = { ...said, announcedOn: '2024-02-20' };
    expect(codesOf(await enter('2024-03-04', early))).toEqual(['life-window']);
    const known = await town.at('2024-03-04').viewLifeDesk(clerk, firms.old.code);
    expect(known).toMatchObject({
      view: { asked: { registrar: 'market', running: [], lists: [] } },
    });
    const outside = official('赵九', 'visitor' as never, 'market');
    expect(await town.at('2024-03-04').viewLifeDesk(outside)).toMatchObject({ kind: 'refused' });
  });

  it('asks the law again at the second name: a list entered meanwhile closes the simplified way', async () => {
    const said = { event: 'simplified_deregistration', effectiveOn: '2024-03-04' };
    const eventId = idOf(await enter('2024-03-04', { ...said, announcedOn: '2024-02-01' }));
    const { home: old, name, code } = firms.old;
    const entry = penalty({
      ...{ recordId: 'a-old', item: 'abnormal_operation', decidedOn: civilDate('2024-03-04') },
      subject: { name, kind: 'organisation', identifiers: [{ scheme: 'uscc', value: code }] },
      service: { kind: 'shown', on: civilDate('2024-03-04'), mode: 'in_person' },
      facts: {},
    });
    const written = { home: old, stream: 'a-old', kind: 'record@1', payload: jsonOf(entry) };
    await town.store.journal.record({ actor, purpose: 'intake', basis: [] }, [
      newEntry(town.store, written, undefined),
    ]);
    const confirm = { principal: head, eventId, act: 'confirm' } as const;
    const settled = await town.at('2024-03-05').settleLifeEvent(confirm);
    expect(codesOf(settled)).toEqual(['life-listed']);
  });

  it('end its evaluation, and let nothing more happen to it', async () => {
    const due = async (on: string) => {
      const entries = await town.store.journal.entriesOf(firms.old.home);
      return dueEvaluations(firms.old.home, entries, {
        ...{ rulebook: nation(), on: civilDate(on), asked: true },
      });
    };
    expect(await due('2026-05-04')).toHaveLength(1);
    const said = { event: 'deregistration', effectiveOn: '2026-05-04' };
    const eventId = idOf(await enter('2026-05-04', said));
    const confirm = { principal: head, eventId, act: 'confirm' } as const;
    idOf(await town.at('2026-05-05').settleLifeEvent(confirm));
    expect(await due('2026-05-06')).toEqual([]);
    const back = { event: 'operation', effectiveOn: '2026-05-06' };
    expect(codesOf(await enter('2026-05-06', back))).toEqual(['life-over']);
  });

  it('name nobody, and nobody who is not on the register', async () => {
    const person = { event: 'name', effectiveOn: '2024-03-01', after: '98010118850101001X' };
    expect(codesOf(await enter('2024-03-04', person))).toEqual(['case-person-number']);
    const unknown = { ...merger, successors: [codeOf(9)] };
    expect(codesOf(await enter('2024-03-04', unknown))).toEqual(['life-form']);
    expect(codesOf(await enter('2024-03-04', { event: 'marriage' }))).toEqual(['life-form']);
  });
});
