import { civilDate, instantOf, jsonOf } from '@credence/domain';

import { shippedAccess } from '../access/access.test-support.ts';
import type { AccessCasework } from '../access/access-casework.ts';
import { createAccessCasework } from '../access/create-access-casework.ts';
import type { Denial } from '../access/access.ts';
import type { KnownPrincipal, MandateScope, Principal, Role } from '../access/principal.ts';
import { createCases } from '../case/desk/create-cases.ts';
import type { CaseCasework } from '../case/desk/case-casework.ts';
import {
  desks,
  draft,
  nation,
  notice,
  penalty,
  seriousList,
  served,
} from '../case/case.test-support.ts';
import type { LetterCasework, LetterOrder } from '../case/letter/letter.ts';
import { writeLetter } from '../case/letter/write-letter.ts';
import { createService, type ServiceCasework } from '../case/service/service-desk.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import { portsOf } from '../town.test-support.ts';
import { createOwn } from './create-own.ts';
import type { LodgeCommand, LodgeOutcome, OwnCasework } from './own.ts';

/** A register under the national law with one firm that has one penalty, and two agencies. */
export interface OwnOffice {
  readonly store: FakeStore;
  readonly home: string;
  readonly denials: readonly Denial[];
  readonly firm: KnownPrincipal;
  /** The use cases on a day. */
  at(day: string): OwnCasework & CaseCasework & AccessCasework & LetterCasework & ServiceCasework;
}

const actor = { official: '王一', agency: 'market', role: 'data_officer' };
const command = { actor, purpose: 'intake', basis: [] };
const home = '00000000-0000-7000-8000-0000000000aa';
const access = shippedAccess();

export async function openOffice(): Promise<OwnOffice> {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const parts = { ...portsOf(store), access, loader, registerAgency: 'platform' };
  const press = { print: () => Promise.resolve(new Uint8Array()) };
  const casework = {
    ...{ ...createAccessCasework(parts), ...createCases(parts), ...createOwn(parts) },
    ...createService(parts),
    writeLetter: (principal: Principal, order: LetterOrder) =>
      writeLetter({ ...parts, press }, principal, order),
  };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  store.now = instantOf('2024-01-08T12:00:00+08:00') ?? store.now;
  const record = penalty();
  const entries = [
    { home, stream: record.recordId, kind: 'record@1', payload: jsonOf(record) },
    ...['market', 'review_office'].map((code, index) => ({
      home: `00000000-0000-7000-8000-00000000000${String(index + 1)}`,
      ...{ stream: 'agency', kind: 'agency@1' },
      payload: { code, name: { zh: code }, supplies: [] },
    })),
    {
      home: '00000000-0000-7000-8000-000000000002',
      ...{ stream: 'account/r', kind: 'account@1' },
      payload: {
        ...{ account: 'r', kind: 'official', name: '郑六', issuer: 'i', subject: 's' },
        ...{ agency: 'review_office', roles: ['reviewer'], scopes: [], from: '2024-01-01' },
      },
    },
  ];
  await store.journal.record(
    command,
    entries.map((entry) => newEntry(store, entry, undefined)),
  );
  return {
    ...{ store, home, firm: firmWith() },
    denials: access.denials,
    at: (day) => {
      store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
      return casework;
    },
  };
}

/** Somebody who acts for the firm, under a mandate that may be limited. */
export function firmWith(scopes?: readonly MandateScope[], subject: string = home): KnownPrincipal {
  const mandate = { mandateId: 'm', subject, from: civilDate('2024-01-01') };
  return {
    ...{ kind: 'representative', account: 'account of the firm', name: '梅映雪' },
    mandates: [{ ...mandate, ...(scopes === undefined ? {} : { scopes }) }],
  };
}

export function official(name: string, role: Role, agency = 'market'): KnownPrincipal {
  return { kind: 'official', account: `account of ${name}`, name, agency, roles: [role] };
}

/** The record of the firm that they are about. */
export const record = { kind: 'record', recordId: 'p1' } as const;
export const officer = official('王一', 'case_officer');

/** The firm says at the door what is wrong with its record. */
export function lodge(
  office: OwnOffice,
  day: string,
  given: Partial<LodgeCommand> = {},
): Promise<LodgeOutcome> {
  return office.at(day).lodge({
    ...{ principal: office.firm, home: office.home, target: record, choice: 'wrong' },
    points: [{ text: '罚款金额写错了。', field: 'fine', evidence: ['收据，sha256:ab'] }],
    ...given,
  });
}

export function lodgedId(outcome: LodgeOutcome): string {
  if (outcome.kind !== 'lodged') throw new Error(JSON.stringify(outcome));
  return outcome.caseId;
}

/** How many acts a listing has by then. */
const steps = { noticed: 2, approved: 5, served: 6 } as const;

/** The firm is listed: notice on 10 January 2024, decision served on 24 January. */
export async function listFirm(office: OwnOffice, until: keyof typeof steps): Promise<string> {
  const opened = await office.at('2024-01-09').openCase({
    ...{ principal: officer, subject: { by: 'id', id: office.home } },
    content: jsonOf({ desks, matter: seriousList }),
  });
  if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
  const acts = [
    ['2024-01-10', officer, notice],
    ['2024-01-11', officer, served('notice', '2024-01-11')],
    ['2024-01-19', officer, draft],
    ['2024-01-22', official('李二', 'legal_officer'), { kind: 'reviewed' }],
    ['2024-01-23', official('陈三', 'head_of_authority'), { kind: 'approved' }],
    ['2024-01-24', officer, served('decision', '2024-01-24')],
  ] as const;
  for (const [day, principal, said] of acts.slice(0, steps[until])) {
    const { kind: act, ...content } = said;
    const step = { principal, caseId: opened.caseId, act, content: jsonOf(content) };
    const outcome = await office.at(day).actInCase(step);
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  }
  return opened.caseId;
}
