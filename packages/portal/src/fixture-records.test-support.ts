import type { BasisView, FactView, RecordView, WayOutView } from '@credence/casework';
import { addDays, addMonths, civilDate, type CivilDate, type Localised } from '@credence/domain';

/** A basis as an edition of the demo city carries it. */
export function basisOf(
  purpose: BasisView['for'],
  traits: Partial<Pick<BasisView, 'confidence' | 'citation' | 'sourceTitle'>> = {},
): BasisView {
  return {
    citation: { source: 'credit-repair-measures-2025', at: 'art-8' },
    sourceTitle: { zh: '信用修复管理办法', en: 'Credit Repair Measures' },
    confidence: 'secondary',
    for: purpose,
    ...traits,
  };
}

export function textFact(field: string, title: Localised, value: FactView['value']): FactView {
  return { field, title, value };
}

/** Titles of the sources that a derivation cites. */
const sourceTitles: RecordView['sourceTitles'] = {
  'credit-repair-measures-2025': { zh: '信用修复管理办法', en: 'Credit Repair Measures' },
};

const violation: Localised = { zh: '违法行为类型', en: 'Breach' };

/** An administrative penalty, published for a year, repair open after three months. */
export function penalty(
  id: string,
  traits: {
    readonly decidedOn?: CivilDate;
    readonly heading?: string;
    readonly number?: string;
    readonly months?: number;
  } = {},
): RecordView {
  const decidedOn = traits.decidedOn ?? civilDate('2026-08-14');
  const ends = addMonths(decidedOn, traits.months ?? 12, 'down');
  const repairFrom = addMonths(decidedOn, 3, 'down');
  return {
    id,
    item: {
      code: 'administrative_penalty',
      title: { zh: '行政处罚', en: 'Administrative penalty' },
    },
    effect: 'adverse',
    heading: textFact('violation_type', violation, traits.heading ?? '使用未经定期检验的起重机械'),
    document: { number: traits.number ?? '望市监罚〔2026〕1187号' },
    decidedOn,
    authority: { name: '望澜市市场监督管理局', code: 'wanglan-market' },
    provider: { name: '望澜市市场监督管理局', code: 'wanglan-market' },
    service: { kind: 'shown', on: decidedOn, mode: '直接送达' },
    severity: { code: 'general', title: { zh: '一般', en: 'General' } },
    publicity: { kind: 'shown', begins: decidedOn, ends, repairFrom, clockFrom: 'decided' },
    facts: [
      textFact('content', { zh: '处罚内容', en: 'Content of the penalty' }, '罚款 20000 元'),
      {
        field: 'kinds',
        title: { zh: '处罚类别', en: 'Kind of penalty' },
        value: ['fine'],
        codes: [{ zh: '罚款', en: 'Fine' }],
      },
      textFact('fine', { zh: '罚款金额', en: 'Fine' }, { amount: 2_000_000, currency: 'CNY' }),
      textFact(
        'penalty_basis',
        { zh: '处罚依据', en: 'Basis of the penalty' },
        '《特种设备安全法》第八十四条',
      ),
    ],
    basis: [
      basisOf('publication', {
        citation: { source: 'admin-penalty-law', at: 'art-48' },
        sourceTitle: { zh: '行政处罚法', en: 'Administrative Penalty Law' },
        confidence: 'verified',
      }),
      basisOf('term'),
    ],
    why: whyOf(decidedOn, ends),
    sourceTitles,
    waysOut: waysOutOf(decidedOn, repairFrom),
  };
}

