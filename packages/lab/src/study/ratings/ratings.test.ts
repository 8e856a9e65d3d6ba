import { describe, expect, it } from 'vitest';

import { readStudies } from '../all-studies.ts';
import { figuresOf } from '../tell-arm.ts';
import { ratings } from './ratings-study.ts';

const [study] = (await readStudies()).filter(({ id }) => id === 'ratings');
const usual = figuresOf({ figures: study?.figures ?? [] }, { set: {} });
const run = { agents: 2000, months: 3, seed: 3, replicate: 0 };

async function rate(set: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  const reading = await ratings.run({ ...usual, ...set }, run);
  if (reading === undefined) throw new Error('interrupted');
  return { ...reading };
}

describe('ratings in which friends count', () => {
  it('move nobody without an own act where friends have no share', async () => {
    const reading = await rate({ share: 0, acts: 0.2 });
    expect(reading['changed-without-act']).toBe(0);
    expect(reading['points-lost-to-group']).toBe(0);
  });

  it('move nobody where nobody acts, whatever the share', async () => {
    const reading = await rate({ share: 20, acts: 0 });
    expect(reading['changed-without-act']).toBe(0);
  });

  it('move more people the more friends count', async () => {
    const [some, more] = [await rate({ share: 5 }), await rate({ share: 20 })];
    expect(some['fell-without-act']).toBeGreaterThan(0);
    expect(more['fell-without-act']).toBeGreaterThan(2 * (some['fell-without-act'] ?? 0));
  });

  it.each([0, 0.5, 0.9])('settle at G = (1 - s) D / (1 - s h) with links near %s', async (near) => {
    const free = await rate({ share: 0, near, acts: 0, block: 1000 });
    const held = await rate({ share: 20, near, acts: 0, block: 1000 });
    const gap = free['rating-gap'] ?? 0;
    expect(gap).toBeGreaterThan(90);
    // Who lives at the edge of a block has neighbours of the other group, hence the tolerance.
    const settled = held['rating-gap'] ?? 0;
    expect(Math.abs(settled - (0.8 * gap) / (1 - 0.2 * near))).toBeLessThan(1);
    expect(Math.abs((held['points-lost-to-group'] ?? 0) - 0.2 * near * settled)).toBeLessThan(1);
  });
});
