import { jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { desks, nation, seriousList } from '../case/case.test-support.ts';
import type { MandateScope } from '../access/principal.ts';
import { addAgency } from '../promulgate/add-agency.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { LodgeCommand, LodgeOutcome } from './own.ts';
import {
  firmWith,
  listFirm,
  lodge,
  lodgedId,
  officer,
  official,
  openOffice,
  record,
  type OwnOffice,
} from './own-office.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

function codesOf(outcome: LodgeOutcome): readonly string[] {
  return outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code) : [outcome.kind];
}

async function routesOn(office: OwnOffice, day: string, target: LodgeCommand['target'] = record) {
  const outcome = await office.at(day).viewDoor(office.firm, { home: office.home, target });
  if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome));
  return new Map(outcome.view.routes.map((route) => [route.choice, route]));
}

describe('the one door', () => {
  it('leads by the record to an objection, a reply, a repair or an appeal', async () => {
    const office = await openOffice();
    const routes = await routesOn(office, '2024-02-01');
    expect([...routes].map(([choice, { leads }]) => [choice, leads])).toEqual([
      ['wrong', { kind: 'open', case: 'objection' }],
      ['disagree', { kind: 'open', case: 'objection' }],
      ['explain', { kind: 'open', case: 'reply' }],
      ['put-right', { kind: 'open', case: 'repair' }],
      ['someone-else', { kind: 'open', case: 'appeal' }],
    ]);
    expect(routes.get('wrong')?.clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['platform_check', '2024-02-02'],
      ['source_decides', '2024-02-08'],
    ]);
  });

  it('says why a choice is closed, and from which day a repair can be lodged', async () => {
    const office = await openOffice();
    const routes = await routesOn(office, '2024-02-01');
    expect(routes.get('someone-else')?.refused.map(({ code }) => code)).toEqual([
      'case-nothing-to-review',
    ]);
    const repair = routes.get('put-right');
    expect(repair?.refused).toEqual([]);
    expect(repair?.opensOn).toBe('2025-01-02');
    expect(repair?.pledge).toBe(true);
  });

  it('marks the record as disputed the moment something is lodged, and gives a number', async () => {
    const office = await openOffice();
    const outcome = await lodge(office, '2024-02-01');
    expect(outcome).toMatchObject({ kind: 'lodged', receipt: { replayed: false } });
    const [state] = foldSubject(office.home, office.store.entriesOf(office.home)).records;
    expect(state?.disputedSince).toBe('2024-02-01');
    const view = await office.at('2024-02-01').viewOwnDesk(office.firm, office.home);
    expect(view).toMatchObject({ view: { records: [{ disputedSince: '2024-02-01' }] } });
  });

  it('shows an explanation beside the record until it is taken back', async () => {
    const office = await openOffice();
    const points = [{ text: '设备已经更换。', evidence: [] }];
    const caseId = lodgedId(await lodge(office, '2024-02-01', { choice: 'explain', points }));
    const replyNow = () =>
      foldSubject(office.home, office.store.entriesOf(office.home)).records[0]?.reply;
    expect(replyNow()).toEqual({ on: '2024-02-01', text: '设备已经更换。' });
    const back = {
      principal: office.firm,
      caseId,
      act: 'withdrawn',
      content: { reason: '不再需要' },
    };
    expect((await office.at('2024-02-02').actInCase(back)).kind).toBe('recorded');
    expect(replyNow()).toBeUndefined();
  });

  it('takes the same words sent twice once', async () => {
    const office = await openOffice();
    const first = lodgedId(await lodge(office, '2024-02-01'));
    const again = await lodge(office, '2024-02-01');
    expect(again).toMatchObject({ kind: 'lodged', caseId: first, receipt: { replayed: true } });
    const other = await lodge(office, '2024-02-01', { points: [{ text: '另', evidence: [] }] });
    expect(lodgedId(other)).not.toBe(first);
  });

  it('takes nothing that says nothing, and no number of an identity document', async () => {
    const office = await openOffice();
    const before = office.store.entries.length;
    const said = (text: string, evidence: readonly string[] = []) =>
      lodge(office, '2024-02-01', { points: [{ text, evidence }] }).then(codesOf);
    expect(await said('  ')).toEqual(['case-nothing-said']);
    expect(await said('字'.repeat(4_001))).toEqual(['case-nothing-said']);
    expect(await said('身份证 11010519491231002X')).toEqual(['case-person-number']);
    expect(await said('好', ['证 11010519491231002X'])).toEqual(['case-person-number']);
    expect(codesOf(await lodge(office, '2024-02-01', { points: [] }))).toEqual([
      'case-nothing-said',
    ]);
    expect(office.store.entries).toHaveLength(before);
  });

  it('keeps a repair that is prepared, and lodges it by itself on its first day', async () => {
    const office = await openOffice();
    const routes = await routesOn(office, '2024-02-01');
    const toShow = routes.get('put-right')?.toShow ?? [];
    expect(toShow.length).toBeGreaterThan(0);
    const outcome = await lodge(office, '2024-02-01', {
      ...{ choice: 'put-right', points: [], pledge: '本单位承诺。' },
      shown: toShow.map((condition) => ({ condition, proof: '凭证' })),
    });
    const caseId = lodgedId(outcome);
    const phaseOn = async (day: string) => {
      const found = await office.at(day).viewOwnDesk(office.firm, office.home);
      if (found.kind !== 'found') throw new Error(found.kind);
      return found.view.cases.find((each) => each.caseId === caseId)?.phase;
    };
    expect(await phaseOn('2025-01-01')).toBe('preparing');
    expect(await phaseOn('2025-01-02')).not.toBe('preparing');
  });

  it('leads before a decision into the case itself, and a hearing is somebody else', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'noticed');
    const target = { kind: 'case', caseId } as const;
    const routes = await routesOn(office, '2024-01-12', target);
    expect(routes.get('disagree')?.leads).toEqual({ kind: 'act', act: 'stated' });
    expect(routes.get('someone-else')?.leads).toEqual({ kind: 'act', act: 'hearing-asked' });
    const outcome = await lodge(office, '2024-01-12', { target, choice: 'disagree' });
    expect(lodgedId(outcome)).toBe(caseId);
    const view = await office.at('2024-01-12').viewCase(office.firm, caseId);
    const said = view.kind === 'found' ? view.view.actions.at(-1) : undefined;
    expect(said).toMatchObject({
      kind: 'stated',
      points: [{ text: '罚款金额写错了。', evidence: ['收据，sha256:ab'] }],
    });
  });

  it('hands a decision to another unit, which the register finds by its reviewers', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'served');
    const target = { kind: 'case', caseId } as const;
    const outcome = await lodge(office, '2024-02-01', { target, choice: 'someone-else' });
    const found = await office.at('2024-02-01').viewCase(office.firm, lodgedId(outcome));
    expect(found).toMatchObject({ view: { standing: { kind: 'appeal', disputes: caseId } } });
    const [opened] = found.kind === 'found' ? found.view.actions : [];
    expect(opened).toMatchObject({ desks: { own: 'review_office' } });
  });

  it('hands it to the unit that the register names, and knows who is above a record', async () => {
    const office = await openOffice();
    const { store } = office;
    const who = { actor: { official: '登记员', agency: 'market', role: 'registrar' } };
    const add = (
      code: string,
      rest: { readonly superior?: string; readonly review?: string } = {},
    ) => addAgency(store, { code, name: { zh: code }, supplies: [], ...rest, ...who });
    for (const code of ['appeals_board', 'province']) await add(code);
    // No agency stands above itself, nor one that nobody knows.
    for (const superior of ['market', 'nowhere']) {
      expect(await add('market', { superior })).toMatchObject({ kind: 'refused' });
    }
    await add('market', { superior: 'province', review: 'appeals_board' });
    // What is not said again stays as it was.
    expect(await add('market')).toMatchObject({ kind: 'known' });
    const wrong = await lodge(office, '2024-02-01', {
      ...{ target: { kind: 'record', recordId: 'p1' }, choice: 'wrong' },
    });
    const found = await office.at('2024-02-01').viewCase(office.firm, lodgedId(wrong));
    const [objection] = found.kind === 'found' ? found.view.actions : [];
    expect(objection).toMatchObject({
      desks: { own: 'market', superior: 'province', review: 'appeals_board' },
    });
  });
});

