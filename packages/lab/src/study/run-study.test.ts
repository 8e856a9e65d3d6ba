import { describe, expect, it } from 'vitest';

import { experimentIn } from '../experiment/read-experiment.ts';
import { readStudies } from './all-studies.ts';
import { studyIn } from './read-study.ts';
import { runStudy } from './run-study.ts';
import type { StudyModel } from './study.ts';

const text = `study: coins
title: { zh: 硬币, en: Coins }
says: { zh: 掷, en: Tossed }
agents: { zh: 枚, en: coins }
figures:
  bias: { title: { zh: 偏, en: Bias }, value: 0.5, least: 0, most: 1, source: assumed, confidence: unverified }
arms:
  - { arm: fair, title: { zh: 公, en: Fair }, says: { zh: 公, en: Fair }, confidence: unverified }
  - { arm: bent, title: { zh: 弯, en: Bent }, says: { zh: 弯, en: Bent }, confidence: unverified, set: { bias: 0.75 } }
`;

/** Tells what it was run with. */
const coins: StudyModel = {
  id: 'coins',
  measures: [
    {
      id: 'tails',
      title: { zh: '反', en: 'Tails' },
      definition: { zh: '反面', en: 'Tails' },
      ...{ unit: 'index', side: 'harm', better: 'less' },
    },
  ],
  run: ({ bias = 0 }, { replicate }) => Promise.resolve({ tails: bias + replicate }),
};
const study = studyIn(coins, 'coins.yaml', text);

const experiment = `experiment: E99
question: { zh: 问, en: Question }
study: coins
regimes: [fair, bent]
plan: { agents: 10, months: 2, replicates: 3, seed: 1 }
measures: [tails]
claim: { text: words, source: S9 }
expected: [{ measure: tails, from: fair, to: bent, sign: more, source: S9 }]
cannot-tell: [{ zh: 不知, en: Nothing }]
`;
const known = { presets: [], studies: [study] };

describe('an experiment of a study', () => {
  it('is told as one of regimes is: arms in pairs, replicate by replicate', async () => {
    const done: number[][] = [];
    const sweep = await runStudy(study, experimentIn('E99.yaml', experiment, known), {
      onProgress: (...at) => done.push(at),
    });
    if ('kind' in sweep) throw new Error(sweep.kind);
    const [point] = sweep.points;
    expect(point?.outcomes.map(({ replicates }) => replicates['tails'])).toEqual([
      [0.5, 1.5, 2.5],
      [0.75, 1.75, 2.75],
    ]);
    expect(point?.pairs[0]?.differences['tails']).toEqual({ value: 0.25, low: 0.25, high: 0.25 });
    expect(sweep.expected[0]?.holds).toBe('yes');
    expect(sweep.regimes.map(({ practice }) => practice[0]?.value)).toEqual([0.5, 0.75]);
    expect(sweep.cannotTell[0]?.en).toContain('are coins');
    expect(done.at(-1)).toEqual([12, 12]);
  });

  it('lays a point over what an arm sets', async () => {
    const swept = `${experiment}sweep: { design: { kind: grid }, factors: [{ practice: bias, levels: [0, 1] }] }\n`;
    const sweep = await runStudy(study, experimentIn('E99.yaml', swept, known), { replicates: 1 });
    if ('kind' in sweep) throw new Error(sweep.kind);
    const told = sweep.points.map(({ outcomes }) =>
      outcomes.map(({ estimates }) => estimates['tails']?.value),
    );
    expect(told).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it.each([
    ['latin-hypercube, points: 8', 8],
    ['morris, trajectories: 2', 4],
    ['saltelli, sample: 256', 1024],
  ])('takes the design %s, as an experiment of regimes does', async (design, count) => {
    const swept = `${experiment}sweep: { design: { kind: ${design} }, factors: [{ practice: bias, from: 0, to: 1 }] }\n`;
    const sweep = await runStudy(study, experimentIn('E99.yaml', swept, known), { replicates: 1 });
    if ('kind' in sweep) throw new Error(sweep.kind);
    expect(sweep.points).toHaveLength(count);
    const told = sweep.points.map(({ outcomes }) => outcomes[0]?.estimates['tails']?.value);
    expect(told).toEqual(sweep.points.map(({ at }) => at['bias']));
    // What is measured is the factor itself: all of the variance, an effect of one.
    if (sweep.shares !== undefined) {
      expect(sweep.shares['fair']?.['tails']?.[0]?.total).toBeCloseTo(1, 0.8);
    }
    if (sweep.effects !== undefined) {
      expect(sweep.effects['bent']?.['tails']?.[0]).toMatchObject({ mean: 1, spread: 0 });
    }
  });

  it('has no limit to pass, so it is not searched for boxes', async () => {
    const design = '{ kind: boxes, points: 20, measure: wrongful-entries }';
    const swept = `${experiment}sweep: { design: ${design}, factors: [{ practice: bias, from: 0, to: 1 }] }\n`;
    const outcome = runStudy(study, experimentIn('E99.yaml', swept, known), { replicates: 1 });
    await expect(outcome).rejects.toThrow(/"boxes", but it has no limits/);
  });

  it('ends when it is cancelled, and says how far it came', async () => {
    const abort = new AbortController();
    const outcome = await runStudy(study, experimentIn('E99.yaml', experiment, known), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    expect(outcome).toEqual({ kind: 'cancelled', finished: 1, planned: 6 });
  });

  it.each([
    ['study: coins', 'study: coin', /Did you mean coins\?/],
    ['[fair, bent]', '[fair, bend]', /Did you mean bent\?/],
    ['[tails]', '[tail]', /Did you mean tails\?/],
  ])('with %s as %s is refused', (right, wrong, message) => {
    const bad = experiment.replace(right, wrong);
    expect(() => experimentIn('E99.yaml', bad, known)).toThrow(message);
  });

  it.each([
    ['set: { bias: 0.75 }', 'set: { bais: 1 }', /coins\.yaml:9:\d+ .*Did you mean bias\?/],
    ['set: { bias: 0.75 }', 'set: { bias: 2 }', /Beyond[^]*Found: 2[^]*Accepted: 0 - 1/],
    ['value: 0.5, least: 0', 'value: 0.5, least: 0.6', /a value from least to most/],
  ])('of a study with %s as %s is refused', (right, wrong, message) => {
    expect(() => studyIn(coins, 'coins.yaml', text.replace(right, wrong))).toThrow(message);
  });
});

describe('studies that are shipped', async () => {
  it.each((await readStudies()).map((each) => [each.id, each] as const))(
    '%s says where each figure is from, in both languages, and harms first',
    (_, { figures, arms, measures, agents, says }) => {
      for (const said of [says, agents, ...arms.map((arm) => arm.title)]) {
        expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
      }
      expect(figures.filter(({ source }) => source.trim() === '')).toEqual([]);
      const sides = measures.map(({ side }) => ['harm', 'benefit', 'figure'].indexOf(side));
      expect(sides).toEqual([...sides].sort());
      expect(sides[0]).toBe(0);
    },
  );
});
