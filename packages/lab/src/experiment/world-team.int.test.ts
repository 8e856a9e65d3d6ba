import { expect, it } from 'vitest';

import { openVariants } from '../regime/open-variants.ts';
import { compareRegimes } from './compare-regimes.ts';
import type { ComparePlan } from './plan.ts';

it('a comparison has the same bytes on one thread and on two', async () => {
  const plan: ComparePlan = { agents: 200, months: 3, seed: 3, replicates: 2, society: 'town' };
  const variants = await openVariants(['none'], plan.months);
  const one = JSON.stringify(await compareRegimes(variants, plan));
  expect(one).toContain('"violations"');
  expect(JSON.stringify(await compareRegimes(variants, { ...plan, threads: 2 }))).toBe(one);
});
