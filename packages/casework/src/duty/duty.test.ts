import { civilDate, instantOf, jsonOf, makeUscc, type JsonValue } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { shippedAccess } from '../access/access.test-support.ts';
import { nation, penalty } from '../case/case.test-support.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { firmWith, official } from '../own/own-office.test-support.ts';
import { projectHome } from '../project/project-home.ts';
import { portsOf } from '../town.test-support.ts';
import { deskHome } from './duty-parts.ts';
import type { DutyOutcome } from './duty.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = '00000000-0000-7000-8000-0000000000f1';
const code = makeUscc({ department: '5', category: '3', region: '999999', body8: 'MJ000001' });
const foundation = firmWith(undefined, home);
const clerk = official('王一', 'registrar', 'civil');
const other = official('赵九', 'registrar', 'county');
const yearly = 'mca.annual-report';
const report = { activities: '资助困难学生', income: '100000', expenses: '90000' };
const campaign = {
  ...{ campaign: '冬衣募捐', approval: '望民募备〔2026〕1号', raised: '10', spent: '5' },
  ...{ begins: '2026-02-01', ends: '2026-12-31' },
};
const look = { paper: 'id_card', reason: '没有账号' } as const;

async function openTown() {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  store.now = instantOf('2026-04-01T08:00:00+08:00') ?? store.now;
  const registration = penalty({
    ...{ recordId: 'r', item: 'registration', decidedOn: civilDate('2020-01-01') },
    subject: {
      ...{ name: '望澜市助学基金会', kind: 'organisation' },
      identifiers: [{ scheme: 'uscc', value: code }],
    },
    provider: { name: '望澜市民政局', code: 'civil' },
    service: { kind: 'not-needed' },
    facts: { legal_form: '基金会', status: 'active', established: '2015-03-02' },
  });
  const agency = (each: string) => ({ code: each, supplies: [], name: { zh: each } });
  await store.journal.record(
    {
      actor: { official: '王一', agency: 'civil', role: 'data_officer' },
      ...{ purpose: 'intake', basis: [] },
    },
    [
      { home, stream: 'r', kind: 'record@1', payload: jsonOf(registration) },
      ...['civil', 'county'].map((each, at) => ({
        home: `00000000-0000-7000-8000-0000000000c${String(at)}`,
        ...{ stream: 'agency', kind: 'agency@1', payload: jsonOf(agency(each)) },
      })),
    ].map((entry) => newEntry(store, entry, undefined)),
  );
  return {
    store,
    at: (day: string) => {
      store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
      return createCasework({ ...portsOf(store), access, registerAgency: 'market' }, loader);
    },
  };
}

const access = shippedAccess();
let town: Awaited<ReturnType<typeof openTown>>;
beforeEach(async () => {
  town = await openTown();
});

