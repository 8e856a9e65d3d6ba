import type { codes } from './generate-register.ts';

/** Which records a rule is about; everything stated must hold. */
export interface RecordFilter {
  readonly kind: (typeof codes.kind)[number];
  readonly severity?: { readonly how: '==' | '>='; readonly value: number };
  readonly domain?: (typeof codes.domain)[number];
  readonly list?: (typeof codes.list)[number];
  readonly amountMin?: number;
  /** Not later than the day asked about, and this many days before it at most. */
  readonly within?: number;
  /** From its day on, until it ends. */
  readonly active?: true;
  /** `sound` is not quashed; `open` is neither repaired nor quashed. */
  readonly state: 'open' | 'sound';
}

/** A condition of a rule that is not about one record. */
export type Test =
  | {
      readonly is: 'count';
      readonly of: RecordFilter;
      readonly how: '==' | '>=';
      readonly value: number;
    }
  | { readonly is: 'sum-above'; readonly of: RecordFilter; readonly value: number }
  | { readonly is: 'size-not'; readonly size: (typeof codes.size)[number] }
  | { readonly is: 'sector'; readonly sector: (typeof codes.domain)[number] }
  | { readonly is: 'no-report' }
  | { readonly is: 'registered'; readonly how: '>' | '>='; readonly days: number }
  | { readonly is: 'arrears-above'; readonly value: number };

/** A rule of the benchmark: points for each record up to a limit, or points where all tests hold. */
export interface BenchRule {
  readonly id: string;
  readonly points: number;
  readonly each?: { readonly of: RecordFilter; readonly cap: number };
  readonly tests: readonly Test[];
}

const open = { state: 'open' } as const;
const sound = { state: 'sound' } as const;
const penalty = { kind: 'penalty' } as const;
const severity = (how: '==' | '>=', value: number) => ({ severity: { how, value } });
const count = (of: RecordFilter, how: '==' | '>=', value: number): Test => ({
  ...{ is: 'count', of, how, value },
});
const each = (id: string, points: number, cap: number, of: RecordFilter): BenchRule => ({
  ...{ id, points, each: { of, cap }, tests: [] },
});

/**
 * The 20 rules of the benchmark. They serve it alone and are no model of lawful rules. Every engine
 * gets them printed from this table, so that none has a text made to measure.
 */
export const benchRules: readonly BenchRule[] = [
  each('R01', 10, 50, { ...penalty, ...severity('==', 1), within: 365, ...open }),
  each('R02', 40, 160, { ...penalty, ...severity('==', 2), within: 1095, ...open }),
  each('R03', 100, 300, { ...penalty, ...severity('==', 3), within: 1825, ...open }),
  {
    ...each('R04', 3, 12, { kind: 'warning', within: 183, ...sound }),
    tests: [{ is: 'size-not', size: 'micro' }],
  },
  each('R05', 20, 60, { ...penalty, domain: 'env', ...severity('>=', 2), within: 1095, ...open }),
  {
    ...each('R06', 25, 75, { ...penalty, domain: 'food', within: 730, ...open }),
    tests: [{ is: 'sector', sector: 'food' }],
  },
  each('R07', 30, 90, {
    ...{ ...penalty, domain: 'safety', ...severity('>=', 2), within: 1095, ...open },
  }),
  each('R08', 30, 90, { ...penalty, domain: 'tax', amountMin: 50_000, within: 1095, ...open }),
  {
    ...{ id: 'R09', points: 50 },
    tests: [{ is: 'sum-above', of: { ...penalty, within: 1095, ...open }, value: 1_000_000 }],
  },
  {
    ...{ id: 'R10', points: 15 },
    tests: [{ is: 'no-report' }, { is: 'registered', how: '>', days: 365 }],
  },
  {
    ...{ id: 'R11', points: 60 },
    tests: [count({ kind: 'listing', list: 'abnormal', active: true, ...sound }, '>=', 1)],
  },
  {
    ...{ id: 'R12', points: 300 },
    tests: [count({ kind: 'listing', list: 'serious', active: true, ...sound }, '>=', 1)],
  },
  {
    ...{ id: 'R13', points: 200 },
    tests: [count({ kind: 'listing', list: 'defaulter', active: true, ...sound }, '>=', 1)],
  },
  { ...{ id: 'R14', points: 40 }, tests: [{ is: 'arrears-above', value: 100_000 }] },
  each('R15', 50, 100, { kind: 'pledge', ...severity('>=', 1), within: 730, ...open }),
  each('R16', 30, 90, { kind: 'contract', ...severity('>=', 1), within: 730, ...open }),
  {
    ...{ id: 'R17', points: 25 },
    tests: [count({ kind: 'inspection', ...severity('>=', 1), within: 365, ...sound }, '>=', 3)],
  },
  {
    ...{ id: 'R18', points: -30 },
    tests: [
      count({ ...penalty, within: 1095, ...sound }, '==', 0),
      { is: 'registered', how: '>=', days: 1095 },
    ],
  },
  each('R19', -10, 30, { kind: 'award', within: 730, ...sound }),
  {
    ...{ id: 'R20', points: -10 },
    tests: [
      count({ ...penalty, ...severity('==', 1), within: 365, ...open }, '==', 1),
      count({ ...penalty, within: 1825, ...sound }, '==', 1),
    ],
  },
];

/** Position of the rule that puts an organisation into the last grade by itself. */
export const decisiveRule = 11;

/** The table with every period made longer, for programs of many rules. */
export function withLongerPeriods(rules: readonly BenchRule[], days: number): readonly BenchRule[] {
  const longer = (of: RecordFilter): RecordFilter =>
    of.within === undefined ? of : { ...of, within: of.within + days };
  return rules.map((rule) => ({
    ...rule,
    ...(rule.each === undefined ? {} : { each: { ...rule.each, of: longer(rule.each.of) } }),
    tests: rule.tests.map((test) => {
      if (test.is === 'registered') return { ...test, days: test.days + days };
      return 'of' in test ? { ...test, of: longer(test.of) } : test;
    }),
  }));
}