describe('the inbox', () => {
  it('says what a notice asks and until when, and that opening it is the receipt', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'noticed');
    const { home, firm } = office;
    const found = await office.at('2024-01-12').viewOwnDesk(firm, home);
    const [line] = found.kind === 'found' ? found.view.inbox : [];
    expect(line).toMatchObject({
      ...{ caseId, kind: 'notice', of: 'listing', asks: 'state', from: 'market' },
      due: { on: '2024-01-18', days: 6, workingDays: 4 },
    });
    expect(line?.openedOn).toBeUndefined();
    const place = line?.place ?? -1;
    const before = office.store.entries.length;
    await office.at('2024-01-12').openDocument(firm, { home, caseId, place });
    expect(office.store.entries).toHaveLength(before + 1);
    const again = await office.at('2024-01-15').openDocument(firm, { home, caseId, place });
    expect(again).toMatchObject({ view: { line: { openedOn: '2024-01-12' } } });
    expect(office.store.entries).toHaveLength(before + 1);
  });

  it('waits for nothing once the last day is over, and tells of remedies from then', async () => {
    const office = await openOffice();
    await listFirm(office, 'served');
    const found = await office.at('2024-02-01').viewOwnDesk(office.firm, office.home);
    const lines = found.kind === 'found' ? found.view.inbox : [];
    expect(lines.map(({ kind, asks }) => [kind, asks])).toEqual([
      ['decision', 'may-appeal'],
      ['notice', 'nothing'],
    ]);
  });

  it('does not tell of a proposal before its notice', async () => {
    const office = await openOffice();
    await office.at('2024-01-09').openCase({
      ...{ principal: officer, subject: { by: 'id', id: office.home } },
      content: jsonOf({ desks, matter: seriousList }),
    });
    const found = await office.at('2024-01-09').viewOwnDesk(office.firm, office.home);
    expect(found).toMatchObject({ view: { inbox: [], cases: [] } });
  });
});

