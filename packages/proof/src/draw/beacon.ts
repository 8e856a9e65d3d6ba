import { bls12_381 } from '@noble/curves/bls12-381.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { fromHex, toHex } from '../encoding/hex.ts';
import { sha256Hex } from '../hash/sha256.ts';

/**
 * A source of numbers that nobody knows before their time. `drand-g1` is a chain of drand in its
 * scheme bls-unchained-g1-rfc9380 (quicknet); `register-test` is signed by this register itself, for
 * trials: its keeper knows its numbers beforehand, so a draw by it proves less.
 */
export type BeaconChain = {
  readonly scheme: 'drand-g1' | 'register-test';
  /** Hexadecimal. */
  readonly publicKey: string;
  /** Moment of the first round, UTC milliseconds. */
  readonly genesisAt: number;
  readonly periodMs: number;
};

/** What a beacon published in one round, as drand writes it; all hexadecimal. */
export type BeaconRound = {
  readonly round: number;
  readonly signature: string;
  /** SHA-256 of the signature. */
  readonly randomness: string;
};

/** The public chain of drand that needs no earlier round to be checked. */
export const drandQuicknet: BeaconChain = {
  scheme: 'drand-g1',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesisAt: 1_692_803_367_000,
  periodMs: 3_000,
};

/**
 * Whether a chain is the one that its name says, in key and times: of public chains there is one. A
 * register's own trial chain is what it says of itself.
 */
export function isKnownChain(chain: BeaconChain): boolean {
  if (chain.scheme === 'register-test') return true;
  const { publicKey, genesisAt, periodMs } = drandQuicknet;
  return (
    chain.publicKey === publicKey && chain.genesisAt === genesisAt && chain.periodMs === periodMs
  );
}

const drandTag = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** The moment at which a round is published; the first round has the number 1. */
export function roundTime(chain: BeaconChain, round: number): number {
  return chain.genesisAt + (round - 1) * chain.periodMs;
}

/** The first round that is published after a moment. */
export function roundAfter(chain: BeaconChain, moment: number): number {
  return Math.max(1, Math.floor((moment - chain.genesisAt) / chain.periodMs) + 2);
}

/** Whether the round is the chain's own; decided from the chain's key alone, without a network. */
export function verifyRound(chain: BeaconChain, given: BeaconRound): boolean {
  if (!Number.isSafeInteger(given.round) || given.round < 1) return false;
  try {
    const signature = fromHex(given.signature);
    if (sha256Hex(signature) !== given.randomness) return false;
    const key = fromHex(chain.publicKey);
    if (chain.scheme === 'register-test') {
      return ed25519.verify(signature, testMessage(given.round), key, { zip215: false });
    }
    const { shortSignatures: scheme } = bls12_381;
    const message = scheme.hash(fromHex(sha256Hex(bigEndian(given.round))), drandTag);
    return scheme.verify(signature, message, key);
  } catch {
    return false;
  }
}

/** The trial beacon of a register: its rounds are signed by a key that the register itself keeps. */
export function trialChain(secret: Uint8Array): BeaconChain {
  const publicKey = toHex(ed25519.getPublicKey(secret));
  return { scheme: 'register-test', publicKey, genesisAt: 0, periodMs: trialPeriodMs };
}

/** What the trial beacon publishes in a round. */
export function trialRound(secret: Uint8Array, round: number): BeaconRound {
  const signature = ed25519.sign(testMessage(round), secret);
  return { round, signature: toHex(signature), randomness: sha256Hex(signature) };
}

/** A trial is over soon. */
const trialPeriodMs = 200;

/** The bytes that the trial beacon signs for a round. */
function testMessage(round: number): Uint8Array {
  return utf8ToBytes(`credence-test-beacon@1/${String(round)}`);
}

function bigEndian(round: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(round));
  return bytes;
}
