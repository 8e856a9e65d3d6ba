import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { openVariants } from '../regime/open-variants.ts';
import { compareRegimes } from './compare-regimes.ts';
import type { ComparePlan } from './plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-lab-world-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan: ComparePlan = { agents: 400, months: 8, seed: 3, replicates: 2, society: 'town' };

describe('a comparison in the world', () => {
  it('has the same bytes after a run that was cut in the middle', async () => {
    const variants = await openVariants(['none', 'joint-2016'], plan.months);
    const whole = JSON.stringify(await compareRegimes(variants, plan));
    const { outcomes } = JSON.parse(whole) as { outcomes: { curves: { violations: number[] } }[] };
    for (const { curves } of outcomes) expect(Math.max(...curves.violations)).toBeGreaterThan(0);
    const keep = join(folder, 'cut');
    const abort = new AbortController();
    const onProgress = (done: number): void => {
      if (done === plan.months + 3) abort.abort();
    };
    const cut = await compareRegimes(variants, { ...plan, keep, onProgress, signal: abort.signal });
    expect(cut).toEqual({ kind: 'cancelled', finished: 1, planned: 4 });
    expect(readdirSync(join(keep, 'runs')).sort()).toEqual(['0-0.done', '1-0.checkpoint', 'key']);
    const resumed = await compareRegimes(variants, { ...plan, keep, resume: true });
    // Not by toBe: what differs would fill the screen.
    expect(JSON.stringify(resumed) === whole).toBe(true);
    expect(readdirSync(join(keep, 'runs'))).toHaveLength(5);
  });
});
