import type { CaseKind, CasePart, CasePhase } from '@credence/casework';
import type { Language } from '@credence/domain';

import { courtCodes } from './court-codes.ts';
import { endReasons } from './end-reasons.ts';

type Pair = readonly [zh: string, en: string];

/** Kinds of case, as the law calls them. */
const kinds: Readonly<Record<CaseKind, Pair>> = {
  listing: ['列入', 'Listing'],
  measure: ['措施', 'Measure'],
  objection: ['异议', 'Objection'],
  repair: ['修复', 'Repair'],
  appeal: ['复核申请', 'Appeal'],
  reply: ['说明', 'Reply'],
  spending: ['限制消费', 'Spending order'],
  'payment-complaint': ['拖欠账款投诉', 'Complaint on late payment'],
  identity: ['主体身份', 'Who is who'],
  pledge: ['告知承诺', 'Pledge'],
  inspection: ['检查', 'Inspection'],
};

const partNames: Readonly<Record<CasePart, Pair>> = {
  subject: ['当事单位', 'the organisation'],
  creditor: ['债权人', 'the creditor'],
  officer: ['承办人', 'the case officer'],
  reviewer: ['审核人', 'the reviewer'],
  approver: ['批准人', 'the approver'],
  platform: ['登记平台', 'the register'],
  superior: ['上级单位', 'the superior'],
  'review-unit': ['复核单位', 'the review unit'],
  body: ['执行单位', 'the implementing body'],
  'third-party': ['利害关系人', 'a third party'],
  'named-person': ['命令中列名的人员', 'a person named in the order'],
  'other-subject': ['另一主体', 'the other organisation'],
};

/** Where a case stands, and what is asked next in one word. */
const phases: Readonly<Record<CasePhase, Pair>> = {
  proposed: ['待出具告知书', 'Notice to be issued'],
  'awaiting-service': ['待送达告知书', 'Notice to be served'],
  'statement-open': ['陈述、申辩期内', 'Time to be heard'],
  'hearing-pending': ['待举行听证', 'Hearing to be held'],
  'ready-to-decide': ['待拟定决定', 'Decision to be drafted'],
  'awaiting-review': ['待审核', 'Review to be done'],
  'awaiting-approval': ['待批准', 'Approval to be given'],
  'awaiting-service-of-decision': ['待送达决定书', 'Decision to be served'],
  'not-begun': ['尚未生效', 'Not yet in effect'],
  'in-effect': ['生效中', 'In effect'],
  suspended: ['已中止', 'Suspended'],
  ended: ['已结束', 'Ended'],
  preparing: ['准备中，到期自动提出', 'Being prepared; lodges itself'],
  lodged: ['已提出', 'Lodged'],
  'being-checked': ['待平台核查', 'Register to check'],
  'being-decided': ['待作出决定', 'To be decided'],
  escalated: ['逾期，转上级', 'Late, with the superior'],
  answered: ['已答复', 'Answered'],
  granted: ['已准予', 'Granted'],
  refused: ['未予准许', 'Refused'],
  assigned: ['待执行', 'To be carried out'],
  'to-be-lifted': ['待解除', 'To be lifted'],
  'choice-open': ['由当事单位选择', 'The firm chooses'],
  'look-due': ['待核查', 'To be looked at'],
  'cure-open': ['整改期内', 'Time to put it right'],
  'visit-due': ['待检查', 'Visit due'],
  'faults-found': ['待责令改正', 'Correction to be ordered'],
  'correction-open': ['改正期内', 'Time to put it right'],
  'not-corrected': ['未改正，待移送', 'Not put right, to be passed on'],
  clear: ['未发现问题', 'Nothing found'],
  corrected: ['已改正', 'Put right'],
  'passed-on': ['已移送', 'Passed on'],
  kept: ['承诺已履行', 'Pledge kept'],
  broken: ['违背承诺，决定已撤销', 'Pledge broken, decision revoked'],
  shown: ['公示中', 'Shown'],
  closed: ['已结案', 'Closed'],
};

