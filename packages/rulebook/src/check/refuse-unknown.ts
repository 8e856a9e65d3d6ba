import { findNearest } from '../load/nearest.ts';
import type { CardPlace, Report } from './draft.ts';

/** A code that its card does not declare, with the one that was meant perhaps. */
export function refuseUnknown(
  place: CardPlace,
  code: string,
  accepted: readonly string[],
  report: Report,
): void {
  if (accepted.includes(code)) return;
  const nearest = findNearest(code, accepted);
  report(place, {
    code: 'code-unknown',
    message:
      `${code} is not declared in this card.` +
      (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
    found: code,
    accepted: accepted.join(', '),
    alias: 'L20',
  });
}
