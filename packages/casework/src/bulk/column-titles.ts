import type { Localised, SubjectKind } from '@credence/domain';

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

export const kindTitles: Readonly<Record<SubjectKind, Localised>> = {
  organisation: { zh: '法人及非法人组织', en: 'Organisation' },
  public_body: { zh: '机关、事业单位', en: 'Public body' },
  sole_trader: { zh: '个体工商户', en: 'Individual business' },
};

export const countsTitle: Localised = { zh: '记录数量', en: 'Counts of records' };

export const countTitles = {
  item: { zh: '事项', en: 'Item' },
  provider_code: commonTitles.provider_code,
  provider: commonTitles.provider,
  year: { zh: '决定年份', en: 'Year of the decision' },
  records: {
    zh: '这一天公示或有效的记录数；少于 10 的不列，能由其他数推出它们的也不列',
    en: 'Records shown or valid on the day; fewer than 10 are left out, and what would give them away',
  },
} as const satisfies Readonly<Record<string, Localised>>;
