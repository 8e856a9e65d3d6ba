import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { compareRegimes } from './compare-regimes.ts';
import type { Comparison, Limit } from './comparison.ts';
import { clearRuns } from './keep-runs.ts';
import { madeUpTeam, variantOf } from './made-up-team.test-support.ts';
import type { ComparePlan, RegimeVariant } from './plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-lab-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const strict = variantOf('strict', 0.05);
const careless = variantOf('careless', 0.2);
const plan: ComparePlan = { agents: 400, months: 12, seed: 5, replicates: 6 };
const limits: readonly Limit[] = [
  {
    ...{ measure: 'wrongful-entries', atMost: 1000 },
    ...{ source: { zh: '自定', en: 'our own' }, confidence: 'unverified' },
  },
];

async function compare(
  variants: readonly RegimeVariant[],
  given: Partial<ComparePlan> = {},
  team = madeUpTeam(1),
): Promise<Comparison> {
  const outcome = await compareRegimes(variants, { ...plan, ...given }, { limits, team });
  if ('kind' in outcome) throw new Error('It was cancelled.');
  return outcome;
}

describe('a comparison', () => {
  it('has the same bytes however many carry it out, in whatever order they end', async () => {
    const one = JSON.stringify(await compare([strict, careless]));
    expect(JSON.stringify(await compare([strict, careless], {}, madeUpTeam(3)))).toBe(one);
    expect(JSON.stringify(await compare([strict, careless], { seed: 6 }))).not.toBe(one);
  });

  it('of a regime with itself finds exactly nothing', async () => {
    const { pairs } = await compare([strict, { ...strict, id: 'again' }]);
    for (const difference of Object.values(pairs[0]?.differences ?? {})) {
      expect(difference).toEqual({ value: 0, low: 0, high: 0 });
    }
    expect(pairs[0]).toMatchObject({ winners: 0, losers: 0, unchanged: 400 });
  });

  it('knows a difference better by shared luck than from each regime alone', async () => {
    const { outcomes, pairs } = await compare([strict, careless], { replicates: 30 });
    const paired = pairs[0]?.differences['wrongful-entries'];
    const [a, b] = outcomes.map(({ estimates }) => estimates['wrongful-entries']);
    expect(paired?.value).toBeCloseTo((b?.value ?? 0) - (a?.value ?? 0), 9);
    expect(Math.abs((paired?.value ?? 0) - 1500)).toBeLessThan(100);
    const width = (each = { low: 0, high: 0 }): number => each.high - each.low;
    expect(width(paired)).toBeLessThan(Math.hypot(width(a), width(b)));
    // The same people: nobody is wronged by the strict one and spared by the careless one.
    expect(pairs[0]).toMatchObject({ winners: 0 });
    expect(pairs[0]?.losers).toBeGreaterThan(30);
  });

  it('judges each by its harms, and tells what was not decided', async () => {
    const { outcomes } = await compare([strict, careless]);
    expect(outcomes.map(({ verdict }) => verdict.promulgable)).toEqual([true, false]);
    expect(outcomes[1]?.verdict.beyond).toMatchObject([{ measure: 'wrongful-entries' }]);
    const single = await compare([strict], { replicates: 1 });
    expect(single.outcomes[0]?.verdict).toMatchObject({ promulgable: false, undecided: [{}] });
  });
});

describe('replicates until a difference is known', () => {
  const until = { measure: 'wrongful-entries', width: 250 };

  it('are as many as it takes, the same number for any number of threads', async () => {
    // So many threads do far more replicates at a time than the answer needs.
    const given = { replicates: 60, until, threads: 40 };
    const [one, other] = [
      await compare([strict, careless], { ...given, threads: 1 }),
      await compare([strict, careless], given, madeUpTeam(4)),
    ];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(one.plan).toMatchObject({ until: { ...until, reached: true } });
    const { low = 0, high = 999 } = one.pairs[0]?.differences['wrongful-entries'] ?? {};
    expect(high - low).toBeLessThanOrEqual(until.width);
    expect(one.plan.replicates).toBeLessThan(60);
  });

  it('end at the most, and say that it was not reached', async () => {
    const given = { replicates: 6, until: { ...until, width: 1 } };
    const { plan: told } = await compare([strict, careless], given);
    expect(told).toMatchObject({ replicates: 6, until: { reached: false } });
  });
});

describe('an interrupted comparison', () => {
  it('goes on from what is kept, to the same bytes, and runs nothing twice', async () => {
    const whole = JSON.stringify(await compare([strict, careless]));
    const keep = join(folder, 'interrupted');
    const abort = new AbortController();
    const cut = madeUpTeam(1, { onRun: (_, count) => count === 5 && abort.abort() });
    const stopped = await compareRegimes(
      [strict, careless],
      { ...plan, keep, signal: abort.signal },
      { limits, team: cut },
    );
    expect(stopped).toEqual({ kind: 'cancelled', finished: 5, planned: 12 });
    await expect(compare([strict, careless], { keep })).rejects.toThrow(
      /keeps an unfinished comparison\. Go on from it with --resume/,
    );
    await expect(compare([strict, careless], { keep, seed: 6, resume: true })).rejects.toThrow(
      /keeps another comparison: its regimes, plan or code differ/,
    );
    const runs: string[] = [];
    const rest = madeUpTeam(2, {
      onRun: ({ variant, replicate }) => runs.push(`${String(variant)}-${String(replicate)}`),
    });
    const resumed = await compare([strict, careless], { keep, resume: true }, rest);
    expect(JSON.stringify(resumed)).toBe(whole);
    expect(runs).toHaveLength(7);
    // Until what came of it is written down: a disk may be full by then.
    const again = madeUpTeam(1, { onRun: () => expect.fail('It was run a second time.') });
    const kept = await compare([strict, careless], { keep, resume: true }, again);
    expect(JSON.stringify(kept)).toBe(whole);
    clearRuns(keep);
    expect(existsSync(join(keep, 'runs'))).toBe(false);
  });
});

describe('a plan', () => {
  it.each([
    [{ replicates: 0 }, 'replicates: 0 was given; accepted is a whole number from 1 to 1000.'],
    [{ threads: 1.5 }, 'threads: 1.5 was given'],
    [
      { until: { measure: 'wrongs', width: 1 } },
      'There is no measure "wrongs"; the measures are guard-breaches',
    ],
    [{ until: { measure: 'loss', width: 0 } }, 'A width of 0 was given'],
    [{ replicates: 3, until: { measure: 'loss', width: 1 } }, 'At most 3 replicates; to stop'],
  ])('that makes no sense is refused: %j', async (given, message) => {
    await expect(compare([strict, careless], given)).rejects.toThrow(message);
  });

  it('needs regimes with names of their own', async () => {
    await expect(compare([strict, strict])).rejects.toThrow('"strict" stands twice');
    await expect(compare([])).rejects.toThrow('No regime was given');
    const until = { measure: 'loss', width: 1 };
    await expect(compare([strict], { until })).rejects.toThrow('need two regimes');
  });
});
