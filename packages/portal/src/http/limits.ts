import { problem, type Problem } from '@credence/domain';
import type { MiddlewareHandler } from 'hono';

import type { PortalContext, PortalEnv } from './environment.ts';
import { isApi, type Refuse } from './gates.ts';
import type { BucketAnswer, BucketRule, createTokenBuckets } from './token-bucket.ts';

/** What is counted together: an address, or whoever is signed in. */
export interface Counted {
  /** The name of the policy in the headers: `address` or `principal`. */
  readonly policy: 'address' | 'principal';
  readonly rule: BucketRule;
  readonly buckets: ReturnType<typeof createTokenBuckets>;
  /** Undefined: this request is not counted. */
  readonly keyOf: (c: PortalContext) => string | undefined;
  /** What whoever is refused is told; absent: that requests come too fast. */
  readonly refusal?: (seconds: number) => Problem;
}

/**
 * One bucket per key. Answers of the API say how much is left (`RateLimit`, `RateLimit-Policy`), so
 * that a machine can keep its pace; pages are shared by caches and only say so when they refuse.
 */
export function limits(counted: Counted, refuse: Refuse): MiddlewareHandler<PortalEnv> {
  const { policy, rule, buckets, keyOf } = counted;
  const window = Math.ceil(rule.burst / rule.perSecond);
  const describe = (headers: Headers, answer: BucketAnswer): void => {
    const left = answer.kind === 'granted' ? answer.left : 0;
    const wait =
      answer.kind === 'granted'
        ? Math.ceil((rule.burst - answer.left) / rule.perSecond)
        : answer.retryAfterSeconds;
    headers.append('ratelimit-policy', `"${policy}";q=${rule.burst};w=${window}`);
    headers.append('ratelimit', `"${policy}";r=${left};t=${wait}`);
  };
  return async (c, next) => {
    const key = keyOf(c);
    if (key === undefined) return next();
    const answer = buckets.take(key);
    if (answer.kind === 'granted') {
      await next();
      if (isApi(c.req.path)) describe(c.res.headers, answer);
      return undefined;
    }
    const { retryAfterSeconds: seconds } = answer;
    const found = counted.refusal?.(seconds) ?? problem('rate-limited', { seconds });
    const refused = await refuse(c, found);
    describe(refused.headers, answer);
    return refused;
  };
}
