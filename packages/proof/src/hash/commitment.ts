import { canonicalJson } from '../canonical/canonical-json.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { fromBase64url } from '../encoding/base64url.ts';
import { sha256Hex } from './sha256.ts';

/** Bytes of a salt: enough that no guess at a payload can be confirmed from its commitment. */
export const SALT_BYTES = 16;

/**
 * The only part of an entry that leaves the register by the log: SHA-256 of the salt's 16 bytes
 * followed by the canonical JSON of the payload as UTF-8, in hexadecimal. Once payload and salt are
 * erased, it says nothing about either.
 *
 * @param salt - 16 random bytes as base64url without padding
 * @throws RangeError when the salt is not that
 * @throws CanonicalError when the payload is not JSON
 */
export function commitmentOf(salt: string, payload: JsonValue): string {
  return commitmentOfText(salt, canonicalJson(payload));
}

/**
 * A payload's canonical JSON with the commitment that was made to this very text: only `make` makes
 * one, so whoever is handed one need not hash the text again.
 */
export class Committed {
  readonly #made = true;
  readonly salt: string;
  readonly canonical: string;
  readonly commitment: string;

  private constructor(salt: string, canonical: string, commitment: string) {
    this.salt = salt;
    this.canonical = canonical;
    this.commitment = commitment;
    Object.freeze(this);
  }

  /** @throws RangeError when the salt is not 16 bytes */
  static make(salt: string, canonical: string): Committed {
    return new Committed(salt, canonical, commitmentOfText(salt, canonical));
  }

  static is(value: unknown): value is Committed {
    return typeof value === 'object' && value !== null && #made in value && value.#made;
  }
}

/**
 * The same for a payload whose canonical JSON is at hand.
 *
 * @throws RangeError when the salt is not that
 */
export function commitmentOfText(salt: string, canonical: string): string {
  const saltBytes = fromBase64url(salt);
  if (saltBytes.length !== SALT_BYTES) {
    throw new RangeError(`A salt has ${SALT_BYTES} bytes; ${saltBytes.length} were given.`);
  }
  return sha256Hex(saltBytes, canonical);
}
