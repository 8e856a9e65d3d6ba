import { runDay, type DayReport } from '@credence/casework';
import { addDays, civilDate, instant, type CivilDate } from '@credence/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { penaltyFile, registrationFile, type PenaltyLine } from '../support/city-files.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';

const organisations = [1, 2, 3];
const penalties: readonly PenaltyLine[] = organisations.map((of) => ({
  of,
  number: `望澜〔2026〕${String(of)}号`,
  decided: `2026-04-0${String(of)}`,
}));

describe.each(testEngines())('the run of a day on %s', { timeout: 120_000 }, (_, start) => {
  let engine: TestEngine;
  let world: MovingWorld;
  beforeAll(async () => (engine = await start()));
  afterAll(() => engine.stop());
  beforeEach(async () => {
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-04-10'));
  });
  afterEach(() => world.close());

  const run = async (today: CivilDate, limit?: number): Promise<DayReport> => {
    const { store, casework } = world.system;
    const rulebook = await casework.rulebook();
    const order = { today, ...(limit === undefined ? {} : { limit }) };
    return runDay({ work: store.work, rulebook }, order);
  };

  it('finds the end of what was imported and does it on its day, once', async () => {
    await world.import('registration', registrationFile(organisations));
    await world.import('penalty', penaltyFile(penalties));
    const before = await run(world.today());
    expect(before.entries).toBeGreaterThan(0);
    expect(before).toMatchObject({ done: { 'publicity-ends': 0 }, more: false });
    const days = await world.system.store.work.listDue(civilDate('2099-01-01'), 100);
    const end = days.find(({ why }) => why === 'publicity-ends')?.dueOn;
    if (end === undefined) throw new Error('No end was found.');
    expect(await run(addDays(end, -1))).toMatchObject({ done: { 'publicity-ends': 0 } });
    const done = await run(end);
    expect(done.done['publicity-ends']).toBeGreaterThan(0);
    expect(await run(end)).toMatchObject({
      entries: 0,
      done: { 'publicity-begins': 0, 'publicity-ends': 0, 'rule-changes': 0, 'task-turns': 0 },
    });
  });

  it('keeps the planning class of everyone, found anew when it changes and the same from nothing', async () => {
    await world.import('registration', registrationFile(organisations));
    await run(world.today());
    const { classLines, work } = world.system.store;
    const read = () => classLines.list('cn.inspection', { limit: 10 });
    expect((await read()).map((line) => line.class)).toEqual(['a', 'a', 'a']);
    await world.import('penalty', penaltyFile(penalties));
    await run(world.today());
    const lines = await read();
    expect(lines[0]).toMatchObject({ likelihood: 'possible', severity: 'ordinary' });
    expect(await classLines.count('cn.inspection')).toEqual([
      { class: 'b', of: 'subjects', count: 3 },
    ]);
    // Under other rules everyone is looked at again; so is a register that begins from its journal.
    const homes = lines.map(({ home }) => home);
    const mark = { position: 0, recordedAt: instant(0), rules: 'others' };
    const nothing = { homes, done: [], today: world.today(), next: () => [] };
    await work.settle({ ...nothing, mark, classes: () => [] });
    expect(await read()).toEqual([]);
    await run(world.today());
    expect(await read()).toEqual(lines);
    const [first] = lines;
    if (first?.nextChangeOn === undefined) throw new RangeError('A penalty ends.');
    await run(first.nextChangeOn);
    const after = (await read()).find(({ home }) => home === first.home);
    expect(after).toMatchObject({ class: 'a', likelihood: 'unlikely' });
  });

  it('comes to the same in small runs and in one, however late', async () => {
    await world.import('registration', registrationFile(organisations));
    await world.import('penalty', penaltyFile(penalties));
    await run(world.today());
    const late = civilDate('2032-01-01');
    const total = {
      'publicity-begins': 0,
      'publicity-ends': 0,
      'rule-changes': 0,
      'task-turns': 0,
    };
    let report = await run(late, 1);
    for (let runs = 0; runs < 100; runs += 1) {
      for (const why of Object.keys(total) as (keyof typeof total)[])
        total[why] += report.done[why];
      if (!report.more) break;
      report = await run(late, 1);
    }
    expect(report.more).toBe(false);
    expect(total['publicity-ends']).toBe(penalties.length);
    expect(await world.system.store.work.listDue(late, 1)).toEqual([]);
  });
});
