import type { PublicCreditRecord } from '@credence/domain';

import type { IdentityFinding } from '../port/intake.ts';
import type { Entry } from '../port/journal.ts';
import type { NameKeys } from '../port/register.ts';
import { foldMatters, type MatterState } from './fold-matters.ts';
import type { EarlierJudgement } from './judge-identity.ts';

/**
 * What two officials have decided before about this code and this name. The latest counts: a
 * judgement is a guard for good until people themselves take it back.
 */
export function findEarlierJudgement(
  ...asked: Parameters<typeof findJudged>
): EarlierJudgement | undefined {
  const choice = findJudged(...asked)?.closed?.choice;
  return choice === 'same' || choice === 'different' ? choice : undefined;
}

/** The matter in which it was decided. */
export function findJudged(
  entriesOfOther: readonly Entry[],
  { about, otherHome }: Pick<IdentityFinding, 'about' | 'otherHome'>,
  record: Pick<PublicCreditRecord, 'subject'>,
  nameKeys: Pick<NameKeys, 'fold'>,
): MatterState | undefined {
  if (otherHome === undefined) return undefined;
  const asked = pairKey(record, nameKeys);
  return foldMatters(otherHome, entriesOfOther).findLast(
    ({ opened, closed }) =>
      opened.identity?.about === about &&
      (closed?.choice === 'same' || closed?.choice === 'different') &&
      pairKey(opened.record, nameKeys) === asked,
  );
}

function pairKey(
  { subject }: Pick<PublicCreditRecord, 'subject'>,
  nameKeys: Pick<NameKeys, 'fold'>,
): string {
  const [{ scheme, value }] = subject.identifiers;
  return `${scheme}:${value} ${nameKeys.fold(subject.name ?? '').folded}`;
}
