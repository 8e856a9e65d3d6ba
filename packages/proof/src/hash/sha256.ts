import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of bytes, or of a text as UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** SHA-256 of content that comes in pieces, e.g. a large file. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** The hash of all pieces as 64 lower-case hexadecimal digits; nothing may be added after it. */
  hex(): string;
}

/** Starts a SHA-256 over content that comes in pieces. */
export function startSha256(): RunningHash {
  const hash = sha256.create();
  return {
    update(bytes) {
      hash.update(bytes);
    },
    hex: () => bytesToHex(hash.digest()),
  };
}
