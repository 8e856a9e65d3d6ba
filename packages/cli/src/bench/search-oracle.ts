import {
  byRank,
  countedMatches,
  matchKeys,
  type NameKeys,
  type NameQuery,
  type NameRow,
} from '@credence/casework';

interface Found {
  readonly home: string;
  readonly rank: number;
  readonly key: string;
  readonly folded: string;
}

/** What a look at every single name gives: the order and the count that an index must agree with. */
export interface Oracle {
  /** All names of one subject. */
  look(names: readonly NameRow[]): void;
  answers(): readonly OracleAnswer[];
}

export interface OracleAnswer {
  readonly text: string;
  /** Homes in order, as far as they are counted. */
  readonly homes: readonly string[];
  readonly matches: number;
}

/** Broad queries: single characters, regions, businesses, forms, beginnings of pinyin and initials. */
export const broadQueries: readonly string[] = (
  '华 兴 上海 广东 苏州 科技 贸易 有限公司 股份 集团 分公司 华兴 兴达 上海华 上海科技 兴科技 （上海） 国际贸易有限公司 ' +
  '上海市 江苏省 s sh h shanghai shanghaihua huaxing hx hxkj gj xyz technology trading co Étoile'
).split(' ');

export function createOracle(texts: readonly string[], nameKeys: NameKeys): Oracle {
  const asked = texts.map((text) => ({
    text,
    query: nameKeys.foldQuery(text),
    best: [] as Found[],
    matches: 0,
  }));
  return {
    look(names) {
      for (const each of asked) {
        const best = bestOf(names, each.query);
        if (best === undefined) continue;
        each.matches += 1;
        each.best.push(best);
        if (each.best.length > 8 * countedMatches) cut(each.best);
      }
    },
    answers: () =>
      asked.map(({ text, best, matches }) => {
        cut(best);
        return { text, homes: best.map(({ home }) => home), matches };
      }),
  };
}

function bestOf(names: readonly NameRow[], query: NameQuery): Found | undefined {
  const found = names.flatMap((row): Found[] => {
    const match = matchKeys(row.name, row, query);
    return match === undefined ? [] : [{ ...match, home: row.home }];
  });
  return found.sort(byRank)[0];
}

function cut(found: Found[]): void {
  found.sort((a, b) => byRank(a, b) || (a.home < b.home ? -1 : 1));
  found.length = Math.min(found.length, countedMatches);
}
