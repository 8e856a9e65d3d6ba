import { civilDate, type CivilDate, type JsonValue } from '@credence/domain';
import { base64url, canonicalJson } from '@credence/proof';
import { checkEdition, editionToJson, formatFinding, type Edition } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { Approval, Casework } from '../casework.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import type { Signer } from '../port/signer.ts';
import { testSigner } from '../supply/supply.test-support.ts';
import { official, portsOf } from '../town.test-support.ts';
import { editionHome } from './dossier.ts';

const { older } = townLaw();
const REPORT = `sha256-${'ab'.repeat(32)}`;
const first: Approval = { official: '王一', role: 'legal_officer', on: civilDate('2026-06-03') };
const second: Approval = { official: '李二', role: 'head', on: civilDate('2026-06-03') };

const head = `basis: [{source: town-act, at: art-1}]
in-force: {from: 2026-07-01, until: none}
review-by: 2035-12-31
confidence: verified`;

/** The town's law with a list that the town adds of its own. */
function draftOf(): Edition {
  const outcome = checkEdition(
    new Map([
      ['edition.yaml', frame],
      ['lists/town.list.yaml', list],
      ['competences/office.yaml', competence],
    ]),
    { predecessor: older },
  );
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

interface Bench {
  readonly store: FakeStore;
  readonly lab: Signer;
  at(day: string): Casework;
}

/** The older law is in force; the operator accepts reports of one Lab. */
async function openBench(): Promise<Bench> {
  const store = new FakeStore();
  const lab = testSigner();
  const at = (day: string) =>
    createCasework({ ...portsOf(store), labKeys: [lab.key], today: civilDate(day) });
  const casework = at('2026-05-04');
  store.project = (entries) => casework.project(entries);
  await casework.promulgate(editionToJson(older), [first, second]);
  return { store, lab, at };
}

function signed(lab: Signer, rest: Readonly<Record<string, JsonValue>> = {}): JsonValue {
  const manifest = {
    schema: 'credence-lab-report/1',
    draft: draft.hash,
    report: REPORT,
    madeOn: civilDate('2026-05-01'),
    ...rest,
  };
  return { manifest, ...lab.sign(new TextEncoder().encode(canonicalJson(manifest))) };
}

const draft = draftOf();
const json = editionToJson(draft);

async function prepared(bench: Bench): Promise<void> {
  const casework = bench.at('2026-05-04');
  await casework.proposeEdition(json, official);
  await casework.attachLabReport(signed(bench.lab), official);
  await casework.publishDraft(draft.hash, official);
}

describe('an edition that adds to the law', () => {
  it('goes through draft, report, thirty days of comment and two approvals, each an entry', async () => {
    const bench = await openBench();
    await prepared(bench);
    const late = bench.at('2026-06-03');

    expect(await late.promulgate(json, [first])).toMatchObject({ kind: 'approved' });
    expect(await late.promulgate(json, [second])).toMatchObject({ kind: 'promulgated' });

    const home = editionHome(draft.hash);
    const entries = bench.store.entries.filter((entry) => entry.home === home);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'edition-draft@1',
      'edition-report@1',
      'edition-published@1',
      'edition-approval@1',
      'edition@1',
    ]);
    expect(entries.at(2)?.payload).toEqual({ on: '2026-05-04', commentUntil: '2026-06-03' });
    expect(entries.at(-1)?.payload).toMatchObject({ approvals: [first, second] });
    const rulebook = await late.rulebook();
    expect(rulebook.on(civilDate('2026-07-01'))?.hash).toBe(draft.hash);
    expect(rulebook.on(civilDate('2026-06-30'))).toBeUndefined();
  });

  it('enters every step once', async () => {
    const bench = await openBench();
    await prepared(bench);
    const casework = bench.at('2026-05-05');
    const before = bench.store.entries.length;

    expect((await casework.proposeEdition(json, official)).kind).toBe('known');
    expect((await casework.attachLabReport(signed(bench.lab), official)).kind).toBe('known');
    expect((await casework.publishDraft(draft.hash, official)).kind).toBe('known');
    expect(bench.store.entries).toHaveLength(before);
  });

  it('is refused with nothing done, naming every step', async () => {
    const bench = await openBench();
    const { store } = bench;
    const before = store.entries.length;

    expect(await bench.at('2026-06-03').promulgate(json, [first, second])).toMatchObject({
      kind: 'refused',
      problem: {
        code: 'edition-step-missing',
        params: { edition: 'town-2026-draft', missing: 'draft, report, publication' },
      },
    });
    expect(store.entries).toHaveLength(before);
  });

  it('is refused on the last day of comment and from its own first day on', async () => {
    const bench = await openBench();
    await prepared(bench);
    const missing = async (day: string) => {
      const outcome = await bench.at(day).promulgate(json, [first, second]);
      return outcome.kind === 'refused' ? outcome.problem.params['missing'] : outcome.kind;
    };

    expect(await missing('2026-06-02')).toBe('comment');
    expect(await missing('2026-07-01')).toBe('later-start');
    expect(await missing('2026-06-30')).toBe('promulgated');
  });

  it('is not approved twice by one official', async () => {
    const bench = await openBench();
    await prepared(bench);
    const late = bench.at('2026-06-03');
    await late.promulgate(json, [first]);

    const again = { ...first, role: 'head', official: ' 王一' };
    expect(await late.promulgate(json, [again])).toMatchObject({
      problem: { code: 'approvals-not-two' },
    });
  });

  it('is not published before its report is there, nor reported on before it is proposed', async () => {
    const bench = await openBench();
    const casework = bench.at('2026-05-04');

    expect(await casework.attachLabReport(signed(bench.lab), official)).toMatchObject({
      problem: { code: 'edition-step-missing', params: { missing: 'draft' } },
    });
    expect(await casework.publishDraft(draft.hash, official)).toMatchObject({
      problem: { params: { missing: 'draft' } },
    });
    await casework.proposeEdition(json, official);
    expect(await casework.publishDraft(draft.hash, official)).toMatchObject({
      problem: { params: { missing: 'report' } },
    });
  });

  it('is not proposed when a check refuses it', async () => {
    const bench = await openBench();
    const { store } = bench;
    const before = store.entries.length;
    const forged = JSON.parse(JSON.stringify(json).replaceAll('P24M', 'P99M')) as JsonValue;

    expect(await bench.at('2026-05-04').proposeEdition(forged, official)).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'hash' }],
    });
    expect(store.entries).toHaveLength(before);
  });
});