/** Fields of forms and timelines. */
export const fieldNames: Readonly<Record<string, Pair>> = {
  document: ['文书', 'Document'],
  number: ['文号', 'Number'],
  title: ['标题', 'Title'],
  told: ['已告知的内容', 'What it tells'],
  measures: ['措施', 'Measures'],
  reason: ['理由', 'Reasons'],
  paper: ['文书种类', 'Paper'],
  mode: ['送达方式', 'Way of service'],
  servedOn: ['送达日期', 'Served on'],
  postedOn: ['公告日期', 'Posted on'],
  triedOn: ['尝试日期', 'Tried on'],
  proof: ['证明', 'Proof'],
  note: ['经过', 'What happened'],
  points: ['意见，一点一格', 'Points, one to a box'],
  evidence: ['证据', 'Evidence'],
  hearingOn: ['听证日期', 'Day of the hearing'],
  heldOn: ['举行日期', 'Held on'],
  presiding: ['主持人', 'Presiding'],
  place: ['地点', 'Place'],
  transcript: ['笔录', 'Transcript'],
  basis: ['依据', 'Basis'],
  answers: ['逐点决定', 'Decision per point'],
  until: ['截止日期', 'Until'],
  official: ['人员姓名', 'Name of the official'],
  checked: ['核查情况', 'What was checked'],
  from: ['由谁中止', 'Suspended by'],
  ground: ['理由类别', 'Ground'],
  finding: ['核查结果', 'Finding'],
  effect: ['结果', 'Result'],
  condition: ['条件', 'Condition'],
  pledge: ['承诺内容', 'Text of the pledge'],
  missing: ['需要补正', 'What is missing'],
  grounds: ['不予修复的理由', 'Grounds of the refusal'],
  article: ['法律条款', 'Article'],
  executedOn: ['执行日期', 'Carried out on'],
  liftedOn: ['解除日期', 'Lifted on'],
  conductOn: ['违法行为终止日期', 'Last day of the conduct'],
  text: ['内容', 'Text'],
  field: ['所指项目', 'Field it is about'],
  list: ['名单', 'List'],
  recordId: ['记录', 'Record'],
  clock: ['期限规则', 'Clock'],
  of: ['所指事项', 'Which one'],
  cause: ['所依据的列入', 'Listing it follows from'],
  measure: ['措施', 'Measure'],
  capacity: ['职能或者身份', 'Capacity'],
  identityPaper: ['出示的证件', 'Paper shown'],
  counterReason: ['为什么在窗口办', 'Why it is done at the counter'],
  lengthened: ['依法延长', 'Lengthened by law'],
  for: ['情形', 'Circumstance'],
  superior: ['上级单位', 'Superior body'],
  checks: ['查询次数', 'Number of searches'],
  asked: ['申请事项', 'What is asked for'],
  purpose: ['用途', 'Purpose'],
  forbids: ['限制的消费', 'What it forbids'],
  outcome: ['结论', 'Outcome'],
  amount: ['金额（最小货币单位）', 'Amount, in the smallest unit'],
  currency: ['币种', 'Currency'],
  payBy: ['付款期限', 'To be paid by'],
  paidOn: ['付款日期', 'Paid on'],
  enforcement: ['执行情况', 'Enforcement'],
  considered: ['已核对的例外', 'Exemptions looked for'],
  claim: ['请求种类', 'Kind of claim'],
  creditor: ['债权人', 'Creditor'],
  creditorCode: ['债权人代码（在登记簿中的）', 'Code of the creditor, where it is on the register'],
  debtor: ['被执行人代码', 'Code of the debtor'],
  judgment: ['执行案号', 'Number of the judgment'],
  notTheCase: [
    '就本单位所知，下列情形都不存在（逐项勾选）',
    'As far as you know, none of these is the case (tick each)',
  ],
  stateOwned: ['国有', 'State-owned'],
  weighed: ['权衡的因素', 'What was weighed'],
  factor: ['因素', 'Factor'],
  persons: ['列名人员', 'People named'],
  name: ['姓名', 'Name'],
  residentNumber: [
    '公民身份号码（只用于生成本案的盲码，不保存）',
    'Resident number (only to make the blind key of this case; it is not stored)',
  ],
  contract: ['合同', 'Contract'],
  named: ['公示时写明债权人名称', 'Name the creditor where the debt is shown'],
  deliveredOn: ['交付日期', 'Delivered on'],
  dueOn: ['应付日期', 'Due on'],
  does: ['认定', 'Finding'],
  other: ['另一主体', 'The other organisation'],
  records: ['涉及的记录', 'Records'],
  page: ['主体页面', 'Its page'],
  item: ['事项', 'Item'],
  office: ['办理机关', 'Office'],
  reuses: ['沿用的已履行承诺（案件编号）', 'Kept pledge taken over (number of its case)'],
  seenOn: ['核查日期', 'Seen on'],
  seen: ['核查所见', 'What was seen'],
  unmet: ['不符合的条件', 'Conditions not met'],
  visitedOn: ['检查日期', 'Visited on'],
  inspectors: ['到场检查人员', 'Inspectors present'],
  premises: ['持证经营场所', 'Licensed premises'],
  record: ['许可记录', 'Licence record'],
  inspector: ['原检查人员', 'Inspector'],
  instead: ['更换为', 'Replaced by'],
  skipped: ['不适用的检查项', 'Questions that do not apply'],
  to: ['移送单位', 'Passed on to'],
  checklist: ['检查清单', 'Checklist'],
  also: ['一并检查的清单', 'Checklists asked at the same visit'],
  draw: ['抽取', 'Draw'],
};

