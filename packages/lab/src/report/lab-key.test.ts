import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { verifySignature } from '@credence/proof';
import { afterAll, describe, expect, it } from 'vitest';

import { makeLabKey, openLabKey } from './lab-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'lab-key-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the key of the Lab', () => {
  it('is its owner’s alone, is opened again by path or text, and signs what verifies', () => {
    const path = join(folder, 'lab.pem');
    const made = makeLabKey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const bytes = new TextEncoder().encode('manifest');
    for (const key of [openLabKey(path), openLabKey(readFileSync(path, 'utf8'))]) {
      expect(key.keyId).toBe(made.keyId);
      const { publicKey } = made;
      expect(verifySignature({ publicKey, signature: key.sign(bytes), bytes })).toBe(true);
    }
    expect(() => makeLabKey(path)).toThrow('no key was written');
  });

  it('is refused in words that say what is accepted', () => {
    const path = join(folder, 'not.pem');
    writeFileSync(path, 'nothing');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const pem = String(rsa.export({ format: 'pem', type: 'pkcs8' }));
    expect(() => openLabKey(join(folder, 'missing.pem'))).toThrow(/no such file; accepted is/);
    expect(() => openLabKey(path)).toThrow(/: no private key; accepted is/);
    expect(() => openLabKey(pem)).toThrow(/type rsa; accepted is/);
  });
});
