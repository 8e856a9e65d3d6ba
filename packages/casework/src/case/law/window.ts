import { isBefore, later, type CivilDate } from '@credence/domain';

import type { CaseActionOf, ServedPaper } from '../../entry/case-payload.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf, serviceOf, since } from '../fold-case.ts';
import { countDays, workingDays } from './count-days.ts';
import { editionOn } from './law-of-case.ts';
import { procedureOf } from './procedure-of.ts';

/**
 * Attempts at service that stand in its place when each is documented. Source: the operator's rule
 * that a case moves on after two; the law knows service by public notice after them.
 */
const attemptsNeeded = 2;

/** How far the time to be heard has come. */
export type StatementWindow =
  | { readonly kind: 'no-procedure' }
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'calendar-not-published'; readonly from: CivilDate }
  /** Until the last day, included. */
  | { readonly kind: 'open'; readonly from: CivilDate; readonly lastOn: CivilDate }
  | { readonly kind: 'waived'; readonly from: CivilDate }
  | { readonly kind: 'over'; readonly from: CivilDate; readonly lastOn: CivilDate };

/** The day from which a notice counts as having reached its subject. */
export function noticeReachedOn(file: CaseFile): CivilDate | undefined {
  const given = since(file, 'noticed');
  const served = serviceOf(given, 'notice');
  if (served !== undefined) return served.servedOn;
  const failed = failuresOf(given, 'notice');
  return failed.length < attemptsNeeded ? undefined : failed[attemptsNeeded - 1]?.on;
}

/** Documented attempts on different days; two in one day are one. */
export function failuresOf(
  file: Pick<CaseFile, 'actions'>,
  of: ServedPaper,
): readonly CaseActionOf<'service-failed'>[] {
  const failed = actsOf(file, 'service-failed').filter(({ paper }) => paper === of);
  return failed.filter(
    ({ triedOn }, at) => failed.findIndex((other) => other.triedOn === triedOn) === at,
  );
}

/** The time to state and defend, as it stands on a day. */
export function windowOf(file: CaseFile, world: CaseWorld, today: CivilDate): StatementWindow {
  const from = noticeReachedOn(file);
  if (from === undefined) return { kind: 'not-begun' };
  // The law of the day on which it was given sets its time; the calendar is today's.
  const procedure = procedureOf(file, world, lastOf(file, 'noticed')?.on ?? from);
  const edition = editionOn(world, today);
  if (procedure === undefined || edition === undefined) return { kind: 'no-procedure' };
  if (lastOf(since(file, 'noticed'), 'waived') !== undefined) return { kind: 'waived', from };
  const notice = countDays(edition, from, workingDays(procedure.noticeDays));
  const statement = countDays(edition, from, workingDays(procedure.statementDays));
  if (notice === undefined || statement === undefined) {
    return { kind: 'calendar-not-published', from };
  }
  const lastOn = later(notice, statement);
  return isBefore(lastOn, today) ? { kind: 'over', from, lastOn } : { kind: 'open', from, lastOn };
}

/** The day from which a hearing may be asked for: with the notice, or once an appeal is lodged. */
export function hearingBeginsOn(file: CaseFile): CivilDate | undefined {
  return file.opened.matter.case === 'appeal' ? file.opened.on : noticeReachedOn(file);
}

/** The time to ask for a hearing; undefined where the law knows none or it has not begun. */
export function hearingAskableUntil(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): CivilDate | undefined {
  const from = hearingBeginsOn(file);
  const edition = editionOn(world, today);
  if (from === undefined || edition === undefined) return undefined;
  const { hearing } = procedureOf(file, world, lastOf(file, 'noticed')?.on ?? from) ?? {};
  return hearing === undefined
    ? undefined
    : countDays(edition, from, workingDays(hearing.askedWithin));
}
