import {
  containsDay,
  type CivilDate,
  type LifeEventKind,
  type LifeRule,
  type SuccessionMatter,
} from '@credence/domain';

import type { SuccessionCard } from '../card/succession-card.ts';
import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { Edition } from './edition.ts';

/** What the law says of an event on a day, with its card for articles and marks. */
export interface SuccessionLaw {
  readonly card: SuccessionCard;
  readonly rule: LifeRule;
}

/** Undefined where no card is in force: then nothing passes, and nothing more is asked. */
export function successionOf(
  { successions, sources }: Pick<Edition, 'successions' | 'sources'>,
  event: LifeEventKind,
  day: CivilDate,
): SuccessionLaw | undefined {
  const card = [...successions.values()].find(
    (each) => each.event === event && containsDay(each.inForce, day),
  );
  if (card === undefined) return undefined;
  const [cited] = card.closedToListed?.basis ?? card.objection?.basis ?? card.basis;
  const title = cited === undefined ? undefined : sources.get(cited.source)?.title;
  return {
    card,
    rule: {
      article: cited === undefined ? card.succession : `${title?.zh ?? cited.source} ${cited.at}`,
      closedToListed: card.closedToListed !== undefined,
      ...(card.lasts === undefined ? {} : { lasts: card.lasts }),
      ...(card.objection === undefined ? {} : { objectionDays: card.objection.days }),
    },
  };
}

/** Where one thing goes, with its articles; without a row it stays with whom it was decided about. */
export function goesOf(
  card: SuccessionCard | undefined,
  what: SuccessionMatter,
): {
  readonly goes: 'stays' | 'passes';
  readonly basis: readonly Citation[];
  readonly confidence?: Confidence;
} {
  return card?.goes.find((each) => each.what === what) ?? { goes: 'stays', basis: [] };
}
