import { createRandom } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createSteadyClock } from './steady-clock.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;
const start = Date.UTC(2026, 10, 20, 2);

/** A machine whose wall clock can be set while it runs. */
function machine(at = start) {
  const state = { ran: 5_000_000, wall: at };
  const clock = createSteadyClock({ wallMs: () => state.wall, runMs: () => state.ran }, 30_000);
  return {
    clock,
    run: (ms: number) => {
      state.ran += ms;
      state.wall += ms;
    },
    set: (ms: number) => {
      state.wall += ms;
    },
  };
}

describe('a clock that cannot be moved under its reader', () => {
  it('is the wall clock while that runs evenly', () => {
    const { clock, run } = machine();
    run(90 * dayMs);
    expect([clock.now(), clock.skewMs()]).toEqual([start + 90 * dayMs, 0]);
  });

  it.each([
    ['-10 years', -3_652 * dayMs],
    ['+400 days', 400 * dayMs],
    ['-1 hour', -hour],
    ['+1 hour', hour],
    ['just over half a minute', 30_001],
  ])('does not follow a jump of %s, and says how far it is', (_, jump) => {
    const { clock, run, set } = machine();
    set(jump);
    run(1_000);
    expect([clock.now(), clock.skewMs()]).toEqual([start + 1_000, jump]);
    set(-jump);
    run(1_000);
    expect([clock.now(), clock.skewMs()]).toEqual([start + 2_000, 0]);
  });

  it('follows small corrections, as a time service makes them, and measures from there', () => {
    const { clock, run, set } = machine();
    for (let count = 0; count < 10; count += 1) {
      set(20_000);
      run(hour);
      clock.now();
    }
    expect([clock.now(), clock.skewMs()]).toEqual([start + 10 * hour + 200_000, 0]);
  });

  it('goes over a leap day and the end of a year like any other', () => {
    const { clock, run } = machine(Date.UTC(2028, 1, 28, 23, 59, 59));
    run(1_000);
    expect(new Date(clock.now()).toISOString()).toBe('2028-02-29T00:00:00.000Z');
    run(dayMs);
    expect(new Date(clock.now()).toISOString()).toBe('2028-03-01T00:00:00.000Z');
    const newYear = machine(Date.UTC(2026, 11, 31, 23, 59, 59, 999));
    newYear.run(1);
    expect(new Date(newYear.clock.now()).toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('never goes back, under any run of jumps and corrections', () => {
    const random = createRandom('steady clock');
    const { clock, run, set } = machine();
    let last = clock.now();
    for (let step = 0; step < 5_000; step += 1) {
      if (random.below(3) === 0) set(random.between(-2 * dayMs, 2 * dayMs));
      else if (random.below(3) === 0) set(random.between(-29_000, 29_000));
      run(random.between(0, hour));
      const now = clock.now();
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });
});
