import type { CivilDate, Language, Localised, Problem, Refusal } from '@credence/domain';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal, Principal } from '../access/principal.ts';
import type { ReportPayload } from '../entry/report-payload.ts';
import type { Found, NotFound } from '../view/answer.ts';
import type { AnswerClock } from '../view/view.ts';

/** A report that was made. */
export type ReportLine = ReportPayload;

/** What stands in the way of a report; it is listed to the organisation alone. */
export interface StandingLine {
  readonly title: Localised;
  readonly number?: string;
  readonly ends?: CivilDate;
}

export interface OwnReportsView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  /** First day of the period; absent: the edition has no such report. */
  readonly from?: CivilDate;
  /** Empty: a report can be made today. */
  readonly standing: readonly StandingLine[];
  /** What was looked at. */
  readonly sources: ReportPayload['sources'];
  /** The newest first. */
  readonly reports: readonly ReportLine[];
}

/** What anyone with the code is told: nothing of any record. */
export interface CheckedReport {
  readonly clock: AnswerClock;
  readonly report: Pick<ReportPayload, 'code' | 'on' | 'from' | 'subject'>;
  /** Whether the same report could be made today. */
  readonly holdsToday: boolean;
}

type Outcome<View> = Found<View> | NotFound | Refusal;

/** Reports that nothing stands in the listed sources. They state absence, and are no judgement. */
export interface ReportCasework {
  viewOwnReports(principal: KnownPrincipal, home: string): Promise<Outcome<OwnReportsView>>;
  /** Free; refused while something stands. */
  issueReport(
    principal: KnownPrincipal,
    home: string,
  ): Promise<
    | { readonly kind: 'issued'; readonly report: ReportLine }
    | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  >;
  /** As a PDF, the same each time; `verifyAt` is the address where anyone may check the code. */
  writeReport(
    principal: KnownPrincipal,
    asked: {
      readonly home: string;
      readonly reportId: string;
      readonly language: Language;
      readonly verifyAt: string;
    },
  ): Promise<
    | { readonly kind: 'found'; readonly fileName: string; readonly bytes: Uint8Array }
    | NotFound
    | Refusal
  >;
  /** Whether a report is genuine and holds today; who asked is written down. */
  verifyReport(principal: Principal, code: string): Promise<Found<CheckedReport> | Refusal>;
}
