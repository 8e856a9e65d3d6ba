import { civilDate, instantOf, jsonOf } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal, Principal } from '../../access/principal.ts';
import { FakeStore, fakeNameKeys } from '../../fake-ports.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import type { Message } from '../../port/journal.ts';
import { projectHome } from '../../project/project-home.ts';
import { portsOf } from '../../town.test-support.ts';
import { sendMail, type MailReport } from '../../work/send-mail.ts';
import { desks, nation, notice, penalty, seriousList, type Said } from '../case.test-support.ts';
import { createCases } from '../desk/create-cases.ts';
import { createOwn } from '../../own/create-own.ts';
import type { CaseStanding } from '../case.ts';
import { createService } from './service-desk.ts';

const home = '00000000-0000-7000-8000-0000000000aa';
const subject = { by: 'id', id: home } as const;
const officer: Principal = {
  ...{ kind: 'official', account: 'o', name: '王一', agency: 'market', roles: ['case_officer'] },
};
const firm: KnownPrincipal = {
  ...{ kind: 'representative', account: 'f', name: '示例公司' },
  mandates: [{ mandateId: 'm', subject: home, from: civilDate('2024-01-01') }],
};
const mail = 'office@firm.example';
/** Place of the first notice, after the opening. */
const noticePlace = 1;

async function openOffice() {
  const store = new FakeStore();
  const law = nation();
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const sent: Message[] = [];
  const ports = portsOf(store);
  const journal: typeof ports.journal = {
    ...ports.journal,
    record: (command, entries, options) => {
      sent.push(...(options?.outbox ?? []));
      return ports.journal.record(command, entries, options);
    },
  };
  const parts = {
    ...{ ...ports, journal },
    loader: { load: () => Promise.resolve(law), current: () => law },
  };
  const at = (day: string): void => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
  };
  at('2024-01-08');
  const entry = { home, stream: 'p1', kind: 'record@1', payload: jsonOf(penalty()) };
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  const command = { actor, purpose: 'intake', basis: [] };
  await store.journal.record(command, [newEntry(store, entry, undefined)]);
  const cases = createCases(parts);
  const service = createService(parts);
  const own = createOwn(parts);
  const noticed = async (): Promise<string> => {
    at('2024-01-10');
    const content = jsonOf({ desks, matter: seriousList });
    const opened = await cases.openCase({ principal: officer, subject, content });
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    const { caseId } = opened;
    await again(caseId);
    return caseId;
  };
  /** The notice is given, or given anew. */
  const again = async (caseId: string): Promise<void> => {
    const said = withoutKind(notice);
    const done = await cases.actInCase({
      ...{ principal: officer, caseId, act: 'noticed', content: said },
    });
    if (done.kind !== 'recorded') throw new Error(JSON.stringify(done));
  };
  /** The firm opens a paper of its inbox; where the case stands then. */
  const opens = async (caseId: string, place: number): Promise<CaseStanding> => {
    const opened = await own.openDocument(firm, { home, caseId, place });
    if (opened.kind !== 'found') throw new Error(JSON.stringify(opened));
    const found = await cases.viewCase(officer, caseId);
    if (found.kind !== 'found') throw new Error(JSON.stringify(found));
    return found.view.standing;
  };
  /** The page that the firm sees on opening a paper. */
  const reads = async (caseId: string, place: number) => {
    const opened = await own.openDocument(firm, { home, caseId, place });
    return opened.kind === 'found' ? opened.view.line : undefined;
  };
  return { at, journal, sent, service, noticed, again, opens, reads, store };
}

function withoutKind(said: Said) {
  return jsonOf(Object.fromEntries(Object.entries(said).filter(([key]) => key !== 'kind')));
}

const give = { principal: firm, subject, consent: { kind: 'given', mail } } as const;
const revoke = { principal: firm, subject, consent: { kind: 'revoked' } } as const;

