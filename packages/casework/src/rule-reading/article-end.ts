import { isBefore, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { ArticleEnd } from './rule-reading.ts';

/**
 * What follows when the source of an article ends, as the edition declares it (guards N7): a
 * successor that carries it, so that running cases go on under the narrower of both texts; an article
 * that orders the transition; or nothing, so that whatever rests on it is suspended from that day on.
 */
export function articleEndOf(
  edition: Edition,
  cited: { readonly source: string; readonly at: string },
  day: CivilDate,
): ArticleEnd | undefined {
  const source = edition.sources.get(cited.source);
  const until = source?.inForce.until;
  if (source === undefined || until === undefined || until === 'none') return undefined;
  const state = isBefore(day, until) ? 'to-come' : 'ended';
  const { repeal = 'ended' } = source;
  if (repeal === 'ended') return { on: until, state, kind: 'ends' };
  if ('transitional' in repeal) {
    return { on: until, state, kind: 'transition', by: { ...repeal.transitional } };
  }
  const { by, carries = 'all' } = repeal.succeeded;
  const next = edition.sources.get(by);
  const isCarried = carries === 'all' || (carries !== 'none' && carries.includes(cited.at));
  const successor = { source: by, title: next?.title ?? source.title };
  if (!isCarried) return { on: until, state, kind: 'replaced', successor };
  const says = next?.articles[cited.at]?.says;
  return {
    ...{ on: until, state, kind: 'carried', successor },
    ...(says === undefined ? {} : { says }),
  };
}
