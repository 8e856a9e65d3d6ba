/** Random bytes that one identifier uses. */
export const UUID_RANDOM_BYTES = 10;

/** The two digits of each byte. */
const DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

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
  const byte = (value: number): string => DIGITS[value & 255] ?? '';
  const of = (index: number): string => byte(random[index] ?? 0);
  const high = Math.floor(millis / 65_536);
  const time = byte(high >>> 24) + byte(high >>> 16) + byte(high >>> 8) + byte(high);
  const low = byte(millis / 256) + byte(millis);
  const version = byte(0x70 | ((random[0] ?? 0) & 0x0f)) + of(1);
  const variant = byte(0x80 | ((random[2] ?? 0) & 0x3f)) + of(3);
  const rest = of(4) + of(5) + of(6) + of(7) + of(8) + of(9);
  return `${time}-${low}-${version}-${variant}-${rest}`;
}
