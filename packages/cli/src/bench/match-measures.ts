import type { NameComparison, NameKeys } from '@credence/casework';

/** How alike two names are to one way of comparing, from 0 to 1; for measuring only, kept nowhere. */
export type Likeness = (a: string, b: string) => number;

const HAN = /\p{Script=Han}/u;

/** Component by component; what is left to a person lies between what is equal and what differs. */
export function byComponents(nameKeys: NameKeys): Likeness {
  return (a, b) => {
    const comparison = nameKeys.compare(a, b);
    if (comparison.verdict === 'same') return 1;
    if (comparison.verdict === 'different') return 0;
    return reviewLikeness(comparison, HAN.test(a) !== HAN.test(b));
  };
}

function reviewLikeness({ components }: NameComparison, isAcross: boolean): number {
  const relationOf = (kind: string): string =>
    components.find(({ component }) => component === kind)?.relation ?? 'absent';
  const trade = relationOf('trade-name');
  const region = relationOf('region');
  const industry = relationOf('industry');
  // The same sound is all that two scripts can share; in one script it is another name.
  const named = trade === 'equal' || isAcross ? 0.5 : 0.1;
  const placed = region === 'equal' ? 0.25 : region === 'compatible' ? 0.15 : 0;
  const does = industry === 'equal' || industry === 'compatible' ? 0.2 : 0;
  return named + placed + does;
}

export function byFolding(nameKeys: NameKeys): Likeness {
  return (a, b) => (nameKeys.fold(a).folded === nameKeys.fold(b).folded ? 1 : 0);
}

export const byRawDistance: Likeness = (a, b) => nearness(Array.from(a), Array.from(b));

export function byFoldedDistance(nameKeys: NameKeys): Likeness {
  return (a, b) =>
    nearness(Array.from(nameKeys.fold(a).folded), Array.from(nameKeys.fold(b).folded));
}

/** Twice the shared pairs of characters by all pairs (Dice). */
export function byPairs(nameKeys: NameKeys): Likeness {
  return (a, b) => {
    const left = new Set(pairsOf(nameKeys.fold(a).folded));
    const right = new Set(pairsOf(nameKeys.fold(b).folded));
    const shared = [...left].filter((pair) => right.has(pair)).length;
    return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size);
  };
}

function pairsOf(text: string): readonly string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** One less the edit distance (Levenshtein) by the longer length. */
function nearness(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of a.entries()) {
    const next = [i + 1];
    for (const [j, right] of b.entries()) {
      const replaced = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / longest;
}
