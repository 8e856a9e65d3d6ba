import type { AnswerClock, RuleDraftCasework, RuleDraftView } from '@credence/casework';
import { civilDate, problem } from '@credence/domain';

import { cityEdition } from './fixture-rulebook.test-support.ts';

/** The draft that is before the public of the fixture city. */
export const draftHash = 'd4af'.repeat(16);

const refused = () =>
  Promise.resolve({ kind: 'refused' as const, problem: problem('sign-in-required', {}) });
const refusedStep = async () => ({ ...(await refused()), findings: [] });

/** One draft under comment, with both reports, one answered comment, and one that is withheld. */
export const fixtureRuleDrafts = (clockAt: () => AnswerClock): RuleDraftCasework => ({
  listPublicDrafts: () => Promise.resolve({ clock: clockAt(), drafts: [view(clockAt()).draft] }),
  viewPublicDraft: (hash) =>
    Promise.resolve(
      hash === draftHash ? { kind: 'found', view: view(clockAt()) } : { kind: 'not-found' },
    ),
  commentOnDraft: ({ hash, text }) =>
    Promise.resolve(
      hash !== draftHash
        ? { kind: 'not-found' }
        : text.length < 10
          ? {
              kind: 'refused',
              problem: problem('text-length', {
                ...{ field: 'comment', length: text.length, min: 10, max: 5_000 },
              }),
            }
          : { kind: 'received', number: 'ABCDE-FGHJK', on: civilDate('2026-11-20'), masked: true },
    ),
  listRuleDrafts: refused,
  viewRuleDraft: refused,
  checkDraftFiles: refused,
  attachReportAtDesk: refusedStep,
  publishAtDesk: refusedStep,
  answerComments: refused,
  approveDraft: refusedStep,
});

const classes = [
  { code: 'a', title: { zh: 'A级', en: 'A' } },
  { code: 'b', title: { zh: 'B级', en: 'B' } },
];

const bound: Pick<RuleDraftView, 'reports' | 'impact'> = {
  reports: [
    {
      report: `sha256-${'ab'.repeat(32)}`,
      madeOn: civilDate('2026-11-01'),
      keyId: '0123456789abcdef',
      signature: 'verified',
      verdict: 'promulgable',
    },
  ],
  impact: {
    hash: 'c0de'.repeat(16),
    keyId: 'fedcba9876543210',
    asOf: civilDate('2026-11-09'),
    baseline: { code: 'cn-2026' },
    programs: [
      {
        ...{ kind: 'risk-class', id: 'cn.inspection', title: { zh: '风险等级', en: 'Class' } },
        transitions: {
          rows: classes,
          columns: classes,
          counts: {
            cells: [
              [1_204, 12],
              [null, 88],
            ],
            rowTotals: [1_216, null],
            columnTotals: [null, 100],
            total: 1_309,
          },
        },
        exits: { rows: [{ code: 'worse' }], columns: classes },
      },
    ],
  },
};

function view(clock: AnswerClock): RuleDraftView {
  const on = civilDate('2026-11-10');
  const answered = {
    text: '已采纳，第三条改为“两次以上”。',
    on: civilDate('2026-11-18'),
    agency: 'law_office',
  };
  return {
    clock,
    draft: {
      hash: draftHash,
      code: 'wanglan-2027',
      title: { zh: '望澜市规则（2027年草案）', en: 'Rules of Wanglan (draft of 2027)' },
      territory: 'cn_wanglan',
      inForceFrom: civilDate('2027-03-01'),
      state: 'commenting',
      published: { on, commentUntil: civilDate('2026-12-10') },
      unanswered: 3,
    },
    changes: {
      against: cityEdition,
      titles: [
        { kind: 'risk-class', id: 'cn.inspection', title: { zh: '风险分类', en: 'Risk class' } },
        { kind: 'value', id: 'publicity.general', title: { zh: '公示期限', en: 'Term' } },
      ],
      diff: {
        schema: 'credence-edition-diff/1',
        from: { code: cityEdition.code, hash: cityEdition.hash },
        to: { code: cityEdition.code, hash: draftHash },
        frame: [{ path: 'edition', meaning: 'text', old: 'cn-2026', new: 'wanglan-2027' }],
        added: [{ kind: 'risk-class', id: 'cn.inspection', card: {} }],
        withdrawn: [],
        changed: [
          {
            kind: 'value',
            id: 'publicity.general',
            fields: [{ path: 'values.1.max', meaning: 'shorter', old: 'P12M', new: 'P6M' }],
          },
        ],
      },
    },
    ...bound,
    comments: [
      { number: 'PQRST-VWXYZ', on, text: '第三条“屡次”太含糊。\n应写明次数。', answer: answered },
      { number: '23456-789AB', on, answer: answered },
    ],
  };
}
