import { createHash, randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../canonical/canonical-json.ts';
import { base64url } from '../encoding/base64url.ts';
import { commitmentOf, Committed, SALT_BYTES } from './commitment.ts';
import { sha256Hex, startSha256, useDigest } from './sha256.ts';

describe('sha256Hex', () => {
  it('gives the known answers', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('agrees with Node for texts, bytes and pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 300 }), (bytes, cut) => {
        const expected = createHash('sha256').update(bytes).digest('hex');
        const running = startSha256();
        running.update(bytes.slice(0, cut));
        running.update(bytes.slice(cut));
        expect(sha256Hex(bytes)).toBe(expected);
        expect(running.hex()).toBe(expected);
      }),
    );
    expect(sha256Hex('望澜')).toBe(createHash('sha256').update('望澜').digest('hex'));
  });
});

describe('useDigest', () => {
  it("takes the machine's own digest where it agrees, and refuses another", () => {
    useDigest((pieces) => {
      const hash = createHash('sha256');
      for (const piece of pieces) hash.update(piece);
      return hash.digest('hex');
    });
    expect(sha256Hex('a', 'bc')).toBe(sha256Hex('abc'));
    expect(() => useDigest(() => '00')).toThrow(RangeError);
    expect(() =>
      useDigest((pieces) => createHash('sha1').update(pieces.join('')).digest('hex')),
    ).toThrow('not SHA-256');
  });
});

describe('commitmentOf', () => {
  const salt = base64url(new Uint8Array(SALT_BYTES).fill(7));

  it('is SHA-256 of the salt bytes and the canonical JSON', () => {
    const payload = { b: 1, a: '望' };
    const expected = createHash('sha256')
      .update(Buffer.from(salt, 'base64url'))
      .update(canonicalJson(payload))
      .digest('hex');
    expect(commitmentOf(salt, payload)).toBe(expected);
    expect(commitmentOf(salt, { a: '望', b: 1 })).toBe(expected);
  });

  it('differs with the salt and with the payload', () => {
    const other = base64url(new Uint8Array(randomBytes(SALT_BYTES)));
    expect(commitmentOf(other, { a: 1 })).not.toBe(commitmentOf(salt, { a: 1 }));
    expect(commitmentOf(salt, { a: 2 })).not.toBe(commitmentOf(salt, { a: 1 }));
  });

  it('refuses a salt of another length or spelling', () => {
    expect(() => commitmentOf(base64url(new Uint8Array(8)), null)).toThrow('16 bytes');
    expect(() => commitmentOf('not base64url!', null)).toThrow(RangeError);
  });
});

describe('Committed', () => {
  const salt = base64url(new Uint8Array(SALT_BYTES).fill(7));

  it('is the commitment to its text, and nothing that only looks like it is one', () => {
    const made = Committed.make(salt, canonicalJson({ b: 1, a: '望' }));
    expect(made.commitment).toBe(commitmentOf(salt, { a: '望', b: 1 }));
    expect(Committed.is(made)).toBe(true);
    const { canonical, commitment } = made;
    for (const other of [{ salt, canonical, commitment }, Object.create(made), null, 'text']) {
      expect(Committed.is(other)).toBe(false);
    }
    expect(() => Object.assign(made, { canonical: '{}' })).toThrow(TypeError);
  });
});
