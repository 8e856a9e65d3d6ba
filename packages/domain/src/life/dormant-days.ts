import { daysBetween, earlier, isBefore } from '../time/civil-date.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { LifeEvent, LifeEventKind } from './life-event.ts';

/** What puts an end to a dormancy that runs. */
const ending: ReadonlySet<LifeEventKind> = new Set<LifeEventKind>([
  ...(['dormancy', 'operation', 'reorganisation', 'merger', 'division'] as const),
  ...(['deregistration', 'simplified_deregistration'] as const),
]);

/** Days on which an organisation was dormant before a day, all its dormancies together. */
export function dormantDays(standing: readonly LifeEvent[], before: CivilDate): number {
  const events = standing
    .filter(({ event, effectiveOn }) => ending.has(event) && isBefore(effectiveOn, before))
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return events.reduce((sum, { event, effectiveOn, until }, at) => {
    if (event !== 'dormancy' || until === undefined) return sum;
    const next = events[at + 1]?.effectiveOn ?? before;
    return sum + Math.max(0, daysBetween(effectiveOn, earlier(until, next)));
  }, 0);
}
