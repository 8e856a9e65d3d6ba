import { describe, expect, it } from 'vitest';

import { FakeStore } from '../../fake-ports.test-support.ts';
import { readToldOutcomes } from './visit-outcomes.ts';

const store = new FakeStore();

describe('what visits came to, before the public', () => {
  it('waits for the names of its draw, and what comes later for the names of another', async () => {
    const journal = fakeJournalOf([
      outcome('x', 1),
      outcome('y', 2),
      { kind: 'draw-disclosed@1', stream: 'draw/x', payload: undefined },
      outcome('x', 3),
      outcome('z', 4),
      { kind: 'draw-disclosed@1', stream: 'draw/y', payload: undefined },
    ]);
    const told = await readToldOutcomes({ journal });
    expect(told.map((portion) => portion.map(({ on }) => on.slice(-1)))).toEqual([
      ['1'],
      ['2', '3'],
    ]);
  });

  function outcome(draw: string, day: number) {
    const on = `2026-05-0${String(day)}`;
    const payload = { draw, on, arm: 'class', class: 'a', chance: 0.1, result: 'in-order' };
    return { kind: 'visit-outcome@1', stream: 'visit-outcomes', payload };
  }

  function fakeJournalOf(entries: readonly object[]): typeof store.journal {
    return Object.assign(Object.create(store.journal) as typeof store.journal, {
      entriesOf: () => Promise.resolve(entries),
    });
  }
});
