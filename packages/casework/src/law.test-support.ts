import { checkEdition, formatFinding, type Edition } from '@credence/rulebook';

/**
 * The law of an invented town: `town-2023` shows general penalties for three years, `town-2026` for
 * one. Small enough to be read beside a test, and checked like any edition.
 */
export function townLaw(): { readonly older: Edition; readonly newer: Edition } {
  editions ??= { older: load(olderFiles), newer: load(newerFiles, load(olderFiles)) };
  return editions;
}

let editions: { readonly older: Edition; readonly newer: Edition } | undefined;

function load(files: Readonly<Record<string, string>>, predecessor?: Edition): Edition {
  const texts = Object.entries(files).map(([path, text]) => [path, text.trimStart()] as const);
  const outcome = checkEdition(new Map(texts), predecessor === undefined ? {} : { predecessor });
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new Error(outcome.findings.map(formatFinding).join('\n'));
}

const head = `basis: [{source: town-act, at: art-1}]
in-force: {from: 2023-05-01, until: none}
review-by: 2035-12-31
confidence: verified`;

const frame = `
edition: town-2023
title: {zh: 示例镇规则, en: Law of the town}
realm: live
parent: none
succeeds: none
withdraws: []
territory: town
zone: Asia/Shanghai
languages: [zh, en]
currency: CNY
months: {round: down}
calendar: none
in-force: {from: 2023-05-01, until: 2026-04-01}
review-by: 2035-12-31
severities:
  - {code: minor, title: {zh: 轻微, en: Minor}, adverse: true}
  - {code: general, title: {zh: 一般, en: General}, adverse: true}
`;

const general = (from: string, max: string): string => `
value: publicity.general
title: {zh: 一般失信信息的公示期, en: Publicity of general records}
unit: period
clock-from: decided
review-by: 2035-12-31
values:
  - {from: ${from}, min: P3M, max: ${max}, basis: [{source: town-act, at: art-2}],
      confidence: verified}
`;

