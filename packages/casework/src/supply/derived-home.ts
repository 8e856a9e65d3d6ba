import { sha256Hex } from '@credence/proof';

/**
 * A home that follows from a text, so that it is found again without a projection: a UUID of version
 * 8 (RFC 9562) over its SHA-256.
 */
export function derivedHome(text: string): string {
  const hex = sha256Hex(text);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
