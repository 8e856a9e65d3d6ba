import { describe, expect, it } from 'vitest';

import { estimateOf } from '../../experiment/statistic/estimate.ts';
import { readStudies } from '../all-studies.ts';
import { figuresOf } from '../tell-arm.ts';
import { breakEven, loansModel } from './loans-model.ts';
import { aucOf, loans } from './loans-study.ts';

const [study] = (await readStudies()).filter(({ id }) => id === 'loans');
const usual = figuresOf({ figures: study?.figures ?? [] }, { set: {} });

async function lend(
  set: Readonly<Record<string, number>>,
  replicate = 0,
): Promise<Record<string, number>> {
  const run = { agents: 8000, months: 1, seed: 9, replicate };
  const reading = await loans.run({ ...usual, ...set }, run);
  if (reading === undefined) throw new Error('interrupted');
  return { ...reading };
}

describe('public records mixed into loans', () => {
  it('change nothing where compliance says nothing and weights are learnt', async () => {
    const [alone, mixed] = [
      await lend({ mixing: 0, correlation: 0 }),
      await lend({ mixing: 1, correlation: 0 }),
    ];
    expect(mixed).toEqual(alone);
  });

  it('help where they say much, and cost the small', async () => {
    const [alone, mixed] = [
      await lend({ mixing: 0, correlation: 0.6 }),
      await lend({ mixing: 1, correlation: 0.6 }),
    ];
    expect(mixed['auc']).toBeGreaterThan((alone['auc'] ?? 1) + 0.003);
    expect(mixed['good-refused-gap']).toBeGreaterThan((alone['good-refused-gap'] ?? 1) + 0.02);
  });

  it('leave small firms alone where their records are as good', async () => {
    const alike = { exposure: 0, correlation: 0.4 };
    const mixed = await lend({ ...alike, mixing: 2 });
    expect(Math.abs(mixed['good-refused-gap'] ?? 1)).toBeLessThan(0.02);
  });

  it('break even, with a fixed weight, where the formula says', async () => {
    const correlation = breakEven({ ...loansModel.parameters, ...usual, mixing: 2 });
    expect(correlation).toBeCloseTo(0.2847, 3);
    const gainsAt = async (at: number): Promise<readonly [number, number]> => {
      const gains: number[] = [];
      for (let replicate = 0; replicate < 6; replicate += 1) {
        const alone = await lend({ mixing: 0, correlation: at }, replicate);
        const mixed = await lend({ mixing: 2, correlation: at }, replicate);
        gains.push((mixed['auc'] ?? 0) - (alone['auc'] ?? 0));
      }
      const { low, high } = estimateOf(gains);
      return [low, high];
    };
    const [low, high] = await gainsAt(correlation);
    expect([low < 0.001, high > -0.001]).toEqual([true, true]);
    expect((await gainsAt(0))[1]).toBeLessThan(0);
    expect((await gainsAt(0.6))[0]).toBeGreaterThan(0);
  });

  it('tell apart by Mann and Whitney’s statistic', () => {
    const bad = (...firms: readonly number[]) => ({
      get: (firm: number) => (firms.includes(firm) ? 1 : 0),
    });
    expect(aucOf(Float64Array.of(1, 2, 3, 4), bad(0, 1))).toBe(1);
    expect(aucOf(Float64Array.of(1, 2, 3, 4), bad(2, 3))).toBe(0);
    expect(aucOf(Float64Array.of(1, 2, 3, 4), bad(0, 2))).toBe(0.75);
    expect(aucOf(Float64Array.of(1, 2), bad())).toBe(0.5);
  });
});
