import type { AnswerClock, CardKind, CardLine, CardView, EditionSummary } from '@credence/casework';
import { civilDate, instant, type JsonValue, type Localised } from '@credence/domain';

import { basisOf } from './fixture-records.test-support.ts';

const hash = '9f3c71e0b2d45a6c8e0f13579bdf02468ace13579bdf02468ace13579bdfb2d4';

export const today = civilDate('2026-11-20');
/** 2026-11-20 09:41 in Asia/Shanghai. */
export const timepoint = instant(Date.UTC(2026, 10, 20, 1, 41));

export const cityEdition: EditionSummary = {
  code: 'cn-2026',
  title: { zh: '全国规则 2026 版', en: 'National rules, 2026' },
  hash,
  inForceFrom: civilDate('2026-04-01'),
  inForceUntil: 'none',
  territory: 'cn',
  languages: ['zh', 'en'],
  reviewBy: civilDate('2027-04-01'),
  succeeds: 'cn-2023',
  cards: 5,
};

export const formerEdition: EditionSummary = {
  code: 'cn-2023',
  title: { zh: '全国规则 2023 版', en: 'National rules, 2023' },
  hash: hash.replaceAll('9', '7'),
  inForceFrom: civilDate('2023-05-01'),
  inForceUntil: civilDate('2026-04-01'),
  territory: 'cn',
  languages: ['zh', 'en'],
  reviewBy: civilDate('2026-04-01'),
  cards: 5,
};

/** An edition that has only English. */
export const englishEdition: EditionSummary = {
  code: 'us-sf-food-2017',
  title: { en: 'San Francisco food inspections, 2017' },
  hash: hash.replaceAll('3', '5'),
  inForceFrom: civilDate('2017-01-01'),
  inForceUntil: 'none',
  territory: 'us_sf',
  languages: ['en'],
  reviewBy: civilDate('2027-01-01'),
  cards: 5,
};

/** The time and law of the city on its day, or on a day before. */
export function cityClock(day = today, edition: EditionSummary = cityEdition): AnswerClock {
  const { code, title, inForceFrom, inForceUntil } = edition;
  const line = { code, title, hash: edition.hash, inForceFrom, inForceUntil };
  return { today, day, timepoint, edition: line, zone: 'Asia/Shanghai' };
}

const inForce = { from: civilDate('2026-04-01'), until: 'none' } as const;

interface FixtureCard {
  readonly line: CardLine;
  readonly content: JsonValue;
}

function card(
  kind: CardKind,
  id: string,
  given: { readonly title: Localised; readonly content: { readonly [key: string]: JsonValue } },
): FixtureCard {
  const line: CardLine = { kind, id, title: given.title, confidence: 'secondary', inForce };
  return { line, content: { [kind]: id, ...given.content } };
}

const cite = [{ source: 'credit-repair-measures-2025', at: 'art-8' }];

