import { describe, expect, it } from 'vitest';

import { createRandom } from '../../random/random.ts';
import { addDays, civilDate } from '../../time/civil-date.ts';
import { concordanceOf } from './concordance.ts';
import { describePower, judgePower, type ClassedVisit } from './judge-power.ts';
import { figuresOf, sampleFigures } from './measure.ts';
import { everyDayOnce, layOut, type OrderedVisit } from './ordering.ts';
import { scheduleOf } from './schedule.ts';

const monday = civilDate('2026-03-02');

function visits(...of: readonly (readonly [number, number, boolean, string?])[]): OrderedVisit[] {
  return of.map(([day, value, found, group]) => ({
    ...{ day: addDays(monday, day), value, found },
    ...(group !== undefined && { inspectorGroup: group }),
  }));
}

function randomVisits(seed: number, count: number): OrderedVisit[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    ...{
      day: addDays(monday, random.below(12)),
      value: random.below(5),
      found: random.chance(0.3),
    },
    ...{ inspectorGroup: random.pick(['red', 'green']), weight: 1 + random.below(3) },
  }));
}

describe('the figures of an ordering', () => {
  it('counts each pair as two loops over all visits do, ties as a half', () => {
    const given = randomVisits(1, 80);
    const ordering = layOut(given);
    for (const scope of ['all', 'within-inspectors'] as const) {
      const expected = { right: 0, pairs: 0 };
      for (const one of given.filter(({ found }) => found)) {
        for (const other of given.filter(({ found }) => !found)) {
          if (scope !== 'all' && one.inspectorGroup !== other.inspectorGroup) continue;
          const weight = (one.weight ?? 1) * (other.weight ?? 1);
          expected.pairs += weight;
          expected.right +=
            weight * (one.value > other.value ? 1 : one.value < other.value ? 0 : 0.5);
        }
      }
      expect(concordanceOf(ordering, everyDayOnce(ordering), scope)).toEqual(expected);
    }
  });

  it('tells how many days earlier the same daily slots would have found', () => {
    const ordering = layOut(visits([0, 1, false], [1, 2, false], [2, 9, true], [3, 8, true]));
    const tally = scheduleOf(ordering, everyDayOnce(ordering));

    // The two that found something take the slots of days 0 and 1 instead of 2 and 3.
    expect(tally).toMatchObject({ found: 2, daysEarlier: 4, foundInFirstHalf: 2 });
  });

  it('brings nothing when all are held to be alike: the mean of all random orders', () => {
    const given = randomVisits(2, 60).map((visit) => ({ ...visit, value: 7 }));
    const ordering = layOut(given);
    const tally = scheduleOf(ordering, everyDayOnce(ordering));
    const random = createRandom(3);
    let shuffled = 0;
    for (let round = 0; round < 200; round += 1) {
      const other = layOut(given.map((visit) => ({ ...visit, value: random.ratio() })));
      shuffled += scheduleOf(other, everyDayOnce(other)).daysEarlier / 200;
    }

    expect(tally.foundInFirstHalf).toBeCloseTo(tally.found / 2);
    expect(Math.abs(tally.daysEarlier - shuffled) / tally.found).toBeLessThan(0.3);
  });

  it('gives the same intervals for the same seed, and others for another', () => {
    const periods = [layOut(randomVisits(4, 100))];
    const of = (seed: number) => figuresOf(sampleFigures(periods, { seed, draws: 20 }));

    expect(of(1)).toEqual(of(1));
    expect(of(1).auc).not.toEqual(of(2).auc);
    expect(of(1).auc?.value).toBe(of(2).auc?.value);
  });
});

