import { formatPeriod, type Period } from '@credence/domain';

import type { LimitName, Limits } from '../card/limits-card.ts';

type Limit = Limits[LimitName];

/** The name of a limit as its card writes it. */
export function keyOfLimit(name: LimitName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The number of a limit, as a card writes it: `P36M`, `5`. */
export function writeLimit(limit: Limit): string {
  const bound = boundOf(limit);
  return typeof bound === 'number' ? String(bound) : formatPeriod(bound);
}

/** Where a limit comes from, for the finding that rests on it. */
export function citeLimit(limits: Limits, name: LimitName): string {
  const limit = limits[name];
  const { by, from, confidence } = limit;
  const most = 'atMost' in limit ? 'at most' : 'at least';
  const set = by === 'operator_policy' ? by : `${by.source} ${by.at}`;
  return `limits:guards ${keyOfLimit(name)}: ${most} ${writeLimit(limit)}, ${set}, from ${from}, ${confidence}`;
}

/** The bound of a limit, whichever way it bounds. */
export function boundOf(limit: Limit): number | Period {
  return 'atMost' in limit ? limit.atMost : limit.atLeast;
}
