import { describe, expect, it } from 'vitest';

import { readStudies } from '../all-studies.ts';
import { figuresOf } from '../tell-arm.ts';
import { judges } from './judges-study.ts';

const [study] = (await readStudies()).filter(({ id }) => id === 'judges');
const usual = figuresOf({ figures: study?.figures ?? [] }, { set: {} });

async function judge(
  set: Readonly<Record<string, number>>,
  months = 12,
): Promise<Record<string, number>> {
  const run = { agents: 4000, months, seed: 7, replicate: 0 };
  const reading = await judges.run({ ...usual, ...set }, run);
  if (reading === undefined) throw new Error('interrupted');
  return { ...reading };
}

/** No chance, no leaning, nothing atypical. */
const plain = { leaning: 0, chance: 0, atypical: 0 };

describe('judges held to an average', () => {
  it.each([1, 2])('decide as if not held where there is no pressure (held %s)', async (held) => {
    const [free, none] = [await judge({ held: 0 }), await judge({ held, pressure: 0 })];
    expect(none['atypical-error']).toBe(free['atypical-error']);
    expect(none['drift']).toBe(free['drift']);
  });

  it('are without error where nothing leans, chances or binds', async () => {
    const reading = await judge({ ...plain, held: 0 });
    expect(reading['mean-error']).toBe(0);
    expect(reading['learnt-spread']).toBeCloseTo(0, 4);
  });

  it('keep w^(n+1) of a first misfit after learning n times', async () => {
    const set = { ...plain, held: 1, pressure: 0.8, misfit: 5, relearns: 1 };
    const reading = await judge(set, 4);
    expect(reading['drift']).toBeCloseTo(5 * 0.8 ** 4, 6);
  });

  it('decide atypical cases w (1 - a) relief too hard in the long run', async () => {
    const set = { ...plain, atypical: 0.2, held: 1, pressure: 0.5, relearns: 1 };
    // The prediction starts at the mean of what is right.
    const reading = await judge({ ...set, misfit: -0.2 * 8 });
    expect(reading['atypical-error']).toBeCloseTo(0.5 * 0.8 * 8, 1);
    expect(reading['drift']).toBeCloseTo(0, 1);
  });

  it('teach the prediction (1 - w) of their spread', async () => {
    const set = { atypical: 0, misfit: 0, held: 1, relearns: 1 };
    const [free, held] = [
      await judge({ ...set, pressure: 0 }),
      await judge({ ...set, pressure: 0.7 }),
    ];
    const spread = Math.hypot(3, 2);
    expect(free['learnt-spread']).toBeCloseTo(spread, 1);
    expect(held['learnt-spread']).toBeCloseTo(0.3 * spread, 1);
  });

  it('decide freely where reasons are always written', async () => {
    const set = { held: 2, pressure: 0.9, reasons: 1 };
    const [reasoned, free] = [await judge(set), await judge({ held: 0 })];
    expect(reasoned['mean-error']).toBe(free['mean-error']);
    expect(reasoned['reasons-written']).toBeGreaterThan(0.1);
  });
});
