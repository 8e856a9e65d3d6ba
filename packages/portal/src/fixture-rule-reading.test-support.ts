import type {
  AnswerClock,
  BasisView,
  ChosenLine,
  EditionSummary,
  RuleReadingCasework,
  SectorsView,
  TrialView,
  WrittenTraces,
} from '@credence/casework';
import { civilDate } from '@credence/domain';

import { cityCards, cityEdition, formerEdition } from './fixture-rulebook.test-support.ts';

const hash = 'c0ffee1122334455c0ffee1122334455c0ffee1122334455c0ffee1122334455';

/** Answers about rules of the fixture city: one card of each thing a page says in its own way. */
export function fixtureRuleReading(
  clockAt: () => AnswerClock,
  editions: readonly EditionSummary[],
): RuleReadingCasework {
  const notFound = () => Promise.resolve({ kind: 'not-found' as const });
  return {
    viewRule: ({ edition, kind, id }) => {
      const card = cityCards.find(({ line }) => line.kind === kind && line.id === id);
      if (card === undefined || !editions.some(({ code }) => code === edition)) return notFound();
      const computes = kind === 'risk-class';
      return Promise.resolve({
        kind: 'found',
        view: {
          clock: clockAt(),
          texts: kind === 'item' || computes ? texts : [],
          articles: kind === 'source' ? [] : [article],
          guards: { judged: 46, warnings: kind === 'value' ? [warning] : [] },
          history: [
            { edition: cityEdition, change: 'changed', fields },
            { edition: formerEdition, change: 'first', fields: [] },
          ],
          cases: computes ? [caseOf('passes'), caseOf('fails')] : [],
          canBeTried: computes,
        },
      });
    },
    viewArticle: ({ edition, source, at }) => {
      const found = editions.find(({ code }) => code === edition);
      if (found === undefined || source !== article.source) return notFound();
      const [item, value] = cityCards.map(({ line }) => line);
      if (item === undefined || value === undefined) return notFound();
      const rests = at === article.at;
      return Promise.resolve({
        kind: 'found',
        view: {
          clock: clockAt(),
          edition: found,
          article: { ...article, at },
          versions: [
            { edition: cityEdition, says: article.says, hash, changed: true },
            { edition: formerEdition, changed: false },
          ],
          rules: rests
            ? [
                { card: value, paths: ['values.1.basis.1'], ifEnded: 'suspended' },
                { card: item, paths: ['basis.1', 'basis.2'], ifEnded: 'goes-on', subjects: null },
                { card: item, paths: [], through: value, subjects: 184 },
              ]
            : [],
        },
      });
    },
    viewAffected: notFound,
    tryRule: ({ edition, kind, id }, trial) => {
      const found = editions.find(({ code }) => code === edition);
      const card = cityCards.find(({ line }) => line.kind === kind && line.id === id);
      if (kind !== 'risk-class' || found === undefined || card === undefined) return notFound();
      if (trial.sample > 2) {
        const value = String(trial.sample);
        return Promise.resolve({ kind: 'refused', parameter: 'sample', value, accepted: '1-2' });
      }
      const view = trialView(trial, { clock: clockAt(), edition: found, card: card.line });
      return Promise.resolve({ kind: 'found', view });
    },
    compareRules: () =>
      Promise.resolve({ clock: clockAt(), editions: [...editions], rows: comparedRows(editions) }),
    listSectors: () => Promise.resolve({ clock: clockAt(), sectors }),
  };
}

const cited: BasisView = {
  ...{ citation: { source: 'credit-repair-measures-2025', at: 'art-8' }, for: 'publication' },
  ...{
    sourceTitle: { zh: '信用修复管理办法', en: 'Credit Repair Measures' },
    confidence: 'unverified',
  },
};
const chosen = (code: string, zh: string, en: string): ChosenLine => ({
  ...{ code, title: { zh, en }, basis: [cited] },
});

