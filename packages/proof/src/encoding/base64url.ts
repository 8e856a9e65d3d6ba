const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The value of each character by its unit; -1 where it has none. */
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += ALPHABET.charAt((held >> bits) & 63);
    }
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (6 - bits)) & 63);
}

/**
 * The bytes of a base64url text without padding.
 *
 * @throws RangeError for any other character, an impossible length, or leftover bits that are not
 * zero, so that equal bytes have one spelling
 */
export function fromBase64url(text: string): Uint8Array {
  if (text.length % 4 === 1) throw new RangeError(`${text.length} characters are no base64url.`);
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? -1;
    if (value < 0) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      throw new RangeError(`"${character}" is not a character of base64url.`);
    }
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 255;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) {
    throw new RangeError('The last character of the base64url text holds bits of no byte.');
  }
  return bytes;
}
