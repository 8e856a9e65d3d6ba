import type { CivilDate, Localised, Problem, Refusal } from '@credence/domain';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { ConsultedPayload, ConsultRoute } from '../entry/consult-payload.ts';
import type { Found, NotFound } from '../view/answer.ts';
import type { Signature } from '../port/signer.ts';
import type { AnswerClock, BasisView, FactView } from '../view/view.ts';

/**
 * Operator setting, after journey J19: a tender has some hundreds of bidders at most, and whoever
 * needs more than this looks around in the register instead of at bidders.
 */
export const biddersAtMost = 500;

/**
 * Operator setting. A tender is read outside the daily budget of an officer, since all who bid have to
 * be looked at on the day the bids are opened; so there is a budget of its own, of announced tenders
 * in place of organisations. A large office opens a handful of them on one day.
 */
export const tendersPerDay = 10;

/** What an office asks, once for all organisations of one matter. */
export interface ConsultOrder {
  /** One of `consultKinds`; anything else is told. */
  readonly kind: string;
  /** Number of the matter in the office's own books. */
  readonly number: string;
  /** `source#article` of the edition in force. */
  readonly basis: string;
  readonly codes: readonly string[];
  /** Of an approval: the item that may be decided on a pledge. */
  readonly pledge?: string;
  /** Of a tender: the day on which it was announced. */
  readonly announcedOn?: string;
}

/** Something about an organisation that is in force and may be shown. Never a class (guards N13). */
export interface ConsultFact {
  readonly kind: 'record' | 'listing' | 'late-payment';
  readonly id: string;
  readonly effect: 'adverse' | 'neutral' | 'benefit';
  readonly title: Localised;
  readonly heading?: FactView;
  readonly number?: string;
  readonly authority?: string;
  readonly decidedOn?: CivilDate;
  readonly begins?: CivilDate;
  readonly ends?: CivilDate;
  readonly disputedSince?: CivilDate;
  /** The organisation's own words about it. */
  readonly reply?: string;
  /** What follows from it, by its articles. */
  readonly measures?: readonly Localised[];
  readonly basis: readonly BasisView[];
}

/** One way of dealing with an application, and what opens or closes it. */
export interface RouteLine {
  readonly route: ConsultRoute;
  readonly isOpen: boolean;
  readonly says: Localised;
  /** Of a closed one: why. */
  readonly because: readonly Localised[];
  readonly basis: readonly BasisView[];
}

export interface ConsultedFirm {
  readonly home: string;
  readonly code: string;
  readonly name?: string;
  readonly identityUnderReview: boolean;
  readonly facts: readonly ConsultFact[];
  /** Of an approval alone. */
  readonly routes: readonly RouteLine[];
  readonly chosen?: { readonly route: ConsultRoute; readonly on: CivilDate };
}

/** A matter as both sides read it. */
export type ConsultMatter = ConsultedPayload;

export interface ConsultationView {
  readonly clock: AnswerClock;
  readonly matter: ConsultMatter;
  readonly basis: BasisView;
  readonly firms: readonly ConsultedFirm[];
  /** Rows whose codes the register does not know or that are no codes. */
  readonly unknown: readonly number[];
  readonly file: SignedConsultation;
}

/** The answer as a file for the matter: canonical JSON is signed, so that anyone can check it. */
export interface SignedConsultation {
  readonly result: {
    readonly form: 'credence-consultation@1';
    readonly matter: ConsultMatter;
    readonly timepoint: string;
    readonly edition: { readonly code: string; readonly hash: string };
    readonly firms: readonly {
      readonly code: string;
      readonly name?: string;
      readonly identityUnderReview: boolean;
      readonly facts: readonly Omit<ConsultFact, 'basis'>[];
    }[];
    readonly unknown: readonly number[];
  };
  readonly signature: Signature;
}

export type ConsultOutcome =
  | {
      readonly kind: 'consulted';
      readonly view: ConsultationView;
      /** The same request had been answered before. */
      readonly repeated: boolean;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A consultation of one's own office. */
export interface ConsultationLine extends ConsultMatter {
  readonly firms: number;
  readonly unknown: number;
}

/** What an organisation is told. */
export interface ConsultedLine extends ConsultMatter {
  readonly agencyName?: Localised;
  readonly article: BasisView;
  readonly route?: ConsultRoute;
}

type Outcome<View> = Found<View> | NotFound | Refusal;

/** The register asked in an approval, a tender or a grant. */
export interface ConsultCasework {
  /** All organisations of one matter in one act: each of them is told, and sees who looked. */
  consultRegister(command: {
    readonly principal: KnownPrincipal;
    readonly order: ConsultOrder;
    /** A request with the same key has one effect and gets the first answer. */
    readonly idempotencyKey?: string;
  }): Promise<ConsultOutcome>;
  /** The same answer again, but for what may no longer be shown. */
  viewConsultation(
    principal: KnownPrincipal,
    consultationId: string,
  ): Promise<Outcome<ConsultationView>>;
  /** Those of one's own office, the newest first, and which items may be decided on a pledge. */
  listConsultations(principal: KnownPrincipal): Promise<
    | Found<{
        readonly clock: AnswerClock;
        readonly lines: readonly ConsultationLine[];
        readonly pledges: readonly { readonly id: string; readonly title: Localised }[];
      }>
    | Refusal
  >;
  /** How the application of one organisation is dealt with; it is told. */
  chooseRoute(command: {
    readonly principal: KnownPrincipal;
    readonly consultationId: string;
    readonly code: string;
    readonly route: string;
  }): Promise<
    | { readonly kind: 'chosen' }
    | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  >;
  /** In which matters the register was asked about the organisation itself, the newest first. */
  listOwnConsultations(
    principal: KnownPrincipal,
    home: string,
  ): Promise<
    Outcome<{
      readonly clock: AnswerClock;
      readonly subject: SubjectHead;
      readonly lines: readonly ConsultedLine[];
    }>
  >;
}