describe('a limited mandate', () => {
  it('to read covers no word, and the refusal is written down', async () => {
    const office = await openOffice();
    const reader = firmWith(['read']);
    expect((await office.at('2024-02-01').viewOwnDesk(reader, office.home)).kind).toBe('found');
    const noted = office.denials.length;
    const outcome = await lodge(office, '2024-02-01', { principal: reader });
    expect(codesOf(outcome)).toEqual(['not-permitted']);
    expect(office.denials.slice(noted)).toMatchObject([
      { operation: 'case.open', account: 'account of the firm', why: 'policy' },
    ]);
  });

  it('to speak covers to object and not to withdraw, which has to be granted in words', async () => {
    const office = await openOffice();
    const lawyer = firmWith(['read', 'speak']);
    const caseId = lodgedId(await lodge(office, '2024-02-01', { principal: lawyer }));
    const withdraw = (principal: LodgeCommand['principal']) =>
      office
        .at('2024-02-02')
        .actInCase({ principal, caseId, act: 'withdrawn', content: { reason: '和解' } });
    const noted = office.denials.length;
    expect(await withdraw(lawyer)).toMatchObject({ problems: [{ code: 'not-permitted' }] });
    expect(office.denials.slice(noted)).toMatchObject([{ operation: 'case.give-up' }]);
    expect((await withdraw(firmWith(['give-up']))).kind).toBe('recorded');
  });

  it('passes on no more than it covers', async () => {
    const office = await openOffice();
    const name = (holder: readonly MandateScope[], scopes?: readonly MandateScope[]) =>
      office.at('2024-02-01').grantMandate(firmWith(holder), {
        ...{ code: '91999999MA3K7T2X0J', name: '律师', issuer: 'i', subject: holder.join() },
        ...(scopes === undefined ? {} : { scopes }),
      });
    const beyond = { problem: { code: 'parameter-invalid' } };
    expect(await name(['read', 'mandates'], ['read', 'speak'])).toMatchObject(beyond);
    expect(await name(['read', 'mandates'])).toMatchObject(beyond);
    expect(await name(['read', 'mandates'], [])).toMatchObject(beyond);
    expect((await name(['read', 'mandates'], ['read'])).kind).toBe('added');
    expect(await name(['read', 'speak'], ['read'])).toMatchObject({
      problem: { code: 'not-permitted' },
    });
  });

  it('of another organisation opens nothing here', async () => {
    const office = await openOffice();
    const other = firmWith(undefined, '00000000-0000-7000-8000-0000000000bb');
    const outcome = await lodge(office, '2024-02-01', { principal: other });
    expect(codesOf(outcome)).toEqual(['not-permitted']);
    expect((await office.at('2024-02-01').viewOwnDesk(other, office.home)).kind).toBe('refused');
  });
});

