import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** Bytes of a secret or public key, of a proof, of the output. */
const keyLength = 32;
const challengeLength = 16;
export const VRF_PROOF_BYTES: number = keyLength + challengeLength + keyLength;

const suite = new Uint8Array([3]);
const front = { toCurve: new Uint8Array([1]), challenge: new Uint8Array([2]) };
const hashFront = new Uint8Array([3]);
const back = new Uint8Array([0]);
const { Point } = ed25519;
type Point = InstanceType<typeof Point>;
const order = Point.Fn.ORDER;

/** The public half of a secret key of 32 bytes: that of Ed25519 (RFC 8032). */
export function vrfPublicKey(secret: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secret);
}

/**
 * A number that only the holder of the key could make from these bytes, with the proof that it is
 * the one that follows from key and bytes: ECVRF-EDWARDS25519-SHA512-TAI of RFC 9381. A signature
 * would not do: whoever signs can make many that verify, and so choose among seeds.
 */
export function vrfProve(secret: Uint8Array, alpha: Uint8Array): Uint8Array {
  const { scalar: x, pointBytes: publicKey } = ed25519.utils.getExtendedPublicKey(secret);
  const base = toCurve(publicKey, alpha);
  const gamma = base.multiply(x);
  const k = nonce(secret, base);
  const c = challenge([
    ...[Point.fromBytes(publicKey), base, gamma],
    ...[Point.BASE.multiply(k), base.multiply(k)],
  ]);
  const s = mod(k + fromLittleEndian(c) * x);
  return concatBytes(gamma.toBytes(), c, toLittleEndian(s));
}

/** The output of 64 bytes where the proof holds for key and bytes; undefined where it does not. */
export function vrfVerify(
  publicKey: Uint8Array,
  alpha: Uint8Array,
  proof: Uint8Array,
): Uint8Array | undefined {
  if (publicKey.length !== keyLength || proof.length !== VRF_PROOF_BYTES) return undefined;
  const y = pointOf(publicKey);
  const gamma = pointOf(proof.subarray(0, keyLength));
  const given = proof.subarray(keyLength, keyLength + challengeLength);
  const s = fromLittleEndian(proof.subarray(keyLength + challengeLength));
  // A key of small order would let its holder choose the output.
  if (y === undefined || gamma === undefined || s >= order || y.isSmallOrder()) return undefined;
  const c = fromLittleEndian(given);
  const base = toCurve(publicKey, alpha);
  const u = times(Point.BASE, s).subtract(times(y, c));
  const v = times(base, s).subtract(times(gamma, c));
  if (!sameBytes(challenge([y, base, gamma, u, v]), given)) return undefined;
  return sha512(concatBytes(suite, hashFront, gamma.clearCofactor().toBytes(), back));
}

/** Section 5.4.1.1: tries counters until the hash is a point. */
function toCurve(publicKey: Uint8Array, alpha: Uint8Array): Point {
  for (let counter = 0; counter < 256; counter += 1) {
    const tried = new Uint8Array([counter]);
    const hash = sha512(concatBytes(suite, front.toCurve, publicKey, alpha, tried, back));
    const point = pointOf(hash.subarray(0, keyLength))?.clearCofactor();
    if (point !== undefined && !point.is0()) return point;
  }
  throw new Error('No point was found in 256 tries: a chance of 1 in 2 to the power of 256.');
}

/** Section 5.4.2.2: the nonce of RFC 8032, so that no chance is needed to prove. */
function nonce(secret: Uint8Array, base: Point): bigint {
  const prefix = sha512(secret).subarray(keyLength);
  return mod(fromLittleEndian(sha512(concatBytes(prefix, base.toBytes()))));
}

function challenge(points: readonly Point[]): Uint8Array {
  const encoded = points.map((point) => point.toBytes());
  return sha512(concatBytes(suite, front.challenge, ...encoded, back)).slice(0, challengeLength);
}

/** Multiplies by a public number, which may be 0. */
function times(point: Point, by: bigint): Point {
  return by === 0n ? Point.ZERO : point.multiplyUnsafe(by);
}

function pointOf(bytes: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(bytes);
  } catch {
    return undefined;
  }
}

function mod(value: bigint): bigint {
  return value % order;
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) value = value * 256n + BigInt(bytes[at] ?? 0);
  return value;
}

function toLittleEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(keyLength);
  for (let at = 0, rest = value; at < keyLength; at += 1, rest /= 256n) {
    bytes[at] = Number(rest % 256n);
  }
  return bytes;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
