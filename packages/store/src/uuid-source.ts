import { randomBytes } from 'node:crypto';

import type { Instant } from '@credence/domain';
import { uuidV7 } from '@credence/proof';

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
    const random = new Uint8Array(randomBytes(10));
    random[0] = count >> 8;
    random[1] = count & 0xff;
    return uuidV7(millis, random);
  };
}
