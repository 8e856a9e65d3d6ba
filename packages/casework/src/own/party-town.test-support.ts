import { instantOf, jsonOf } from '@credence/domain';

import { shippedAccess } from '../access/access.test-support.ts';
import { createAccessCasework } from '../access/create-access-casework.ts';
import type { KnownPrincipal, Role } from '../access/principal.ts';
import { nation, penalty, served } from '../case/case.test-support.ts';
import { courtDraft, courtNotice, judgment } from '../case/court.test-support.ts';
import type { CaseOutcome } from '../case/desk/case-casework.ts';
import { createCases } from '../case/desk/create-cases.ts';
import type { PrintedLetter } from '../case/letter/letter.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import { portsOf } from '../town.test-support.ts';
import { createOwn } from './create-own.ts';
import { firmWith, official } from './own-office.test-support.ts';

export const debtor = '00000000-0000-7000-8000-00000000000a';
export const creditor = '00000000-0000-7000-8000-00000000000b';
const stranger = '00000000-0000-7000-8000-00000000000c';
export const codes = { [debtor]: '91999999MA3K7T2X0J', [creditor]: '91999999MA3K7T2X1A' } as const;
export const speaks = {
  debtor: firmWith(undefined, debtor),
  creditor: firmWith(undefined, creditor),
  stranger: firmWith(undefined, stranger),
};

function about(home: keyof typeof codes, name: string) {
  const identifiers = [{ scheme: 'uscc', value: codes[home] }] as const;
  return { name, kind: 'organisation', identifiers } as const;
}

/** A debtor under a judgment, and its creditor, which is on the register as well. */
export async function openTown() {
  const printed: PrintedLetter[] = [];
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const press = {
    print: (letter: PrintedLetter) => {
      printed.push(letter);
      return Promise.resolve(new Uint8Array());
    },
  };
  const ports = { ...portsOf(store), access: shippedAccess(), loader, press };
  const parts = { ...ports, registerAgency: 'platform' };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  store.now = instantOf('2024-01-08T12:00:00+08:00') ?? store.now;
  const records = [
    [debtor, judgment({ subject: about(debtor, '欠款公司') })],
    [debtor, penalty({ recordId: 'p2', subject: about(debtor, '欠款公司') })],
    [creditor, penalty({ recordId: 'p9', subject: about(creditor, '债权公司') })],
  ] as const;
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  await store.journal.record(
    { actor, purpose: 'intake', basis: [] },
    [
      ...records.map(([home, record]) => ({
        ...{ home, stream: record.recordId, kind: 'record@1' },
        payload: jsonOf(record),
      })),
      {
        home: '00000000-0000-7000-8000-000000000002',
        ...{ stream: 'agency', kind: 'agency@1' },
        payload: { code: 'higher_court', name: { zh: '上级法院' }, supplies: [] },
      },
      {
        home: '00000000-0000-7000-8000-000000000002',
        ...{ stream: 'account/r', kind: 'account@1' },
        payload: {
          ...{ account: 'r', kind: 'official', name: '法四', issuer: 'i', subject: 's' },
          ...{ agency: 'higher_court', roles: ['reviewer'], scopes: [], from: '2024-01-01' },
        },
      },
    ].map((entry) => newEntry(store, entry, undefined)),
  );
  const cases = createCases(parts);
  const own = createOwn(parts);
  const access = createAccessCasework(parts);
  return {
    ...{ store, own, cases, access, printed, parts },
    at: (day: string) => {
      store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
    },
  };
}

export type PartyTown = Awaited<ReturnType<typeof openTown>>;

export const person = (name: string, role: Role, agency = 'court') => official(name, role, agency);

export const application = {
  ...{ debtor: codes[debtor], judgment: '(2024)望执1号', list: 'court.judgment-defaulters' },
  ...{ ground: 'able_but_refuses', claim: 'contract', reason: '有履行能力而拒不履行。' },
  notTheCase: ['sufficient_security', 'assets_cover', 'turn_not_come', 'unable'],
  evidence: ['生效判决书'],
};

export const judge = person('法一', 'enforcement_judge');

/** What people do in the town of a test. */
export function stepsIn(townOf: () => PartyTown) {
  async function act(
    day: string,
    principal: KnownPrincipal,
    caseId: string,
    said: { readonly kind: string; readonly [part: string]: unknown },
  ): Promise<CaseOutcome> {
    townOf().at(day);
    const { kind, ...content } = said;
    return townOf().cases.actInCase({ principal, caseId, act: kind, content: jsonOf(content) });
  }

  async function must(...step: Parameters<typeof act>): Promise<void> {
    const outcome = await act(...step);
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify([step[3], outcome]));
  }

  async function applied(): Promise<string> {
    townOf().at('2024-01-09');
    const asked = { principal: speaks.creditor, home: creditor, said: application };
    const outcome = await townOf().own.applyForListing(asked);
    if (outcome.kind !== 'lodged') throw new Error(JSON.stringify(outcome));
    return outcome.caseId;
  }

  /** From the notice to the decision in hand: in effect from 5 February 2024. */
  async function listed(caseId: string): Promise<void> {
    await must('2024-01-10', judge, caseId, courtNotice);
    await must('2024-01-12', judge, caseId, served('notice', '2024-01-11'));
    await must('2024-01-25', judge, caseId, courtDraft);
    await must('2024-01-26', person('法二', 'collegial_panel'), caseId, { kind: 'reviewed' });
    const reasons = { kind: 'approved', reason: '数额虽小，关系申请人生计。' };
    await must('2024-01-29', person('法三', 'court_president'), caseId, reasons);
    await must('2024-02-05', judge, caseId, served('decision', '2024-02-05'));
  }

  async function partiesOf(principal: KnownPrincipal, home: string) {
    const found = await townOf().own.viewOwnDesk(principal, home);
    return found.kind === 'found' ? found.view.parties : [];
  }

  return { act, must, applied, listed, partiesOf };
}
