import { problem, type Problem } from '@credence/domain';

import type { IdentityPaper } from '../entry/case-payload.ts';
import { holdsPersonData } from '../intake/person-scan.ts';

/** Why an official at a counter looks, and which kind of paper he was shown. */
export interface CounterLook {
  readonly paper: IdentityPaper;
  readonly reason: string;
}

/** Operator setting: a reason is a sentence, and stands in the list of who looked. */
const longestReason = 200;

/** What keeps a look at a counter from being written down; no number of a paper is ever taken. */
export function findUnsaid(look: CounterLook | undefined): Problem | undefined {
  const reason = look?.reason.trim() ?? '';
  if (reason === '' || reason.length > longestReason) {
    const accepted = `1-${String(longestReason)}`;
    return problem('case-nothing-said', { field: 'reason', value: reason.length, accepted });
  }
  return holdsPersonData(reason) ? problem('case-person-number', { field: 'reason' }) : undefined;
}

/** How the look stands among what was seen: the organisation reads it in the list of who looked. */
export function fieldsOfLook({ paper, reason }: CounterLook): readonly string[] {
  return [`paper/${paper}`, `reason/${reason.trim()}`];
}
