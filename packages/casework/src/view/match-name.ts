import type { NameHit, NameKeys, NameQuery } from '../port/register.ts';

/** How a name answers a query; a smaller rank stands earlier. */
export interface NameMatch {
  readonly name: string;
  readonly match: NameHit['match'];
  readonly rank: number;
  readonly folded: string;
}

/**
 * The best match among the names of a subject, in the register's own order: equal, beginning with,
 * containing, then pinyin, then initials, then
 * pinyin inside the name. The register keeps every name it was ever given; here only
 * those that stand today are asked, so that an ended record's name decides nothing.
 */
export function findBestMatch(
  names: readonly string[],
  query: NameQuery,
  nameKeys: NameKeys,
): NameMatch | undefined {
  const matches = names.flatMap((name) => matchName(name, query, nameKeys) ?? []);
  return matches.sort(byRank)[0];
}

/** Better matches first, equal ones by their folded name. */
export function byRank(
  a: Pick<NameMatch, 'rank' | 'folded'>,
  b: Pick<NameMatch, 'rank' | 'folded'>,
): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.folded === b.folded) return 0;
  return a.folded < b.folded ? -1 : 1;
}

function matchName(name: string, query: NameQuery, nameKeys: NameKeys): NameMatch | undefined {
  const { folded, pinyin, initials } = nameKeys.fold(name);
  const at = query.folded === '' ? -1 : folded.indexOf(query.folded);
  // One character is looked up as the beginning of a name only.
  const isWord = [...query.folded].length > 1;
  if (folded === query.folded) return { name, match: 'name', rank: 1, folded };
  if (at === 0) return { name, match: 'name', rank: 2, folded };
  if (at > 0 && isWord) return { name, match: 'name', rank: 3, folded };
  const latin = query.pinyin ?? '';
  if (latin === '') return undefined;
  if (pinyin === latin) return { name, match: 'pinyin', rank: 4, folded };
  if (pinyin.startsWith(latin)) return { name, match: 'pinyin', rank: 5, folded };
  if (initials === latin) return { name, match: 'initials', rank: 6, folded };
  if (initials.startsWith(latin)) return { name, match: 'initials', rank: 7, folded };
  const inside = query.pinyinInside === true && pinyin.includes(latin);
  return inside ? { name, match: 'pinyin', rank: 8, folded } : undefined;
}
