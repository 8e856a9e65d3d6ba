import { instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { FakeStore } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Mail, MailOutcome, WaitingMessage } from '../port/outbox.ts';
import { sendMail } from './send-mail.ts';

const home = '00000000-0000-7000-8000-0000000000aa';
const bodyHome = '00000000-0000-7000-8000-0000000000bb';
const task = { body: 'tender_office', caseId: 'C 1', asks: 'answer' };
const day = 86_400_000;

/** One measure that waits for a body, which may have given an address. */
async function run(mail: string | undefined, answer: MailOutcome = { kind: 'delivered' }) {
  const store = new FakeStore();
  const agency = { code: 'tender_office', name: { zh: '招标办' }, supplies: [] };
  const payload = mail === undefined ? agency : { ...agency, mail };
  const actor = { official: '王一', agency: 'tender_office', role: 'registrar' };
  await store.journal.record({ actor, purpose: 'agency', basis: [] }, [
    newEntry(store, { home: bodyHome, stream: 'agency', kind: 'agency@1', payload }, undefined),
  ]);
  const waiting = new Map([['measure-task', [{ home, id: 'm', body: task, attempts: 0 }]]]);
  const put: unknown[] = [];
  const taken: Mail[] = [];
  const letGo = (id: string): void => {
    for (const [topic, messages] of waiting) {
      waiting.set(
        topic,
        messages.filter((each: WaitingMessage) => each.id !== id),
      );
    }
  };
  const row = { home: bodyHome, code: 'tender_office', name: agency.name };
  const report = await sendMail({
    ...{ journal: store.journal, clock: () => instant(0), zone: 'Asia/Shanghai' },
    register: { agencies: () => Promise.resolve([row]) },
    outbox: {
      listDue: (topic) => Promise.resolve(waiting.get(topic) ?? []),
      remove: () => Promise.reject(new Error('A measure stays until it is done.')),
      postpone: ({ id }, reason) => {
        put.push(reason);
        letGo(id);
        return Promise.resolve();
      },
    },
    carrier: {
      deliver: (each) => {
        taken.push(each);
        return Promise.resolve(answer);
      },
    },
    link: 'https://register.example/desk/own',
  });
  return { report, put, taken };
}

describe('a measure that waits for a body', () => {
  it('is told by mail once, with its case and a link, and stays in the outbox', async () => {
    const { report, put, taken } = await run('office@tender.example');
    expect(report).toMatchObject({ sent: 1, failed: 0 });
    expect(put).toEqual([{ because: 'told-by-mail' }]);
    expect(taken).toMatchObject([{ to: 'office@tender.example' }]);
    const text = taken[0]?.text ?? '';
    expect(text).toContain('https://register.example/desk/cases/C%201');
    expect(text).not.toContain(home);
  });

  it('waits a day for an address where the agency gave none, and is tried again later', async () => {
    expect(await run(undefined)).toMatchObject({
      ...{ report: { dropped: 1 }, taken: [] },
      put: [{ until: day, because: 'no-address' }],
    });
    const later = await run('office@tender.example', { kind: 'later', because: 'ESOCKET' });
    expect(later).toMatchObject({ report: { later: 1 }, put: [{ until: 60_000 }] });
  });
});
