import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z.custom<CivilDate>(
  (given) => typeof given === 'string' && parseCivilDate(given) !== undefined,
);

/** Seats of those who may have no desk of their own, and read a case by a notice. */
export const noticeSeats = ['creditor', 'third-party'] as const;
export type NoticeSeat = (typeof noticeSeats)[number];

const given = z
  .strictObject({
    noticeId: z.string(),
    caseId: z.string(),
    as: z.enum(noticeSeats),
    /** Its place among the notices of the case, from 1; to whom it went stands on the paper alone. */
    place: z.int().min(1),
    on: day,
    by: z
      .strictObject({
        official: z.string(),
        agency: z.string(),
        account: z.string().exactOptional(),
      })
      .readonly(),
  })
  .readonly();

const closed = z.strictObject({ noticeId: z.string(), on: day }).readonly();

const place = z
  .strictObject({
    noticeId: z.string(),
    caseId: z.string(),
    home: z.string(),
  })
  .readonly();

/** The form of `case-notice@1`: a notice with a code was given, in the home of the case. */
export type CaseNoticePayload = z.output<typeof given>;
/** The form of `case-notice-closed@1`: its code opens nothing any more. */
export type CaseNoticeClosedPayload = z.output<typeof closed>;
/** The form of `case-notice-place@1`: which notice a number and a code belong to. */
export type CaseNoticePlacePayload = z.output<typeof place>;

export const caseNoticeKind = 'case-notice@1';
export const caseNoticeClosedKind = 'case-notice-closed@1';
/** In a home that follows from the case's number and the code, neither of which is kept. */
export const caseNoticePlaceKind = 'case-notice-place@1';

export function caseNoticeStream(noticeId: string): string {
  return `notice/${noticeId}`;
}

export function isCaseNotice(payload: unknown): payload is CaseNoticePayload {
  return given.safeParse(payload).success;
}

export function isCaseNoticeClosed(payload: unknown): payload is CaseNoticeClosedPayload {
  return closed.safeParse(payload).success;
}

export function isCaseNoticePlace(payload: unknown): payload is CaseNoticePlacePayload {
  return place.safeParse(payload).success;
}
