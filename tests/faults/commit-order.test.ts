import { createRandom, instant, type Instant } from '@credence/domain';
import type { Store } from '@credence/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fakeProjector } from '../support/fake-projector.ts';
import {
  command,
  newEntry,
  newUuid,
  openTestStore,
  testClock,
  testEngines,
  type TestEngine,
} from '../support/stores.ts';

/** A projector that holds the transaction of a home until it is let go. */
function createGate(): {
  readonly reached: Promise<void>;
  readonly pass: () => void;
  readonly hold: () => Promise<void>;
} {
  let pass: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (pass = resolve));
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  return {
    reached,
    pass,
    hold: () => {
      arrive();
      return passed;
    },
  };
}

describe.each(testEngines())('the order of commits on %s', (_, start) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());

  it('gives a slow transaction its place when it ends, not when it began', async () => {
    const slowHome = newUuid();
    const gate = createGate();
    const clock = testClock();
    const store = await openTestStore(await engine.newPlace(), {
      clock,
      projector: async (entries) => {
        if (entries[0]?.home === slowHome) await gate.hold();
        return fakeProjector(entries);
      },
    });
    const slow = store.journal.record(command(), [newEntry({}, { home: slowHome })]);
    await gate.reached;
    clock.now = instant(clock.now + 1000);
    const fast = store.journal.record(command(), [newEntry({})]);
    // One session: there the fast one waits. Two sessions: it passes and is known at once.
    const passes = engine.name === 'postgresql';
    const moment = clock();
    if (passes) {
      expect(await fast).toMatchObject({ receipt: { position: 1 } });
      expect(await store.journal.positionAt(moment)).toBe(1);
    }
    gate.pass();
    const outcomes = await Promise.all([slow, fast]);
    expect(
      outcomes.map((outcome) => (outcome.kind === 'recorded' ? outcome.receipt.position : 0)),
    ).toEqual(passes ? [2, 1] : [1, 2]);
    // The slow one began before the moment, yet it was not known then and never will have been.
    if (passes) expect(await store.journal.positionAt(moment)).toBe(1);
    await store.close();
  });

  it('never changes what was known at a moment, under writers of every speed', async () => {
    const random = createRandom('commit-order');
    const clock = testClock();
    const store: Store = await openTestStore(await engine.newPlace(), {
      clock,
      projector: async (entries) => {
        await new Promise((resolve) => setTimeout(resolve, random.below(12)));
        return fakeProjector(entries);
      },
    });
    const homes = Array.from({ length: 6 }, newUuid);
    const work = { done: false };
    // The lowest the clock stood at while a question was under way.
    let lowest = clock.now;
    const writers = homes.map(async (home) => {
      for (let i = 0; i < 15; i += 1) {
        // A clock that jumps to and fro, as a badly kept server's does.
        clock.now = instant(clock.now + random.between(-40, 50));
        lowest = clock.now < lowest ? clock.now : lowest;
        await store.journal.record(command(), [newEntry({}, { home })]);
      }
    });
    const answers: { readonly moment: Instant; readonly position: number }[] = [];
    const reader = (async (): Promise<void> => {
      while (!work.done) {
        lowest = clock.now;
        const moment = instant(clock.now - random.below(60));
        const position = await store.journal.positionAt(moment);
        // Set back below the moment, the clock makes it one to come, of which nothing is promised.
        if (moment <= lowest) answers.push({ moment, position });
        const { position: head } = await store.journal.head();
        const seen = await store.journal.entriesOfMany(homes);
        const positions = [...seen.values()].flat().map((entry) => entry.position);
        // Whoever sees a position sees all before it.
        expect(positions.filter((one) => one <= head).sort((a, b) => a - b)).toEqual(
          Array.from({ length: head }, (_v, index) => index + 1),
        );
      }
    })();
    await Promise.all(writers);
    work.done = true;
    await reader;
    for (const { moment, position } of answers) {
      expect(await store.journal.positionAt(moment)).toBe(position);
    }
    expect(answers.length).toBeGreaterThan(2);
    await store.close();
  });
});