const olderFiles: Readonly<Record<string, string>> = {
  'edition.yaml': frame,
  'limits/guards.yaml': `
limits: guards
title: {zh: 规则的底线数值, en: Limits of the rules}
review-by: 2035-12-31
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
  'sources/town-act.yaml': `
source: town-act
work: town/assembly/act/2020/7
title: {zh: 示例镇法, en: Town Act}
rank: law
in-force: {from: 2020-01-01, until: none}
confidence: verified
articles:
  art-1: {says: {zh: 一, en: One}, items: [registration, penalty, licence]}
  art-2: {says: {zh: 二, en: Two}}
`,
  'values/publicity.minor.yaml': `
value: publicity.minor
title: {zh: 轻微失信信息的公示期, en: Publicity of minor records}
unit: period
review-by: 2035-12-31
values:
  - {from: 2023-05-01, publish: none, basis: [{source: town-act, at: art-1}], confidence: verified}
`,
  'values/publicity.general.yaml': general('2023-05-01', 'P36M'),
  'items/registration.yaml': `
item: registration
title: {zh: 登记信息, en: Registration}
${head}
import-as: registration
effect: neutral
subjects: [organisation, public_body, sole_trader]
category: registration
source-type: authority
verified: true
document: {must-be: registration_entry, number: none}
service: not_needed
disclosure: public
purposes: [publicity]
fields: registration
key: [subject_code]
heading: legal_form
shows: [legal_form, district, former_names]
term: standing
`,
  'items/penalty.yaml': `
item: penalty
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
disclosure: public
purposes: [publicity]
fields: penalty
key: [subject_code, document_number]
heading: violation_type
shows: [content, kinds, fine]
term: severity
severity:
  hit: first
  rows:
    - {when: "r.kinds.size() > 0 && r.kinds.all(k, k == warning)", then: minor, basis: [{source: town-act, at: art-1}],
        confidence: verified}
    - {when: otherwise, then: general, basis: [{source: town-act, at: art-2}], confidence: verified}
publicity: {minor: publicity.minor, general: publicity.general}
ends-when-corrected: false
never-public:
  - {when: "r.kinds.exists(k, k == detention)", because: sealed, basis: [{source: town-act, at: art-2}],
      confidence: verified}
retention: {from: decided, at-most: P60M, basis: [{source: town-act, at: art-2}],
    confidence: verified}
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
fields: licence
key: [subject_code, licence_name, decided]
heading: licence_name
shows: [licence_name]
term: validity
`,
  'schemas/registration.yaml': `
schema: registration
title: {zh: 登记表, en: Registrations}
columns:
  - {column: MC, says: {zh: 名称, en: Name}, field: subject_name, type: text, max-length: 200,
      required: true}
  - {column: XYM, says: {zh: 统一社会信用代码, en: Unified code}, field: subject_code, type: identifier,
      scheme: uscc, required: true}
  - {column: LX, says: {zh: 类型, en: Legal form}, field: legal_form, type: text, max-length: 50,
      required: true}
  - {column: CLRQ, says: {zh: 成立日期, en: Established}, field: established, type: date,
      required: true}
  - {column: QX, says: {zh: 区, en: District}, field: district, type: text}
  - {column: CYM, says: {zh: 曾用名, en: Former names}, field: former_names, type: text}
  - {column: FRDB, says: {zh: 法定代表人, en: Legal representative}, person: drop}
`,
  'schemas/penalty.yaml': `
schema: penalty
title: {zh: 行政处罚表, en: Penalties}
columns:
  - {column: CF_XDR_MC, says: {zh: 行政相对人名称, en: Name of the party}, field: subject_name,
      type: text, required: true, max-length: 200, aliases: [CF_XDR], headers: [当事人名称]}
  - column: CF_XDR_LB
    says: {zh: 行政相对人类别, en: Class of the party}
    field: subject_class
    type: code
    required: true
    default: organisation
    codes:
      - {code: organisation, title: {zh: 法人及非法人组织, en: Organisation}, says: [法人]}
      - {code: sole_trader, title: {zh: 个体工商户, en: Individual business}, says: [个体户]}
      - {code: natural_person, title: {zh: 自然人, en: Natural person}, says: [个人]}
  - column: CF_XDR_SHXYM
    says: {zh: 统一社会信用代码, en: Unified code}
    field: subject_code
    type: identifier
    scheme: uscc
    required: true
    bracket: 统一社会信用代码
    headers: [行政相对人统一社会信用代码, 社会信用代码（纳税人识别号）, 行政相对人代码_1（统一社会信用代码）]
  - {column: CF_XDR_GSZC, says: {zh: 工商登记码, en: Business number}, field: business_number,
      type: text, bracket: 工商登记码}
  - {column: CF_XDR_ZZJG, says: {zh: 组织机构代码, en: Organisation code}, field: organisation_code,
      type: identifier, scheme: organisation_code, bracket: 组织机构代码}
  - {column: CF_FRDB, says: {zh: 法定代表人, en: Legal representative}, person: drop}
  - {column: CF_FR_ZJHM, says: {zh: 法定代表人证件号码, en: Identity number}, person: drop,
      aliases: [CF_FR_SFZH]}
  - {column: CF_WSH, says: {zh: 行政处罚决定书文号, en: Document number}, field: document_number,
      type: text, required: true, max-length: 128, headers: [文号, 文书字轨, 字轨]}
  - {column: CF_WFXW, says: {zh: 违法行为类型, en: Violation}, field: violation_type, type: text,
      required: true, max-length: 100}
  - {column: CF_CFLB, says: {zh: 处罚类别, en: Kind}, field: kinds, type: codes, separator: ";",
      required: true, codes: [{code: warning, title: {zh: 警告, en: Warning}}, {code: fine,
      title: {zh: 罚款, en: Fine}}, {code: detention, title: {zh: 行政拘留, en: Detention}}]}
  - {column: CF_NR, says: {zh: 处罚内容, en: Content}, field: content, type: text, max-length: 4000}
  - {column: CF_NR_FK, says: {zh: 罚款金额（万元）, en: "Fine, ten thousand yuan"}, field: fine,
      type: money, unit: ten-thousand}
  - {column: CF_JDRQ, says: {zh: 处罚决定日期, en: Decided}, field: decided, type: date, required: true}
  - {column: CF_CFJG, says: {zh: 处罚机关, en: Authority}, field: authority, type: text,
      max-length: 200}
  - {column: CF_CFJGDM, says: {zh: 处罚机关代码, en: Code of the authority}, field: authority_code,
      type: identifier, scheme: uscc}
  - {column: BZ, says: {zh: 备注, en: Remarks}, field: none}
  - {column: EXT_GZRQ, says: {zh: 改正日期, en: Put right}, field: corrected, type: date}
  - {column: EXT_SDRQ, says: {zh: 送达日期, en: Served}, field: served, type: date}
  - {column: EXT_SDFS, says: {zh: 送达方式, en: Way of service}, field: service_mode, type: text}
`,
  'schemas/licence.yaml': `
schema: licence
title: {zh: 行政许可表, en: Licences}
columns:
  - {column: XK_XDR_MC, says: {zh: 名称, en: Name}, field: subject_name, type: text}
  - {column: XK_XDR_SHXYM, says: {zh: 统一社会信用代码, en: Unified code}, field: subject_code,
      type: identifier, scheme: uscc, required: true}
  - {column: XK_XKZS, says: {zh: 许可证书名称, en: Certificate}, field: licence_name, type: text,
      required: true}
  - {column: XK_JDRQ, says: {zh: 许可决定日期, en: Decided}, field: decided, type: date, required: true}
  - {column: XK_YXQZI, says: {zh: 有效期至, en: Valid until}, field: valid_until, type: date}
`,
  'schemes/uscc.yaml': `
scheme: uscc
title: {zh: 统一社会信用代码, en: Unified social credit code}
validator: uscc
groups: [2, 6, 9, 1]
`,
  'schemes/organisation_code.yaml': `
scheme: organisation_code
title: {zh: 组织机构代码, en: Organisation code}
validator: organisation_code
`,
  'agencies/town_office.yaml': `
agency: town_office
title: {zh: 示例镇办公室, en: Town office}
supplies: [registration, penalty, licence]
`,
  'mappings/foreign.yaml': `
mapping: foreign
title: {zh: 外来表, en: Foreign table}
item: penalty
columns:
  - {from: firm, to: subject_name}
  - {from: code, to: subject_code}
  - {from: number, to: document_number}
  - {from: what, to: violation_type}
  - {from: kind, to: kinds, codes: {Warned: warning, Fined: fine}}
  - {from: day, to: decided}
constants: {subject_class: organisation}
ignored: [{column: row_id, because: {zh: 行号, en: running number}}]
`,
  ...Object.fromEntries(
    (['repair', 'dispute', 'review', 'court'] as const).map((id) => [
      `clocks/${id}.yaml`,
      `
clock: ${id}
title: {zh: 期限, en: Time limit}
${head}
steps:
  - {step: apply, from: service, within: P60D}
`,
    ]),
  ),
};

const newerFiles: Readonly<Record<string, string>> = {
  'edition.yaml': frame
    .replace('edition: town-2023', 'edition: town-2026')
    .replace('succeeds: none', 'succeeds: town-2023')
    .replace('from: 2023-05-01, until: 2026-04-01', 'from: 2026-04-01, until: none'),
  'values/publicity.general.yaml': general('2026-04-01', 'P12M'),
};
