import { isBefore, type CivilDate } from '@credence/domain';
import { clockDays } from '@credence/rulebook';

import type { CaseFile, CaseStanding, CaseWorld } from '../case/case.ts';
import { editionOn } from '../case/law/law-of-case.ts';
import {
  isCaseNotice,
  isCaseNoticeClosed,
  type CaseNoticePayload,
  type NoticeSeat,
} from '../entry/case-notice-payload.ts';
import type { Entry } from '../port/journal.ts';

/** Which card says how long a code holds. */
const clockOfNotices = 'access.by-notice';

/** A notice of a case, and whether it was taken back. */
export interface GivenNotice extends CaseNoticePayload {
  readonly closed: boolean;
}

/** The notices of a case, in the order in which they were given. */
export function noticesIn(caseId: string, entries: readonly Entry[]): readonly GivenNotice[] {
  const closed = new Set(
    entries.flatMap(({ payload }) => (isCaseNoticeClosed(payload) ? [payload.noticeId] : [])),
  );
  return entries.flatMap(({ payload }) =>
    isCaseNotice(payload) && payload.caseId === caseId
      ? [{ ...payload, closed: closed.has(payload.noticeId) }]
      : [],
  );
}

/** Last day of a code by the law of the day on which it was given; undefined where there is none. */
export function lastDayOf({ on }: Pick<CaseNoticePayload, 'on'>, world: CaseWorld) {
  const edition = editionOn(world, on);
  const card = edition?.clocks.get(clockOfNotices);
  if (edition === undefined || card === undefined) return undefined;
  return clockDays(edition, card, { service: on }).get('apply');
}

/** Whether a code opens anything on a day: what is over is over for whoever holds it, too. */
export function stateOfNotice(
  given: GivenNotice,
  found: CaseStanding | undefined,
  { world, today }: { readonly world: CaseWorld; readonly today: CivilDate },
): { readonly state: 'open' | 'over' | 'closed'; readonly lastOn?: CivilDate } {
  const lastOn = lastDayOf(given, world);
  const until = lastOn === undefined ? {} : { lastOn };
  if (given.closed) return { state: 'closed', ...until };
  const isPast = lastOn === undefined || isBefore(lastOn, today);
  return { state: isPast || !isTold(found) || isOver(found) ? 'over' : 'open', ...until };
}

/** Before its notice a proposal is nobody's business. */
function isTold(found: CaseStanding | undefined): found is CaseStanding {
  return found?.visibleTo.includes('subject') === true;
}

const done: ReadonlySet<string> = new Set(['closed', 'paid', 'undone', 'lifted', 'declined']);

function isOver({ effect, state }: CaseStanding): boolean {
  return effect.kind === 'ended' || done.has(state);
}

/** Under which name the case knows a seat; undefined where the case has no such seat to give. */
export function nameOnNotice(
  { opened: { matter } }: CaseFile,
  as: NoticeSeat,
  place: number,
): string | undefined {
  // To whom it went stands on the paper: the case needs to tell one from another, and no more.
  if (as === 'third-party') return touches.has(matter.case) ? `#${String(place)}` : undefined;
  const stated = matter.case === 'listing' ? matter.enforcement : matter;
  if (stated === undefined || !('creditor' in stated)) return undefined;
  // Whoever is on the register has a desk of its own.
  return 'creditorCode' in stated ? undefined : stated.creditor;
}

/** What may touch the property or the rights of somebody who is no party of it. */
const touches: ReadonlySet<string> = new Set(['listing', 'measure', 'spending']);

/** The seats for which a notice may be given today. */
export function seatsToGive(
  file: CaseFile,
  found: CaseStanding,
  { world, today }: { readonly world: CaseWorld; readonly today: CivilDate },
): readonly NoticeSeat[] {
  if (!isTold(found) || isOver(found) || lastDayOf({ on: today }, world) === undefined) return [];
  return (['creditor', 'third-party'] as const).filter(
    (as) => nameOnNotice(file, as, 1) !== undefined,
  );
}
