import { describe, expect, it } from 'vitest';

import type { Comparison, Estimate, RegimeOutcome } from '../experiment/comparison.ts';
import { sampleComparison } from '../report/sample-comparison.test-support.ts';
import { judgeDraft } from './judge-draft.ts';

const [above, draft] = ['cn-2026', 'wanglan-2027'];
const limited = 'wrongful-entries';
const near = (value: number, half: number): Estimate => ({
  ...{ value, low: value - half, high: value + half },
});

/** The sample, where the rule above has this of the limited harm (of 45) and the draft so much more. */
function comparison(
  held: Estimate,
  difference: Estimate,
  given: Partial<Comparison> = {},
): Comparison {
  const limit = { measure: limited, atMost: 45, found: held };
  const aboveVerdict: RegimeOutcome['verdict'] = {
    promulgable: held.high <= 45,
    beyond: held.low > 45 ? [limit] : [],
    undecided: held.low <= 45 && held.high > 45 ? [limit] : [],
  };
  const outcomes = sampleComparison.outcomes.map((outcome) =>
    outcome.regime === above
      ? {
          ...outcome,
          estimates: { ...outcome.estimates, [limited]: held },
          verdict: aboveVerdict,
        }
      : outcome,
  );
  const pairs = sampleComparison.pairs.map((pair) => ({
    ...pair,
    differences: { ...pair.differences, [limited]: difference },
  }));
  const [first, second, ...others] = sampleComparison.regimes;
  if (first === undefined || second === undefined) throw new Error('The sample has two regimes.');
  const regimes = [first, { ...second, practice: first.practice }, ...others];
  return { ...sampleComparison, outcomes, pairs, regimes, ...given };
}

function judged(compared: Comparison, buildsOn: readonly string[] = ['cn-2026']) {
  const { outcomes } = judgeDraft(compared, { id: draft, buildsOn });
  const verdict = outcomes.find(({ regime }) => regime === draft)?.verdict;
  if (verdict === undefined) throw new Error('The draft has an outcome.');
  return verdict;
}

