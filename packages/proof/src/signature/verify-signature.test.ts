import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { base64url } from '../encoding/base64url.ts';
import { fromHex } from '../encoding/hex.ts';
import { keyIdOf, verifySignature } from './verify-signature.ts';

/** RFC 8032, section 7.1, test 3. */
const published = {
  publicKey: base64url(fromHex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025')),
  bytes: fromHex('af82'),
  signature: base64url(
    fromHex(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
        '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ),
  ),
};

describe('an Ed25519 signature', () => {
  it('verifies as RFC 8032 says', () => {
    expect(verifySignature(published)).toBe(true);
  });

  it('made by the server’s own library verifies here', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { x: publicKey = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    const bytes = new TextEncoder().encode('望澜');
    const signature = sign(null, bytes, privateKey).toString('base64url');
    expect(verifySignature({ publicKey, signature, bytes })).toBe(true);
  });

  it.each([
    ['other bytes', { bytes: fromHex('af83') }],
    ['another key', { publicKey: base64url(new Uint8Array(32).fill(1)) }],
    ['a changed signature', { signature: published.signature.replace('Y', 'Z') }],
    ['half a signature', { signature: published.signature.slice(0, 43) }],
    ['no base64url', { signature: '!' }],
    ['no key', { publicKey: '' }],
  ])('does not verify with %s', (_, changed) => {
    expect(verifySignature({ ...published, ...changed })).toBe(false);
  });
});

describe('the id of a key', () => {
  it('is 16 digits that follow from the key', () => {
    expect(keyIdOf(published.publicKey)).toMatch(/^[0-9a-f]{16}$/);
    expect(keyIdOf(published.publicKey)).not.toBe(keyIdOf(base64url(new Uint8Array(32))));
  });
});