/** A profile that says everything a profile can say, and the one for all others. */
const sectors: SectorsView['sectors'] = [
  {
    ...{ sector: 'cn.construction', title: { zh: '建筑', en: 'Construction' }, forOthers: false },
    lines: [
      { ...chosen('e47', '房屋建筑业', 'Building'), severity: { zh: '较重', en: 'Raised' } },
      chosen('e50', '建筑装饰业', 'Decoration'),
    ],
    licences: [chosen('建筑业企业资质证书', '建筑业企业资质证书', 'Qualification of builders')],
    items: [chosen('administrative_penalty', '行政处罚', 'Administrative penalty')],
    checklists: [chosen('cn.construction', '建筑检查清单', 'Checklist of construction')],
    ...{ fullCoverage: [cited], note: { zh: '只到大类。', en: 'Divisions only.' }, basis: [cited] },
    inWords: { zh: ['建筑'], en: ['Construction'] },
  },
  {
    ...{ sector: 'cn.others', title: { zh: '其他', en: 'Others' }, forOthers: true },
    ...{ lines: [], licences: [], items: [], checklists: [], basis: [cited] },
    inWords: { zh: ['其他'], en: ['Others'] },
  },
];

const texts = [
  {
    path: 'severity.rows.1',
    title: { zh: '轻微', en: 'Minor' },
    says: { zh: '有“程序”且“程序”是“简易程序”', en: 'procedure is known and is “summary”' },
    text: 'has(r.procedure) && r.procedure == summary',
  },
  {
    path: 'severity.rows.2',
    title: { zh: '一般', en: 'General' },
    says: { zh: '其他情形', en: 'everything else' },
    text: 'otherwise',
  },
];

const article = {
  source: 'credit-repair-measures-2025',
  sourceTitle: { zh: '信用修复管理办法', en: 'Credit Repair Measures' },
  at: 'art-8',
  says: { zh: '公示期不少于三个月', en: 'Published for three months at least' },
  confidence: 'secondary',
  hash,
  hashOf: 'summary',
} as const;

const warning = {
  guard: 'G12',
  title: { zh: '有法可依', en: 'Legal basis' },
  field: 'values.2.basis.1',
  message: { zh: '该条文还没有核实。', en: 'The article is not confirmed.' },
};

const fields = [
  { path: 'values.1.max', meaning: 'shorter', old: 'P36M', new: 'P12M' },
  { path: 'severity.rows', meaning: 'added', new: [{ when: 'otherwise', then: 'general' }] },
] as const;

function caseOf(state: 'passes' | 'fails') {
  return {
    says: {
      zh: '一条公示期内的一般处罚为B类，公示期满之日起回到A类。',
      en: 'One general penalty makes class B until the day its publicity ends.',
    },
    given:
      state === 'fails'
        ? []
        : [
            {
              title: { zh: '行政处罚（第1条）', en: 'Administrative penalty (no. 1)' },
              facts: [
                {
                  title: { zh: '决定日期', en: 'day of the decision' },
                  value: { zh: '2026-04-10', en: '2026-04-10' },
                },
              ],
            },
          ],
    expected: [
      {
        on: '2026-04-15',
        results: [
          { title: { zh: '结果', en: 'Result' }, value: { zh: 'B类', en: 'B (ordinary risk)' } },
        ],
      },
    ],
    state,
  } as const;
}

const classA = { zh: 'A类（风险低）', en: 'A (low risk)' };
const classB = { zh: 'B类（风险一般）', en: 'B (ordinary risk)' };

