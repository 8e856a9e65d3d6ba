import type { NameHit, NameKeys, NameQuery, NameSearchKeys, NameWay } from '../port/register.ts';

/**
 * Up to here matches are counted and can be paged through; beyond it there are only "more": whoever
 * looks for one organisation types more of its name, and nobody reads the whole register by search.
 */
export const countedMatches = 1_000;

/** How a name answers a query; see `byRank` for the order. */
export interface NameMatch {
  readonly name: string;
  readonly match: NameHit['match'];
  /** Place of the way among the ways of the query. */
  readonly rank: number;
  /** The key that the way looks at. */
  readonly key: string;
  readonly folded: string;
}

/**
 * The best match among the names of a subject, in the register's own order. The register keeps every
 * name it was ever given; here only those that stand today are asked, so that an ended record's name
 * decides nothing.
 */
export function findBestMatch(
  names: readonly string[],
  query: NameQuery,
  nameKeys: Pick<NameKeys, 'fold'>,
): NameMatch | undefined {
  const matches = names.flatMap((name) => matchKeys(name, nameKeys.fold(name), query) ?? []);
  return matches.sort(byRank)[0];
}

/** The first way of the query that a name satisfies: what the register's index must agree with. */
export function matchKeys(
  name: string,
  keys: NameSearchKeys,
  { ways }: NameQuery,
): NameMatch | undefined {
  const rank = ways.findIndex((way) => satisfies(keys, way));
  const way = ways[rank];
  if (way === undefined) return undefined;
  const key = way.how === 'words' ? keys.folded : keys[way.key];
  return { name, match: way.match, rank, key, folded: keys.folded };
}

/** Better ways first, then shorter names, then the matched key, then the folded name. */
export function byRank(
  a: Pick<NameMatch, 'rank' | 'key' | 'folded'>,
  b: Pick<NameMatch, 'rank' | 'key' | 'folded'>,
): number {
  return (
    a.rank - b.rank ||
    lengthOf(a.folded) - lengthOf(b.folded) ||
    byCodePoint(a.key, b.key) ||
    byCodePoint(a.folded, b.folded)
  );
}

function satisfies(keys: NameSearchKeys, way: NameWay): boolean {
  const key = keys[way.key];
  if (key === '') return false;
  switch (way.how) {
    case 'equal':
      return way.texts.includes(key);
    case 'prefix':
      return key.startsWith(way.text) && standsBehind(key.slice(way.text.length), way.behind);
    case 'inside':
      return key.includes(way.text);
    case 'words':
      return way.words.every((word) => ` ${key}`.includes(` ${word}`));
  }
}

function standsBehind(rest: string, groups: readonly (readonly string[])[] = []): boolean {
  return groups.every((texts) => texts.some((text) => rest.includes(text)));
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** The order of the database's bytes; that of JavaScript differs beyond the first plane. */
function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((letter, index) => letter !== right[index]);
  if (at === -1) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}
