import type { DueRow, WorkStep } from '@credence/casework';
import { addDays, civilDate, instant } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

const today = civilDate('2026-06-01');
const far = civilDate('2030-01-01');
const start0 = { position: 0, recordedAt: instant(0) };

describe.each(testEngines())('the work of a day on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;
  const home = newUuid();

  beforeAll(async () => (engine = await start()));
  afterAll(() => engine.stop());
  beforeEach(async () => {
    store = await openTestStore(await engine.newPlace(), { clock: testClock() });
    await store.journal.record(command(), [newEntry({ registered: true }, { home })]);
  });
  afterEach(() => store.close());

  const due = (dueOn = today, why: DueRow['why'] = 'publicity-ends'): DueRow => ({
    home,
    dueOn,
    why,
  });
  const settle = (step: Partial<WorkStep>): Promise<readonly DueRow[]> =>
    store.work.settle({ homes: [home], done: [], today, next: () => [], ...step });
  const write = (...rows: readonly DueRow[]): Promise<unknown> => settle({ next: () => rows });

  it('lists days up to today, the oldest first, and none after it', async () => {
    const yesterday = due(addDays(today, -1));
    await write(due(), yesterday, due(addDays(today, 1)));
    expect(await store.work.listDue(today, 10)).toEqual([yesterday, due()]);
    expect(await store.work.listDue(today, 1)).toEqual([yesterday]);
  });

  it('removes what is done and writes the next day in one step', async () => {
    await write(due());
    const seen: string[] = [];
    const done = await settle({
      done: [due()],
      next: (of, entries, after) => {
        seen.push(`${of} ${String(entries.length)} ${after}`);
        return [due(far)];
      },
    });
    expect(done).toEqual([due()]);
    expect(seen).toEqual([`${home} 1 ${today}`]);
    expect(await store.work.listDue(far, 10)).toEqual([due(far)]);
  });

  it('does again what broke in the middle: nothing of a step is left, and nothing is lost', async () => {
    await write(due());
    const broken = settle({
      done: [due()],
      mark: { ...start0, position: 1, rules: 'r' },
      next: () => {
        throw new Error('broken off');
      },
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await store.work.listDue(today, 10)).toEqual([due()]);
    expect(await store.work.mark()).toBeUndefined();
    expect(await settle({ done: [due()] })).toEqual([due()]);
  });

  it('does nothing twice: a second run with the same list neither counts nor writes', async () => {
    await write(due());
    const step = { done: [due()], next: () => [due(far)] };
    const answers = await Promise.all([settle(step), settle(step)]);
    expect(answers.flat()).toEqual([due()]);
    expect(await settle({ done: [due()], next: () => [due()] })).toEqual([]);
    expect(await store.work.listDue(far, 10)).toEqual([due(far)]);
  });

  it('keeps overdue days when a home has new entries, and replaces those to come', async () => {
    const overdue = due(addDays(today, -3));
    await write(overdue, due(far));
    await write(due(addDays(far, 1)));
    expect(await store.work.listDue(addDays(far, 9), 10)).toEqual([overdue, due(addDays(far, 1))]);
  });

  it('tells which homes have entries behind the mark, which never goes back', async () => {
    const changed = await store.work.listChanged(start0, 10);
    expect(changed).toMatchObject({ homes: [home], position: 1 });
    if (changed === undefined) throw new Error('Nothing changed.');
    const mark = { position: 1, recordedAt: changed.recordedAt, rules: 'r' };
    await settle({ mark });
    expect(await store.work.mark()).toEqual(mark);
    expect(await store.work.listChanged(mark, 10)).toBeUndefined();
    await settle({ mark: { ...start0, rules: 'r' } });
    expect(await store.work.mark()).toEqual(mark);
    // Under other rules everyone is looked at again.
    await settle({ mark: { ...start0, rules: 'other' } });
    expect(await store.work.mark()).toEqual({ ...start0, rules: 'other' });
  });

  it('keeps in the outbox what stands, once and unchanged, and takes out what is over', async () => {
    const topic = 'measure-task';
    const [lift, answer] = [newUuid(), newUuid()];
    const stands = (...asks: readonly (readonly [string, string])[]) => ({
      topic,
      of: () => asks.map(([id, ask]) => ({ id, stream: 'case/1', body: { asks: ask } })),
    });
    const waiting = async () =>
      (await store.outbox.listDue(topic, instant(0), 10))
        .filter((message) => message.home === home)
        .map(({ id, body, attempts }) => [id, body, attempts]);
    const first = stands([lift, 'lift'], [answer, 'answer']);
    await settle({ standing: first });
    expect(new Set(await waiting())).toEqual(
      new Set([
        [lift, { asks: 'lift' }, 0],
        [answer, { asks: 'answer' }, 0],
      ]),
    );
    expect(await store.register.countTasks(topic, 'lift')).toBe(1);
    // A run that finds the same leaves it as it is, with what became of handing it over.
    await store.outbox.postpone({ home, id: lift }, { until: instant(0), because: 'tried' });
    await settle({ standing: stands([lift, 'lift']) });
    expect(await waiting()).toEqual([[lift, { asks: 'lift' }, 1]]);
    await settle({ standing: { topic: 'another', of: () => [] } });
    expect(await waiting()).toHaveLength(1);
    await settle({ homes: [newUuid()], standing: stands() });
    expect(await waiting()).toHaveLength(1);
    await settle({ standing: stands() });
    expect(await waiting()).toEqual([]);
    expect(await store.register.countTasks(topic, 'lift')).toBe(0);
  });

  it('keeps classes of premises apart from those of subjects, page by page', async () => {
    const line = { home, card: 'town.inspection', on: today, class: 'b' };
    const places = ['l1', 'l2', 'l3'].map((premises) => ({ ...line, premises, class: 'd' }));
    await settle({ classes: () => [line, ...places] });
    const { classLines } = store;
    expect(await classLines.list(line.card, { limit: 9 })).toEqual([line]);
    const first = await classLines.listPremises(line.card, { limit: 2 });
    const after = first.at(-1) ?? { home, premises: '' };
    // Several places lie in one home: the next page begins in the middle of it.
    const rest = await classLines.listPremises(line.card, { limit: 2, after });
    expect([...first, ...rest]).toEqual(places);
    expect(rest).toHaveLength(1);
  });

  it('survives a rebuild, which knows nothing of it', async () => {
    await write(due());
    expect(await store.admin.rebuild()).toMatchObject({ equal: true });
    expect(await store.work.listDue(today, 10)).toEqual([due()]);
  });
});
