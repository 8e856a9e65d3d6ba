import { findNearest } from '@credence/rulebook';

/** After a name that nobody knows: the nearest right one, and all that is accepted. */
export function tellKnown(typed: string, known: readonly string[]): string {
  const nearest = findNearest(typed, known);
  const meant = nearest === undefined ? '' : `Did you mean ${nearest}? `;
  return `${meant}Accepted: ${known.join(', ')}.`;
}
