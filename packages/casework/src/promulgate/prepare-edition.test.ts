import { civilDate, type CivilDate, type JsonValue } from '@credence/domain';
import { base64url, canonicalJson } from '@credence/proof';
import { describe, expect, it } from 'vitest';

import type { Signer } from '../port/signer.ts';
import { testSigner } from '../supply/supply.test-support.ts';
import { official } from '../town.test-support.ts';
import { editionHome } from './dossier.ts';
import {
  draft,
  first,
  json,
  openBench,
  REPORT,
  second,
  signed,
  type Bench,
} from './draft-bench.test-support.ts';

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
      'edition-report@2',
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

  it('is not approved twice in one office, whoever approves', async () => {
    const bench = await openBench();
    await prepared(bench);
    const late = bench.at('2026-06-03');
    await late.promulgate(json, [first]);

    expect(await late.promulgate(json, [{ ...second, role: first.role }])).toMatchObject({
      problem: { code: 'approvals-not-two' },
    });
    expect(await late.promulgate(json, [second])).toMatchObject({ kind: 'promulgated' });
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
    ['of an unknown form', (lab) => signed(lab, { schema: 'credence-lab-report/3' })],
    ['of the first form, which has no verdict', (lab) => firstForm(lab)],
    ['that hides a limit it passed', (lab) => signed(lab, { beyond: [passed] })],
    ['that hides a limit it left open', (lab) => signed(lab, { undecided: [passed] })],
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

const passed = {
  measure: 'wrongful-entries',
  title: { zh: '错误列入', en: 'Wrongful entries' },
  ...{ atMost: 45, found: { value: 51.1, low: 48.8, high: 53.4 } },
};

describe('a Lab report that finds a harm beyond its limit', () => {
  it('is refused with every limit that was passed, and the draft stays unpublished', async () => {
    const bench = await openBench();
    const casework = bench.at('2026-05-04');
    await casework.proposeEdition(json, official);
    const before = bench.store.entries.length;
    const report = signed(bench.lab, { verdict: 'not-promulgable', beyond: [passed] });

    expect(await casework.attachLabReport(report, official)).toMatchObject({
      problem: {
        code: 'lab-report-beyond-limits',
        params: { beyond: 'wrongful-entries [48.8, 53.4] / 45' },
      },
    });
    expect(bench.store.entries).toHaveLength(before);
    expect(await casework.publishDraft(draft.hash, official)).toMatchObject({
      problem: { params: { missing: 'report' } },
    });
  });
});

function firstForm(lab: Signer): JsonValue {
  const manifest = {
    schema: 'credence-lab-report/1',
    ...{ draft: draft.hash, report: REPORT, madeOn: '2026-05-01' },
  };
  return { manifest, ...lab.sign(new TextEncoder().encode(canonicalJson(manifest))) };
}

function forgedSignature(report: JsonValue): JsonValue {
  return { ...(report as object), signature: base64url(new Uint8Array(64)) };
}

function changed(report: JsonValue): JsonValue {
  const { manifest, ...rest } = report as { manifest: { madeOn: CivilDate } };
  return { ...rest, manifest: { ...manifest, madeOn: '2026-05-02' } };
}
