import type { AnswerClock, AsOf } from '@credence/casework';
import { earlier, isBefore, parseCivilDate, problem, type Problem } from '@credence/domain';

import type { PortalServices } from '../services.ts';

export type DayOutcome =
  | { readonly kind: 'clock'; readonly clock: AnswerClock }
  | { readonly kind: 'refused'; readonly clock: AnswerClock; readonly problem: Problem };

/**
 * Settles which day a request asks about, and under which law, once for the whole request. The
 * future is refused, since what a day to come will publish depends on what is decided until then;
 * so is a day before the first edition.
 */
export async function settleDay(
  services: Pick<PortalServices, 'clock' | 'listEditions'>,
  given: string | undefined,
): Promise<DayOutcome> {
  const asked = given?.trim() ?? '';
  const now = await services.clock({});
  if (asked === '' || asked === now.today) return { kind: 'clock', clock: now };

  const value = asked.slice(0, 40);
  const day = parseCivilDate(asked);
  if (day === undefined) {
    return { kind: 'refused', clock: now, problem: problem('day-invalid', { value }) };
  }
  const { editions } = await services.listEditions();
  const earliest = editions.map(({ inForceFrom }) => inForceFrom).reduce(earlier, now.today);
  if (isBefore(now.today, day) || isBefore(day, earliest)) {
    const range = { value, earliest, latest: now.today };
    return { kind: 'refused', clock: now, problem: problem('day-out-of-range', range) };
  }
  return { kind: 'clock', clock: await services.clock({ day }) };
}

export type AsOfOutcome =
  { readonly kind: 'as-of'; readonly asOf: AsOf } | Extract<DayOutcome, { kind: 'refused' }>;

/**
 * The same for an answer that says its own time: where no day is given there is nothing to settle,
 * and the register is not asked for its time twice.
 */
export async function settleAsOf(
  services: Pick<PortalServices, 'clock' | 'listEditions'>,
  given: string | undefined,
): Promise<AsOfOutcome> {
  if (given === undefined || given.trim() === '') return { kind: 'as-of', asOf: {} };
  const settled = await settleDay(services, given);
  if (settled.kind === 'refused') return settled;
  return { kind: 'as-of', asOf: { day: settled.clock.day } };
}