describe('the verdict on a draft', () => {
  const excess = near(50, 2);

  it('is by what it adds, where the rule above is beyond the limit itself', () => {
    expect(judged(comparison(excess, near(3, 1)))).toMatchObject({
      promulgable: false,
      beyond: [
        { measure: limited, against: { from: above, above: excess, difference: near(3, 1) } },
      ],
    });
    for (const none of [near(0, 0), near(-3, 1)]) {
      const verdict = judged(comparison(excess, none));
      expect(verdict).toMatchObject({ promulgable: true, beyond: [], undecided: [] });
      // The excess of the rule above is told all the same.
      expect(verdict.inherited).toMatchObject([{ against: { above: excess, difference: none } }]);
    }
    const open = judged(comparison(excess, near(0.5, 1)));
    expect(open).toMatchObject({ promulgable: false, beyond: [], undecided: [{ against: {} }] });
  });

  it('leaves a draft the margin of a limit where the rule above is beyond it, and no more', () => {
    const margin = { value: 2, source: { zh: '自定', en: 'our own' }, confidence: 'unverified' };
    const limits = sampleComparison.limits.map((limit) =>
      limit.measure === limited ? { ...limit, addedAtMost: margin } : limit,
    ) as Comparison['limits'];
    const within = (difference: Estimate) => judged(comparison(excess, difference, { limits }));
    expect(within(near(0.5, 1.5))).toMatchObject({
      ...{ promulgable: true, beyond: [], undecided: [] },
      inherited: [{ against: { margin, difference: near(0.5, 1.5) } }],
    });
    expect(within(near(0.5, 1.6))).toMatchObject({
      promulgable: false,
      undecided: [{ against: {} }],
    });
    // Surely more than nothing is not yet more than the margin; only that is beyond.
    expect(within(near(2, 1))).toMatchObject({ beyond: [], undecided: [{}] });
    expect(within(near(4, 1))).toMatchObject({ beyond: [{ against: { margin } }], undecided: [] });
    // Where the rule above keeps the limit, the draft does: the margin is nothing to go over it by.
    const kept = judged(comparison(near(39, 1.4), near(0, 1), { limits }));
    expect(kept.beyond).toMatchObject([{ measure: limited }]);
  });

  it('is by what it adds, where the rule above is not shown to keep the limit', () => {
    expect(judged(comparison(near(45, 2), near(0, 0))).promulgable).toBe(true);
    expect(judged(comparison(near(45, 2), near(3, 1))).beyond).toHaveLength(1);
  });

  it('is by its own harm, where the rule above keeps the limit', () => {
    const verdict = judged(comparison(near(39, 1.4), near(-3, 1)));
    expect(verdict.beyond).toMatchObject([{ measure: limited, found: { value: 51.1 } }]);
    expect(verdict.beyond[0]).not.toHaveProperty('against');
    expect(verdict).not.toHaveProperty('inherited');
  });

  it('is by its own harm, where it is held against what it does not build on', () => {
    const compared = comparison(excess, near(-3, 1));
    for (const buildsOn of [[], ['joint-2016']]) {
      expect(judged(compared, buildsOn).beyond[0]).not.toHaveProperty('against');
    }
  });

  it('is by its own harm, where it is carried out otherwise than the rule above', () => {
    const compared = comparison(excess, near(-3, 1));
    const { regimes } = compared;
    const gentler = regimes.map((regime) =>
      regime.id === draft
        ? { ...regime, practice: regime.practice.map((each) => ({ ...each, value: 0 })) }
        : regime,
    );
    expect(judged({ ...compared, regimes: gentler }).promulgable).toBe(false);
    expect(judged(compared).promulgable).toBe(true);
  });

  it('is by the number behind a share: more people lightly burdened excuse nothing', () => {
    const [share, number] = ['loss-over-tenfold-fine', 'over-tenfold-fine'];
    const held = near(0.4, 0.01);
    const base = comparison(near(39, 1), near(0, 0));
    const limit = { measure: share, atMost: 0.05, found: held };
    const outcomes = base.outcomes.map((outcome) => ({
      ...outcome,
      estimates: { ...outcome.estimates, [limited]: near(39, 1), [share]: held },
      verdict: { promulgable: false, beyond: [limit], undecided: [] },
    }));
    const pairs = base.pairs.map((pair) => ({
      ...pair,
      differences: { ...pair.differences, [share]: near(-0.1, 0.01), [number]: near(5, 1) },
    }));
    const limits = [{ ...limit, source: {}, confidence: 'verified' as const }];
    const verdict = judged({ ...base, outcomes, pairs, limits });
    expect(verdict.beyond).toMatchObject([{ measure: share, against: { by: number } }]);
  });

  it('is not decided by one replicate', () => {
    const plan = { ...sampleComparison.plan, replicates: 1 };
    for (const difference of [near(3, 0), near(0, 0)]) {
      const verdict = judged(comparison(excess, difference, { plan }));
      expect(verdict).toMatchObject({ promulgable: false, beyond: [], undecided: [{}] });
    }
  });

  it('is not decided where a list of the draft was not tried, however harmless the figures', () => {
    const untried = [{ zh: '名单', en: 'List' }];
    const compared = comparison(excess, near(0, 0));
    const { outcomes } = judgeDraft(compared, { id: draft, buildsOn: ['cn-2026'], untried });
    const verdict = outcomes.find(({ regime }) => regime === draft)?.verdict;
    expect(verdict).toMatchObject({ promulgable: false, beyond: [], undecided: [], untried });
    expect(outcomes.find(({ regime }) => regime === above)?.verdict).not.toHaveProperty('untried');
  });

  it('excuses no breach of a guard, whatever the rule above breaks', () => {
    const held = near(2, 0);
    const base = comparison(excess, near(-3, 1));
    const limit = { measure: 'guard-breaches', atMost: 0, found: held };
    const outcomes = base.outcomes.map((outcome) => ({
      ...outcome,
      estimates: { ...outcome.estimates, 'guard-breaches': held },
      verdict: { ...outcome.verdict, promulgable: false, beyond: [limit] },
    }));
    const pairs = base.pairs.map((pair) => ({
      ...pair,
      differences: { ...pair.differences, 'guard-breaches': near(0, 0) },
    }));
    const limits = [...base.limits, { ...limit, source: {}, confidence: 'verified' as const }];
    const verdict = judged({ ...base, outcomes, pairs, limits });
    expect(verdict.beyond).toMatchObject([{ measure: 'guard-breaches' }]);
  });
});