const written: WrittenTraces = {
  zh: {
    result: 'B类（风险一般）',
    answer: ['2026年6月1日，企业信用风险分类：“B类（风险一般）”。'],
    steps: [
      {
        rule: 'general_penalties',
        head: '公示期内的一般处罚：10。',
        title: '公示期内的一般处罚',
        value: '10',
        lines: ['计入：行政处罚（第1条），至2027年4月10日。'],
      },
    ],
    nothing: ['没有这样的记录：公示期内的严重处罚。'],
    outlook: ['2027年4月10日起：“A类（风险低）”。'],
    exits: [],
    warnings: ['“一般处罚”的依据尚未核实。'],
  },
  en: {
    result: 'B (ordinary risk)',
    answer: ['On 1 June 2026, risk class: “B (ordinary risk)”.'],
    steps: [
      {
        rule: 'general_penalties',
        head: 'General penalties on display: 10.',
        title: 'General penalties on display',
        value: '10',
        lines: ['Counted: administrative penalty (no. 1), until 10 April 2027.'],
      },
    ],
    nothing: ['There is no record of this kind: serious penalties on display.'],
    outlook: ['From 10 April 2027: “A (low risk)”.'],
    exits: [],
    warnings: ['The basis of “General penalties” is not confirmed.'],
  },
};

function trialView(
  trial: TrialView['trial'] | Omit<TrialView['trial'], 'on'>,
  of: Pick<TrialView, 'clock' | 'edition' | 'card'>,
): TrialView {
  const on = 'on' in trial ? trial.on : civilDate('2026-06-01');
  const decided = trial.facts['penalties.1.decided'] ?? '2026-04-10';
  const fault = { found: decided, accepted: 'a day' };
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(decided);
  return {
    ...of,
    samples: [
      { place: 1, says: caseOf('passes').says },
      { place: 2, says: { zh: '没有任何记录。', en: 'No record at all.' } },
    ],
    trial: { ...trial, on },
    horizon: civilDate('2036-06-01'),
    groups:
      trial.sample === 2
        ? []
        : [
            {
              title: { zh: '行政处罚（第1条）', en: 'Administrative penalty (no. 1)' },
              fields: [
                {
                  name: 'penalties.1.decided',
                  title: { zh: '决定日期', en: 'day of the decision' },
                  type: 'date',
                  value: decided,
                  optional: false,
                  choices: [],
                  ...(isDay ? {} : { fault }),
                },
                {
                  name: 'penalties.1.severity',
                  title: { zh: '严重程度', en: 'class' },
                  type: 'code',
                  value: 'general',
                  optional: true,
                  choices: [{ code: 'general', title: { zh: '一般', en: 'General' } }],
                },
                {
                  name: 'penalties.1.repaired',
                  title: { zh: '已修复', en: 'repaired' },
                  type: 'yes-no',
                  value: 'no',
                  optional: false,
                  choices: [],
                },
              ],
            },
          ],
    ...(isDay ? { answer: answerOf(of.card.id, on) } : {}),
  };
}

function answerOf(
  card: string,
  on: ReturnType<typeof civilDate>,
): NonNullable<TrialView['answer']> {
  const [from, until] = [civilDate('2026-04-15'), civilDate('2027-04-10')];
  return {
    trace: {
      schema: 'credence.program-trace/1',
      program: `risk-class:${card}`,
      lawAt: hash,
      subject: 'sample',
      asOf: on,
      knownAt: on,
      result: 'b',
      facts: {},
      steps: [],
      warnings: [],
    },
    hash,
    words: written,
    result: classB,
    unchanged: classA,
    stretches: [
      { begins: civilDate('2026-04-01'), ends: from, result: classA },
      { begins: from, ends: until, result: classB },
      { begins: until, ends: 'none', result: classA },
    ],
    changes: [
      {
        on: until,
        result: classA,
        because: [
          {
            title: { zh: '公示期内的一般处罚', en: 'General penalties on display' },
            from: { zh: '10', en: '10' },
            to: { zh: '0', en: '0' },
          },
        ],
      },
    ],
  };
}

function comparedRows(editions: readonly EditionSummary[]) {
  const answers = editions.map(({ code, title, hash: of }, index) => ({
    edition: { code, title, hash: of },
    articles: index === 0 ? [{ ...article, title: article.sourceTitle }] : [],
    applied: undefined,
    own: index === 0,
  }));
  return [{ question: 'list-power' as const, answers }];
}
