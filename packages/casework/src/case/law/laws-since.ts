import { isBefore, type CivilDate } from '@credence/domain';
import { hasLapsed, type Citation, type Edition } from '@credence/rulebook';

import { articleEndOf } from '../../rule-reading/article-end.ts';
import type { CaseFile, CaseWorld, RunningText } from '../case.ts';
import { lastOf } from '../fold-case.ts';
import { editionOn } from './law-of-case.ts';

/** The editions under which something has run, the law it began under first. */
export function lawsSince(
  { rulebook }: CaseWorld,
  from: CivilDate,
  today: CivilDate,
): readonly Edition[] {
  return rulebook.editions.filter(
    ({ inForce }) =>
      !isBefore(today, inForce.from) && (inForce.until === 'none' || isBefore(from, inForce.until)),
  );
}

/**
 * Whether a text that a running effect rests on has ended with nothing that carries it: what the
 * decision itself cites, or its card as it stood when the effect began or stands today. Each of the
 * three has to hold, since what began under an earlier text stands and falls with it.
 *
 * Legal sources: guards G12, N7.
 */
export function hasLostItsLaw(
  decision: CaseFile,
  world: CaseWorld,
  asked: {
    readonly from: CivilDate;
    readonly today: CivilDate;
    readonly basisIn: (edition: Edition) => readonly Citation[] | undefined;
  },
): boolean {
  const { from, today, basisIn } = asked;
  const [began, now] = [editionOn(world, from), editionOn(world, today)];
  const editions = [began, now].filter((edition) => edition !== undefined);
  // What the newest law says about the end of a text holds; a text it no longer has ends as it said.
  const sources = new Map(editions.flatMap((edition) => [...edition.sources]));
  const cited = (lastOf(decision, 'drafted')?.basis ?? []).map(toCitation);
  return [cited, ...editions.map((edition) => basisIn(edition) ?? [])].some((basis) =>
    hasLapsed({ sources }, basis, today),
  );
}

/** An article as the acts of a case write it: source#article. */
function toCitation(written: string): Citation {
  const [source = '', at = ''] = written.split('#');
  return { source, at };
}

/** A card's own text in an edition, with the articles of other sources that carry it on by a day. */
export function runningText(
  law: Edition,
  basis: readonly Citation[],
  { today, ends }: { readonly today: CivilDate; readonly ends: CivilDate | undefined },
): RunningText {
  const articles = basis.flatMap(({ source, at }) => {
    const end = articleEndOf(law, { source, at }, today);
    const isCarried = end?.kind === 'carried' && end.state === 'ended';
    return [`${source}#${at}`, ...(isCarried ? [`${end.successor.source}#${at}`] : [])];
  });
  return { edition: law.code, basis: articles, ...(ends === undefined ? {} : { ends }) };
}
