import { beforeAll, describe, expect, it } from 'vitest';

import type { Regime } from '../regime/regime.ts';
import { readLosses, type Losses } from '../society/read-world-figures.ts';
import { compileMeasures } from './compile-measures.ts';
import { effect, GRADES } from './record-state.ts';
import { madeUpRegime } from './regime.test-support.ts';

let regime: Regime;
let losses: Losses;
beforeAll(async () => {
  regime = await madeUpRegime();
  losses = await readLosses();
});

const none = { extraMeasures: 0, extraLoss: 0.01, losses: 1 };
const ungraded = GRADES - 1;

describe('measures of a subject', () => {
  it('take together what each leaves of the rest, and the same one only once', () => {
    const { lossOf, effects } = compileMeasures(regime, losses, none);
    const [tenders, travel] = [lossOf[GRADES + ungraded] ?? 0, lossOf[2 * GRADES + ungraded] ?? 0];
    expect(tenders).toBeCloseTo(0.03, 12);
    expect(travel).toBeCloseTo(0.06, 12);
    expect(lossOf[3 * GRADES + ungraded]).toBeCloseTo(1 - (1 - tenders) * (1 - travel), 12);
    // The worst grade refuses the same tenders as the first list.
    expect(lossOf[GRADES + 2]).toBe(tenders);
    expect(lossOf[2]).toBe(tenders);
    expect(lossOf[0]).toBe(0);
    expect(effects[GRADES + ungraded]).toBe(effect.adverse);
    expect(effects[2 * GRADES + ungraded]).toBe(effect.adverse | effect.essential);
    expect(effects[ungraded]).toBe(0);
  });

  it('grow with those beyond the law for whoever is listed, and vanish with the losses', () => {
    const more = compileMeasures(regime, losses, { ...none, extraMeasures: 10 });
    expect(more.lossOf[GRADES + ungraded]).toBeCloseTo(1 - 0.97 * 0.99 ** 10, 12);
    expect(more.lossOf[ungraded]).toBe(0);
    const free = compileMeasures(regime, losses, { ...none, losses: 0 });
    expect(Math.max(...free.lossOf)).toBe(0);
  });

  it('are refused when nobody has said what such a thing is worth', () => {
    const [first] = regime.measures;
    if (first === undefined) throw new Error('no measure');
    const strange = { ...regime, measures: [{ ...first, touches: ['dreams'] }] };
    expect(() => compileMeasures(strange, losses, none)).toThrow(/touches "dreams".*losses.yaml/);
  });
});