/** Codes of closed lists that have no card of their own. */
const codes: Readonly<Record<string, Pair>> = {
  'notice-holder': ['持有告知书的人', 'somebody with a notice of the case'],
  commerce_department: ['商务部门', 'commerce department'],
  drug_regulator: ['药品监督管理部门', 'drug regulator'],
  emergency_management: ['应急管理部门', 'emergency management'],
  sector_regulator: ['行业主管部门', 'regulator of the trade'],
  finance_department: ['财政部门', 'finance department'],
  purchaser: ['采购人', 'purchaser'],
  financial_institution: ['金融机构', 'financial institution'],
  human_resources: ['人力资源社会保障部门', 'human resources authority'],
  licensing_authority: ['许可机关', 'licensing authority'],
  market_agency: ['市场服务机构', 'market agency'],
  market_supervision: ['市场监督管理部门', 'market supervision'],
  tendering_supervisor: ['招标投标监督部门', 'supervisor of tenders'],
  conditions: ['条件', 'conditions'],
  materials: ['免交、后补的材料', 'papers waived or postponed'],
  verification: ['核查权限', 'powers to look'],
  liability: ['不符合的责任', 'what follows if it is not so'],
  free_choice: ['自愿选择，不选不受影响', 'free choice, at no cost'],
  facts: ['事实', 'facts'],
  article: ['条款', 'article'],
  term: ['期限', 'term'],
  exit: ['退出途径', 'way back'],
  remedies: ['救济途径', 'remedies'],
  evidence: ['证据', 'evidence'],
  measures: ['措施', 'measures'],
  inbox_receipt: ['站内送达，有签收', 'inbox, with receipt'],
  registered_letter: ['挂号邮寄', 'registered letter'],
  in_person: ['直接送达', 'in person'],
  left_at_address: ['留置送达', 'left at the address'],
  by_deputy: ['委托送达', 'through another authority'],
  direct: ['直接送达', 'direct'],
  left: ['留置送达', 'left at the place'],
  posted: ['邮寄送达', 'by post'],
  entrusted: ['委托送达', 'entrusted'],
  public_notice: ['公告送达', 'public notice'],
  electronic: ['电子送达', 'electronic'],
  notice: ['告知书', 'notice'],
  decision: ['决定书', 'decision'],
  'notice-to-other': ['对另一主体的告知书', 'notice to the other organisation'],
  'decision-to-other': ['对另一主体的决定书', 'decision to the other organisation'],
  review: ['复核单位', 'review unit'],
  court: ['人民法院', 'court'],
  performed: ['义务已履行', 'duty performed'],
  annulled: ['依据被撤销', 'annulled'],
  source_ended: ['依据已终止', 'source ended'],
  deregistration: ['主体注销', 'deregistered'],
  own_motion: ['依职权', 'own motion'],
  none: ['维持不变', 'nothing changes'],
  correct: ['更正', 'correct'],
  remove: ['撤下', 'remove'],
  corrected: ['已改正', 'put right'],
  paid: ['已缴清', 'paid'],
  minimum_time: ['已满最短期限', 'shortest time passed'],
  pledge: ['已作承诺', 'pledge made'],
  training: ['已参加培训', 'training attended'],
  credit_report: ['已提交信用报告', 'credit report handed in'],
  stands: ['维持', 'it stands meanwhile'],
  'put-off': ['暂缓', 'put off until the answer'],
  upheld: ['采信', 'upheld'],
  refused: ['不采信', 'refused'],
  exemption: ['豁免', 'exemption'],
  occasion: ['单次解除', 'a single occasion'],
  'private-means': ['以个人财产消费', 'private means'],
  split: ['拆分', 'split'],
  merge: ['合并', 'merge'],
  ended: ['已结束', 'ended'],
  open: ['进行中', 'open'],
  noticed: ['已告知', 'notice given'],
  drafted: ['已拟定', 'drafted'],
  reviewed: ['已审核', 'reviewed'],
  approved: ['已批准', 'approved'],
  served: ['已送达', 'served'],
  key_supervision: ['列为重点监管对象', 'key supervision'],
  'in-effect': ['生效中', 'in effect'],
  suspended: ['已中止', 'suspended'],
  'not-begun': ['尚未生效', 'not yet in effect'],
  case_officer: ['承办人', 'case officer'],
  legal_reviewer: ['法制审核人', 'legal reviewer'],
  legal_officer: ['法制人员', 'legal officer'],
  head_of_authority: ['机关负责人', 'head of the authority'],
  registrar: ['登记员', 'registrar'],
  reviewer: ['复核人', 'reviewer'],
  representative: ['当事单位代表', 'representative'],
  creditor: ['案件的债权人', 'a creditor in a case'],
  'other-subject': ['案件的另一主体', 'the other organisation of a case'],
  auditor: ['监督人员', 'auditor'],
  data_officer: ['数据管理员', 'data officer'],
  enforcement_judge: ['执行法官', 'enforcement judge'],
  collegial_panel: ['合议庭', 'collegial panel'],
  court_president: ['院长', 'court president'],
  supervision: ['监管', 'supervision'],
  own: ['本单位', 'own file'],
  oversight: ['监督', 'oversight'],
  counter: ['窗口代办', 'counter'],
  publicity: ['公示', 'publicity'],
  correction: ['更正', 'correction'],
};

