import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { verifySignature } from '@credence/proof';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { lateSigner, openSigner, signingKeyPath } from './keys.ts';

describe('the signing key', () => {
  let dataFolder = '';
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'credence-keys-'));
  });
  afterEach(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('is made at the first start, for its owner alone, and is the same at the second', () => {
    const first = openSigner({ dataFolder });
    expect(statSync(signingKeyPath(dataFolder)).mode & 0o777).toBe(0o600);
    expect(openSigner({ dataFolder }).key).toEqual(first.key);
  });

  it('signs what its public half verifies', () => {
    const signer = openSigner({ dataFolder });
    const { key } = signer;
    const bytes = new TextEncoder().encode('{"a":1}');
    const { keyId, signature } = signer.sign(bytes);
    expect(keyId).toBe(key.keyId);
    expect(verifySignature({ publicKey: key.publicKey, signature, bytes })).toBe(true);
  });

  it('may come as a PEM or as the path of one, on one line or several', () => {
    openSigner({ dataFolder });
    const path = signingKeyPath(dataFolder);
    const pem = readFileSync(path, 'utf8');
    const keys = [path, pem, pem.replaceAll('\n', '\\n')].map(
      (signingKey) => openSigner({ dataFolder: '/nowhere', signingKey }).key.keyId,
    );
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['a path without a file', '/nowhere/key.pem', /cannot be read/],
    ['no PEM', '-----BEGIN nonsense', /holds no private key/],
  ])('is refused for %s', (_, signingKey, message) => {
    expect(() => openSigner({ dataFolder, signingKey })).toThrow(message);
  });

  it('is refused for another kind of key, without repeating it', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
    const signingKey = rsa.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => openSigner({ dataFolder, signingKey })).toThrow(/a key of kind rsa/);
    writeFileSync(join(dataFolder, 'rsa.pem'), signingKey);
    const path = join(dataFolder, 'rsa.pem');
    expect(() => openSigner({ dataFolder, signingKey: path })).toThrow(/a key of kind rsa/);
  });

  it('is not made by a command that signs nothing', () => {
    lateSigner(() => openSigner({ dataFolder }));
    expect(() => statSync(signingKeyPath(dataFolder))).toThrow(/ENOENT/);
  });
});
