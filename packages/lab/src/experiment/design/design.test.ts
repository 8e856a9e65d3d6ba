import { describe, expect, it } from 'vitest';

import { searchBoxes } from './box-search.ts';
import { pointAt, type Factor, type Point } from './factor.ts';
import { fullFactorial } from './full-factorial.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { morrisDesign, morrisEffects } from './morris.ts';
import { saltelliPoints, saltelliShares } from './saltelli.ts';

const turn: readonly Factor[] = ['x', 'y', 'z'].map((id) => ({
  id,
  least: -Math.PI,
  most: Math.PI,
}));
const unit: readonly Factor[] = ['x', 'y', 'z'].map((id) => ({ id, least: 0, most: 1 }));

function ishigami({ x = 0, y = 0, z = 0 }: Point): number {
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

describe('a point', () => {
  it('lies in its range, and on whole numbers where only these make sense', () => {
    const factors = [
      { id: 'share', least: 2, most: 4 },
      { id: 'lists', least: 0, most: 3, whole: true },
    ];
    expect(pointAt(factors, [0.5, 0.999])).toEqual({ share: 3, lists: 3 });
    expect(pointAt(factors, [0, 0.25])).toEqual({ share: 2, lists: 1 });
    expect(pointAt(factors, [1, 1])).toEqual({ share: 4, lists: 3 });
  });
});

describe('full factorial', () => {
  it('has every level with every other, once', () => {
    const points = fullFactorial([
      { id: 'x', levels: [0, 1] },
      { id: 'y', levels: [5, 6, 7] },
    ]);
    expect(points).toHaveLength(6);
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(6);
    expect(points.slice(0, 2)).toEqual([
      { x: 0, y: 5 },
      { x: 0, y: 6 },
    ]);
    expect(fullFactorial([])).toEqual([{}]);
  });
});

describe('Latin hypercube', () => {
  it('has one point in each stretch of each factor', () => {
    const points = latinHypercube(unit, 40, 3);
    for (const id of ['x', 'y', 'z']) {
      const stretches = points.map((point) => Math.floor((point[id] ?? 0) * 40));
      expect([...stretches].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    }
    expect(points).toEqual(latinHypercube(unit, 40, 3));
    expect(points).not.toEqual(latinHypercube(unit, 40, 4));
  });
});

describe('Saltelli', () => {
  const points = saltelliPoints(turn, 4096, 1);

  it('finds the shares of the Ishigami function', () => {
    expect(points).toHaveLength(4096 * 8);
    const shares = saltelliShares(turn, points.map(ishigami));
    const expected = { x: [0.314, 0.558], y: [0.442, 0.442], z: [0, 0.244] } as const;
    for (const { id, first, total } of shares) {
      const [one, all] = expected[id as 'x' | 'y' | 'z'];
      expect(Math.abs(first - one)).toBeLessThan(0.03);
      expect(Math.abs(total - all)).toBeLessThan(0.03);
    }
    // x and z work together, as the difference of total and first says; y works with nobody.
    expect(Math.abs((shares[0]?.pairs['z'] ?? 0) - 0.244)).toBeLessThan(0.05);
    expect(Math.abs((shares[2]?.pairs['x'] ?? 0) - 0.244)).toBeLessThan(0.05);
    expect(Math.abs(shares[0]?.pairs['y'] ?? 1)).toBeLessThan(0.05);
  });

  it('finds the squares of the weights of a sum', () => {
    const few = saltelliPoints(unit, 1024, 5);
    const shares = saltelliShares(
      unit,
      few.map(({ x = 0, y = 0 }) => 3 * x + 4 * y),
    );
    expect(shares.map(({ total }) => total)).toEqual([
      expect.closeTo(9 / 25, 1),
      expect.closeTo(16 / 25, 1),
      0,
    ]);
  });

  it('finds nothing where nothing varies, and refuses what is no such design', () => {
    expect(saltelliShares(unit, new Float64Array(16)).map(({ total }) => total)).toEqual([0, 0, 0]);
    expect(() => saltelliShares(unit, [1, 2, 3])).toThrow('3 outcomes are no design of 3 factors');
  });
});

describe('Morris', () => {
  it('finds the weights of a sum exactly, with no spread', () => {
    const design = morrisDesign(unit, 6, 2);
    expect(design.points).toHaveLength(24);
    const outcomes = design.points.map(({ x = 0, y = 0 }) => 3 * x - 4 * y);
    const effects = morrisEffects(unit, design, outcomes);
    expect(effects.map(({ mean }) => mean)).toEqual([
      expect.closeTo(3, 9),
      expect.closeTo(-4, 9),
      0,
    ]);
    effects.forEach(({ spread }) => expect(spread).toBeCloseTo(0, 9));
  });

  it('goes by how far whole numbers really moved, and learns nothing where one stayed', () => {
    const factors: Factor[] = [
      { id: 'few', least: 1, most: 2, whole: true },
      { id: 'some', least: 0, most: 2, whole: true },
    ];
    const design = morrisDesign(factors, 20, 4);
    const outcomes = design.points.map(({ few = 0, some = 0 }) => 5 * few + some);
    const effects = morrisEffects(factors, design, outcomes);
    expect(effects.map(({ mean }) => mean)).toEqual([expect.closeTo(5, 9), expect.closeTo(2, 9)]);
    effects.forEach(({ spread }) => expect(spread).toBeCloseTo(0, 9));
  });

  it('keeps the size of an effect whose signs cancel', () => {
    const design = morrisDesign(unit, 200, 2);
    const effects = morrisEffects(
      unit,
      design,
      design.points.map(({ x = 0 }) => (x - 0.5) ** 2),
    );
    const [first] = effects;
    expect(Math.abs(first?.mean ?? 1)).toBeLessThan(0.1);
    expect(first?.size).toBeGreaterThan(0.3);
    expect(first?.spread).toBeGreaterThan(0.3);
    expect(() => morrisEffects(unit, design, [1])).toThrow('1 outcomes for 800 settings');
  });
});

describe('search of boxes', () => {
  const points = latinHypercube(unit, 600, 9);
  const planted = ({ x = 0, y = 0 }: Point): boolean => x > 0.6 && y < 0.4;

  it('finds a planted box, and leaves the factor alone that has no part in it', () => {
    const boxes = searchBoxes(unit, points, points.map(planted));
    const last = boxes.at(-1);
    expect(last?.density).toBe(1);
    expect(last?.coverage).toBeGreaterThan(0.9);
    expect(last?.limits['x']?.least).toBeGreaterThan(0.58);
    expect(last?.limits['x']?.least).toBeLessThan(0.68);
    expect(last?.limits['y']?.most).toBeLessThan(0.42);
    expect(last?.limits['z']).toEqual({ least: 0, most: 1 });
    expect(boxes[0]).toMatchObject({ coverage: 1, mass: 1 });
  });

  it('stays with everything where it happens everywhere, and nowhere', () => {
    expect(
      searchBoxes(
        unit,
        points,
        points.map(() => true),
      ),
    ).toMatchObject([{ density: 1, mass: 1 }]);
    expect(
      searchBoxes(
        unit,
        points,
        points.map(() => false),
      ),
    ).toMatchObject([{ coverage: 0, mass: 1 }]);
  });

  it('keeps within the least share it may hold', () => {
    const noise = points.map((_, at) => at % 3 === 0);
    const boxes = searchBoxes(unit, points, noise, { peel: 0.1, leastMass: 0.3 });
    boxes.forEach(({ mass }) => expect(mass).toBeGreaterThanOrEqual(0.3));
  });
});
