import { sendMail, type Mail, type MailOutcome, type Outbox } from '@credence/casework';
import { civilDate, instant } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

const mail = 'office@firm.example';
const consent: object = {
  ...{ kind: 'given', on: '2026-01-01', until: '2028-01-01', mail },
  by: { kind: 'party', as: 'subject', name: '示例公司' },
};
const minute = 60_000;

describe.each(testEngines())('the outbox on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const clock = testClock();
  const began = clock.now;
  let home = '';

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace(), { clock });
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });
  // Every test has a home of its own and leaves nothing behind that is due.
  beforeEach(async () => {
    clock.now = began;
    home = newUuid();
    const stream = 'service-consent';
    await store.journal.record(
      command(),
      [newEntry(consent, { home, stream, kind: 'service-consent@1' })],
      {
        outbox: [
          { home, stream: 'case/1', topic: 'paper-waits', body: {} },
          { home, stream: 'case/1', topic: 'another', body: {} },
        ],
      },
    );
  });

  /** One run of the consumer; `answer` is the server's to each mail. */
  async function run(answer: () => MailOutcome, outbox: Outbox = store.outbox) {
    const taken: Mail[] = [];
    const report = await sendMail({
      ...{ outbox, journal: store.journal, register: store.register },
      ...{ clock, zone: 'Asia/Shanghai' },
      carrier: {
        deliver: (each) => {
          taken.push(each);
          return Promise.resolve(answer());
        },
      },
    });
    return { ...report, taken };
  }
  const delivered = (): MailOutcome => ({ kind: 'delivered' });
  const later = (): MailOutcome => ({ kind: 'later', because: 'ESOCKET' });
  const later10 = (ms: number) => store.outbox.listDue('paper-waits', instant(began + ms), 10);

  it('removes a consent that was taken back before its day, with its address, and no other', async () => {
    await run(delivered);
    const [firm, other] = [newUuid(), newUuid()];
    const [today, later] = [civilDate('2026-05-31'), civilDate('2028-01-01')];
    const said = async (at: string, payload: object) => {
      const place = { home: at, stream: 'service-consent', kind: 'service-consent@1' };
      const entry = { ...newEntry({ ...payload }, place), eraseOn: later };
      await store.journal.record(command(), [entry]);
    };
    const given = { kind: 'given', on: '2026-01-01', until: later, mail: 'SECRET@firm.example' };
    await said(firm, given);
    await said(other, given);
    expect(await store.admin.eraseTakenBack(today)).toBe(0);
    await said(firm, { kind: 'revoked', on: '2026-05-31' });
    expect(await store.admin.eraseTakenBack(today)).toBe(1);
    expect(await store.admin.eraseTakenBack(today)).toBe(0);
    const kept = async (at: string) =>
      (await store.journal.entriesOf(at)).map((entry) => [entry.kind, 'payload' in entry]);
    expect(await kept(firm)).toEqual([
      ['service-consent@1', false],
      ['service-consent@1', true],
      ['erasure@1', true],
    ]);
    expect(await kept(other)).toEqual([['service-consent@1', true]]);
    expect((await store.journal.entriesOf(firm)).at(-1)?.payload).toMatchObject({
      ...{ because: 'consent-taken-back', on: today },
    });
    // A new word after it stands, and goes only when it is taken back itself.
    await said(firm, given);
    expect(await store.admin.eraseTakenBack(today)).toBe(0);
  });

  it('hands each message over once, and leaves those of other topics alone', async () => {
    expect(await run(delivered)).toMatchObject({ sent: 1, taken: [{ to: mail }] });
    expect((await run(delivered)).taken).toEqual([]);
    const others = await store.outbox.listDue('another', clock.now, 10);
    expect(others.filter((each) => each.home === home)).toHaveLength(1);
  });

  it('sends again, under the same id, what was sent and not marked', async () => {
    const dies: Outbox = {
      ...store.outbox,
      remove: () => Promise.reject(new Error('killed between sending and marking')),
    };
    const ids: string[] = [];
    const noting = async (outbox: Outbox): Promise<void> => {
      await sendMail({
        ...{ outbox, journal: store.journal, register: store.register },
        ...{ clock, zone: 'Asia/Shanghai' },
        carrier: {
          deliver: ({ id }) => {
            ids.push(id);
            return Promise.resolve(delivered());
          },
        },
      });
    };
    await expect(noting(dies)).rejects.toThrow('killed');
    await noting(store.outbox);
    await noting(store.outbox);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('waits a minute, then twice as long each time, and gives up in the end', async () => {
    expect(await run(later)).toMatchObject({ later: 1 });
    expect(await later10(minute - 1)).toEqual([]);
    expect(await later10(minute)).toMatchObject([{ attempts: 1 }]);
    clock.now = instant(began + minute);
    expect(await run(later)).toMatchObject({ later: 1 });
    expect(await later10(3 * minute - 1)).toEqual([]);
    expect(await later10(3 * minute)).toMatchObject([{ attempts: 2 }]);
    let report = await run(later);
    for (let tries = 0; report.failed === 0; tries += 1) {
      expect(tries).toBeLessThan(20);
      clock.now = instant(clock.now + 12 * 60 * minute);
      report = await run(later);
    }
    expect(await later10(365 * 24 * 60 * minute)).toEqual([]);
  });

  it('gives up at once what is refused for good', async () => {
    const refused = (): MailOutcome => ({ kind: 'refused', because: 'EENVELOPE 550' });
    expect(await run(refused)).toMatchObject({ failed: 1 });
    clock.now = instant(began + 24 * 60 * minute);
    expect((await run(delivered)).taken).toEqual([]);
  });
});