function idOf(outcome: DutyOutcome): string {
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

const codesOf = (outcome: DutyOutcome): readonly string[] =>
  outcome.kind === 'recorded' ? [] : outcome.problems.map((each) => each.code);

const own = (day: string, duty: string, said: JsonValue, key?: string) =>
  town.at(day).fileReport({
    ...{ principal: foundation, home, duty, said },
    ...(key === undefined ? {} : { key }),
  });

async function duesOn(day: string, duty: string) {
  const found = await town.at(day).viewOwnDuties(foundation, home);
  if (found.kind !== 'found') throw new Error(found.kind);
  const dues = found.view.duties.find((each) => each.duty === duty)?.dues ?? [];
  return dues.map(({ key, lastDay, state }) => [key, lastDay, state]);
}

async function linesOf(day: string, principal = clerk) {
  const found = await town.at(day).listDutyDesk(principal);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.view.lines.map(({ duty, key, state }) => [duty, key, state]);
}

describe('fund-raising', () => {
  it('owes a word in every stretch while it runs long, and the whole once it is over', async () => {
    const key = idOf(await own('2026-02-01', 'mca.fund-raising', campaign));
    const found = await town.at('2026-02-02').viewOwnDuties(foundation, home);
    expect(found).toMatchObject({ kind: 'found' });
    const filed = found.kind === 'found' ? found.view.duties.flatMap((each) => each.filings) : [];
    expect(filed.map(({ by }) => by)).toEqual(['subject']);
    const campaignKey = filed[0]?.key ?? key;
    expect(await duesOn('2026-05-02', 'mca.fund-raising')).toEqual([
      ['1', '2026-05-01', 'overdue'],
      ['2', '2026-08-01', 'open'],
    ]);
    idOf(await own('2026-05-03', 'mca.fund-raising', { ...campaign, raised: '20' }, campaignKey));
    expect(await duesOn('2026-05-04', 'mca.fund-raising')).toEqual([
      ['1', '2026-05-01', 'filed_late'],
      ['2', '2026-08-01', 'filed'],
    ]);
    const page = await town.at('2026-05-04').viewSubject({ by: 'id', id: home });
    const said = page.kind === 'found' ? JSON.stringify(page.view.reports) : '';
    expect(said).toContain('冬衣募捐');
    expect(said).not.toContain('filed_late');
  });

  it('is corrected under a number that was given, and under no other', async () => {
    const refused = await own('2026-02-01', 'mca.fund-raising', campaign, 'no such number');
    expect(codesOf(refused)).toEqual(['duty-closed']);
  });
});

describe('a report at a desk', () => {
  const at = (
    day: string,
    rest: Partial<Parameters<ReturnType<typeof town.at>['fileReport']>[0]>,
  ) =>
    town.at(day).fileReport({
      ...{ principal: clerk, home, duty: yearly, key: '2025', said: report },
      ...rest,
    });

  it('at the counter needs a reason, and keeps who took it down', async () => {
    const empty = await at('2026-02-02', { counter: { ...look, reason: ' ' } });
    expect(codesOf(empty)).toEqual(['case-nothing-said']);
    idOf(await at('2026-02-02', { counter: look }));
    const found = await town.at('2026-02-03').viewOwnDuties(foundation, home);
    const filed = found.kind === 'found' ? found.view.duties.flatMap((each) => each.filings) : [];
    expect(filed.map(({ by, key }) => [by, key])).toEqual([['counter', '2025']]);
    expect(town.store.accesses.some(({ fields }) => fields.includes('reason/没有账号'))).toBe(true);
  });

  it('as a statement is written down by its own registrar alone', async () => {
    expect(codesOf(await at('2026-02-02', { principal: other }))).toEqual(['duty-other-desk']);
    idOf(await at('2026-02-02', {}));
    expect(await duesOn('2026-02-03', yearly)).toEqual([['2025', '2026-03-31', 'filed']]);
  });

  it('is refused with every field that does not fit, a person named, and a year not owed', async () => {
    const wrong = { ...report, income: 'much', activities: '', staff: '-1', extra: 'x' };
    const refused = await at('2026-02-02', { said: wrong });
    const problems = refused.kind === 'refused' ? refused.problems : [];
    const fields = problems.map(({ params }) => params['field']);
    expect(fields).toEqual(['extra', 'activities', 'income', 'staff']);
    const named = { ...report, activities: '证件号 98010118850101001X' };
    expect(codesOf(await at('2026-02-02', { said: named }))).toContain('case-person-number');
    expect(codesOf(await at('2026-02-02', { key: '2019' }))).toEqual(['duty-closed']);
    expect(codesOf(await at('2026-02-02', { duty: 'samr.annual-report' }))).toEqual([
      'duty-unknown',
    ]);
    const outside = official('周八', 'reviewer', 'civil');
    expect(codesOf(await at('2026-02-02', { principal: outside }))).toEqual(['not-permitted']);
  });
});

describe('what waits', () => {
  it('stands in the inbox with its countdown, asked for or not, and is gone once filed', async () => {
    const inbox = async (day: string) => {
      const found = await town.at(day).viewOwnDesk(foundation, home);
      return found.kind === 'found' ? found.view.reports : undefined;
    };
    const soon = [
      { duty: yearly, key: '2025', state: 'open', due: { on: '2026-03-31', days: 11 } },
    ];
    expect(await inbox('2026-03-20')).toMatchObject(soon);
    await town.at('2026-04-01').remindDue([home]);
    const ask = { principal: clerk, home, duty: yearly, key: '2025', said: { number: '催1号' } };
    idOf(await town.at('2026-04-02').demandReport(ask));
    expect(codesOf(await town.at('2026-04-02').demandReport(ask))).toEqual(['duty-closed']);
    expect(await inbox('2026-04-03')).toMatchObject([
      { state: 'overdue', demanded: '催1号', due: { days: -3 } },
    ]);
    idOf(await own('2026-04-04', yearly, report, '2025'));
    expect(await inbox('2026-04-05')).toBeUndefined();
    expect(await linesOf('2026-04-05')).toEqual([]);
  });

  it('is read at the desk of the authority once, whatever is late', async () => {
    idOf(await own('2026-02-01', 'mca.fund-raising', campaign));
    const read = vi.spyOn(town.store.journal, 'entriesOf');
    await town.at('2026-05-02').remindDue([home]);
    expect(await linesOf('2026-05-02')).toHaveLength(2);
    const desks = read.mock.calls.filter(([of]) => of === deskHome('civil'));
    expect(desks).toHaveLength(1);
    read.mockRestore();
  });

  it('is owed by nobody who is no more', async () => {
    idOf(await own('2026-02-01', 'mca.fund-raising', campaign));
    expect(await duesOn('2026-04-01', yearly)).toEqual([['2025', '2026-03-31', 'overdue']]);
    const payload = {
      ...{ eventId: 'e1', event: 'deregistration', effectiveOn: '2026-04-01', on: '2026-04-01' },
      ...{ parties: [], by: { official: '王一', agency: 'civil', role: 'data_officer' } },
    };
    await town.store.journal.record({ actor: payload.by, purpose: 'supervision', basis: [] }, [
      newEntry(town.store, { home, stream: 'life/e1', kind: 'life-event@1', payload }, undefined),
    ]);
    expect(await duesOn('2026-05-02', yearly)).toEqual([]);
    expect(await duesOn('2026-05-02', 'mca.fund-raising')).toEqual([]);
    expect(await town.at('2026-05-02').remindDue([home])).toBe(0);
  });

  it('goes to the new registrar as it stands, and leaves the old one', async () => {
    await town.at('2026-04-01').remindDue([home]);
    expect(await linesOf('2026-04-02')).toEqual([[yearly, '2025', 'overdue']]);
    const move = { event: 'registrar', effectiveOn: '2026-04-02', after: 'county' };
    const principal = official('王一', 'data_officer', 'civil');
    const entered = await town.at('2026-04-02').enterLifeEvent({ principal, code, said: move });
    if (entered.kind !== 'recorded') throw new Error(JSON.stringify(entered));
    expect(await linesOf('2026-04-02', other)).toEqual([]);
    await town.at('2026-04-03').settleLifeEvent({
      principal: official('钱十', 'head_of_authority', 'county'),
      ...{ eventId: entered.eventId, act: 'confirm' },
    });
    expect(await linesOf('2026-04-03')).toEqual([]);
    expect(await linesOf('2026-04-03', other)).toEqual([[yearly, '2025', 'overdue']]);
    const ask = { home, duty: yearly, key: '2025', said: { number: '催1号' } };
    const late = await town.at('2026-04-03').demandReport({ principal: clerk, ...ask });
    expect(codesOf(late)).toEqual(['duty-other-desk']);
    idOf(await town.at('2026-04-03').demandReport({ principal: other, ...ask }));
    expect(await linesOf('2026-04-03', other)).toEqual([[yearly, '2025', 'demanded']]);
  });
});