describe('the power of classes', () => {
  const classes = ['A', 'B', 'C', 'D'];
  const bare = ({ day, class: risk, found }: ClassedVisit): ClassedVisit => ({
    ...{ day, found },
    class: risk,
  });

  function classed(
    count: number,
    draw: (random: ReturnType<typeof createRandom>) => Omit<ClassedVisit, 'day'>,
  ): ClassedVisit[] {
    const random = createRandom('classes');
    return Array.from({ length: count }, (_, index) => ({
      ...draw(random),
      day: addDays(monday, index % 40),
    }));
  }
  const judge = (given: readonly ClassedVisit[]) =>
    judgePower(given, { classes, seed: 1, draws: 60 });

  it('is clear where breaches are found more often in higher classes', () => {
    const verdict = judge(
      classed(600, (random) => {
        const place = random.below(4);
        return { class: classes[place] ?? 'A', found: random.chance(0.1 + 0.15 * place) };
      }),
    );

    expect(verdict.kind).toBe('clear');
    expect(describePower(verdict, 'en')).toMatch(/^Power is clearly above chance: AUC 0\.7/);
  });

  it('is not where classes are drawn by lot, and the reason is said in both languages', () => {
    const verdict = judge(
      classed(600, (random) => ({ class: random.pick(classes), found: random.chance(0.2) })),
    );

    expect(verdict.kind).toBe('not-clear');
    expect(describePower(verdict, 'en')).toContain('Not used for scheduling');
    expect(describePower(verdict, 'zh')).toContain('不用于安排检查');
  });

  it('is said with what was compared, and with how many visits it would take', () => {
    const auc = { value: 0.7, lower: 0.6, upper: 0.8 };
    const withinInspectors = { value: 0.65, lower: 0.55, upper: 0.75 };
    const counts = { visits: 200, found: 60 };
    const both = { kind: 'clear', ...counts, auc, withinInspectors } as const;
    expect(describePower(both, 'en')).toContain('within inspectors 0.650 (0.550 to 0.750)');
    expect(describePower(both, 'zh')).toContain('同组检查人员内部比较 0.650');
    const alone = { kind: 'clear', ...counts, auc } as const;
    expect(describePower(alone, 'en')).not.toContain('within');
    expect(describePower(alone, 'zh')).toMatch(/^预测效力明显高于随机水平：AUC 0\.700/);
    const few = { kind: 'too-few', visits: 40, found: 3 } as const;
    expect(describePower(few, 'en')).toContain('of 40 visits 3 found a breach');
    expect(describePower(few, 'zh')).toContain('40 次检查中有 3 次发现问题');
  });

  it('is not where classes only know who inspects', () => {
    const given = classed(500, (random) => {
      const strict = random.chance(0.5);
      return {
        ...{ class: strict ? 'D' : 'A', found: random.chance(strict ? 0.5 : 0.05) },
        inspectorGroup: strict ? 'strict' : 'lenient',
      };
    });
    const mixed = given.map((visit, index) => (index % 10 > 0 ? visit : { ...visit, class: 'B' }));

    expect(judge(mixed)).toMatchObject({ kind: 'not-clear' });
    expect(judge(mixed.map(bare)).kind).toBe('clear');
  });

  it('weighs outcomes by how seldom they were selected', () => {
    const [often, seldom] = [{ selectionProbability: 0.9 }, { selectionProbability: 0.1 }];
    const given = classed(400, (random) => {
      const found = random.chance(0.5);
      return random.chance(0.5)
        ? { class: found ? 'D' : 'A', found, ...often }
        : { class: found ? 'A' : 'D', found, ...seldom };
    });
    const unweighed = given.map(bare);

    const weighed = judge(given);
    expect(weighed.kind === 'too-few' ? 1 : weighed.auc.upper).toBeLessThan(0.3);
    const plain = judge(unweighed);
    expect(plain.kind === 'too-few' ? 0 : plain.auc.value).toBeGreaterThan(0.4);
  });

  it('is not judged from a handful of visits, nor of classes nobody listed', () => {
    const few = classed(50, () => ({ class: 'A', found: false }));

    expect(judge(few)).toEqual({ kind: 'too-few', visits: 50, found: 0 });
    expect(() => judge([{ day: monday, class: 'E', found: true }])).toThrow(
      'E is none of A, B, C, D',
    );
    expect(() =>
      judge([{ day: monday, class: 'A', found: true, selectionProbability: 0 }]),
    ).toThrow('0 is no probability');
  });
});