/** One card of each form that a page writes in its own way. */
export const cityCards: readonly FixtureCard[] = [
  card('item', 'administrative_penalty', {
    title: { zh: '行政处罚', en: 'Administrative penalty' },
    content: {
      effect: 'adverse',
      subjects: ['organisation', 'sole_trader'],
      fields: 'penalty-2018',
      shows: ['content', 'kinds', 'fine'],
      severity: {
        hit: 'first',
        rows: [
          { when: 'has(r.procedure) && r.procedure == summary', then: 'minor', basis: cite },
          { when: 'otherwise', then: 'general', basis: cite, confidence: 'unverified' },
        ],
      },
      publicity: { general: 'publicity.general' },
      'ends-when-corrected': false,
      retention: { from: 'conduct_ended', 'at-most': 'P60M' },
    },
  }),
  card('pledge', 'city.food-licence', {
    title: { zh: '食品经营许可（告知承诺）', en: 'Food licence by pledge' },
    content: {
      subjects: ['organisation'],
      promises: { zh: '符合全部条件', en: 'All conditions are met' },
      voluntary: true,
      gives: 'procedure',
      term: 'P1Y',
      fee: 'none',
    },
  }),
  card('incentive', 'city.lane', {
    title: { zh: '绿色通道', en: 'Green lane' },
    content: {
      subjects: ['organisation'],
      gives: { zh: '加快办理。', en: 'Sooner dealt with.' },
      terms: {
        provider: { body: 'permit_authorities', level: 'county' },
        granted: 'without_application',
        'ended-records': 'excluded',
        eligibility: [
          {
            condition: 'no_penalty',
            title: { zh: '近三年没有处罚', en: 'No penalty in three years' },
            when: '!penalties.exists(r, activeAt(r))',
            basis: cite,
            confidence: 'unverified',
          },
        ],
        ends: ['condition_lost', 'rule_ended'],
        uptake: 'public',
      },
    },
  }),
  card('statistic', 'report-card.unlike-cases', {
    title: { zh: '同类案件、不同罚款', en: 'Like cases, unlike fines' },
    content: { of: ['administrative_penalty'], dimensions: ['penalty_basis', 'severity'] },
  }),
  card('checklist', 'cn.construction', {
    title: { zh: '建筑检查清单', en: 'Checklist of construction' },
    content: { basis: cite, sectors: ['E47'] },
  }),
  card('sector', 'cn.construction', {
    title: { zh: '建筑', en: 'Construction' },
    content: { basis: cite, checklists: ['cn.construction'] },
  }),
  card('sector', 'cn.others', {
    title: { zh: '其他', en: 'Others' },
    content: { basis: cite },
  }),
  card('clock', 'repair', {
    title: { zh: '信用修复', en: 'Repair' },
    content: { steps: [{ step: 'answer', from: 'application', within: { 'working-days': 10 } }] },
  }),
  card('value', 'publicity.general', {
    title: { zh: '一般失信信息的公示期', en: 'Publicity of general records' },
    content: {
      unit: 'period',
      'clock-from': 'decided',
      values: [
        { from: '2026-04-01', min: 'P3M', max: 'P12M', basis: cite, confidence: 'secondary' },
        { from: '2023-05-01', publish: 'none', basis: cite, confidence: 'unverified' },
      ],
    },
  }),
  card('schema', 'penalty-2018', {
    title: { zh: '行政处罚数据格式', en: 'Format of penalties' },
    content: {
      columns: [
        {
          column: 'CF_XDR_MC',
          says: { zh: '行政相对人名称', en: 'Name of the party' },
          field: 'subject_name',
          type: 'text',
          required: true,
        },
        {
          column: 'CF_FR_ZJHM',
          says: { zh: '法定代表人证件号码', en: 'Number of the representative' },
          type: 'text',
          person: 'drop',
        },
      ],
    },
  }),
  card('source', 'credit-repair-measures-2025', {
    title: { zh: '信用修复管理办法', en: 'Credit Repair Measures' },
    content: {
      work: 'cn/ndrc/rule/2025/5',
      rank: 'department_rule',
      empowers: [],
      articles: {
        'art-8': { says: { zh: '公示期不少于三个月', en: 'Published for three months at least' } },
      },
    },
  }),
  card('source', 'admin-penalty-law', {
    title: { zh: '行政处罚法', en: 'Administrative Penalty Law' },
    content: {
      rank: 'law',
      articles: { 'art-48': { says: { zh: '处罚决定依法公开', en: 'Decisions are published' } } },
    },
  }),
  card('source', 'admin-licence-law', {
    title: { zh: '行政许可法', en: 'Administrative Licence Law' },
    content: {
      rank: 'law',
      articles: { 'art-40': { says: { zh: '许可决定公开', en: 'Licences are published' } } },
    },
  }),
  card('risk-class', 'cn.inspection', {
    title: { zh: '企业信用风险分类（双随机抽查用）', en: 'Risk class for random inspections' },
    content: { model: 'published_rules' },
  }),
];

export function cardView(edition: EditionSummary, found: FixtureCard): CardView {
  return {
    clock: cityClock(today, edition),
    edition,
    card: { ...found.line, basis: [basisOf('publication')], reviewBy: civilDate('2027-04-01') },
    content: found.content,
    citedBy: found.line.kind === 'item' ? [] : [cityCards[0]?.line ?? found.line],
    titles: {
      'schema:penalty-2018': { zh: '行政处罚数据格式', en: 'Format of penalties' },
      'value:publicity.general': { zh: '一般失信信息的公示期', en: 'General records' },
      'source:credit-repair-measures-2025': {
        zh: '信用修复管理办法',
        en: 'Credit Repair Measures',
      },
    },
  };
}
