import type { Instant } from '@credence/domain';

export interface BucketRule {
  /** Requests that may come at once. */
  readonly burst: number;
  /** Requests a second in the long run. */
  readonly perSecond: number;
  /** Addresses remembered at most; the longest unseen is forgotten first. */
  readonly addresses: number;
}

export type BucketAnswer =
  | { readonly kind: 'granted'; readonly left: number }
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number };

interface Bucket {
  tokens: number;
  at: Instant;
}

/** One token bucket per address, in memory; nothing about the address is kept beyond it. */
export function createTokenBuckets(rule: BucketRule, clock: () => Instant) {
  // A Map iterates in order of insertion; a bucket that is used is put at the end again.
  const buckets = new Map<string, Bucket>();

  function refilled(address: string, now: Instant): Bucket {
    const known = buckets.get(address);
    if (known === undefined) return { tokens: rule.burst, at: now };
    const gained = (Math.max(0, now - known.at) / 1000) * rule.perSecond;
    return { tokens: Math.min(rule.burst, known.tokens + gained), at: now };
  }

  return {
    take(address: string): BucketAnswer {
      const bucket = refilled(address, clock());
      const granted = bucket.tokens >= 1;
      if (granted) bucket.tokens -= 1;
      buckets.delete(address);
      buckets.set(address, bucket);
      forgetOldest(buckets, rule.addresses);
      if (granted) return { kind: 'granted', left: Math.floor(bucket.tokens) };
      const missing = 1 - bucket.tokens;
      return {
        kind: 'refused',
        retryAfterSeconds: Math.max(1, Math.ceil(missing / rule.perSecond)),
      };
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>, most: number): void {
  for (const address of buckets.keys()) {
    if (buckets.size <= most) return;
    buckets.delete(address);
  }
}

/** One household or office has a whole /64 in IPv6; counting single addresses would count nothing. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all.slice(0, 4).join(':')}::/64`;
}
