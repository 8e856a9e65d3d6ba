import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { useDigest } from '../hash/sha256.ts';
import { assignInspectors } from './assign-inspectors.ts';
import { linesOf } from './draw-town.test-support.ts';
import { chanceOf, drawStratum, sumsOf, type DrawStratum } from './sample.ts';

const long = process.env['CREDENCE_LONG'] === '1';
const redraws = long ? 100_000 : 10_000;

beforeAll(() => {
  useDigest((pieces) => {
    const hash = createHash('sha256');
    for (const piece of pieces) hash.update(piece);
    return hash.digest('hex');
  });
});

const weights = [1, 1, 1, 2, 2, 3, 4, 4];
const lines = linesOf(weights);
const stratum: DrawStratum = { id: 'north', eligible: 8, draws: 3, coverage: 'drawn' };
const randomArm = 200;

/** How often each line was drawn, and drawn by the random arm, in so many draws. */
function redraw(times: number) {
  const drawn = new Map(lines.map(({ token }) => [token, { all: 0, random: 0 }]));
  for (let at = 0; at < times; at += 1) {
    for (const { token, arm } of drawStratum(`seed ${String(at)}`, stratum, lines, randomArm)) {
      const count = drawn.get(token);
      if (count === undefined) throw new Error('A line was drawn that is not on the list.');
      count.all += 1;
      if (arm === 'random') count.random += 1;
    }
  }
  return lines.map(({ token }) => drawn.get(token) ?? { all: 0, random: 0 });
}

/** Sum over lines of (seen - expected)^2 / expected. */
function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  return seen.reduce((sum, count, at) => {
    const hoped = expected[at] ?? 0;
    return sum + (count - hoped) ** 2 / hoped;
  }, 0);
}

describe('drawing a stratum', () => {
  it(`draws each line with its chance, over ${String(redraws)} draws`, () => {
    const seen = redraw(redraws);
    const sums = sumsOf(lines, stratum.draws, randomArm);
    const chances = weights.map((weight) => {
      const chance = chanceOf(weight, sums);
      return Number(chance.of) / Number(chance.in);
    });
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(stratum.draws, 12);
    // 99.9 % of chi-square with 8 degrees of freedom is 26.1; draws of a fixed number vary less.
    const expected = chances.map((chance) => chance * redraws);
    const all = seen.map((count) => count.all);
    expect(chiSquare(all, expected)).toBeLessThan(26.1);
    // The random arm looks at no weight: everybody has the same chance to be in it.
    const alike = (redraws * stratum.draws * randomArm) / 1000 / lines.length;
    const random = seen.map((count) => count.random);
    expect(
      chiSquare(
        random,
        lines.map(() => alike),
      ),
    ).toBeLessThan(26.1);
    // The test would see a bias of five points of a hundred.
    const biased = expected.map((each, at) => each * (at < 4 ? 1.05 : 0.95));
    expect(chiSquare(all, biased)).toBeGreaterThan(26.1);
  });

  it('leaves a line out of T draws with the chance (1 - f)^T', () => {
    const rounds = 5;
    const groups = redraws / rounds;
    const even = linesOf([1, 1, 1, 1, 1, 1]);
    let never = 0;
    for (let group = 0; group < groups; group += 1) {
      const met = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        const seed = `group ${String(group)} round ${String(round)}`;
        const draws: DrawStratum = { id: 'north', eligible: 6, draws: 2, coverage: 'drawn' };
        for (const { token } of drawStratum(seed, draws, even, 0)) met.add(token);
      }
      never += even.length - met.size;
    }
    const share = never / (groups * even.length);
    const hoped = (1 - 2 / 6) ** rounds;
    const deviation = Math.sqrt((hoped * (1 - hoped)) / (groups * even.length));
    expect(Math.abs(share - hoped)).toBeLessThan(4 * deviation);
  });

  it('draws exactly the quota, nobody twice, whatever the weights, in any order of the list', () => {
    const plans = fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 40 })
      .chain((each) =>
        fc.tuple(fc.constant(each), fc.integer({ min: 0, max: Math.floor(each.length / 4) })),
      );
    fc.assert(
      fc.property(plans, fc.string(), fc.integer({ min: 0, max: 1000 }), (plan, seed, arm) => {
        const [each, draws] = plan;
        const list = linesOf(each);
        const of: DrawStratum = { id: 'north', eligible: each.length, draws, coverage: 'drawn' };
        const drawn = drawStratum(seed, of, list, arm);
        expect(new Set(drawn.map(({ token }) => token)).size).toBe(draws);
        expect(drawn).toHaveLength(draws);
        expect(drawStratum(seed, of, [...list].reverse(), arm)).toEqual(drawn);
      }),
      { numRuns: long ? 2_000 : 100 },
    );
  });
});

describe('drawing inspectors', () => {
  const inspectors = ['a', 'b', 'c', 'd', 'e'].map((token) => ({ token, recused: [] }));
  const visits = Array.from({ length: 13 }, (_, at) => `visit ${String(at)}`);

  it('gives each visit two, and nobody more than one visit more than another', () => {
    const drawn = assignInspectors('seed', visits, inspectors, 2);
    const loads = inspectors.map(
      ({ token }) => drawn.filter((each) => each.inspectors.includes(token)).length,
    );
    expect(drawn.every((each) => new Set(each.inspectors).size === 2)).toBe(true);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    expect(assignInspectors('other', visits, inspectors, 2)).not.toEqual(drawn);
  });

  it('sends nobody where he declared an interest, and says where too few are left', () => {
    const recused = inspectors.map((each, at) => ({
      ...each,
      recused: at < 4 ? ['visit 3'] : [],
    }));
    const drawn = assignInspectors('seed', visits, recused, 2);
    expect(drawn[3]?.inspectors).toEqual(['e']);
    expect(drawn.filter((each) => each.inspectors.length < 2)).toHaveLength(1);
  });
});
