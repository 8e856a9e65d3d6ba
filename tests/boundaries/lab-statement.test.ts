import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate, type JsonValue } from '@credence/domain';
import { sha256Hex } from '@credence/proof';
import { editionToJson, type Edition } from '@credence/rulebook';
import { afterAll, describe, expect, it } from 'vitest';

import { townLaw } from '../../packages/casework/src/law.test-support.ts';
import {
  draftFiles,
  openBench,
} from '../../packages/casework/src/promulgate/draft-bench.test-support.ts';
import { official } from '../../packages/casework/src/town.test-support.ts';
import { makeLabKey } from '../../packages/lab/src/report/lab-key.ts';
import { makeStatement } from '../../packages/lab/src/report/make-statement.ts';
import { openDraft } from '../../packages/lab/src/report/open-draft.ts';
import { sampleComparison } from '../../packages/lab/src/report/sample-comparison.test-support.ts';
import { signManifest } from '../../packages/lab/src/report/statement-manifest.ts';
import { readLook } from '../../packages/lab/src/report/stylesheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'lab-key-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const key = makeLabKey(join(folder, 'lab.pem'));
const { older } = townLaw();
const day = '2026-05-04';

/** The draft with the report that its card names, as it stands. */
function draftNaming(report: string, change: (text: string) => string = (text) => text): Edition {
  const files = [...draftFiles(`sha256-${report}`)];
  const read = openDraft(new Map(files.map(([path, text]) => [path, change(text)])), {
    predecessor: older,
  });
  if (read.draft === undefined) throw new Error('The draft is of the live realm.');
  return read.draft;
}

/** A statement about the draft with nothing in its place for the report. */
function statement(about = 'cn-2026') {
  const { tried } = openDraft(draftFiles(), { predecessor: older });
  return makeStatement(
    {
      ...{ comparison: sampleComparison, about, language: 'zh' as const },
      ...{ command: 'credence-lab report town-2026-draft', tried: tried.edition.hash },
    },
    readLook(),
  );
}

async function attach(
  proposed: Edition,
  manifest: { readonly draft: string; readonly report: string; readonly about?: string },
  keys = [{ keyId: key.keyId, algorithm: 'Ed25519' as const, publicKey: key.publicKey }],
) {
  const casework = (await openBench()).at(day, { labKeys: keys });
  expect((await casework.proposeEdition(editionToJson(proposed), official)).kind).toBe('entered');
  const { about = 'cn-2026', ...named } = manifest;
  const signed: JsonValue = signManifest(
    { ...named, comparison: sampleComparison, about, madeOn: civilDate('2026-05-01') },
    key,
  );
  return casework.attachLabReport(signed, official);
}

describe('a statement of the Lab', () => {
  it('is accepted live for the very draft that names it', async () => {
    const { report } = statement();
    const draft = draftNaming(report);
    expect(await attach(draft, { draft: draft.hash, report })).toMatchObject({ kind: 'entered' });
  });

  it('is refused for the draft with one comma changed', async () => {
    const { report } = statement();
    const draft = draftNaming(report);
    const changed = draftNaming(report, (text) => text.replace('示例名单', '示例，名单'));
    expect(changed.hash).not.toBe(draft.hash);
    expect(await attach(changed, { draft: draft.hash, report })).toMatchObject({
      problem: { code: 'edition-step-missing' },
    });
  });

  it('is refused with one comma changed in itself', async () => {
    const { files, bound, report } = statement();
    const draft = draftNaming(report);
    const text = files.get(bound) ?? '';
    expect(sha256Hex(text)).toBe(report);
    const forged = sha256Hex(text.replace('，', '、'));
    expect(await attach(draft, { draft: draft.hash, report: forged })).toMatchObject({
      problem: { code: 'lab-report-refused' },
    });
  });

  it('is refused when its key is listed nowhere', async () => {
    const { report } = statement();
    const draft = draftNaming(report);
    const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const other = [{ keyId: key.keyId, algorithm: 'Ed25519' as const, publicKey: x }];
    expect(await attach(draft, { draft: draft.hash, report }, other)).toMatchObject({
      problem: { code: 'lab-report-refused' },
    });
  });

  it('is refused where the draft passes a harm limit, whatever its benefit', async () => {
    const { report } = statement('wanglan-2027');
    const draft = draftNaming(report);
    const about = 'wanglan-2027';
    expect(await attach(draft, { draft: draft.hash, report, about })).toMatchObject({
      problem: { code: 'lab-report-beyond-limits' },
    });
  });

  it('has one hash whatever report its draft names, and another for every other text', () => {
    const triedOf = (report: string, change = (text: string) => text) => {
      const files = [...draftFiles(`sha256-${report}`)].map(
        ([path, text]) => [path, change(text)] as const,
      );
      return openDraft(new Map(files), { predecessor: older }).tried.edition.hash;
    };
    const once = triedOf('1'.repeat(64));
    expect(triedOf('2'.repeat(64))).toBe(once);
    expect(triedOf('1'.repeat(64), (text) => text.replace('示例名单', '示例，名单'))).not.toBe(
      once,
    );
    expect(draftNaming('1'.repeat(64)).hash).not.toBe(draftNaming('2'.repeat(64)).hash);
  });
});
