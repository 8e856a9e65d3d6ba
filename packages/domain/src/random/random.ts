import { philox4x32, type Words4 } from './philox.ts';

/** Part of the name of a stream of random numbers, e.g. a kind and a running number. */
export type RandomKey = number | string;

/** One stream of random numbers; the same seed and key give the same stream on every machine. */
export interface Random {
  /** The next whole number from 0 to 2^32 - 1. */
  next(): number;
  /**
   * A whole number from 0 to `limit - 1`, each equally likely.
   *
   * @throws RangeError unless `limit` is a whole number from 1 to 2^32
   */
  below(limit: number): number;
  /** A whole number from `lowest` to `highest`, both included, each equally likely. */
  between(lowest: number, highest: number): number;
  /** A number from 0 (included) to 1 (not included), a multiple of 2^-53. */
  ratio(): number;
  /** True with the given probability; never for 0, always for 1. */
  chance(probability: number): boolean;
  /**
   * One of the items, each equally likely.
   *
   * @throws RangeError when there is none
   */
  pick<T>(items: readonly T[]): T;
  /**
   * One of the items, each as likely as its weight is large; weights are whole numbers from 0.
   *
   * @throws RangeError when no weight is above 0
   */
  pickWeighted<T>(items: readonly (readonly [T, number])[]): T;
  /** The items in a random order, every order equally likely; the given list stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
  /** Random bytes, e.g. for identifiers of invented data; never for secrets. */
  bytes(length: number): Uint8Array;
  /** Another stream, named below this one; it does not depend on how far this one was read. */
  fork(...key: readonly RandomKey[]): Random;
}

/**
 * The stream of random numbers named by a seed and a key.
 *
 * The n-th number is a function of seed, key and n alone (Philox 4x32-10), so work may be divided
 * over any number of threads: give each subject its own key, and the result is the same. Not for
 * secrets, salts or draws that anyone must be able to verify.
 */
export function createRandom(seed: RandomKey, ...key: readonly RandomKey[]): Random {
  return streamOf([seed, ...key]);
}

function streamOf(name: readonly RandomKey[]): Random {
  const [key0, key1, stream0, stream1] = digestOf(name);
  let block = 0;
  let words: Words4 = [0, 0, 0, 0];
  let used = 4;

  const next = (): number => {
    if (used === 4) {
      const low = block >>> 0;
      const high = Math.floor(block / 0x1_0000_0000);
      words = philox4x32([low, high, stream0, stream1], [key0, key1]);
      block += 1;
      used = 0;
    }
    return words[used++] as number;
  };
  return { ...drawsOf(next), fork: (...key) => streamOf([...name, ...key]) };
}

function drawsOf(next: () => number): Omit<Random, 'fork'> {
  const below = (limit: number): number => {
    if (!Number.isInteger(limit) || limit < 1 || limit > 0x1_0000_0000) {
      throw new RangeError(`${limit} is not a whole number from 1 to 2^32.`);
    }
    // Numbers of the last, incomplete round are drawn again, or small results would be likelier.
    const fair = 0x1_0000_0000 - (0x1_0000_0000 % limit);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % limit;
  };
  const ratio = (): number => ((next() >>> 5) * 0x400_0000 + (next() >>> 6)) / 2 ** 53;

  return {
    next,
    below,
    between: (lowest, highest) => lowest + below(highest - lowest + 1),
    ratio,
    chance: (probability) => ratio() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('There is nothing to pick from.');
      return itemAt(items, below(items.length));
    },
    pickWeighted(items) {
      let left = below(items.reduce((sum, [, weight]) => sum + weight, 0));
      const chosen = items.findIndex(([, weight]) => (left -= weight) < 0);
      return itemAt(items, chosen)[0];
    },
    shuffle(items) {
      const shuffled = [...items];
      for (let i = shuffled.length - 1; i > 0; i -= 1) {
        const j = below(i + 1);
        [shuffled[i], shuffled[j]] = [itemAt(shuffled, j), itemAt(shuffled, i)];
      }
      return shuffled;
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() >>> 24),
  };
}

/** The item at an index that is known to exist; the item itself may be `undefined`. */
function itemAt<T>(items: readonly T[], index: number): T {
  return items[index] as T;
}

/**
 * 128 bits that name a stream. Each part is written with its type and length, so that ('a', 'b')
 * and ('ab') differ; the words are mixed until every bit of the name reaches every bit of them.
 */
function digestOf(name: readonly RandomKey[]): Words4 {
  const words: [number, number, number, number] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const absorb = (unit: number): void => {
    words[0] = Math.imul(words[0] ^ unit, 0x9e3779b1) ^ words[1];
    words[1] = Math.imul(words[1] ^ (words[0] >>> 15), 0x85ebca77) ^ words[2];
    words[2] = Math.imul(words[2] ^ (words[1] >>> 13), 0xc2b2ae3d) ^ words[3];
    words[3] = Math.imul(words[3] ^ (words[2] >>> 16), 0x27d4eb2f) ^ words[0];
  };
  for (const part of name) {
    const text = String(part);
    absorb(typeof part === 'number' ? 1 : 2);
    absorb(text.length);
    for (let i = 0; i < text.length; i += 1) absorb(text.charCodeAt(i));
  }
  for (let i = 0; i < 8; i += 1) absorb(i);
  return words;
}
