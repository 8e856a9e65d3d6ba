import { ed25519 } from '@noble/curves/ed25519.js';

import { fromBase64url } from '../encoding/base64url.ts';
import { sha256Hex } from '../hash/sha256.ts';

const keyBytes = 32;
const signatureBytes = 64;

/**
 * Whether an Ed25519 signature over these bytes was made with the private half of this key. Key and
 * signature are base64url; anything malformed does not verify. Strict as RFC 8032 is, so that a
 * signature has one form.
 */
export function verifySignature(given: {
  readonly publicKey: string;
  readonly signature: string;
  readonly bytes: Uint8Array;
}): boolean {
  const publicKey = bytesOf(given.publicKey, keyBytes);
  const signature = bytesOf(given.signature, signatureBytes);
  if (publicKey === undefined || signature === undefined) return false;
  try {
    return ed25519.verify(signature, given.bytes, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * The short name of a public key: the first 16 hexadecimal digits of the SHA-256 of its bytes.
 *
 * @throws RangeError when the text is no base64url
 */
export function keyIdOf(publicKey: string): string {
  return sha256Hex(fromBase64url(publicKey)).slice(0, 16);
}

function bytesOf(text: string, length: number): Uint8Array | undefined {
  try {
    const bytes = fromBase64url(text);
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}
