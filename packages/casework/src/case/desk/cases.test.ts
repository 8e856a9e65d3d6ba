import { civilDate, instantOf, jsonOf, type JsonValue } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Principal } from '../../access/principal.ts';
import { FakeStore, fakeNameKeys } from '../../fake-ports.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { projectHome } from '../../project/project-home.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { portsOf } from '../../town.test-support.ts';
import {
  desks,
  draft,
  nation,
  notice,
  penalty,
  seriousList,
  served,
  type Said,
} from '../case.test-support.ts';
import type { CaseCasework, CaseOutcome } from './case-casework.ts';
import { createCases } from './create-cases.ts';

interface Register {
  readonly store: FakeStore;
  readonly at: (day: string) => CaseCasework;
}

interface Office extends Register {
  readonly subject: { readonly by: 'id'; readonly id: string };
  readonly home: string;
  readonly firm: Principal;
}

let register: Register | undefined;
let firms = 0;

/** An office of the register, which is made once, and a firm of its own with one penalty. */
async function createOffice(): Promise<Office> {
  register ??= createRegister();
  const { store, at } = register;
  firms += 1;
  const home = `00000000-0000-7000-8000-${String(firms).padStart(12, 'a')}`;
  const record = penalty();
  const entry = { home, stream: record.recordId, kind: 'record@1', payload: jsonOf(record) };
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  const command = { actor, purpose: 'intake', basis: [] };
  await store.journal.record(command, [newEntry(store, entry, undefined)]);
  const mandates = [{ mandateId: 'm', subject: home, from: civilDate('2024-01-01') }];
  const firm: Principal = {
    ...{ kind: 'representative', account: 'account of the firm', name: '示例公司' },
    mandates,
  };
  return { store, at, home, subject: { by: 'id', id: home }, firm };
}

/** A register under the national law, on a clock that moves; its law is opened once. */
function createRegister(): Register {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const cases = createCases({ ...portsOf(store), loader });
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  return {
    store,
    at: (on) => {
      store.now = instantOf(`${on}T12:00:00+08:00`) ?? store.now;
      return cases;
    },
  };
}

function official(
  name: string,
  role: 'case_officer' | 'legal_officer' | 'head_of_authority',
): Principal {
  return { kind: 'official', account: `account of ${name}`, name, agency: 'market', roles: [role] };
}

const officer = official('王一', 'case_officer');

const opening: JsonValue = jsonOf({ desks, matter: seriousList });

function contentOf(said: Said): JsonValue {
  return jsonOf(Object.fromEntries(Object.entries(said).filter(([key]) => key !== 'kind')));
}

async function step(
  office: Office,
  day: string,
  principal: Principal,
  given: { readonly caseId: string; readonly said: Said },
): Promise<CaseOutcome> {
  const { caseId, said } = given;
  const command = { principal, caseId, act: said.kind, content: contentOf(said) };
  return office.at(day).actInCase(command);
}

async function opened(office: Office): Promise<string> {
  const outcome = await office
    .at('2024-01-09')
    .openCase({ principal: officer, subject: office.subject, content: opening });
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.caseId;
}

describe('the number of a paper', () => {
  it('is refused with the act that gives it, with what was received and what is accepted', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const given = (number: string) =>
      step(office, '2024-01-10', officer, {
        caseId,
        said: { ...notice, document: { number } },
      });
    for (const value of [
      '第一号',
      '望市监告(2024)1号',
      '望市监告〔2024〕号',
      '望市监列〔2024〕1号',
    ]) {
      const accepted = expect.stringContaining('望市监告〔2026〕1号') as string;
      expect(await given(value), value).toMatchObject({
        problems: [{ code: 'case-letter-number', params: { value, accepted } }],
      });
    }
    for (const taken of ['望市监告〔2024〕1号', '（2024）望0105执通12号']) {
      expect(await given(taken), taken).toMatchObject({ kind: 'recorded' });
    }
  });
});