/** Why a record does not meet the criteria of a list, by the test that it fails. */
const tests: Readonly<Record<string, Pair>> = {
  heavier_penalty: ['未受较重处罚', 'no heavier penalty'],
  item: ['不是该类记录', 'not a record of that kind'],
  service: ['未证明已送达', 'service not proven'],
  subject: ['不属于该类主体', 'not a subject of that kind'],
  conduct: ['行为早于规定施行', 'conduct before the rule'],
  breach: ['不属于规定的违法行为', 'not one of the breaches'],
  floor: ['未达最低标准', 'below the floor'],
  sanction: ['未受规定的处罚', 'not the sanction that is asked for'],
  gravity: ['情节轻重不符', 'not of the class that is asked for'],
  kind: ['处罚种类不符', 'not one of the kinds of decision'],
  domain: ['不在规定领域', 'not in the fields of the list'],
  condition: ['不符合其他条件', 'a further condition is not met'],
  ended: ['记录已结束', 'the record has ended'],
};

export function testWord(language: Language, test: string): string {
  return tests[test]?.[at(language)] ?? test.replaceAll('_', ' ');
}

/** Clocks of procedures; a step of a clock card that is not here shows its card's name. */
const clocks: Readonly<Record<string, Pair>> = {
  statement: ['陈述、申辩', 'Statement and defence'],
  'hearing-request': ['申请听证', 'Asking for a hearing'],
  confirm: ['确认义务仍未履行', 'Confirming that the duty is open'],
  exit: ['履行后移出', 'Exit after performance'],
  review: ['申请复议', 'Review'],
  court: ['提起诉讼', 'Going to court'],
  earliest: ['最早可以提出', 'First possible day'],
  platform_check: ['平台核查', 'Check by the register'],
  source_decides: ['来源机关决定', 'Decision of the source'],
  authority_decides: ['机关决定', 'Decision of the authority'],
  confirm_receivable: ['确认欠款', 'Confirming the debt'],
  urgent_review: ['紧急复查', 'Urgent review'],
  look: ['事后核查', 'Look afterwards'],
  cure: ['整改', 'Putting it right'],
  visit: ['检查', 'Visit'],
  correction: ['改正', 'Putting it right'],
  forward: ['转送', 'Forwarding'],
  answer: ['答复', 'Answer'],
  decide: ['决定', 'Decision'],
  court_decides: ['法院决定', 'Decision of the court'],
  delete: ['删除', 'Deletion'],
  publicise: ['公布', 'Publication'],
  supply: ['报送', 'Supply'],
  send: ['发送', 'Sending'],
};

const at = (language: Language): 0 | 1 => (language === 'zh' ? 0 : 1);

export function kindWord(language: Language, kind: CaseKind): string {
  return kinds[kind][at(language)];
}

/** Every kind of case there is, in the order of a desk. */
export const caseKinds: readonly CaseKind[] = Object.keys(kinds).filter(isCaseKind);

export function isCaseKind(name: string): name is CaseKind {
  return Object.hasOwn(kinds, name);
}

export function partWord(language: Language, part: CasePart): string {
  return partNames[part][at(language)];
}

export function phaseWord(language: Language, phase: CasePhase): string {
  return phases[phase][at(language)];
}

export function fieldWord(language: Language, name: string): string {
  return fieldNames[name]?.[at(language)] ?? name;
}

/** A code in words; one that no table knows is its own word. */
export function codeWord(language: Language, code: string): string {
  const known =
    codes[code] ??
    courtCodes[code] ??
    endReasons[code] ??
    asRecord(partNames)[code] ??
    asRecord(kinds)[code];
  return known?.[at(language)] ?? code.replaceAll('_', ' ');
}

export function reasonWord(language: Language, because: string): string {
  return endReasons[because]?.[at(language)] ?? because;
}

export function clockWord(language: Language, clock: string): string {
  return clocks[clock]?.[at(language)] ?? clock.replaceAll('_', ' ');
}

function asRecord(table: Readonly<Record<string, Pair>>): Readonly<Record<string, Pair>> {
  return table;
}
