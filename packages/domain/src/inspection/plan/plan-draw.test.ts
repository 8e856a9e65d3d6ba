import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PowerVerdict } from '../backtest/judge-power.ts';
import { planDraw, TOGETHER, type PlanLine, type PlanRules } from './plan-draw.ts';
import { yieldOf, type VisitOutcome } from './visit-outcome.ts';

const rules: PlanRules = {
  shares: [
    { class: 'a', perThousand: 10 },
    { class: 'b', perThousand: 30 },
    { class: 'c', perThousand: 100 },
    { class: 'd', perThousand: 300 },
  ],
  ...{ even: 30, least: 10, most: 300, randomArm: 150, fullCoverage: ['kilns'] },
};
const auc = { value: 0.7, lower: 0.6, upper: 0.8 };
const clear: PowerVerdict = { kind: 'clear', visits: 200, found: 60, auc };
const unclear: PowerVerdict = { kind: 'too-few', visits: 3, found: 1 };

function town(counts: Readonly<Record<string, number>>, stratum = 'north'): readonly PlanLine[] {
  return Object.entries(counts).flatMap(([risk, count]) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ stratum, class: risk, home: `${stratum}/${risk}/${String(at)}` },
    })),
  );
}

const large = { a: 500, b: 400, c: 80, d: 20 };

describe('a plan of inspections', () => {
  it('weighs by class only where visits have shown that classes foresee anything', () => {
    const planned = planDraw(town(large), rules, clear);
    expect(planned).toMatchObject({ classes: { used: true }, strata: [{ draws: 31 }] });
    for (const [power, why] of [
      [unclear, 'too-few'],
      [{ kind: 'not-clear', visits: 90, found: 40, auc } satisfies PowerVerdict, 'not-clear'],
    ] as const) {
      const even = planDraw(town(large), rules, power);
      expect(even).toMatchObject({ classes: { used: false, why }, strata: [{ draws: 30 }] });
      if (even.kind !== 'planned') throw new Error('It was not planned.');
      expect(new Set(even.lines.map(({ weight }) => weight))).toEqual(new Set([1]));
    }
    const unknown = [...town(large), { home: 'new', stratum: 'north' }];
    expect(planDraw(unknown, rules, clear)).toMatchObject({ classes: { why: 'class-missing' } });
  });

  it('visits everybody of a sector under full coverage, and draws the others as before', () => {
    const planned = planDraw([...town(large), ...town({ a: 3 }, 'kilns')], rules, clear);
    expect(planned).toMatchObject({
      strata: [
        { id: 'kilns', eligible: 3, draws: 3, coverage: 'full' },
        { id: 'north', eligible: 1000, draws: 31, coverage: 'drawn' },
      ],
    });
  });

  it('draws small strata together, and refuses a list in which somebody would be certain', () => {
    const few = [1, 2, 3].flatMap((at) => town({ b: 2 }, `hamlet ${String(at)}`));
    const planned = planDraw([...town(large), ...few], rules, unclear);
    expect(planned).toMatchObject({ strata: [{ id: 'north' }, { id: TOGETHER, eligible: 6 }] });
    // One that is too few alone joins the largest of the others.
    const two = [...town({ b: 90 }, 'south'), ...town(large), ...town({ b: 1 }, 'hamlet')];
    two.push({ home: 'new', stratum: 'hamlet' });
    expect(planDraw(two, rules, unclear)).toMatchObject({
      strata: [
        { id: 'north', eligible: 1002 },
        { id: 'south', eligible: 90 },
      ],
    });
    expect(planDraw(town({ b: 2 }), rules, unclear)).toEqual({
      ...{ kind: 'list-too-small', eligible: 2 },
    });
    expect(planDraw([], rules, unclear).kind).toBe('list-too-small');
  });

  it('never leaves the limits of a chance, for any town: nobody is exempt and nobody certain', () => {
    const counts = fc.record({
      ...{ a: fc.nat(300), b: fc.nat(300), c: fc.nat(60), d: fc.nat(40) },
    });
    fc.assert(
      fc.property(counts, fc.nat(5), fc.boolean(), (each, hamlet, isClear) => {
        const lines = [...town(each), ...town({ b: hamlet }, 'hamlet')];
        const planned = planDraw(lines, rules, isClear ? clear : unclear);
        if (planned.kind !== 'planned') return;
        expect(planned.lines).toHaveLength(lines.length);
        for (const { id, draws, eligible } of planned.strata) {
          const inside = planned.lines.filter(({ stratum }) => stratum === id);
          const sum = inside.reduce((total, { weight }) => total + weight, 0);
          expect(inside).toHaveLength(eligible);
          for (const { weight } of inside) {
            const chance = draws * (0.15 / eligible + (0.85 * weight) / sum);
            expect(chance).toBeGreaterThan(0.0099999);
            expect(chance).toBeLessThan(0.3000001);
          }
        }
      }),
      { numRuns: process.env['CREDENCE_LONG'] === '1' ? 2_000 : 60 },
    );
  });
});

describe('the yield of visits', () => {
  it('counts nobody met as no visit, and weighs each by its chance', () => {
    const visit = { draw: 'x', on: '2026-05-01', arm: 'class' } as unknown as VisitOutcome;
    const outcomes: readonly VisitOutcome[] = [
      { ...visit, result: 'faults', chance: 0.5 },
      { ...visit, result: 'in-order', chance: 0.1 },
      { ...visit, result: 'not-met', chance: 0.1 },
    ];
    expect(yieldOf(outcomes)).toEqual({ visits: 2, found: 1, estimate: 2 / 12 });
    // Who was picked by hand had no chance, and says nothing of the others.
    const picked: VisitOutcome = { ...visit, arm: 'hand-picked', result: 'faults' };
    expect(yieldOf([...outcomes, picked])).toEqual({ visits: 3, found: 2, estimate: 2 / 12 });
    expect(yieldOf([])).toEqual({ visits: 0, found: 0 });
  });
});
