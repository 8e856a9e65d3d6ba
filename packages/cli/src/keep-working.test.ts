import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { everyMs, keepWorking } from './keep-working.ts';

describe('the work of a running server', () => {
  it('goes on until nothing more is due, and looks again after the pause', async () => {
    const left = [2, 1, 0, 1, 0];
    let steps = 0;
    const work = keepWorking(
      () => {
        steps += 1;
        return Promise.resolve({ more: (left.shift() ?? 0) > 0 });
      },
      (error) => expect.unreachable(String(error)),
      5,
    );
    await wait(100);
    await work.stop();
    expect(left).toEqual([]);
    expect(steps).toBeGreaterThan(5);
  });

  it('comes round often enough that an end that falls behind one look is told within a minute', () => {
    // The look that just missed it, the pause, and the look that finds it, each as long as a pause.
    expect(3 * everyMs).toBeLessThanOrEqual(60_000);
  });

  it('tells what failed and tries again', async () => {
    const failures: unknown[] = [];
    let steps = 0;
    const broken = new Error('no answer');
    const work = keepWorking(
      () => {
        steps += 1;
        return steps === 1 ? Promise.reject(broken) : Promise.resolve({ more: false });
      },
      (error) => void failures.push(error),
      5,
    );
    await wait(60);
    await work.stop();
    expect(failures).toEqual([broken]);
    expect(steps).toBeGreaterThan(1);
  });

  it('ends with the step that runs, and begins no other', async () => {
    const seen: string[] = [];
    const work = keepWorking(
      async () => {
        seen.push('begun');
        await wait(20);
        seen.push('done');
        return { more: true };
      },
      () => undefined,
      5,
    );
    await wait(5);
    await work.stop();
    expect(seen).toEqual(['begun', 'done']);
    await wait(40);
    expect(seen).toHaveLength(2);
  });
});
