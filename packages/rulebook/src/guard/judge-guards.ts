import type { Check } from '../check/draft.ts';
import { formatPath } from '../load/place.ts';
import { allGuards } from './all-guards.ts';
import type { Guard } from './guard.ts';
import { citeLimit } from './limits.ts';
import { viewOf } from './view.ts';

/** Judges an edition by guards; a test leaves one out to see that something misses it. */
function judgeBy(guards: readonly Guard[]): Check {
  return (draft, report) => {
    const limits = draft.cards.limits.get('guards');
    // Without limits nothing can be judged; that they are missing is a finding of its own.
    if (limits === undefined) return;
    const view = viewOf(draft, limits);
    for (const guard of guards) {
      const { id, title, why, source, alias } = guard;
      guard.judge(view, (place, { limit, ...breach }) => {
        report(place, {
          ...breach,
          guard: id,
          title,
          why,
          source: limit === undefined ? source : `${source}; ${citeLimit(limits, limit)}`,
          ...(alias === undefined ? {} : { alias }),
          card: `${place.kind}:${place.id}`,
          field: formatPath(place.path),
        });
      });
    }
  };
}

/** All guards on the whole edition: at check, at promulgation and at load alike. */
export const judgeGuards: Check = judgeBy(allGuards);