describe('consent to electronic service', () => {
  it('is given and taken back by the subject, and by nobody else', async () => {
    const { service, store } = await openOffice();
    expect((await service.setServiceConsent(give)).kind).toBe('recorded');
    const found = await service.viewServiceConsent(firm, subject);
    expect(found).toMatchObject({ kind: 'found', consents: [{ kind: 'given', mail }] });
    expect(await service.setServiceConsent({ ...give, principal: officer })).toMatchObject({
      ...{ kind: 'refused', problems: [{ code: 'not-permitted' }] },
    });
    const stranger = { ...firm, mandates: [] } as Principal;
    expect((await service.setServiceConsent({ ...give, principal: stranger })).kind).toBe(
      'refused',
    );
    expect((await service.viewServiceConsent(stranger, subject)).kind).toBe('refused');
    expect((await service.setServiceConsent(revoke)).kind).toBe('recorded');
    expect(await service.setServiceConsent(revoke)).toMatchObject({ kind: 'refused' });
    // Neither word outlives the term: the address is erased with it.
    const words = store.appended.filter(({ stream }) => stream === 'service-consent');
    expect(words.map(({ eraseOn }) => eraseOn)).toEqual(['2026-01-08', '2026-01-08']);
  });

  it.each(['nobody', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])(
    'takes no address like %j',
    async (wrong) => {
      const { service } = await openOffice();
      const consent = { kind: 'given', mail: wrong } as const;
      expect(await service.setServiceConsent({ ...give, consent })).toMatchObject({
        problems: [{ code: 'case-form' }],
      });
    },
  );
});

describe('a paper in the inbox', () => {
  it('is served by being opened, with consent, and its clock runs from that day', async () => {
    const { at, service, noticed, opens, store } = await openOffice();
    const caseId = await noticed();
    expect((await opens(caseId, noticePlace)).phase).toBe('awaiting-service');
    await service.setServiceConsent(give);
    at('2024-01-12');
    const { phase, clocks } = await opens(caseId, noticePlace);
    expect(phase).toBe('statement-open');
    const statement = clocks.find(({ clock }) => clock === 'statement');
    expect(statement).toMatchObject({ startedOn: '2024-01-12', dueOn: '2024-01-19' });
    const entries = store.entries.length;
    at('2024-01-15');
    await opens(caseId, noticePlace);
    expect(store.entries).toHaveLength(entries);
  });

  it('says on its first page already what it asks, and until when', async () => {
    const { at, service, noticed, reads } = await openOffice();
    const caseId = await noticed();
    await service.setServiceConsent(give);
    at('2024-01-12');
    const line = await reads(caseId, noticePlace);
    expect(line).toMatchObject({
      asks: 'state',
      due: { on: '2024-01-19' },
      openedOn: '2024-01-12',
    });
  });

  it('is no proof for a newer one that nobody has opened', async () => {
    const { at, service, noticed, opens, again } = await openOffice();
    const caseId = await noticed();
    await service.setServiceConsent(give);
    at('2024-01-12');
    await again(caseId);
    expect((await opens(caseId, noticePlace)).phase).toBe('awaiting-service');
    expect((await opens(caseId, noticePlace + 1)).phase).toBe('statement-open');
  });

  it('is announced by a word without content, only where consent with an address stands', async () => {
    const silent = await openOffice();
    await silent.noticed();
    expect(silent.sent).toEqual([]);
    const told = await openOffice();
    await told.service.setServiceConsent(give);
    const caseId = await told.noticed();
    expect(told.sent).toEqual([{ home, stream: `case/${caseId}`, topic: 'paper-waits', body: {} }]);
  });

  it('is not announced any more once consent was taken back', async () => {
    const office = await openOffice();
    await office.service.setServiceConsent(give);
    const run = async (): Promise<MailReport & { readonly to: readonly string[] }> => {
      const waiting = new Set([{ home, id: 'm1', body: {}, attempts: 0 }]);
      const to: string[] = [];
      const report = await sendMail({
        ...{ journal: office.journal, register: office.store.register },
        ...{ clock: () => office.store.now, zone: 'Asia/Shanghai' },
        outbox: {
          listDue: () => Promise.resolve([...waiting]),
          remove: () => {
            waiting.clear();
            return Promise.resolve();
          },
          postpone: () => Promise.reject(new Error('Nothing is put off here.')),
        },
        carrier: {
          deliver: (each) => {
            to.push(each.to);
            expect(`${each.subject}${each.text}`).not.toMatch(/失信|处罚|list|penalty|示例公司/i);
            return Promise.resolve({ kind: 'delivered' });
          },
        },
      });
      return { ...report, to };
    };
    expect(await run()).toEqual({ sent: 1, later: 0, failed: 0, dropped: 0, to: [mail] });
    await office.service.setServiceConsent(revoke);
    expect(await run()).toEqual({ sent: 0, later: 0, failed: 0, dropped: 1, to: [] });
  });
});
