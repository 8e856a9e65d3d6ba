import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';

/** Random bytes that one identifier uses. */
export const UUID_RANDOM_BYTES = 10;

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that later
 * identifiers sort behind earlier ones.
 *
 * @param millis - whole milliseconds since 1970-01-01T00:00Z, 0 to 2^48 - 1
 * @param random - 10 random bytes, of which 74 bits are used
 * @throws RangeError when either is out of range
 */
export function uuidV7(millis: number, random: Uint8Array): string {
  if (!Number.isInteger(millis) || millis < 0 || millis >= 2 ** 48) {
    throw new RangeError(`${millis} is not a time in whole milliseconds that fits 48 bits.`);
  }
  if (random.length !== UUID_RANDOM_BYTES) {
    throw new RangeError(`${UUID_RANDOM_BYTES} random bytes are needed; ${random.length} came.`);
  }
  const time = new Uint8Array(6);
  for (let i = 5, rest = millis; i >= 0; i -= 1, rest = Math.floor(rest / 256))
    time[i] = rest % 256;
  const bytes = concatBytes(time, random);
  const version = bytes[6] ?? 0;
  const variant = bytes[8] ?? 0;
  bytes[6] = 0x70 | (version & 0x0f);
  bytes[8] = 0x80 | (variant & 0x3f);
  const hex = bytesToHex(bytes);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20)].join('-');
}
