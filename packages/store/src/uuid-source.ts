import { randomFillSync } from 'node:crypto';

import type { Instant } from '@credence/domain';
import { uuidV7 } from '@credence/proof';

/** Random bytes are asked of the system for many ids at a time, and each is given out once. */
const POOL_BYTES = 4_000;
const ID_BYTES = 10;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

function randomOf10(): Uint8Array {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.slice(used - ID_BYTES, used);
}

const COUNTS_PER_MILLISECOND = 0x1000;

/**
 * Makes ids that always grow, also within one millisecond and under a clock that goes back: of two
 * subjects that hold one identifier, the smaller id is the elder.
 */
export function createUuidSource(clock: () => Instant): () => string {
  let millis = 0;
  let count = 0;
  return () => {
    const now = clock();
    if (now > millis) {
      millis = now;
      count = 0;
    } else if (count + 1 < COUNTS_PER_MILLISECOND) {
      count += 1;
    } else {
      millis += 1;
      count = 0;
    }
    // The first 12 bits behind the time and the version are the counter (RFC 9562, method 1).
    const random = randomOf10();
    random[0] = count >> 8;
    random[1] = count & 0xff;
    return uuidV7(millis, random);
  };
}
