import type {
  Comparison,
  Estimate,
  Measure,
  RegimeOutcome,
  ToldRegime,
} from '../experiment/comparison.ts';

const near = (value: number, half: number): Estimate => ({
  ...{ value, low: value - half, high: value + half },
});

const measures: readonly Measure[] = [
  {
    id: 'wrongful-entries',
    title: { zh: '错误列入', en: 'Wrongful entries' },
    definition: {
      zh: '没有真实认定而列入的条数，每万个主体',
      en: 'Entries without a true finding, per 10,000 subjects',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
  },
  {
    id: 'months-to-repair',
    title: { zh: '错误持续多久', en: 'Months until a mistake is put right' },
    definition: {
      zh: '错误列入到更正的月数，中位数',
      en: 'Median of months from entry to correction',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
  },
  {
    id: 'four-fifths-size',
    title: { zh: '小微企业与大型企业之比', en: 'Micro against large firms' },
    definition: { zh: '受不利措施的比例之比', en: 'Ratio of the shares under a measure' },
    ...{ unit: 'ratio', side: 'harm', better: 'less' },
  },
  {
    id: 'violations-avoided',
    title: { zh: '少发生的违法', en: 'Violations avoided' },
    definition: { zh: '比没有制度时少的比例', en: 'Share fewer than without any regime' },
    ...{ unit: 'share', side: 'benefit', better: 'more' },
  },
  {
    id: 'debt-repaid',
    title: { zh: '追回的欠款', en: 'Debt repaid' },
    definition: { zh: '每个主体每年追回的欠款', en: 'Debt repaid per subject and year' },
    ...{ unit: 'yuan', side: 'benefit', better: 'more' },
  },
];

const regimes: readonly ToldRegime[] = [
  {
    id: 'cn-2026',
    title: { zh: '现行规则（cn-2026）', en: 'The rules in force (cn-2026)' },
    says: {
      zh: '送达和听取陈述以后列入，最长一年。',
      en: 'Listed after service and a hearing; one year at most.',
    },
    ...{ confidence: 'verified', hash: '11'.repeat(32), breaches: [] },
    edition: { code: 'cn-2026', realm: 'live', hash: '22'.repeat(32) },
    practice: [
      {
        ...{ id: 'inspections', value: 0.01, confidence: 'unverified' },
        title: { zh: '每月检查的比例', en: 'Share inspected each month' },
      },
    ],
  },
  {
    id: 'wanglan-2027',
    title: { zh: '望澜市脚手架名单（草案）', en: 'Wanglan list of unsafe scaffolds (draft)' },
    says: { zh: '一次处罚即列入。', en: 'Listed after one penalty.' },
    ...{ confidence: 'verified', hash: '33'.repeat(32), breaches: [], practice: [] },
    edition: { code: 'wanglan-2027', realm: 'live', hash: '44'.repeat(32) },
  },
  {
    id: 'joint-2016',
    title: { zh: '2016 年联合惩戒', en: 'Joint punishment of 2016' },
    says: { zh: '一处失信，处处受限。', en: 'Discredited in one place, limited everywhere.' },
    ...{ confidence: 'secondary', hash: '55'.repeat(32), practice: [] },
    breaches: [
      {
        ...{ guard: 'G12', place: 'measures/flight_ban.yaml' },
        says: {
          zh: '措施没有法律依据 <草案>',
          en: 'A measure without a basis in law <draft> & more',
        },
      },
    ],
  },
];

const months = 24;
const curve = (from: number, to: number): readonly number[] =>
  Array.from({ length: months }, (_, at) => from + ((to - from) * at) / (months - 1));

function outcome(
  regime: string,
  at: number,
  wrong: Estimate,
  rest: readonly Estimate[],
): RegimeOutcome {
  const [repair, ratio, avoided, debt] = rest;
  const estimates: Record<string, Estimate> = {
    ...{ 'wrongful-entries': wrong, 'months-to-repair': repair ?? near(0, 0) },
    ...{ 'four-fifths-size': ratio ?? near(0, 0), 'violations-avoided': avoided ?? near(0, 0) },
    'debt-repaid': debt ?? near(0, 0),
  };
  const beyond = wrong.low > 45;
  const undecided = !beyond && wrong.high > 45;
  const limit = { measure: 'wrongful-entries', atMost: 45, found: wrong };
  return {
    ...{ regime, estimates },
    replicates: Object.fromEntries(
      Object.entries(estimates).map(([id, { low, value, high }]) => [id, [low, value, high]]),
    ),
    curves: {
      violations: curve(400, 320 - 20 * at),
      entries: curve(10, 60 + 40 * at),
      entriesWrong: curve(1, 4 + 4 * at),
      listed: curve(0, 300 + 500 * at),
    },
    untilRepair: Array.from({ length: 12 }, (_, month) => ({
      ...{ month: month + 1, atRisk: 120 - 9 * month },
      open: Math.max(0, 1 - (month + 1) / (8 + 5 * at)),
    })),
    lorenz: Array.from({ length: 20 }, (_, part) => Math.max(0, part - 14 + at)),
    groups: (['micro', 'small', 'large'] as const).flatMap((group, size) => [
      {
        ...{ trait: 'size' as const, group, members: 6_000 - 2_000 * size },
        title: { zh: ['微型', '小型', '大型'][size] ?? '', en: group },
        hurt: 0.04 + 0.05 * at - 0.01 * size,
        ...{ loss: 1_000, wrongly: 0.002 * (at + 1) },
      },
      {
        ...{ trait: 'sector' as const, group: `sector-${size}`, members: 4_000 },
        title: {
          zh: ['餐饮', '建筑', '批发和零售、进出口贸易及其他流通服务业'][size] ?? '',
          en:
            ['food', 'construction', 'wholesale, retail and all other services of trade'][size] ??
            '',
        },
        hurt: 0.03 + 0.04 * at,
        ...{ loss: 900, wrongly: 0.001 },
      },
    ]),
    verdict: {
      promulgable: !beyond && !undecided,
      beyond: beyond ? [limit] : [],
      undecided: undecided ? [limit] : [],
    },
  };
}

/** A comparison as a run would give it, with figures made up for the charts. */
export const sampleComparison: Comparison = {
  format: 'credence-lab-comparison-1',
  plan: {
    ...{ agents: 10_000, months, seed: 20_260_401, replicates: 30, society: 'organisations' },
    until: { measure: 'wrongful-entries', width: 5, reached: true },
  },
  fit: [
    {
      table: { zh: '按行业', en: 'By sector' },
      ...{ source: 'Yearbook 2023', confidence: 'secondary', largestGap: 0.0004 },
    },
  ],
  ...{ regimes, measures },
  limits: [
    {
      ...{ measure: 'wrongful-entries', atMost: 45, confidence: 'unverified' },
      source: { zh: '项目自定，待确认', en: 'Set by the project, to be confirmed' },
    },
  ],
  outcomes: [
    outcome('cn-2026', 0, near(39, 1.4), [
      near(1.1, 0.1),
      near(3.2, 0.2),
      near(0.21, 0.01),
      near(820, 30),
    ]),
    outcome('wanglan-2027', 1, near(51.1, 2.3), [
      near(0.9, 0.1),
      near(3.6, 0.2),
      near(0.233, 0.006),
      near(905, 41),
    ]),
    outcome('joint-2016', 2, near(79.6, 2.7), [
      near(1.8, 0.1),
      near(4.4, 0.3),
      near(0.225, 0.007),
      near(1_310, 77),
    ]),
  ],
  pairs: [
    {
      ...{ from: 'cn-2026', to: 'wanglan-2027', winners: 210, losers: 480, unchanged: 9_310 },
      differences: {
        ...{ 'wrongful-entries': near(12.1, 2.3), 'months-to-repair': near(-0.2, 0.05) },
        ...{ 'four-fifths-size': near(0.4, 0.15), 'violations-avoided': near(0.023, 0.006) },
        'debt-repaid': near(85, 20),
      },
    },
    {
      ...{ from: 'cn-2026', to: 'joint-2016', winners: 12, losers: 1_950, unchanged: 8_038 },
      differences: {
        ...{ 'wrongful-entries': near(40.6, 2.7), 'months-to-repair': near(0.7, 0.1) },
        ...{ 'four-fifths-size': near(1.2, 0.25), 'violations-avoided': near(0.015, 0.007) },
        'debt-repaid': near(490, 60),
      },
    },
  ],
  cannotTell: [
    { zh: '损失按未核实的系数估算。', en: 'Losses rest on factors that nobody has verified.' },
  ],
  hashes: { engine: 'aa'.repeat(32), world: 'bb'.repeat(32), society: 'cc'.repeat(32) },
};
