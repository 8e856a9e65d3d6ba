import { civilDate, type JsonValue } from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import { checkEdition, editionToJson, formatFinding, type Edition } from '@credence/rulebook';

import type { CaseworkParts } from '../casework-parts.ts';
import type { Casework } from '../casework.ts';
import type { Approval } from './promulgation.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import type { Signer } from '../port/signer.ts';
import { testSigner } from '../supply/supply.test-support.ts';
import { portsOf } from '../town.test-support.ts';

const { older } = townLaw();
export const REPORT: string = `sha256-${'ab'.repeat(32)}`;
export const first: Approval = {
  official: '王一',
  role: 'legal_officer',
  on: civilDate('2026-06-03'),
};
export const second: Approval = { official: '李二', role: 'head', on: civilDate('2026-06-03') };

const head = `basis: [{source: town-act, at: art-1}]
in-force: {from: 2026-07-01, until: none}
review-by: 2035-12-31
confidence: verified`;

/** The files of the draft, whose list names this report. */
export function draftFiles(report: string = REPORT): Map<string, string> {
  return new Map([
    ['edition.yaml', frame],
    ['lists/town.list.yaml', list.replace(REPORT, report)],
    ['competences/office.yaml', competence],
  ]);
}

/** The town's law with a list that the town adds of its own. */
function draftOf(): Edition {
  const outcome = checkEdition(draftFiles(), { predecessor: older });
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new Error(outcome.findings.map(formatFinding).join('\n'));
}

const frame = `edition: town-2026-draft
title: {zh: 示例镇草案, en: Draft law of the town}
realm: live
parent: none
succeeds: town-2023
withdraws: []
territory: town
zone: Asia/Shanghai
languages: [zh, en]
currency: CNY
months: {round: down}
calendar: none
in-force: {from: 2026-07-01, until: none}
review-by: 2035-12-31
severities:
  - {code: minor, title: {zh: 轻微, en: Minor}, adverse: true}
  - {code: general, title: {zh: 一般, en: General}, adverse: true}
`;

const competence = `competence: office
title: {zh: 办公室的权限, en: What the office may do}
${head}
body: office
kind: authority
levels: [town]
may: [find, list, measure]
domains: [market_order]
territory: own
`;

const list = `list: town.list
title: {zh: 示例名单, en: List of the town}
${head}
seriousness: serious
issuer: {competence: office, level: town, territory: own}
subjects: [organisation]
trigger:
  item: penalty
  says: {zh: 严重违法, en: Serious breaches}
  sanction: heavier_penalty
  breach: [market_order]
  domains: [market_order]
  conduct: {from: 2026-07-01}
  floor: {by: sanction, basis: [{source: town-act, at: art-1}], confidence: verified}
  evidence: {kinds: [decision], burden: authority}
procedure:
  notice: {working-days: 5, contents: [facts, evidence, article, measures, term, exit, remedies], service: [registered_letter]}
  statement: {working-days: 5}
  hearing: {on-request-within: {working-days: 5}, notice: {days: 7}, presiding: not_investigator}
  decides: case_officer
  confirms: one_by_one
  reviews: legal_reviewer
  approves: head_of_authority
  conflicts: excluded
effect: {begins: on_service, measures: [], once-by: [document, measure, subject]}
ends:
  - {by: time, after: P24M, renew: new_document}
  - {by: repair, earliest: P6M, clock: repair}
  - {by: [annulment, source_ended, court_stay]}
on-late: mark
spread: none
use: {purposes: [publicity], recipients: [executing_agencies], bulk: withdrawals_acknowledged, price: none}
remedies: {correction: dispute, dispute-mark: {working-days: 0}, recipients-told: all_identified, review: {by: other_unit, within: P60D}, court: {within: P6M}, stay: possible, fee: none}
publicity: {fields: [name, code, document, breach, measures, begins, ends, reply], channels: [portal]}
comment: {days: 30}
evaluation: {by: third_party, every: P24M}
impact: {lab-report: ${REPORT}, published: 2026-05-04}
`;

/** The town's register with the older law in force, and a Lab whose reports it accepts. */
export interface Bench {
  readonly store: FakeStore;
  readonly lab: Signer;
  at(day: string, changed?: Partial<CaseworkParts>): Casework;
}

/** The older law is in force; the operator accepts reports of one Lab. */
export async function openBench(): Promise<Bench> {
  const store = new FakeStore();
  const lab = testSigner();
  const at: Bench['at'] = (day, changed) =>
    createCasework({ ...portsOf(store), labKeys: [lab.key], today: civilDate(day), ...changed });
  const casework = at('2026-05-04');
  store.project = (entries) => casework.project(entries);
  await casework.promulgate(editionToJson(older), [first, second]);
  return { store, lab, at };
}

export function signed(lab: Signer, rest: Readonly<Record<string, JsonValue>> = {}): JsonValue {
  const manifest = {
    schema: 'credence-lab-report/2',
    draft: draft.hash,
    report: REPORT,
    madeOn: civilDate('2026-05-01'),
    verdict: 'promulgable',
    beyond: [],
    undecided: [],
    ...rest,
  };
  return { manifest, ...lab.sign(new TextEncoder().encode(canonicalJson(manifest))) };
}

export const draft: Edition = draftOf();
export const json: JsonValue = editionToJson(draft);