function whyOf(decidedOn: CivilDate, ends: CivilDate): RecordView['why'] {
  const bases = [
    {
      citation: { source: 'credit-repair-measures-2025', at: 'art-8' },
      confidence: 'secondary' as const,
    },
  ];
  const step = (
    id: string,
    question: RecordView['why']['question'],
    answer: RecordView['why']['answer'],
    children: RecordView['why']['children'] = [],
  ): RecordView['why'] => ({ id, question, params: {}, answer, bases, children });
  return step('shown-until', 'shown-until', { kind: 'date', value: ends }, [
    step('1', 'counted-from', { kind: 'date', value: decidedOn }),
    step('2', 'longest-term', { kind: 'period', value: 'P12M' }),
    step('3', 'severity-class', { kind: 'code', value: 'general' }, [
      step('3/1', 'field-is', { kind: 'no', value: 'no' }),
      step('3/2', 'field-any', { kind: 'no', value: 'no' }, [
        step('3/2/1', 'field-only', { kind: 'no', value: 'no' }),
      ]),
    ]),
    step('4', 'served', { kind: 'yes', value: 'yes' }),
    step('5', 'ended-records', { kind: 'code', value: 'never_used' }),
  ]);
}

function waysOutOf(decidedOn: CivilDate, repairFrom: CivilDate): readonly WayOutView[] {
  const basis = [basisOf('way-out')];
  return [
    {
      kind: 'repair',
      earliestOn: repairFrom,
      answerWithin: { unit: 'working-days', count: 10 },
      state: repairFrom <= '2026-11-20' ? 'open' : 'not-yet',
      basis,
    },
    { kind: 'correction', state: 'open', basis },
    {
      kind: 'review',
      earliestOn: decidedOn,
      latestOn: civilDate('2026-10-13'),
      state: 'closed',
      basis,
    },
    {
      kind: 'court',
      earliestOn: decidedOn,
      latestOn: civilDate('2027-02-14'),
      state: 'open',
      basis,
    },
  ];
}

/** A licence valid to a last day, or without an end. */
export function licence(id: string, name: string, lastDay: CivilDate | 'none'): RecordView {
  const from = civilDate('2024-04-01');
  return {
    id,
    item: {
      code: 'administrative_licence',
      title: { zh: '行政许可', en: 'Administrative licence' },
    },
    effect: 'benefit',
    heading: textFact('certificate', { zh: '许可证书', en: 'Certificate' }, name),
    document: { number: `望许〔2024〕${id.slice(-2)}号` },
    decidedOn: from,
    authority: { name: '望澜市行政审批局' },
    provider: { name: '望澜市行政审批局', code: 'wanglan-approval' },
    service: { kind: 'not-needed' },
    publicity: {
      kind: 'valid',
      begins: from,
      // The view gives the first day on which it is no longer valid.
      ends: lastDay === 'none' ? 'none' : addDays(lastDay, 1),
    },
    facts: [textFact('content', { zh: '许可内容', en: 'Content of the licence' }, name)],
    basis: [
      basisOf('publication', {
        citation: { source: 'admin-licence-law', at: 'art-40' },
        sourceTitle: { zh: '行政许可法', en: 'Administrative Licence Law' },
        confidence: 'verified',
      }),
    ],
    why: {
      id: 'valid-until',
      question: 'valid-until',
      params: {},
      answer:
        lastDay === 'none'
          ? { kind: 'code', value: 'no_end' }
          : { kind: 'date', value: addDays(lastDay, 1) },
      bases: [],
      children: [],
    },
    sourceTitles,
    waysOut: [{ kind: 'correction', state: 'open', basis: [basisOf('way-out')] }],
  };
}

/** The registration of an organisation of the demo city. */
export function registration(id: string, address: string): RecordView {
  const registered = licence(id, '营业执照', 'none');
  return {
    ...registered,
    item: { code: 'registration', title: { zh: '登记信息', en: 'Registration' } },
    effect: 'neutral',
    authority: { name: '望澜市市场监督管理局' },
    provider: { name: '望澜市市场监督管理局', code: 'wanglan-market' },
    facts: [
      textFact('address', { zh: '住所', en: 'Registered office' }, address),
      textFact('established', { zh: '成立日期', en: 'Established' }, '2008-05-16'),
      {
        field: 'status',
        title: { zh: '登记状态', en: 'Status' },
        value: 'active',
        codes: [{ zh: '存续', en: 'Active' }],
      },
    ],
  };
}