describe('at the counter', () => {
  const behalf = {
    kind: 'party',
    as: 'subject',
    name: '赵某',
    counter: { paper: 'id_card', reason: '没有账号' },
  } as const satisfies LodgeCommand['behalf'];

  it('an official takes down what somebody present says, under his own name and the reason', async () => {
    const office = await openOffice();
    const outcome = await lodge(office, '2024-02-01', { principal: officer, behalf });
    const found = await office.at('2024-02-01').viewOwnDesk(office.firm, office.home);
    const [line] = found.kind === 'found' ? found.view.cases : [];
    expect(line).toMatchObject({
      caseId: lodgedId(outcome),
      counter: { official: '王一', agency: 'market', paper: 'id_card', reason: '没有账号' },
    });
    const looks = office.store.accesses.filter(({ purpose }) => purpose === 'counter');
    expect(looks.length).toBeGreaterThan(0);
    expect(
      looks.every(({ home, reader }) => home === office.home && reader.agency === 'market'),
    ).toBe(true);
  });

  it('opens the desk of nobody without a reason, which the organisation then reads', async () => {
    const office = await openOffice();
    const on = office.at('2024-02-01');
    const before = office.store.accesses.length;
    const [paper, reason] = ['id_card', '  没有账号 '] as const;
    for (const look of [undefined, { paper, reason: ' ' }, { paper, reason: '长'.repeat(201) }]) {
      const refused = await on.viewOwnDesk(officer, office.home, look);
      expect(refused).toMatchObject({ problem: { code: 'case-nothing-said' } });
    }
    const numbered = { paper, reason: '证件 11010519491231002X' };
    expect(await on.viewOwnDesk(officer, office.home, numbered)).toMatchObject({
      problem: { code: 'case-person-number' },
    });
    expect(office.store.accesses).toHaveLength(before);
    expect((await on.viewOwnDesk(officer, office.home, { paper, reason })).kind).toBe('found');
    expect(office.store.accesses.at(-1)).toMatchObject({
      ...{ purpose: 'counter', fields: ['records', 'case', 'paper/id_card', 'reason/没有账号'] },
    });
  });

  it('needs the reason and the paper, and never takes its number', async () => {
    const office = await openOffice();
    const { counter, ...bare } = behalf;
    const principal = officer;
    const without = await lodge(office, '2024-02-01', { principal, behalf: bare });
    expect(codesOf(without)).toEqual(['not-permitted']);
    const reason = '证件 11010519491231002X';
    const numbered = { ...bare, counter: { ...counter, reason } };
    expect(codesOf(await lodge(office, '2024-02-01', { principal, behalf: numbered }))).toEqual([
      'case-person-number',
    ]);
  });

  it('is for those alone whose office it is; an official is never the organisation itself', async () => {
    const office = await openOffice();
    for (const role of ['data_officer', 'reviewer', 'auditor', 'legal_officer'] as const) {
      const principal = official('某', role);
      const outcome = await lodge(office, '2024-02-01', { principal, behalf });
      expect(codesOf(outcome), role).toEqual(['not-permitted']);
    }
    const unsaid = await lodge(office, '2024-02-01', { principal: officer });
    expect(unsaid.kind).toBe('refused');
  });
});
