import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';
import type { Finding, GuardId } from '../load/finding.ts';

/** Cards of the newer kinds that no guard minds; a case changes one thing in one of them. */
const head = (extra = ''): string => `title: {zh: 一, en: One}
basis: [{source: demo-act, at: art-1}]
in-force: {from: 2023-05-01, until: none}
review-by: 2027-12-31
confidence: verified
${extra}`;

const extraCards: Readonly<Record<string, string>> = {
  'risk-classes/demo.inspection.yaml': `risk-class: demo.inspection
${head()}subjects: [organisation]
use: [inspection_planning]
shown-to: [subject, authority]
model: published_rules
ended-records: excluded
indicators:
  - {indicator: recent, title: {zh: 近期, en: Recent}, value: "cap(penalties.filter(r, within(r.decided, P24M)).size() * 40, 120)", counts: true, published: public, basis: [{source: demo-act, at: art-1}], confidence: verified}
classes:
  - {class: a, title: {zh: 甲, en: A}}
  - {class: b, title: {zh: 乙, en: B}}
bands:
  hit: first
  rows:
    - {when: "total >= 80", then: b}
    - {when: otherwise, then: a}
leads-to: []
`,
  'evaluations/demo.compliance.yaml': `evaluation: demo.compliance
${head()}subjects: [organisation, public_body]
grader: market_supervision
use: [own_query]
every: P1Y
shown-to: [subject, authority]
objection: dispute
model: published_rules
ended-records: excluded
indicators:
  - {indicator: recent, title: {zh: 近期, en: Recent}, value: "cap(listings.filter(r, activeAt(r)).size() * 40, 120)", counts: true, published: public, basis: [{source: demo-act, at: art-1}], confidence: verified}
classes:
  - {class: a, title: {zh: 甲, en: A}}
  - {class: b, title: {zh: 乙, en: B}}
bands:
  hit: first
  rows:
    - {when: "total >= 80", then: b}
    - {when: otherwise, then: a}
leads-to: []
`,
  'points/volunteers.yaml': `points: volunteers
${head()}subjects: [natural_volunteer]
enrolment: {by: consent, consent: [express, separate, revocable]}
leave: {effect: none, erased-within: {days: 30}}
never-below: 0
entries:
  - {entry: library_hours, title: {zh: 服务, en: Hours}, category: volunteered, points: 10}
grades: none
extras:
  - {extra: library_deposit, title: {zh: 免押金, en: No deposit}, touches: [public_services_extra], for-others: unchanged}
used-for: [extras]
shared-with: []
`,
  'incentives/fast-lane.yaml': `incentive: fast-lane
${head()}subjects: [organisation]
for: pledge_kept
category: pledge
gives: {zh: 容缺受理, en: Filing before all papers are there}
touches: [procedure]
for-others: unchanged
takes: []
terms:
  provider: {body: market_supervision, level: county}
  place: {zh: 政务服务大厅, en: The service hall}
  everyone: {says: {zh: 其他人照常办理, en: All others are served as before}, by: {source: demo-act, at: art-1}}
  granted: without_application
  ended-records: excluded
  eligibility:
    - condition: not_listed
      title: {zh: 不在名单上, en: On no list}
      when: "!listings.exists(r, activeAt(r))"
      basis: [{source: demo-act, at: art-1}]
      confidence: verified
  ends: [condition_lost, rule_ended]
  refused: {reason: each_condition, correction: repair}
  uptake: public
`,
  'repairs/general.yaml': `repair: general
${head()}of: [administrative_penalty]
lists: []
classes: [general]
open: true
earliest: P3M
counted-from: decided
conditions: [corrected, paid]
excluded-by: []
fee: none
silence: escalates
ends: [publicity, measures, copies, indexes, inputs]
clock: repair
`,
  'sharings/executing.yaml': `sharing: executing
${head()}of: [administrative_penalty]
lists: [serious-violations]
part: public
use: {purposes: [supervision], recipients: [executing_agencies], bulk: withdrawals_acknowledged, price: none}
authorisation: none
disputed: marked
recall: at_once
receipts: required
ended-records: excluded
asks-for: nothing
merged-with: []
`,
};

/** One change of the text of a file. */
export type Edit = readonly [file: string, replace: string, by: string];

/** The good edition with the extra cards, changed. */
function edited(edits: readonly Edit[]): Map<string, string> {
  const files = new Map([...goodEdition(), ...Object.entries(extraCards)]);
  for (const [file, replace, by] of edits) {
    const before = files.get(file) ?? '';
    if (!before.includes(replace)) throw new RangeError(`${file} does not contain ${replace}.`);
    files.set(
      file,
      before.replace(replace, () => by),
    );
  }
  return files;
}

/** What is found, errors and warnings. */
export function findingsIn(edits: readonly Edit[]): readonly Finding[] {
  if (edits.length > 0) return check(edits);
  unchanged ??= check(edits);
  return unchanged;
}

let unchanged: readonly Finding[] | undefined;

function check(edits: readonly Edit[]): readonly Finding[] {
  const outcome = checkEdition(edited(edits));
  return outcome.kind === 'loaded' ? outcome.warnings : outcome.findings;
}

/** A change that a guard refuses at a field, and a lawful change beside it that it lets pass. */
export interface GuardCase {
  readonly guard: GuardId;
  readonly faulty: string;
  readonly edits: readonly Edit[];
  /** The file of the finding, where it is not the first that was changed. */
  readonly inFile?: string;
  readonly field: string;
  readonly clean: string;
  readonly lawful: readonly Edit[];
}
