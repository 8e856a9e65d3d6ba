import { isOnOrAfter, type CivilDate, type Identifier } from '@credence/domain';

import type { LifeEventPayload } from '../entry/life-payload.ts';

/** Codes that an organisation has had by changes, the newest first. */
export function lifeIdentifiers(
  events: readonly LifeEventPayload[],
  today: CivilDate,
): readonly Identifier[] {
  return events
    .filter(({ effectiveOn }) => isOnOrAfter(today, effectiveOn))
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))
    .flatMap(({ event, scheme, before, after }): Identifier[] => {
      if (event !== 'code' || scheme === undefined) return [];
      const values = [after, before].filter((value) => value !== undefined);
      return values.map((value) => ({ scheme, value }));
    });
}

/** Names that it has or had by changes: by each of them it is found. */
export function lifeNames(events: readonly LifeEventPayload[]): readonly string[] {
  const named = events.filter(({ event }) => event === 'name');
  return [...new Set(named.flatMap(({ before, after }) => [before, after]))].filter(
    (name) => name !== undefined,
  );
}
