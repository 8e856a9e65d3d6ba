import type { LifeEventKind, Localised } from '@credence/domain';

import type { VisitResult } from '../inspection/visit/visit.ts';
import { commonTitles } from './column-titles.ts';

/** Who a row is about, as it is today. */
const whoTitles = {
  organisation: commonTitles.organisation,
  name: { zh: '名称', en: 'Name' },
  scheme: commonTitles.scheme,
  code: commonTitles.code,
  kind: commonTitles.kind,
} as const;
const record: Localised = { zh: '编号，增量数据以此对应', en: 'Identifier; changes name it' };
const { begins, ends, disputed_since, basis } = commonTitles;

export const lifeTitle: Localised = {
  zh: '登记事项变动',
  en: 'Events in the life of organisations',
};
export const lifeAbout: Localised = {
  zh: '更名、迁址、歇业、合并、分立、注销等登记事项的变动；等待第二人确认的和已撤销的不在其中。',
  en: 'Changes of name and address, dormancy, mergers, divisions, deregistrations. What waits for a second official or was undone is not there.',
};

/** Columns of the file about events. */
export const lifeTitles = {
  ...{ ...whoTitles, record },
  event: { zh: '事项', en: 'Event' },
  effective_on: { zh: '生效日', en: 'First day on which it holds' },
  until: { zh: '歇业届满日', en: 'Of a dormancy: first day on which it is over' },
  form: { zh: '形式', en: 'Form of a merger or division' },
  before: { zh: '变更前', en: 'Before' },
  after: { zh: '变更后', en: 'After' },
  successors: { zh: '承继单位代码', en: 'Codes of successors' },
  document_number: { zh: '登记文书号', en: 'Number of the registration document' },
  authority_code: { zh: '登记机关代码', en: 'Code of the registering authority' },
  disputed_since,
  basis,
} as const satisfies Readonly<Record<string, Localised>>;

export const lifeEventTitles: Readonly<Record<LifeEventKind, Localised>> = {
  name: { zh: '名称变更', en: 'Change of name' },
  address: { zh: '住所变更', en: 'Change of address' },
  representative: { zh: '法定代表人变更', en: 'Change of legal representative' },
  code: { zh: '代码变更', en: 'Change of code' },
  registrar: { zh: '登记机关变更', en: 'Change of registering authority' },
  dormancy: { zh: '歇业', en: 'Dormancy' },
  operation: { zh: '恢复营业', en: 'Back in business' },
  reorganisation: { zh: '法院批准重整计划', en: 'Plan of reorganisation approved' },
  deregistration: { zh: '注销登记', en: 'Deregistration' },
  simplified_deregistration: { zh: '简易注销登记', en: 'Simplified deregistration' },
  merger: { zh: '合并', en: 'Merger' },
  division: { zh: '分立', en: 'Division' },
};

export const inheritedTitle: Localised = {
  zh: '依法由承继单位承受的记录',
  en: 'Records that passed to successors',
};
export const inheritedAbout: Localised = {
  zh: '原单位的记录依法在承继单位处展示的，逐条列出，期限不延长；只列直接承继，多次合并的按登记事项变动逐次查找。',
  en: 'Records of a predecessor that the law lets pass, each to its own end. Direct successors only: where one was merged again, follow the events.',
};

/** Columns of the file about records that passed. */
export const inheritedTitles = {
  organisation: { zh: '承继单位在本登记中的编号', en: 'Identifier of the successor' },
  record,
  code: { zh: '承继单位代码', en: 'Code of the successor' },
  predecessor: { zh: '原单位在本登记中的编号', en: 'Identifier of the predecessor' },
  predecessor_name: { zh: '原单位名称', en: 'Name of the predecessor' },
  predecessor_code: { zh: '原单位代码', en: 'Code of the predecessor' },
  source_record: { zh: '原单位记录编号', en: 'Identifier of the record' },
  item: { zh: '事项', en: 'Item of the catalogue' },
  since: { zh: '承受之日', en: 'Day on which it passed' },
  ...{ begins, ends, disputed_since, basis },
} as const satisfies Readonly<Record<string, Localised>>;

export const reportsTitle: Localised = {
  zh: '组织依法报送并公开的内容',
  en: 'Reports of organisations',
};
export const reportsAbout: Localised = {
  zh: '年度报告、公开募捐情况等，每行一个项目；逾期报送的不列报送日，未报送的不在其中。',
  en: 'Annual reports, fund-raising and the like, one value a row. No day where a report came late, and nothing of reports that did not come.',
};

/** Columns of the file about reports. */
export const reportTitles = {
  ...{ ...whoTitles, record },
  duty: { zh: '报送义务', en: 'Duty' },
  period: { zh: '年度、活动或者分支机构', en: 'Year, campaign or branch' },
  filed_on: { zh: '报送日', en: 'Filed on' },
  field: { zh: '项目', en: 'Field' },
  value: { zh: '内容', en: 'Value' },
  amount: { zh: '金额', en: 'Amount' },
  basis,
} as const satisfies Readonly<Record<string, Localised>>;

export const visitsTitle: Localised = { zh: '检查结果', en: 'Results of visits' };
export const visitsAbout: Localised = {
  zh: '每次检查、每张检查表一行，列明计划、确定对象的方式、结果和后续处理；抽取按风险分类加权的，不说明某一单位由哪一部分抽中，以免透露其分类。',
  en: 'One row for each checklist of a visit: plan, how the visit came about, result, follow-up. Where classes weighed in a draw, no row says by which part of it, since that would tell a class.',
};

/** Columns of the file about visits. */
export const visitTitles = {
  ...{ ...whoTitles, record },
  plan: { zh: '抽查计划', en: 'Plan' },
  draw: { zh: '抽取编号', en: 'Identifier of the draw' },
  also_draws: { zh: '合并检查的其他抽取', en: 'Later draws that the visit answers for' },
  arm: { zh: '确定对象的方式', en: 'How it came about' },
  checklist: { zh: '检查表', en: 'Checklist' },
  authority_code: { zh: '检查机关代码', en: 'Code of the inspecting authority' },
  visited_on: { zh: '检查日', en: 'Visited on' },
  result: { zh: '结果', en: 'Result' },
  follow_up: { zh: '后续处理', en: 'Follow-up' },
  ends,
} as const satisfies Readonly<Record<string, Localised>>;

export const armTitles = {
  random: { zh: '随机抽取，不看分类', en: 'Drawn at random, no class weighed' },
  weighted: { zh: '抽取，分类加权', en: 'Drawn, classes weighed' },
  hand_picked: { zh: '机关指定', en: 'Picked by hand' },
} as const satisfies Readonly<Record<string, Localised>>;

export const resultTitles = {
  nothing_found: { zh: '未发现问题', en: 'Nothing found' },
  faults_found: { zh: '发现问题', en: 'Faults found' },
} as const satisfies Readonly<Record<string, Localised>>;

/** What followed where something was found. */
export const followUpTitles: Readonly<Record<Exclude<VisitResult, 'clear'>, Localised>> = {
  corrected: { zh: '已改正', en: 'Put right' },
  'passed-on': { zh: '移送处理', en: 'Passed on' },
};
