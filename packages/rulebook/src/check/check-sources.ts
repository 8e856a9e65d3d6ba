import { containsDay } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';

/** What follows the end of a source fits that end. That an end says so at all, G12 asks. */
export const checkSources: Check = (draft, report) => {
  for (const [id, source] of draft.cards.source) {
    const at = (...path: string[]): CardPlace => ({ kind: 'source', id, path });
    const { until } = source.inForce;
    if (until === 'none' && source.repeal !== undefined) {
      report(
        { ...at('repeal'), at: 'key' },
        {
          code: 'repeal-without-end',
          message: `${id} says what follows its end, and has no end.`,
          repair: 'Give in-force an end, or remove repeal.',
        },
      );
    }
    checkSuccessor(draft, report, { id, source });
  }
};

function checkSuccessor(
  draft: Draft,
  report: Report,
  { id, source }: { id: string; source: CardOf<'source'> },
): void {
  const { repeal, inForce } = source;
  if (repeal === undefined || repeal === 'ended' || !('succeeded' in repeal)) return;
  const place: CardPlace = { kind: 'source', id, path: ['repeal', 'succeeded', 'by'] };
  const { by } = repeal.succeeded;
  const successor = draft.cards.source.get(by);
  if (successor === undefined) {
    if (draft.has('source', by)) return;
    report(place, {
      code: 'card-unknown',
      message: `${id} is succeeded by ${by}, which this edition does not have.`,
      found: by,
      accepted: Object.keys(draft.document.cards.source).sort().join(', '),
      repair: 'Write the card of the successor.',
    });
    return;
  }
  if (inForce.until !== 'none' && !containsDay(successor.inForce, inForce.until)) {
    report(place, {
      code: 'basis-not-in-force',
      message: `${by} is not in force on ${inForce.until}, the day ${id} ends.`,
      found: `in force from ${successor.inForce.from} until ${successor.inForce.until}`,
      accepted: `a source in force on ${inForce.until}`,
    });
  }
}