describe('a case in the journal', () => {
  it('runs from a proposal to its effect, each step by the hand that may take it', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const steps: readonly (readonly [string, Principal, Said])[] = [
      ['2024-01-10', officer, notice],
      ['2024-01-11', officer, served('notice', '2024-01-11')],
      ['2024-01-19', officer, draft],
      ['2024-01-22', official('李二', 'legal_officer'), { kind: 'reviewed' }],
      ['2024-01-23', official('陈三', 'head_of_authority'), { kind: 'approved' }],
      ['2024-01-24', officer, served('decision', '2024-01-24')],
    ];
    for (const [day, principal, said] of steps) {
      expect(await step(office, day, principal, { caseId, said })).toMatchObject({
        kind: 'recorded',
      });
    }
    const found = await office.at('2024-01-24').viewCase(office.firm, caseId);
    if (found.kind !== 'found') throw new Error(found.kind);
    const { standing, actions, projected, refolded, readers } = found.view;
    expect(standing.effect).toMatchObject({ kind: 'in-effect', until: '2027-01-24' });
    expect(actions).toHaveLength(7);
    expect(projected).toEqual(refolded);
    // The look itself is among the readers, written down before the answer.
    expect(readers.at(-1)).toMatchObject({ reader: 'representative', purpose: 'own' });
  });

  it('lies in the queue of whoever has to act, and in nobody else’s', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const own = await office.at('2024-01-09').listCases(officer, 'market');
    expect(own.kind === 'found' ? own.view.cases : []).toContainEqual(
      expect.objectContaining({ caseId, phase: 'proposed' }),
    );
    const reviewer: Principal = {
      ...{ kind: 'official', account: 'r', name: '郑六', agency: 'review_office' },
      roles: ['reviewer'],
    };
    const other = await office.at('2024-01-09').listCases(reviewer, 'review_office');
    expect(other).toMatchObject({ kind: 'found', view: { cases: [] } });
    const strange = await office.at('2024-01-09').listCases(reviewer, 'market');
    expect(strange).toMatchObject({ kind: 'refused', problems: [{ code: 'not-permitted' }] });
  });

  it('says everything that stands against a step, and stores nothing', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const before = office.store.entries.length;
    const outcome = await step(office, '2024-01-10', officer, { caseId, said: draft });
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'case-step-never' }] });
    const form = { principal: officer, caseId, act: 'noticed', content: { told: [] } };
    expect(await office.at('2024-01-10').actInCase(form)).toMatchObject({
      problems: [{ code: 'case-form' }],
    });
    expect(office.store.entries).toHaveLength(before);
  });

  it('lets nobody state another’s name, another day or another case', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const forged = { ...notice, on: '2020-01-01', caseId: 'x', by: { kind: 'party' } };
    await office.at('2024-01-10').actInCase({
      ...{ principal: officer, caseId, act: 'noticed' },
      content: jsonOf(forged),
    });
    const found = await office.at('2024-01-10').viewCase(officer, caseId);
    if (found.kind !== 'found') throw new Error(found.kind);
    expect(found.view.actions.at(-1)).toMatchObject({
      caseId,
      on: '2024-01-10',
      by: { kind: 'official', official: '王一' },
    });
  });

  it('takes a second step on the same state from one of two only', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const twice = await Promise.all([
      step(office, '2024-01-10', officer, { caseId, said: notice }),
      step(office, '2024-01-10', officer, { caseId, said: { kind: 'dropped', reason: '不列入' } }),
    ]);
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused']);
  });

  it('is closed to other agencies, other firms and the public', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    const strangers: readonly Principal[] = [
      { kind: 'anonymous' },
      { ...officer, agency: 'tax' } as Principal,
      { ...office.firm, mandates: [] } as Principal,
    ];
    for (const principal of strangers) {
      expect((await office.at('2024-01-10').viewCase(principal, caseId)).kind).toBe('refused');
      const act = await step(office, '2024-01-10', principal, { caseId, said: notice });
      expect(act.kind).toBe('refused');
    }
  });
});

describe('what is said from outside', () => {
  it('ends the record itself where a repair is granted, in the same command', async () => {
    const office = await createOffice();
    const { firm, subject } = office;
    const target = { kind: 'record', recordId: 'p1' };
    const content = jsonOf({ desks, matter: { case: 'repair', target } });
    const day = '2025-02-05';
    const asked = await office.at(day).openCase({ principal: firm, subject, content });
    if (asked.kind !== 'recorded') throw new Error(JSON.stringify(asked));
    const { caseId } = asked;
    const shown = { kind: 'condition-shown', condition: 'corrected', proof: '报告' } as const;
    await step(office, day, firm, { caseId, said: shown });
    await step(office, day, firm, { caseId, said: { kind: 'pledged', pledge: '承诺守法' } });
    await step(office, day, officer, { caseId, said: shown });
    const granted = { kind: 'granted', document: { number: '修1号' }, reason: '满足' } as const;
    const outcome = await step(office, day, officer, { caseId, said: granted });
    expect(outcome).toMatchObject({ kind: 'recorded', standing: { phase: 'granted' } });
    const [record] = foldSubject(office.home, office.store.entriesOf(office.home)).records;
    expect(record?.end).toEqual({ recordId: 'p1', on: day, because: 'repaired' });
  });
});
