import type { SubjectKind } from '@credence/domain';
import type { Edition, SchemeCard } from '@credence/rulebook';

import type { IdentityFinding } from '../port/intake.ts';
import type { NameComparison, NameKeys } from '../port/register.ts';

/** What officials have decided before about this very code and name. */
export type EarlierJudgement = 'same' | 'different';

/** A row whose code or name does not sit with who the register says they are. */
export interface IdentityQuestion {
  readonly about: IdentityFinding['about'];
  /** The name as the row states it; absent where it gives a number alone. */
  readonly name?: string;
  /** Former names that the row itself states. */
  readonly formerNames: readonly string[];
  /** Every name of the other subject, present or former. */
  readonly otherNames: readonly string[];
  /** Whether the kind of number and of subject is one whose names stand for one subject each. */
  readonly namesAreUnique: boolean;
  readonly earlier?: EarlierJudgement;
}

/** One pair of names with the parts in which they agree or not, as the desk shows it. */
export interface NamePair {
  readonly name: string;
  readonly other: string;
  readonly comparison: NameComparison;
}

export type IdentityJudgement =
  /** The row goes to the subject of its own code. */
  | {
      readonly kind: 'link';
      readonly because:
        'no-name' | 'equal' | 'former-name' | 'components' | 'judged' | 'names-recur';
    }
  /** A person has to look. */
  | { readonly kind: 'review'; readonly pairs: readonly NamePair[] }
  /** Two officials have said that this code is not this name's; the same pair is not asked again. */
  | { readonly kind: 'refused' };

/**
 * The linking policy. A row is linked where its code is valid, equal, and the name does not
 * contradict it: equal once folded, stated as a former name, or the same in every part. Whatever
 * else is left to people. Nothing is ever linked by a name alone.
 */
export function judgeIdentity(
  question: IdentityQuestion,
  nameKeys: Pick<NameKeys, 'fold' | 'compare'>,
): IdentityJudgement {
  const { about, name, otherNames, earlier } = question;
  if (about === 'code' && earlier === 'different') return { kind: 'refused' };
  if (earlier !== undefined) return { kind: 'link', because: 'judged' };
  if (name === undefined || name.trim() === '') return { kind: 'link', because: 'no-name' };
  if (about === 'name') {
    // The name is another code's. Where names recur by their nature that says nothing; elsewhere
    // one of the two codes may be mistyped, and the row itself cannot tell which.
    if (!question.namesAreUnique) return { kind: 'link', because: 'names-recur' };
    return { kind: 'review', pairs: pairsOf(question, nameKeys) };
  }
  if (otherNames.length === 0) return { kind: 'link', because: 'no-name' };
  const folded = new Set(otherNames.map((other) => nameKeys.fold(other).folded));
  if (folded.has(nameKeys.fold(name).folded)) return { kind: 'link', because: 'equal' };
  if (question.formerNames.some((former) => folded.has(nameKeys.fold(former).folded))) {
    return { kind: 'link', because: 'former-name' };
  }
  const pairs = pairsOf(question, nameKeys);
  const same = pairs.some(({ comparison }) => comparison.verdict === 'same');
  return same ? { kind: 'link', because: 'components' } : { kind: 'review', pairs };
}

function pairsOf(
  { name = '', otherNames }: IdentityQuestion,
  nameKeys: Pick<NameKeys, 'compare'>,
): readonly NamePair[] {
  return otherNames.map((other) => ({ name, other, comparison: nameKeys.compare(name, other) }));
}

/** Numbers that are given to a legal person once, whose registered name is its own as well. */
const personalNumbers: ReadonlySet<SchemeCard['validator']> = new Set([
  'uscc',
  'organisation_code',
  'lei',
]);

/**
 * Whether one name standing on two codes is a contradiction. Shops of one brand share their name
 * under local numbers, and individual businesses may all be called alike.
 */
export function areNamesUnique(
  edition: Pick<Edition, 'schemes'>,
  scheme: string,
  kind: SubjectKind,
): boolean {
  const validator = edition.schemes.get(scheme)?.validator;
  return validator !== undefined && personalNumbers.has(validator) && kind !== 'sole_trader';
}
