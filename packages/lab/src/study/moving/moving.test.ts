import { describe, expect, it } from 'vitest';

import { readStudies } from '../all-studies.ts';
import { figuresOf } from '../tell-arm.ts';
import { moving } from './moving-study.ts';

const [study] = (await readStudies()).filter(({ id }) => id === 'moving');
const usual = figuresOf({ figures: study?.figures ?? [] }, { set: {} });
const run = { agents: 4000, months: 48, seed: 5, replicate: 0 };

async function move(set: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  const reading = await moving.run({ ...usual, prone: 0.1, ...set }, run);
  if (reading === undefined) throw new Error('interrupted');
  return { ...reading };
}

describe('moving away from a ban', () => {
  it('repeats no harm where nobody moves', async () => {
    const reading = await move({ moves: 0 });
    expect(reading['harm-of-all']).toBeGreaterThan(0);
    expect(reading['repeat-harm']).toBe(0);
  });

  it('refuses nobody where places do not talk to one another', async () => {
    const reading = await move({});
    expect(reading['repeat-harm']).toBeGreaterThan(0);
    expect([reading['movers-stopped'], reading['wrongly-refused']]).toEqual([0, 0]);
  });

  it('repeats none under a shared record that is always asked and never wrong', async () => {
    const reading = await move({ keyed: 1, asks: 1, recodes: 0, miskeyed: 0 });
    expect([reading['repeat-harm'], reading['movers-stopped']]).toEqual([0, 1]);
    expect(reading['wrongly-refused']).toBe(0);
  });

  it('refuses those under a mistaken code at the rate of mistakes', async () => {
    const set = { keyed: 1, asks: 1, recodes: 0, miskeyed: 1, moves: 0, cleared: 1 };
    const [none, all] = [await move({ ...set, miskeyed: 0 }), await move(set)];
    expect(none['wrongly-refused']).toBe(0);
    expect(all['wrongly-refused']).toBeGreaterThan(0);
  });

  it('stops whoever keeps the name on a list of names, and namesakes with them', async () => {
    const strict = { named: 1, asks: 1, renames: 0 };
    const [many, few] = [await move({ ...strict, names: 1_000_000 }), await move(strict)];
    expect([many['repeat-harm'], many['movers-stopped']]).toEqual([0, 1]);
    // Hardly anybody shares a name where there are a million, evenly borne.
    const even = await move({ ...strict, names: 1_000_000, commonNames: 0 });
    expect(even['wrongly-refused']).toBeLessThan(few['wrongly-refused'] ?? 0);
    const renamed = await move({ ...strict, renames: 1 });
    expect(renamed['movers-stopped']).toBe(0);
  });
});
