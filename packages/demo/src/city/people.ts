import { addMonths, type CivilDate } from '@credence/domain';

import { getRole } from '../storybook/cast.ts';
import { agencies, getAgency, type AgencyCode } from './agencies.ts';
import type { OfficeCode } from './offices.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Someone a demonstration can act as; all of them are invented. */
export interface DemoPerson {
  readonly id: string;
  readonly name: Words;
  readonly role:
    | 'registrar'
    | 'data_officer'
    | 'legal_officer'
    | 'head_of_authority'
    | 'case_officer'
    | 'enforcement_judge'
    | 'collegial_panel'
    | 'court_president'
    | 'reviewer'
    | 'representative'
    | 'visitor'
    | 'person'
    | 'auditor';
  readonly agency?: AgencyCode | OfficeCode;
  /** Unified code of the organisation spoken for. */
  readonly subject?: string;
  /** A limited mandate: what it is for, and for how many months. */
  readonly limited?: { readonly scopes: readonly ('read' | 'speak')[]; readonly months: number };
  /** Of one who asks for himself: a number that no province gives out. */
  readonly number?: string;
  /** What waits at the desk, in one line. */
  readonly finds?: Words;
}

/** Keeps the register in the demonstration: its registrar lets people act for organisations. */
export const demoRegisterAgency: AgencyCode = 'market_regulation';

/** The two who approve the shipped editions. */
const drafter = { zh: '杜若溪', en: 'Du Ruoxi' } as const;
const head = { zh: '岑静之', en: 'Cen Jingzhi' } as const;

export const demoOfficials: readonly [string, string] = [drafter.zh, head.zh];

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  role: DemoPerson['role'],
  agency: AgencyCode | OfficeCode,
  findsZh: string,
  findsEn: string,
];

// prettier-ignore
const deskRows: readonly Row[] = [
  ['case-officer', '林书澜', 'Lin Shulan', 'case_officer', demoRegisterAgency, '列入、异议、修复各有一批等着办理', 'listings, objections and repairs to work on'],
  ['legal-officer', drafter.zh, drafter.en, 'legal_officer', demoRegisterAgency, '一份列入决定等着法制审核；规则草案', 'a decision to list that waits for legal review; drafts of rules'],
  ['head', head.zh, head.en, 'head_of_authority', demoRegisterAgency, '列入决定等着批准', 'decisions to list that wait for approval'],
  ['registrar', '闻人溪', 'Wenren Xi', 'registrar', demoRegisterAgency, '账户和委托；到窗口来的人', 'accounts and mandates; whoever comes to the counter'],
  ['platform', '俞知返', 'Yu Zhifan', 'registrar', 'credit_centre', '异议等着核对，有一件核对已逾期', 'objections to check, one of them late'],
  ['counter', '苗问津', 'Miao Wenjin', 'registrar', 'credit_centre', '在窗口替没有账户的人办理', 'the counter, for people without an account'],
  ['superior', '章守一', 'Zhang Shouyi', 'head_of_authority', 'city_government', '下级机关逾期未答复的异议', 'an objection that the office below has not answered in time'],
  ['reviewer', '沈知衡', 'Shen Zhiheng', 'reviewer', 'justice_bureau', '两件复议，其中一件已停止执行', 'two appeals, one with the effect put off'],
  ['inspector', '倪望山', 'Ni Wangshan', 'case_officer', 'market_inspection', '惩戒措施：待接收、待执行、待解除', 'measures to accept, carry out and lift'],
  ['grader', '乔若谷', 'Qiao Ruogu', 'case_officer', 'development_reform', '对公共信用综合评价的异议', 'objections to comprehensive evaluations'],
  ['judge', '方执白', 'Fang Zhibai', 'enforcement_judge', 'district_court', '失信被执行人：待决定一件，申请删除一件', 'judgment defaulters: one to decide, one to delete'],
  ['panel', '温守正', 'Wen Shouzheng', 'collegial_panel', 'district_court', '合议庭审查的案件', 'cases for the collegial panel'],
  ['court-president', '陆明允', 'Lu Mingyun', 'court_president', 'district_court', '院长批准的案件', 'cases for the president of the court'],
  ['court-reviewer', '顾慎思', 'Gu Shensi', 'reviewer', 'city_court', '向上一级法院提出的复议', 'what is taken to the higher court'],
  ['civil-officer', '云既望', 'Yun Jiwang', 'case_officer', 'civil_affairs', '逾期未报送年度报告的社会组织：催报、提出列入', 'social organisations whose yearly report is overdue: to ask for it, to propose an entry'],
  ['civil-head', '凌抱朴', 'Ling Baopu', 'head_of_authority', 'civil_affairs', '一份列入活动异常名录的决定等着批准', 'a decision on the list of abnormal activity that waits for approval'],
  ['auditor', '南宫慎', 'Nangong Shen', 'auditor', 'audit_office', '程序运行情况：结束后仍公示的应当是 0 条', 'how procedures run: nothing is shown past its end'],
];

