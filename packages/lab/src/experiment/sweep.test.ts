import { describe, expect, it } from 'vitest';

import type { ExperimentFile } from './experiment-file.ts';
import { madeUpTeam, variantOf } from './made-up-team.test-support.ts';
import { runSweep, type Sweep } from './sweep.ts';
import { sweepCsv } from './tell/sweep-csv.ts';
import { tellSweep } from './tell/tell-sweep.ts';

const file: ExperimentFile = {
  experiment: 'E99',
  question: { zh: '差错有多少？', en: 'How many errors?' },
  regimes: ['one', 'other'],
  plan: { agents: 400, months: 12, replicates: 4, seed: 2 },
  sweep: {
    design: { kind: 'grid' },
    factors: [
      { practice: 'matchingError', levels: [0, 0.1, 0.2] },
      { practice: 'heardWell', levels: [0, 1] },
    ],
  },
  measures: ['wrongful-entries', 'violations'],
  claim: { text: 'errors hurt', source: 'S2' },
  expected: [
    {
      measure: 'wrongful-entries',
      regime: 'one',
      along: 'matchingError',
      sign: 'more',
      source: 'S2',
    },
    {
      measure: 'wrongful-entries',
      regime: 'one',
      along: 'matchingError',
      sign: 'less',
      source: 'S2',
    },
    { measure: 'wrongful-entries', regime: 'one', along: 'heardWell', sign: 'same', source: 'S2' },
    { measure: 'wrongful-entries', from: 'one', to: 'other', sign: 'same', source: 'S2' },
  ],
  'cannot-tell': [{ zh: '大小', en: 'Sizes' }],
};
const limits = [
  {
    ...{ measure: 'wrongful-entries', atMost: 1000 },
    ...{ source: { zh: '自定', en: 'our own' }, confidence: 'unverified' as const },
  },
];
const regimes = [variantOf('one', 0), variantOf('other', 0)];

async function swept(given: Partial<ExperimentFile> = {}): Promise<Sweep> {
  const outcome = await runSweep(
    { ...file, ...given },
    regimes,
    {},
    { team: madeUpTeam(1), limits },
  );
  if ('kind' in outcome) throw new Error('It was cancelled.');
  return outcome;
}

describe('a sweep', () => {
  it('has every regime at every point, on the same luck, and only what is varied differs', async () => {
    const { points, plan } = await swept();
    expect(points.map(({ at }) => at)).toHaveLength(6);
    expect(plan.replicates).toBe(4);
    const found = points.map(({ outcomes }) =>
      outcomes.map(({ estimates }) => estimates['wrongful-entries']?.value ?? -1),
    );
    // The made-up world errs by matchingError alone, in both regimes alike.
    expect(found.map(([one, other]) => one === other)).not.toContain(false);
    expect(found[0]).toEqual([0, 0]);
    expect(found[2]?.[0]).toBe(found[3]?.[0]);
    expect(found[4]?.[0]).toBeGreaterThan(1.5 * (found[2]?.[0] ?? 0));
    expect(points.map(({ outcomes }) => outcomes[0]?.verdict.promulgable)).toEqual([
      ...[true, true],
      ...[points[2]?.outcomes[0]?.verdict.promulgable, points[3]?.outcomes[0]?.verdict.promulgable],
      ...[false, false],
    ]);
  });

  it('holds what sources expect against what was found', async () => {
    const { expected } = await swept();
    expect(expected.map(({ holds }) => holds)).toEqual(['yes', 'no', 'yes', 'yes']);
    const single = await swept({ plan: { ...file.plan, replicates: 1 } });
    expect(new Set(single.expected.map(({ holds }) => holds))).toEqual(new Set(['undecided']));
  });

  it('is told harms first, and as rows', async () => {
    const sweep = await swept();
    for (const [tongue, marks] of [
      [
        'en',
        [
          'Breaches of guards',
          'whatever the benefit',
          'Wrongful entries',
          'Violations',
          'does not hold',
        ],
      ],
      ['zh', ['违反守则之处', '不论收益', '错误列入', '违法行为', '不符']],
    ] as const) {
      const text = tellSweep(sweep, tongue);
      const places = marks.map((mark) => text.indexOf(mark));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(tellSweep(sweep, 'en')).toMatch(/matchingError=0\.2 heardWell=1 .* !/);
    const [heading, row] = sweepCsv(sweep).split('\r\n');
    expect(heading).toBe('matchingError,heardWell,regime,side,measure,unit,value,low,high');
    expect(row).toBe('0,0,one,harm,guard-breaches,count,0,0,0');
  });

  it('finds which factor does it, and where the limit is passed', async () => {
    const factors = [
      { practice: 'matchingError', from: 0, to: 0.2 },
      { practice: 'heardWell', from: 0, to: 1 },
    ];
    const plan = { ...file.plan, replicates: 1 };
    const expected: [] = [];
    const saltelli = { design: { kind: 'saltelli', sample: 32 } as const, factors };
    const { shares } = await swept({ plan, expected, sweep: saltelli });
    const [error, heard] = shares?.['one']?.['wrongful-entries'] ?? [];
    expect(error?.total).toBeGreaterThan(0.8);
    expect(heard?.total).toBe(0);
    const morris = { design: { kind: 'morris', trajectories: 8 } as const, factors };
    const { effects } = await swept({ plan, expected, sweep: morris });
    expect(effects?.['one']?.['wrongful-entries']?.map(({ mean }) => mean > 1000)).toEqual([
      true,
      false,
    ]);
    const design = { kind: 'boxes', points: 60, measure: 'wrongful-entries' } as const;
    const { boxes } = await swept({ plan, expected, sweep: { design, factors } });
    const last = boxes?.['one']?.at(-1);
    expect(last?.density).toBe(1);
    expect(last?.limits['matchingError']?.least).toBeGreaterThan(0.06);
    const strange = { design: { ...design, measure: 'loss' }, factors };
    // Before anything is run: what takes hours is not to end in a refusal.
    const team = madeUpTeam(1, { onRun: () => expect.fail('It was run.') });
    const asked = { ...file, plan, expected, sweep: strange };
    await expect(runSweep(asked, regimes, {}, { team, limits })).rejects.toThrow(
      '"loss" has no limit',
    );
  });
});
