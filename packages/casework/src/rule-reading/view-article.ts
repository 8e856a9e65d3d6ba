import { suppressSmallCells } from '@credence/domain';
import { articleHash, rulesOf, type Edition } from '@credence/rulebook';

import type { Found, NotFound } from '../casework.ts';
import type { Register } from '../port/register.ts';
import { smallestCell } from '../reading/reading.ts';
import { editionLine, type Answering } from '../view/answer-clock.ts';
import { toCardLine, toSummary } from '../view/view-rulebook.ts';
import type { ArticleView, RestingRule } from './rule-reading.ts';
import { articleEndOf } from './article-end.ts';
import { articleOf, lineageOf } from './view-rule.ts';

/** Where subjects with a record on show are counted. */
export interface LineCounts {
  readonly register: { readonly lines: Pick<Register['lines'], 'countByItem'> };
}

/** One article of an edition: what it says in each edition, and the rules and subjects it reaches. */
export async function viewArticle(
  parts: LineCounts,
  answering: Answering,
  asked: {
    readonly editions: readonly Edition[];
    readonly edition: string;
    readonly source: string;
    readonly at: string;
  },
): Promise<Found<ArticleView> | NotFound> {
  const { clock, rulebook } = answering;
  const edition = asked.editions.find(({ code }) => code === asked.edition);
  const cited = { source: asked.source, at: asked.at };
  const article = edition === undefined ? undefined : articleOf(edition, cited);
  if (edition === undefined || article === undefined) return { kind: 'not-found' };
  const end = articleEndOf(edition, cited, clock.today);
  const lineage = lineageOf(rulebook, edition);
  const versions = lineage.map((each, place) => {
    const hash = articleHash(each, cited);
    const before = lineage[place - 1];
    const says = each.sources.get(cited.source)?.articles[cited.at]?.says;
    return {
      edition: editionLine(each),
      ...(says === undefined ? {} : { says }),
      ...(hash === undefined ? {} : { hash }),
      changed: before !== undefined && articleHash(before, cited) !== hash,
    };
  });
  return {
    kind: 'found',
    view: {
      clock,
      edition: toSummary(edition),
      article,
      ...(end === undefined ? {} : { end }),
      versions: versions.toReversed(),
      rules: await rulesAndSubjects(parts, answering, { edition, cited }),
    },
  };
}

/**
 * Subjects with a record of the rule on show today, of the edition in force alone. Counts below the
 * smallest cell are withheld (guards N8).
 */
async function rulesAndSubjects(
  parts: LineCounts,
  { clock, edition: inForce }: Answering,
  asked: {
    readonly edition: Edition;
    readonly cited: { readonly source: string; readonly at: string };
  },
): Promise<readonly RestingRule[]> {
  const { edition, cited } = asked;
  const paths = new Map<string, string[]>();
  const cards = rulesOf(edition, cited).filter(({ kind, id, path }) => {
    const name = `${kind}:${id}`;
    const known = paths.get(name);
    if (known === undefined) paths.set(name, [path]);
    else known.push(path);
    return known === undefined;
  });
  const { today } = clock;
  const counts =
    edition === inForce ? await parts.register.lines.countByItem({ day: today, today }) : [];
  const reached = cards.map(({ kind, id }) =>
    kind === 'item' && edition === inForce
      ? (counts.find(({ item }) => item === id)?.subjects ?? 0)
      : undefined,
  );
  const counted = reached.filter((count) => count !== undefined);
  const [published = []] =
    counted.length === 0
      ? []
      : suppressSmallCells([counted], { smallest: smallestCell, nought: 'told' }).cells;
  let next = 0;
  return cards.map(({ kind, id }, place): RestingRule => {
    const rule = {
      card: toCardLine(edition, { kind, id }),
      paths: paths.get(`${kind}:${id}`) ?? [],
    };
    if (reached[place] === undefined) return rule;
    const subjects = published[next] ?? null;
    next += 1;
    return { ...rule, subjects };
  });
}
