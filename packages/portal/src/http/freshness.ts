import { createHash } from 'node:crypto';

import { civilTimeAt, type Instant } from '@credence/domain';

const longestSeconds = 60;

/**
 * Seconds for which an answer may be reused: at most a minute, and never across midnight in the
 * register's zone, since that is when publications end.
 */
export function maxAgeSeconds(now: Instant, zone: string): number {
  const { hour, minute } = civilTimeAt(now, zone);
  const intoMinute = Math.floor((now % 60_000) / 1000);
  const untilMidnight = (23 - hour) * 3600 + (59 - minute) * 60 + (60 - intoMinute);
  return Math.max(0, Math.min(longestSeconds, untilMidnight - 1));
}

/** A strong validator: the same tag means the same bytes. */
export function strongTag(body: ArrayBuffer): string {
  const digest = createHash('sha256').update(new Uint8Array(body)).digest('base64url');
  return `"${digest}"`;
}

/** Whether the client already holds this body. `If-None-Match` compares weakly (RFC 9110). */
export function holdsAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch
    .split(',')
    .map((part) => part.trim().replace(/^W\//, ''))
    .includes(tag);
}
