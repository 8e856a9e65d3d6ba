import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;

/**
 * Random bytes, asked of the system many at a time: a call for each salt of a large file would cost
 * as much as reading its row. No byte is given out twice, and none is kept once it was.
 */
export function createRandomPool(): (length: number) => Uint8Array {
  const pool = new Uint8Array(POOL_BYTES);
  let next = POOL_BYTES;
  return (length) => {
    if (length > POOL_BYTES) throw new RangeError(`${length} random bytes at once are too many.`);
    if (next + length > POOL_BYTES) {
      randomFillSync(pool);
      next = 0;
    }
    const taken = pool.slice(next, next + length);
    pool.fill(0, next, next + length);
    next += length;
    return taken;
  };
}
