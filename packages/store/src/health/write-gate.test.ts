import { describe, expect, it } from 'vitest';

import type { Session } from '../connection/connection.ts';
import { SqlError } from '../connection/sql-error.ts';
import { StoreError } from '../store-error.ts';
import type { StoreEvent } from './store-event.ts';
import { createWriteGate, type WriteGate } from './write-gate.ts';

const mebibyte = 1_048_576;

/** A session of a database whose clock shows the time given. */
function databaseAt(now: () => number): Session {
  return {
    query: <Row extends object>() => Promise.resolve([{ now: now() }] as unknown as readonly Row[]),
    exec: () => Promise.resolve(),
  };
}

const session = databaseAt(() => 0);

async function refusalOf(gate: WriteGate, given: Session = session): Promise<string> {
  try {
    await gate.pass(given);
    return 'open';
  } catch (error) {
    return error instanceof StoreError ? error.code : 'another error';
  }
}

describe('the gate before every write', () => {
  it('is open where nothing is wrong', async () => {
    const gate = createWriteGate({ clock: () => 0, skew: { mostMs: 30_000 } });
    expect(await refusalOf(gate)).toBe('open');
    expect(await gate.state()).toBe('open');
  });

  it('refuses while the embedded database lacks room, and lets in again by itself', async () => {
    const events: StoreEvent[] = [];
    let free = 48 * mebibyte;
    const gate = createWriteGate({
      clock: () => 0,
      folder: '/data',
      freeBytes: () => Promise.resolve(free),
      onEvent: (event) => events.push(event),
    });
    expect(await refusalOf(gate)).toBe('open');
    await expect(gate.pass(session, 'bulk')).rejects.toMatchObject({ code: 'store-full' });
    free = 48 * mebibyte - 1;
    expect(await refusalOf(gate)).toBe('store-full');
    expect(await gate.state()).toBe('disk-full');
    free = 48 * mebibyte;
    expect(await refusalOf(gate)).toBe('open');
    expect(events.map(({ kind }) => kind)).toEqual(['disk-full', 'disk-has-room']);
  });

  it('says of a full server that it is full, and tries again at the next write', async () => {
    const gate = createWriteGate({ clock: () => 0 });
    const noted = gate.note(new SqlError({ sqlState: '53100', message: 'could not extend file' }));
    expect(noted).toMatchObject({ code: 'store-full', problem: { code: 'store-full' } });
    expect(await refusalOf(gate)).toBe('open');
  });

  it.each(['58030', 'XX001', 'XX002'])(
    'stops for good after the disk failed with %s: nothing is tried again',
    async (sqlState) => {
      const events: StoreEvent[] = [];
      const gate = createWriteGate({ clock: () => 0, onEvent: (event) => events.push(event) });
      const noted = gate.note(new SqlError({ sqlState, message: 'could not fsync file' }));
      expect(noted).toMatchObject({ code: 'store-stopped' });
      gate.note(new SqlError({ sqlState, message: 'again' }));
      expect(await refusalOf(gate)).toBe('store-stopped');
      expect(await gate.state()).toBe('stopped');
      expect(events).toEqual([{ kind: 'writing-stopped', sqlState }]);
    },
  );

  it('passes every other error on as it is', async () => {
    const gate = createWriteGate({ clock: () => 0 });
    const error = new SqlError({ sqlState: '23505', message: 'duplicate key' });
    expect(gate.note(error)).toBe(error);
    expect(await refusalOf(gate)).toBe('open');
  });
});

describe('clocks that disagree', () => {
  const skewed = (now: number, database: number, ofProcess = 0) => {
    const events: StoreEvent[] = [];
    const gate = createWriteGate({
      clock: () => now,
      skew: { mostMs: 30_000, ofProcess: () => ofProcess },
      onEvent: (event) => events.push(event),
    });
    return { gate, events, database: databaseAt(() => database) };
  };

  it.each([
    ['30 s ahead of the database', 130_000, 100_000, 'open'],
    ['just over 30 s ahead of it', 130_001, 100_000, 'clock-skew'],
    ['30 s behind it', 70_000, 100_000, 'open'],
    ['just over 30 s behind it', 69_999, 100_000, 'clock-skew'],
    ['400 days ahead of it', 400 * 86_400_000, 0, 'clock-skew'],
  ])('%s: %s', async (_, now, at, expected) => {
    const { gate, database } = skewed(now, at);
    expect(await refusalOf(gate, database)).toBe(expected);
  });

  it('stop the writing when the process’s own clock has jumped, whatever the database says', async () => {
    const { gate, database, events } = skewed(0, 0, -3_600_000);
    expect(await refusalOf(gate, database)).toBe('clock-skew');
    expect(events).toEqual([{ kind: 'clock-skew', skewMs: -3_600_000 }]);
  });

  it('let it go on once they agree', async () => {
    let now = 100_000;
    const gate = createWriteGate({ clock: () => now, skew: { mostMs: 30_000 } });
    expect(await refusalOf(gate)).toBe('clock-skew');
    expect(await gate.state()).toBe('clock-skew');
    now = 10;
    expect(await refusalOf(gate)).toBe('open');
    expect(await gate.state()).toBe('open');
  });

  it('are not asked about where nobody wants to know', async () => {
    const gate = createWriteGate({ clock: () => 1_000_000_000_000 });
    expect(await refusalOf(gate)).toBe('open');
  });
});
