import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Bytes as lower-case hexadecimal digits, two for each. */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/**
 * The bytes of a hexadecimal text; capital letters are read too.
 *
 * @throws Error when the text has an odd length or other characters
 */
export function fromHex(text: string): Uint8Array {
  return hexToBytes(text);
}