const parties: readonly DemoPerson[] = [
  {
    id: 'representative',
    name: { zh: '梅映雪', en: 'Mei Yingxue' },
    role: 'representative',
    subject: getRole('lanjiang').code,
    finds: {
      zh: '一份拟列入告知书，陈述申辩期限正在计算',
      en: 'a notice of a proposed listing, while the time to answer runs',
    },
  },
  {
    id: 'lawyer',
    name: { zh: '褚怀信', en: 'Chu Huaixin' },
    role: 'representative',
    subject: getRole('listing-hearing').code,
    limited: { scopes: ['read', 'speak'], months: 6 },
    finds: {
      zh: '律师，受托六个月：已申请听证，可以陈述申辩',
      en: 'a lawyer with a mandate of six months: a hearing was asked for',
    },
  },
  {
    id: 'creditor',
    name: { zh: '易守诺', en: 'Yi Shounuo' },
    role: 'representative',
    subject: getRole('repair-lodged').code,
    finds: {
      zh: '债权人：两件失信被执行人案件，可以陈述、同意删除、提出异议；还可以申请列入',
      en: 'a creditor: two cases about its debtors, to be heard in, to consent or to object; and a new application',
    },
  },
  {
    id: 'payer',
    name: { zh: '路见微', en: 'Lu Jianwei' },
    role: 'representative',
    subject: getAgency('housing_construction').unifiedCode,
    finds: {
      zh: '付款单位：一笔逾期未付的账款；登记合同、确认、付款、年度公示',
      en: 'a public body that pays: one sum is overdue; contracts to register, confirm and pay, the yearly disclosure',
    },
  },
  {
    id: 'promiser',
    name: { zh: '诺承安', en: 'Nuo Chengan' },
    role: 'representative',
    subject: getAgency('culture_tourism').unifiedCode,
    finds: {
      zh: '政府部门的承诺：一项已兑现，一项因公共利益变更、待补偿',
      en: 'promises of a public body: one kept, one changed that has to be made up for',
    },
  },
  {
    id: 'association',
    name: { zh: '时予安', en: 'Shi Yu’an' },
    role: 'representative',
    subject: getRole('volunteers').code,
    finds: {
      zh: '社会组织：去年的年度报告已逾期，登记机关已催报；可以在这里补报',
      en: 'a social organisation: its yearly report is overdue and was asked for, and is filed here',
    },
  },
  {
    id: 'other-firm',
    name: { zh: '辛有据', en: 'Xin Youju' },
    role: 'representative',
    subject: getRole('repair-early').code,
    finds: {
      zh: '另一家企业的处罚可能要改列到本单位：一份告知书等着回应',
      en: 'a penalty of another firm may be moved to its own: a notice waits for an answer',
    },
  },
];

/** Acts for a firm that a court has ordered not to spend, and is named in that order. */
export const demoNamedPerson = {
  id: 'named-person',
  name: { zh: '钟离砚', en: 'Zhongli Yan' },
  role: 'person',
  number: '98010118850101001X',
} as const satisfies DemoPerson;

export const demoPeople: readonly DemoPerson[] = [
  ...deskRows.map(([id, zh, en, role, agency, findsZh, findsEn]): DemoPerson => ({
    ...{ id, name: { zh, en }, role, agency },
    finds: { zh: findsZh, en: findsEn },
  })),
  ...parties,
  ...agencies.map(({ code, official }): DemoPerson => ({
    id: `data-officer-${code.replaceAll('_', '-')}`,
    name: { zh: official, en: `Data officer, ${code.replaceAll('_', ' ')}` },
    role: 'data_officer',
    agency: code,
  })),
  // Whoever corrects needs a second name in his own agency.
  ...agencies
    .filter(({ code }) => code !== demoRegisterAgency)
    .map(({ code, witnesses: [second] }): DemoPerson => ({
      id: `legal-officer-${code.replaceAll('_', '-')}`,
      name: { zh: second, en: `Legal officer, ${code.replaceAll('_', ' ')}` },
      role: 'legal_officer',
      agency: code,
    })),
  demoNamedPerson,
  { id: 'visitor', name: { zh: '访客', en: 'Visitor' }, role: 'visitor' },
];

/** First day on which a limited mandate no longer holds. */
export function mandateEnds({ limited }: DemoPerson, today: CivilDate): CivilDate | undefined {
  return limited === undefined ? undefined : addMonths(today, limited.months, 'down');
}
