import { philox4x32 } from './philox.ts';
import { createRandom, type RandomKey } from './random.ts';

/**
 * One column of random numbers: those of every agent for one month and one purpose. Three words of
 * key; the number of an agent is a function of them and of its own number, and of nothing else.
 */
export interface CellColumn {
  readonly key0: number;
  readonly key1: number;
  readonly key2: number;
}

/** Random numbers by agent, month and purpose, all of them there at once and in any order. */
export interface CellRandom {
  column(month: number, purpose: number): CellColumn;
}

const UNIT = 2 ** -32;

/**
 * The random numbers of one replicate. The keys of a column come from the one generator (Philox
 * 4x32-10); from there each agent's number is made by a keyed hash, which costs a tenth of a block
 * of Philox and passes the same tests. Not for secrets or draws that anyone must verify.
 */
export function createCellRandom(seed: RandomKey, ...key: readonly RandomKey[]): CellRandom {
  const stream = createRandom(seed, ...key);
  const [key0, key1, high0, high1] = [stream.next(), stream.next(), stream.next(), stream.next()];
  return {
    column(month, purpose) {
      const [word0, word1, word2] = philox4x32([month, purpose, high0, high1], [key0, key1]);
      return { key0: word0 | 0, key1: word1 | 0, key2: word2 | 0 };
    },
  };
}

/** The number of one agent: above 0, below 1, one of 2^32 equally likely. */
export function cellAt({ key0, key1, key2 }: CellColumn, agent: number): number {
  return ((mix(agent, key0, key1, key2) >>> 0) + 0.5) * UNIT;
}

/** The numbers of as many agents as there is room for, from `first`; equal to `cellAt` bit for bit. */
export function fillCells(column: CellColumn, target: Float64Array, first: number): void {
  const { key0, key1, key2 } = column;
  const count = target.length;
  for (let index = 0; index < count; index += 1) {
    target[index] = ((mix(first + index, key0, key1, key2) >>> 0) + 0.5) * UNIT;
  }
}

/**
 * Two rounds of multiply and shift whose constants were searched for least bias (C. Wellons, "hash
 * prospector"), each with a key of its own; the term between them keeps it from being a permutation,
 * which would never give two agents the same number.
 */
function mix(agent: number, key0: number, key1: number, key2: number): number {
  let word = agent ^ key0;
  word = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  word = Math.imul(word ^ (word >>> 15), 0x846ca68b);
  word = ((word ^ (word >>> 16)) + Math.imul(agent ^ key1, 0x9e3779b1) + key2) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15);
}
