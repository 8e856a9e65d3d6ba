import { civilDayAt, dayNumber, instant, type CivilDate, type Instant } from '@credence/domain';

const quarter = 15 * 60_000;
const hour = 4 * quarter;

/** First moment of a civil day in a zone; zones are whole quarters of an hour away from UTC. */
export function dayBegins(day: CivilDate, zone: string): Instant {
  const midnight = dayNumber(day) * 24 * hour;
  // The earliest zone is fourteen hours ahead of UTC, the last one twelve behind it. Days only go
  // forward, so the first quarter that is not before this one is found by halving.
  let [before, after] = [midnight - 15 * hour, midnight + 13 * hour];
  while (after - before > quarter) {
    const middle = before + Math.floor((after - before) / quarter / 2) * quarter;
    if (civilDayAt(instant(middle), zone) < day) before = middle;
    else after = middle;
  }
  return instant(after);
}
