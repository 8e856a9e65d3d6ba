import type { Localised, SubjectKind } from '@credence/domain';

import type { LatePaymentView } from '../view/view.ts';

/** Columns that every file about records has, before those of its item. */
export const commonTitles = {
  organisation: {
    zh: '主体在本登记中的编号',
    en: 'Identifier of the organisation in this register',
  },
  record: { zh: '记录编号，增量数据以此对应', en: 'Identifier of the record; changes name it' },
  name: { zh: '记录所载名称', en: 'Name as the record states it' },
  scheme: { zh: '代码种类', en: 'Scheme of the code' },
  code: { zh: '代码', en: 'Code' },
  kind: { zh: '主体类别', en: 'Kind of subject' },
  document_number: { zh: '文书号', en: 'Number of the document' },
  document_title: { zh: '文书名称', en: 'Title of the document' },
  decided: { zh: '决定日期', en: 'Decided on' },
  authority: { zh: '作出机关', en: 'Deciding authority' },
  authority_code: { zh: '作出机关代码', en: 'Code of the authority' },
  provider: { zh: '数据来源单位', en: 'Supplied by' },
  provider_code: { zh: '数据来源单位代码', en: 'Code of the supplier' },
  begins: { zh: '公示或生效首日', en: 'First day shown or valid' },
  ends: {
    zh: '不再公示或失效的首日；空白为未定',
    en: 'First day no longer shown or valid; empty: no end set',
  },
  disputed_since: {
    zh: '异议尚未答复，自该日起；空白为无异议',
    en: 'Disputed and not yet answered since; empty: not disputed',
  },
  severity: { zh: '失信程度', en: 'Severity class' },
  basis: { zh: '依据', en: 'Legal basis' },
} as const satisfies Readonly<Record<string, Localised>>;

export const listingsTitle: Localised = { zh: '列入名单', en: 'Entries in lists' };

/** Columns of the file about entries in lists. */
export const listingTitles = {
  organisation: commonTitles.organisation,
  record: { zh: '列入编号，增量数据以此对应', en: 'Identifier of the entry; changes name it' },
  name: { zh: '名称', en: 'Name' },
  scheme: commonTitles.scheme,
  code: commonTitles.code,
  kind: commonTitles.kind,
  list: { zh: '名单', en: 'List' },
  document_number: commonTitles.document_number,
  document_title: commonTitles.document_title,
  begins: { zh: '列入日期', en: 'Listed on' },
  ends: {
    zh: '不再列入的首日；空白为义务履行即移出',
    en: 'First day no longer listed; empty: ends when the duty is performed',
  },
  confirm_by: {
    zh: '经办人须核实义务尚未履行的最后一日，过期即不再显示',
    en: 'Last day on which the open duty is confirmed; past it the entry is not shown',
  },
  disputed_since: commonTitles.disputed_since,
  measures: { zh: '措施', en: 'Measures' },
  basis: commonTitles.basis,
} as const satisfies Readonly<Record<string, Localised>>;

export const latePaymentsTitle: Localised = {
  zh: '机关、事业单位逾期未付款项',
  en: 'Late payments of public bodies',
};

/** Columns of the file about late payments. */
export const latePaymentTitles = {
  organisation: commonTitles.organisation,
  record: { zh: '编号，增量数据以此对应', en: 'Identifier; changes name it' },
  name: { zh: '名称', en: 'Name' },
  scheme: commonTitles.scheme,
  code: commonTitles.code,
  kind: commonTitles.kind,
  amount: { zh: '欠款金额，取两位有效数字', en: 'Sum owed, to two digits' },
  because: { zh: '公示的理由', en: 'Why it is shown' },
  begins: { zh: '公示首日', en: 'First day shown' },
  ends: {
    zh: '至迟不再公示的首日；付清之日即不再公示',
    en: 'First day no longer shown at the latest; gone once paid',
  },
  confirm_by: {
    zh: '经办人须核实尚未付清的最后一日，过期即不再显示',
    en: 'Last day on which it is confirmed to be open; past it nothing is shown',
  },
  disputed_since: commonTitles.disputed_since,
  basis: commonTitles.basis,
} as const satisfies Readonly<Record<string, Localised>>;

export const paymentGroundTitles: Readonly<Record<LatePaymentView['because'], Localised>> = {
  upheld: { zh: '投诉经查属实', en: 'The complaint was upheld' },
  confirmed: { zh: '付款单位已确认', en: 'The payer confirmed it' },
  unanswered: { zh: '付款单位逾期未答复', en: 'The payer did not answer in time' },
};

export const kindTitles: Readonly<Record<SubjectKind, Localised>> = {
  organisation: { zh: '法人及非法人组织', en: 'Organisation' },
  public_body: { zh: '机关、事业单位', en: 'Public body' },
  sole_trader: { zh: '个体工商户', en: 'Individual business' },
};

export const countsTitle: Localised = {
  zh: '记录和列入数量',
  en: 'Counts of records and listings',
};

export const countTitles = {
  item: { zh: '事项或名单', en: 'Item or list' },
  provider_code: {
    zh: '提供单位代码；名单为作出决定的单位',
    en: 'Code of the supplier; of a list, of the agency that decides',
  },
  provider: {
    zh: '提供单位；名单为作出决定的单位',
    en: 'Supplier; of a list, the agency that decides',
  },
  year: { zh: '决定或者列入的年份', en: 'Year of the decision or the listing' },
  records: {
    zh: '这一天公示或有效的记录数；少于 10 的不列，能由其他数推出它们的也不列',
    en: 'Records shown or valid on the day; fewer than 10 are left out, and what would give them away',
  },
} as const satisfies Readonly<Record<string, Localised>>;
