/**
 * A small edition without a fault, as its files. Every test of a fault changes one thing in it, so
 * that nothing else can be what is found.
 */
export function goodEdition(): Map<string, string> {
  return new Map(Object.entries(files).map(([file, text]) => [file, text.trimStart()]));
}

/** A successor of the good edition that restates one value and nothing else. */
export function goodSuccessor(): Map<string, string> {
  return new Map([
    [
      'edition.yaml',
      (files['edition.yaml'] ?? '')
        .trimStart()
        .replace('edition: demo-2023', 'edition: demo-2026')
        .replace('succeeds: none', 'succeeds: demo-2023')
        .replace('from: 2023-05-01, until: 2026-04-01', 'from: 2026-04-01, until: none'),
    ],
    [
      'values/publicity.general.yaml',
      (files['values/publicity.general.yaml'] ?? '')
        .trimStart()
        .replace('from: 2023-05-01, min: P3M, max: P3Y', 'from: 2026-04-01, min: P3M, max: P1Y'),
    ],
  ]);
}

const head = `basis: [{source: demo-act, at: art-1}]
in-force: {from: 2023-05-01, until: none}
review-by: 2027-12-31
confidence: verified`;

const files: Readonly<Record<string, string>> = {
  'edition.yaml': `
edition: demo-2023
title: {zh: 示例版次, en: Example edition}
realm: live
parent: none
succeeds: none
withdraws: []
territory: demo
zone: Asia/Shanghai
languages: [zh, en]
currency: CNY
months: {round: down}
calendar: demo-days
in-force: {from: 2023-05-01, until: 2026-04-01}
review-by: 2027-12-31
severities:
  - {code: minor, title: {zh: 轻微, en: Minor}, adverse: true}
  - {code: general, title: {zh: 一般, en: General}, adverse: true}
  - {code: serious, title: {zh: 严重, en: Serious}, adverse: true}
`,
  'sources/demo-act.yaml': `
source: demo-act
work: demo/assembly/act/2020/7
title: {zh: 示例法, en: Example Act}
rank: law
in-force: {from: 2020-01-01, until: none}
confidence: verified
articles:
  art-1: {says: {zh: 一, en: One}, items: [administrative_penalty, licence], empowers: [tender_exclusion]}
  art-2: {says: {zh: 二, en: Two}}
`,
  'sources/demo-rule.yaml': `
source: demo-rule
work: demo/office/rule/2022/3
title: {zh: 示例规章, en: Example Rule}
rank: department_rule
in-force: {from: 2022-01-01, until: 2030-01-01}
repeal: {succeeded: {by: demo-act}}
confidence: secondary
articles:
  art-9: {says: {zh: 九, en: Nine}}
`,
  'values/publicity.minor.yaml': `
value: publicity.minor
title: {zh: 轻微失信信息的公示期, en: Publicity of minor records}
unit: period
review-by: 2027-12-31
values:
  - {from: 2023-05-01, publish: none, basis: [{source: demo-act, at: art-1}], confidence: verified}
`,
  'values/publicity.general.yaml': `
value: publicity.general
title: {zh: 一般失信信息的公示期, en: Publicity of general records}
unit: period
clock-from: decided
review-by: 2027-12-31
values:
  - {from: 2023-05-01, min: P3M, max: P3Y, basis: [{source: demo-rule, at: art-9}], confidence: secondary}
`,
  'values/publicity.serious.yaml': `
value: publicity.serious
title: {zh: 严重失信信息的公示期, en: Publicity of serious records}
unit: period
clock-from: decided
review-by: 2027-12-31
values:
  - {from: 2020-01-01, min: P1Y, max: P2Y, basis: [{source: demo-act, at: art-1}], confidence: verified}
  - {from: 2023-05-01, min: P1Y, max: P3Y, basis: [{source: demo-rule, at: art-9}], confidence: secondary}
`,
  'items/administrative_penalty.yaml': `
item: administrative_penalty
title: {zh: 行政处罚信息, en: Administrative penalty}
${head}
import-as: penalty
effect: adverse
subjects: [organisation, public_body]
category: administrative_decision
source-type: authority
verified: true
evidence: {kinds: [decision], burden: authority}
document: {must-be: effective_decision, number: required}
service: required
service-basis: {basis: [{source: demo-act, at: art-2}], confidence: verified}
disclosure: public
purposes: [supervision, publicity]
fields: penalty-2018
collection: penalties
key: [subject_code, document_number]
heading: violation_type
shows: [violation_type, kinds, fine]
term: severity
severity:
  hit: first
  rows:
    - {when: "has(r.procedure) && r.procedure == summary", then: minor, basis: [{source: demo-act, at: art-1}], confidence: verified}
    - {when: "r.kinds.size() > 0 && r.kinds.all(k, k == warning)", then: minor, basis: [{source: demo-act, at: art-1}], confidence: verified}
    - {when: "r.kinds.exists(k, k in [revocation, closure])", then: serious, basis: [{source: demo-rule, at: art-9}], confidence: secondary}
    - {when: otherwise, then: general, basis: [{source: demo-act, at: art-2}], confidence: verified}
publicity: {minor: publicity.minor, general: publicity.general, serious: publicity.serious}
ends-when-corrected: false
never-public:
  - {when: "r.kinds.exists(k, k == detention)", because: sealed, from: 2026-01-01, basis: [{source: demo-act, at: art-2}], confidence: verified}
retention: {from: conduct_ended, at-most: P60M, basis: [{source: demo-act, at: art-2}], confidence: verified}
ways-out: [repair, correction, review, court]
clocks: {repair: repair, correction: dispute, review: review, court: court}
`,
  'items/licence.yaml': `
item: licence
title: {zh: 行政许可信息, en: Administrative licence}
${head}
import-as: licence
effect: neutral
subjects: [organisation, public_body, sole_trader]
category: licence
source-type: authority
verified: true
document: {must-be: decision, number: none}
service: not_needed
disclosure: public
purposes: [publicity]
fields: licence-2018
key: [subject_code, licence_name]
heading: licence_name
shows: [licence_name]
term: validity
`,
  'schemas/penalty-2018.yaml': `
schema: penalty-2018
title: {zh: 行政处罚, en: Penalties}
columns:
  - {column: MC, says: {zh: 名称, en: Name}, field: subject_name, type: text, max-length: 200, required: true, aliases: [XDR_MC], headers: [行政相对人名称]}
  - {column: XYM, says: {zh: 代码, en: Code}, field: subject_code, type: identifier, scheme: uscc, required: true}
  - {column: ZJHM, says: {zh: 证件号码, en: Identity number}, person: drop}
  - {column: WSH, says: {zh: 文号, en: Document number}, field: document_number, type: text, max-length: 128, required: true}
  - {column: LX, says: {zh: 违法行为类型, en: Kind of violation}, field: violation_type, type: text, max-length: 2000}
  - {column: CX, says: {zh: 处罚程序, en: Procedure}, field: procedure, type: code, codes: [{code: summary, title: {zh: 简易程序, en: Summary procedure}, says: [简易]}, {code: ordinary, title: {zh: 普通程序, en: Ordinary procedure}}]}
  - {column: LB, says: {zh: 处罚类别, en: Kind of penalty}, field: kinds, type: codes, separator: ";", codes: [{code: warning, title: {zh: 警告, en: Warning}}, {code: fine, title: {zh: 罚款, en: Fine}}, {code: revocation, title: {zh: 吊销许可, en: Licence revoked}}, {code: closure, title: {zh: 责令关闭, en: Closure}}, {code: detention, title: {zh: 行政拘留, en: Detention}}]}
  - {column: FK, says: {zh: 罚款金额, en: Fine}, field: fine, type: money, unit: ten-thousand}
  - {column: RQ, says: {zh: 决定日期, en: Day of the decision}, field: decided, type: date, required: true}
`,
  'schemas/licence-2018.yaml': `
schema: licence-2018
title: {zh: 行政许可, en: Licences}
columns:
  - {column: XYM, says: {zh: 代码, en: Code}, field: subject_code, type: identifier, scheme: uscc, required: true}
  - {column: ZS, says: {zh: 许可证书名称, en: Certificate}, field: licence_name, type: text, max-length: 200}
`,
  'schemes/uscc.yaml': `
scheme: uscc
title: {zh: 统一社会信用代码, en: Unified social credit code}
validator: uscc
groups: [2, 6, 9, 1]
`,
  'schemes/register_number.yaml': `
scheme: register_number
title: {zh: 登记号, en: Register number}
validator: digits
length: {min: 1, max: 7}
`,
  'agencies/market_office.yaml': `
agency: market_office
title: {zh: 示例市场局, en: Example market office}
supplies: [administrative_penalty]
`,
  'mappings/foreign-penalties.yaml': `
mapping: foreign-penalties
item: administrative_penalty
columns:
  - {from: firm, to: subject_name}
  - {from: code, to: subject_code}
  - {from: number, to: document_number}
  - {from: kind, to: kinds, codes: {Warned: warning, Fined: fine}}
  - {from: day, to: decided}
constants: {procedure: ordinary}
ignored: [{column: row_id, because: {zh: 行号, en: running number}}]
`,
  'measures/tender_exclusion.yaml': `
measure: tender_exclusion
title: {zh: 限制参加招标投标, en: No bidding}
${head}
class: I
effect: reduces_rights
subjects: [organisation]
domain: procurement
burden: 4
touches: [public_tenders]
addressee: {kind: authority, modality: must}
depends-on: decision
spread: none
term: {at-least: P1Y, at-most: P3Y}
implementing: [finance_authority]
`,
  'competences/market_supervision.yaml': `
competence: market_supervision
title: {zh: 市场监管, en: Market supervision}
${head}
body: market_supervision
kind: authority
levels: [province]
may: [find, list, measure, evaluate]
domains: [procurement]
territory: own
`,
  'lists/serious-violations.yaml': `
list: serious-violations
title: {zh: 严重违法失信名单, en: List of serious violations}
${head}
seriousness: serious
issuer: {competence: market_supervision, level: province, territory: own}
subjects: [organisation]
trigger:
  item: administrative_penalty
  gravity: serious
  kinds: {any: [revocation]}
  says: {zh: 严重违法, en: Serious breaches}
  sanction: heavier_penalty
  breach: [market_order]
  domains: [procurement]
  conduct: {from: 2023-05-01}
  floor: {by: sanction, basis: [{source: demo-act, at: art-1}], confidence: verified}
  evidence: {kinds: [decision], burden: authority}
procedure:
  notice: {working-days: 5, contents: [facts, evidence, article, measures, term, remedies], service: [registered_letter]}
  statement: {working-days: 5}
  hearing: {on-request-within: {working-days: 5}, notice: {days: 7}, presiding: not_investigator}
  decides: case_officer
  confirms: one_by_one
  reviews: legal_reviewer
  approves: head_of_authority
  conflicts: excluded
effect: {begins: on_service, measures: [tender_exclusion], once-by: [document, measure, subject]}
ends:
  - {by: time, after: P3Y, renew: new_document}
  - {by: repair, earliest: P1Y, clock: repair}
  - {by: [annulment, source_ended, court_stay]}
on-late: mark
spread: none
use: {purposes: [supervision, publicity], recipients: [executing_agencies], bulk: withdrawals_acknowledged, price: none}
remedies: {correction: dispute, dispute-mark: {working-days: 0}, recipients-told: all_identified, review: {by: other_unit, within: P60D}, court: {within: P6M}, stay: possible, fee: none}
publicity: {fields: [name, code, document, breach, measures, begins, ends, reply], channels: [portal]}
comment: {days: 30}
evaluation: {by: third_party, every: P24M}
impact: {none: {source: demo-act, at: art-1}}
`,
  'limits/guards.yaml': `
limits: guards
title: {zh: 规则的底线数值, en: Limits of the rules}
review-by: 2027-12-31
least-age: {at-least: 18, from: 2023-05-01, by: operator_policy, confidence: unverified}
burden-lightest: {at-most: 2, from: 2023-05-01, by: operator_policy, confidence: unverified}
burden-middle: {at-most: 3, from: 2023-05-01, by: operator_policy, confidence: unverified}
burden-heaviest: {at-most: 5, from: 2023-05-01, by: operator_policy, confidence: unverified}
burden-of-rights: {at-least: 3, from: 2023-05-01, by: operator_policy, confidence: unverified}
burden-together: {at-most: 18, from: 2023-05-01, by: operator_policy, confidence: unverified}
burden-years: {at-least: 3, from: 2023-05-01, by: operator_policy, confidence: unverified}
erased-after-leaving: {at-most: P30D, from: 2023-05-01, by: operator_policy, confidence: unverified}
notice-working-days: {at-least: 5, from: 2023-05-01, by: operator_policy, confidence: unverified}
emergency-notice-hours: {at-most: 24, from: 2023-05-01, by: operator_policy, confidence: unverified}
statement-working-days: {at-least: 5, from: 2023-05-01, by: operator_policy, confidence: unverified}
dispute-mark-working-days: {at-most: 1, from: 2023-05-01, by: operator_policy, confidence: unverified}
list-term: {at-most: P36M, from: 2023-05-01, by: operator_policy, confidence: unverified}
list-term-by-law: {at-most: P60M, from: 2023-05-01, by: operator_policy, confidence: unverified}
open-duty-exit-working-days: {at-most: 5, from: 2023-05-01, by: operator_policy, confidence: unverified}
open-duty-confirmed: {at-most: P6M, from: 2023-05-01, by: operator_policy, confidence: unverified}
recall-days: {at-most: 1, from: 2023-05-01, by: operator_policy, confidence: unverified}
queries-a-day: {at-most: 200, from: 2023-05-01, by: operator_policy, confidence: unverified}
look-hidden: {at-most: P90D, from: 2023-05-01, by: operator_policy, confidence: unverified}
cell-subjects: {at-least: 10, from: 2023-05-01, by: operator_policy, confidence: unverified}
table-dimensions: {at-most: 3, from: 2023-05-01, by: operator_policy, confidence: unverified}
inspection-least: {at-least: 1, from: 2023-05-01, by: operator_policy, confidence: unverified}
inspection-most: {at-most: 999, from: 2023-05-01, by: operator_policy, confidence: unverified}
evaluation-of-subjects: {at-most: P1Y, from: 2023-05-01, by: operator_policy, confidence: unverified}
comment-days: {at-least: 30, from: 2023-05-01, by: operator_policy, confidence: unverified}
evaluation-of-rules: {at-most: P24M, from: 2023-05-01, by: operator_policy, confidence: unverified}
`,
  'clocks/repair.yaml': `
clock: repair
title: {zh: 信用修复, en: Credit repair}
${head}
steps:
  - {step: answer, from: application, within: {working-days: 10}}
`,
  'clocks/dispute.yaml': `
clock: dispute
title: {zh: 异议, en: Correction}
${head}
steps:
  - {step: mark, within: at_once}
  - {step: platform_check, within: {working-days: 1}}
  - {step: source_decides, within: {working-days: 5}, extension: {working-days: 3}}
`,
  'clocks/review.yaml': `
clock: review
title: {zh: 行政复议, en: Administrative review}
${head}
steps:
  - {step: apply, from: service, within: P60D}
  - {step: decide, within: P60D, extension: P30D}
`,
  'clocks/court.yaml': `
clock: court
title: {zh: 行政诉讼, en: Administrative court}
${head}
steps:
  - {step: apply, from: service, within: P6M}
`,
  'calendars/demo-days.yaml': `
calendar: demo-days
title: {zh: 工作日历, en: Working days}
review-by: 2027-12-31
weekend: [6, 7]
years:
  - year: 2026
    rest: [2026-10-01, 2026-10-02]
    work: [2026-10-10]
    basis: [{source: demo-act, at: art-1}]
    confidence: verified
`,
};
