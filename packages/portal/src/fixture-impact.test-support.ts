import type {
  AnswerClock,
  ImpactCasework,
  ImpactReportPayload,
  ImpactTable,
  ImpactsView,
  MoversView,
} from '@credence/casework';
import { civilDate, problem } from '@credence/domain';

import { draftHash } from './fixture-rule-drafts.test-support.ts';
import { cityEdition } from './fixture-rulebook.test-support.ts';

/** Reports are for whoever has signed in; nobody has in a fixture. */
export const fixtureImpact = (): ImpactCasework => {
  const refused = { kind: 'refused' as const, problem: problem('sign-in-required', {}) };
  return {
    runImpact: () => Promise.resolve({ ...refused, findings: [] }),
    viewImpacts: () => Promise.resolve(refused),
    listMovers: () => Promise.resolve({ ...refused, findings: [] }),
  };
};

const draft = {
  ...cityEdition,
  code: 'wanglan-2027',
  title: { zh: '望澜市规则（2027年草案）', en: 'Rules of Wanglan (draft of 2027)' },
  hash: draftHash,
};

const classes = [
  { code: 'a', title: { zh: 'A类（风险低）', en: 'A (low risk)' } },
  { code: 'b', title: { zh: 'B类（风险一般）', en: 'B (ordinary risk)' } },
  { code: 'c', title: { zh: 'C类（风险较高）', en: 'C (higher risk)' } },
  { code: 'd', title: { zh: 'D类（风险高）', en: 'D (high risk)' } },
];
const ways = [
  { code: 'worse', title: { zh: '变差', en: 'Worse' } },
  { code: 'better', title: { zh: '变好', en: 'Better' } },
  { code: 'same', title: { zh: '不变', en: 'Same' } },
];

const bySize: ImpactTable = {
  rows: [
    { code: 'micro' },
    { code: 'small' },
    { code: 'other', title: { zh: '其他', en: 'Others' } },
  ],
  columns: ways,
  counts: {
    cells: [
      [96, null, 1_210],
      [null, 12, 402],
      [14, 0, 88],
    ],
    rowTotals: [null, null, 102],
    columnTotals: [null, null, 1_700],
    total: 1_861,
  },
};

/** A report with everything a page has to show: withheld counts, a trait nobody states, warnings. */
export const impactPayload: ImpactReportPayload = {
  hash: 'c0de'.repeat(16),
  signature: { keyId: 'fedcba9876543210', signature: 'A'.repeat(86) },
  report: {
    form: 'credence-impact/1',
    asOf: civilDate('2026-11-09'),
    knownAt: '2026-11-09T02:00:00.000Z',
    baseline: cityEdition,
    draft,
    programs: [
      {
        program: {
          kind: 'risk-class',
          id: 'cn.inspection',
          title: {
            zh: '企业信用风险分类（双随机抽查用）',
            en: 'Risk class for random inspections',
          },
        },
        transitions: {
          rows: classes,
          columns: classes,
          counts: {
            cells: [
              [1_204, 12, 0, 0],
              [null, 288, 96, null],
              [0, 0, 144, 41],
              [0, 0, null, null],
            ],
            rowTotals: [1_216, null, 185, null],
            columnTotals: [null, 300, null, null],
            total: 1_861,
          },
        },
        causes: {
          rows: [
            {
              code: 'general_penalties',
              title: { zh: '公示期内的一般处罚', en: 'General penalties on display' },
            },
            { code: 'bands', title: { zh: '分类界限', en: 'Limits of the classes' } },
          ],
          columns: ways.slice(0, 2),
          counts: {
            cells: [
              [122, 0],
              [27, 12],
            ],
            rowTotals: [122, 39],
            columnTotals: [149, 12],
            total: 161,
          },
        },
        bySector: {
          rows: [{ code: 'not-stated', title: { zh: '未登记', en: 'Not registered' } }],
          columns: ways,
          counts: {
            cells: [[149, 12, 1_700]],
            rowTotals: [1_861],
            columnTotals: [149, 12, 1_700],
            total: 1_861,
          },
        },
        bySize,
        byRegion: { rows: [{ code: '999901' }, { code: '999902' }], columns: ways },
        exits: {
          rows: [
            { code: 'with', title: { zh: '有出路', en: 'With a way out' } },
            { code: 'without', title: { zh: '没有出路', en: 'Without a way out' } },
          ],
          columns: ways.slice(0, 1),
          counts: { cells: [[131], [18]], rowTotals: [131, 18], columnTotals: [149], total: 149 },
        },
        medianDaysToExit: 62,
        notEvaluated: 14,
      },
    ],
    notCompared: ['scale:cn.tax-credit'],
    guards: {
      new: [
        {
          rule: 'L13',
          card: 'value:publicity.general',
          field: 'values.1.basis.1',
          message: { zh: '依据尚未核实。', en: 'The basis is not confirmed.' },
        },
      ],
      gone: [],
    },
  },
};

export const impactsView = (clock: AnswerClock): ImpactsView => ({
  clock,
  draft: { hash: draftHash, code: draft.code, title: draft.title },
  isProposed: true,
  reports: [
    impactPayload,
    {
      ...impactPayload,
      hash: 'beef'.repeat(16),
      report: { ...impactPayload.report, asOf: civilDate('2026-10-01') },
    },
  ],
  editions: [cityEdition],
});

export const moversView = (clock: AnswerClock): MoversView => ({
  clock,
  asOf: civilDate('2026-11-09'),
  baseline: cityEdition,
  draft,
  program: impactPayload.report.programs[0]?.program ?? {
    ...{ kind: 'risk-class', id: '', title: {} },
  },
  movers: [
    {
      subject: {
        id: '00000000-0000-7000-8000-000000000001',
        name: '望澜市澜江机电设备制造有限公司第二分公司临江营业部（普通合伙）',
        identifiers: [{ scheme: 'uscc', value: '91999999MA3K7T2X0J' }],
      },
      ...{ from: 'b', to: 'c', cause: 'general_penalties' },
    },
  ],
  classes: Object.fromEntries(classes.map(({ code, title }) => [code, title])),
  rules: { general_penalties: { zh: '公示期内的一般处罚', en: 'General penalties on display' } },
  next: '00000000-0000-7000-8000-000000000001',
});
