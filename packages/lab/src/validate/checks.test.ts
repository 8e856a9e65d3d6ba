import { describe, expect, it } from 'vitest';

import { madeUpRegime, noRegime } from '../world/regime.test-support.ts';
import { hasPassed, type Check, type Effort, type Figure } from './check.ts';
import { checks } from './checks.ts';

const effort: Effort = {
  // Regimes made by hand have no edition to check, which is most of the time.
  openRegime: (id) => (id === 'none' ? noRegime() : madeUpRegime()),
  size: 'brief',
  seed: 20_260_401,
  ...(process.env['CREDENCE_SHARED'] !== undefined && { shared: process.env['CREDENCE_SHARED'] }),
};

/** Constants to get wrong in each check that can be run, and how many figures must notice. */
const faults: Readonly<Record<string, readonly [Readonly<Record<string, number>>, number]>> = {
  V1: [{ p2: 0.45, chanceTargeted: 0.5 }, 9],
  V2: [{ sensitivity: 0.5, falsePositive: 0.015 }, 6],
  V3: [{ rateSecond: 0.11 }, 3],
  V4: [{ staff: 11 }, 2],
  V5: [{ start: 2 }, 1],
  V6: [{ a: 8 }, 3],
  V7: [{ wanted: 4 }, 2],
  V11: [{ rate: 0.05 }, 1],
  V12: [{ falsePositive: 0.001, fine: 1, replicateOfTwo: 1, chanceOfEvents: 0.06 }, 10],
};

async function figuresOf(check: Check, wrong: Readonly<Record<string, number>> = {}) {
  const outcome = await check.run({ ...effort, wrong });
  return outcome.kind === 'ran' ? outcome.figures : undefined;
}

const failed = (figures: readonly Figure[] = []): readonly string[] =>
  figures.filter((figure) => !hasPassed(figure)).map(({ name, found }) => `${name}: ${found}`);

describe.each(checks.filter(({ id }) => id in faults))('$id $title.en', (check) => {
  it('passes', async () => {
    const figures = await figuresOf(check);
    expect(figures?.length).toBeGreaterThan(0);
    expect(failed(figures)).toEqual([]);
  });

  it('fails when its constants are wrong', async () => {
    const [wrong, noticed] = faults[check.id] ?? [{}, Infinity];
    expect(failed(await figuresOf(check, wrong)).length).toBeGreaterThanOrEqual(noticed);
  });
});

describe('checks', () => {
  it('are twelve, and those without a source say so', async () => {
    expect(checks.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, i) => `V${i + 1}`));
    for (const id of ['V9', 'V10']) {
      const outcome = await checks.find((check) => check.id === id)?.run(effort);
      expect(outcome?.kind).toBe('not-run');
    }
    const chicago = checks.find(({ id }) => id === 'V8');
    const outcome = await chicago?.run({ size: 'brief', seed: 1 });
    expect(outcome?.kind).toBe('not-run');
  });

  it.skipIf(effort.shared === undefined)(
    'V8 finds the gain in the inspectors, and notices when they are shuffled',
    async () => {
      const chicago = checks.find(({ id }) => id === 'V8') as Check;
      const gate = 'inspector alone, days earlier, less those of the full model';
      expect(failed(await figuresOf(chicago))).toEqual([]);
      const shuffled = failed(await figuresOf(chicago, { inspectorsShuffled: 1 }));
      expect(shuffled.map((each) => each.split(': ')[0])).toContain(gate);
    },
  );
});
