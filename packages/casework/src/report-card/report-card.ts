import type {
  CivilDate,
  Localised,
  Money,
  PublishedShare,
  Refusal,
  ServiceFigure,
  UnlikeCase,
} from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { Found, NotFound } from '../view/answer.ts';
import type { AnswerClock, BasisView, LatePaymentView } from '../view/view.ts';
import type { CountFigure, DayFigure, FigureId, ShareFigure } from './figures.ts';

/** One figure; null: too few to be told, so that no single firm shows through. */
export type ReportFigure =
  | { readonly form: 'share'; readonly id: ShareFigure; readonly share: PublishedShare | null }
  | { readonly form: 'days'; readonly id: DayFigure; readonly days: number | null }
  | { readonly form: 'count'; readonly id: CountFigure; readonly count: number | null };

/** A rule that sets a limit behind figures, with its articles and marks. */
export interface FigureLimit {
  readonly figures: readonly FigureId[];
  readonly kind: 'clock' | 'payment-rule';
  readonly id: string;
  readonly title: Localised;
  readonly basis: readonly BasisView[];
}

/** An office as the card names it. */
export interface OfficeLine {
  /** Code of the agency; absent: a public body that supplies nothing here. */
  readonly code?: string;
  readonly name: Localised;
  /** Its own page, where it is on the register. */
  readonly organisation?: string;
  /** District in which its registration says it is. */
  readonly district?: string;
}

/** The time that a card counts. */
export interface CardTime {
  /** Absent: the twelve months up to today. */
  readonly year?: number;
  readonly from: CivilDate;
  /** First day that no longer counts. */
  readonly until: CivilDate;
  /** Years that are over and may be asked for, the latest first. */
  readonly years: readonly number[];
}

/** What it owes late, of what stands in public today alone. */
export interface PaymentFigures {
  readonly shown: number;
  readonly amount: Money;
  readonly longestDays: number;
  readonly payments: readonly LatePaymentView[];
}

/** A decision far from those like it. Whoever decided it is not named. */
export interface UnlikeLine extends UnlikeCase {
  readonly subject: string;
  readonly subjectName?: string;
  readonly document?: string;
  readonly authority: string;
  readonly decidedOn: CivilDate;
}

/** Like cases with their middle, and what lies far from it. */
export interface LikeLine {
  readonly item: string;
  /** What makes them alike, in the order of the dimensions of the card. */
  readonly like: readonly string[];
  readonly size: number;
  readonly median: Money;
  readonly deviation: Money;
  readonly unlike: readonly UnlikeLine[];
}

/** The rule by which cases are unlike, as the edition has it. */
export interface UnlikeRule {
  readonly id: string;
  readonly title: Localised;
  readonly dimensions: readonly string[];
  /** Cases that a group has at least to be shown in public. */
  readonly leastShown: number;
  /** The same at the desk. */
  readonly leastGroup: number;
  readonly deviations: number;
  readonly multiple: number;
  readonly confidence: BasisView['confidence'];
}

export interface UnlikeView {
  /** Absent: the edition has no such rule, and nothing is compared. */
  readonly rule?: UnlikeRule;
  /** Groups in which a decision of the office is unlike. */
  readonly groups: readonly LikeLine[];
  /** The office's decisions that were compared at all. */
  readonly compared: number;
}

export interface ReportCardView {
  readonly clock: AnswerClock;
  readonly time: CardTime;
  readonly office: OfficeLine;
  /** Absent while the cases of a large register are still being counted. */
  readonly figures?: readonly ReportFigure[];
  readonly limits: readonly FigureLimit[];
  readonly payments?: PaymentFigures;
  /** Of the twelve months' card alone: what stands in public today. */
  readonly unlike?: UnlikeView;
}

export interface ReportCardLine {
  readonly office: OfficeLine;
  readonly figures: readonly ReportFigure[];
  /** Its place in each service; absent where nothing may be told. */
  readonly places: { readonly [Figure in ServiceFigure]?: number };
}

export interface ReportCardsView {
  readonly clock: AnswerClock;
  readonly time: CardTime;
  /** By the service asked for, the untold last; empty while cases are being counted. */
  readonly lines: readonly ReportCardLine[];
  readonly by: ServiceFigure;
  readonly beingCounted: boolean;
  readonly limits: readonly FigureLimit[];
}

/** The same figures of the offices of one district together; neither ranked nor joined to one number. */
export interface DistrictColumn {
  /** Absent: of these offices the register does not know it. */
  readonly district?: string;
  readonly offices: number;
  readonly figures: readonly ReportFigure[];
}

export interface DistrictsView {
  readonly clock: AnswerClock;
  readonly time: CardTime;
  readonly districts: readonly DistrictColumn[];
  readonly beingCounted: boolean;
  readonly limits: readonly FigureLimit[];
}

/** A year to look at; absent: the twelve months up to today. */
export interface CardQuery {
  readonly year?: number;
}

/** A year that is not over, or too long ago: there is no card of it. */
export interface NoSuchYear {
  readonly kind: 'no-such-year';
  /** Years of which there is one. */
  readonly years: readonly number[];
}

/** How offices serve, and how they keep their own word. */
export interface ReportCardCasework {
  /** By the code of an agency, or the id of a public body. */
  viewReportCard(
    office: string,
    query?: CardQuery,
  ): Promise<Found<ReportCardView> | NotFound | NoSuchYear>;
  listReportCards(
    query?: CardQuery & { readonly by?: ServiceFigure },
  ): Promise<Found<ReportCardsView> | NoSuchYear>;
  compareDistricts(query?: CardQuery): Promise<Found<DistrictsView> | NoSuchYear>;
  /** At the office's own desk and to whoever oversees: small groups too, of what stands today. */
  viewUnlikeCases(
    principal: Principal,
    agency: string,
  ): Promise<
    | Found<{
        readonly clock: AnswerClock;
        readonly office: OfficeLine;
        readonly unlike: UnlikeView;
      }>
    | NotFound
    | Refusal
  >;
}