describe('a Lab report', () => {
  it.each<[string, (lab: Signer) => JsonValue]>([
    ['of a Lab that nobody listed', () => signed(testSigner())],
    ['with a signature of other bytes', (lab) => forgedSignature(signed(lab))],
    ['about another report', (lab) => signed(lab, { report: `sha256-${'cd'.repeat(32)}` })],
    ['about another draft', (lab) => signed(lab, { draft: 'ab'.repeat(32) })],
    ['changed after it was signed', (lab) => changed(signed(lab))],
    ['of an unknown form', (lab) => signed(lab, { schema: 'credence-lab-report/2' })],
    ['that is none', () => ({ nothing: true })],
  ])('%s is refused', async (_, make) => {
    const bench = await openBench();
    const casework = bench.at('2026-05-04');
    await casework.proposeEdition(json, official);
    const before = bench.store.entries.length;

    expect((await casework.attachLabReport(make(bench.lab), official)).kind).toBe('refused');
    expect(bench.store.entries).toHaveLength(before);
  });
});

function forgedSignature(report: JsonValue): JsonValue {
  return { ...(report as object), signature: base64url(new Uint8Array(64)) };
}

function changed(report: JsonValue): JsonValue {
  const { manifest, ...rest } = report as { manifest: { madeOn: CivilDate } };
  return { ...rest, manifest: { ...manifest, madeOn: '2026-05-02' } };
}
