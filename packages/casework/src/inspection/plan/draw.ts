import type {
  CivilDate,
  Instant,
  Localised,
  NoClasses,
  PlanCounts,
  PlannedStratum,
  PowerVerdict,
  Refusal,
} from '@credence/domain';
import type { BeaconChain, BeaconRound, DrawMembership, DrawTerms } from '@credence/proof';

import type { KnownPrincipal } from '../../access/principal.ts';
import type { AnswerClock } from '../../view/view.ts';

/** Where a draw stands; each step is taken once and never back. */
export type DrawStep = 'planned' | 'committed' | 'drawn' | 'disclosed';

/** A draw as anyone may read it. */
export interface DrawView {
  readonly draw: string;
  readonly agency: string;
  readonly card: string;
  readonly edition: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly step: DrawStep;
  readonly plannedOn: CivilDate;
  /** Why it is a second draw of the same office, card and time. */
  readonly again?: string;
  readonly strata: readonly PlannedStratum[];
  readonly classes: { readonly used: true } | { readonly used: false; readonly why: NoClasses };
  readonly power: PowerVerdict;
  readonly inspectors: number;
  /** From the commitment on. */
  readonly committed?: {
    readonly terms: DrawTerms;
    readonly commitment: string;
    readonly on: CivilDate;
    /** When the round of the beacon is published. */
    readonly roundAt: Instant;
  };
  readonly drawnOn?: CivilDate;
  /** Once the visits are over: who was drawn, by code, without anything beside the name. */
  readonly disclosed?: {
    readonly on: CivilDate;
    readonly names: readonly {
      readonly code: string;
      readonly name: string;
      /** Of an individual business: one of its places, and which of them is not said. */
      readonly unit?: 'licensed_premises';
    }[];
  };
}

export interface DrawsView {
  readonly clock: AnswerClock;
  /** The latest plan first; plans that nobody approved are not among them. */
  readonly draws: readonly DrawView[];
  /** Visits that were picked by hand, by office. */
  readonly handPicked: readonly { readonly agency: string; readonly visits: number }[];
  /** What became of the plans that each office committed to. */
  readonly carriedOut: readonly (PlanCounts & { readonly agency: string })[];
}

/** A draw for those who plan: with names, before the visits. */
export interface DrawDeskView extends DrawView {
  readonly clock: AnswerClock;
  readonly visits: readonly {
    readonly code: string;
    readonly name: string;
    /** Of licensed premises: by which licence they are told from others of the business. */
    readonly licence?: string;
    readonly inspectors: readonly string[];
    /** Other agencies that drew the same firm for the same time: all go together, once. */
    readonly together: readonly string[];
  }[];
}

/** Plans and draws of one agency, for those who plan. */
export interface DrawDesk {
  readonly clock: AnswerClock;
  readonly draws: readonly DrawDeskView[];
  /** Plans that can be drawn by, in the edition in force. */
  readonly cards: readonly { readonly id: string; readonly title: Localised }[];
  readonly handPicked: readonly HandPicked[];
}

export interface HandPicked {
  readonly code: string;
  readonly reason: string;
  readonly on: CivilDate;
}

/** One draw before one organisation or licensed place: whether it is listed, and what it can check. */
export interface OwnDrawLine {
  readonly draw: DrawView;
  /** Absent: it is not in the list. */
  readonly membership?: DrawMembership;
  /** Once the names are public. */
  readonly drawn?: boolean;
}

export interface OwnDrawsView {
  readonly clock: AnswerClock;
  readonly subject: { readonly id: string; readonly name?: string };
  readonly lines: readonly OwnDrawLine[];
}

export interface PlanCommand {
  readonly agency: string;
  /** Id of the plan's card in the edition in force. */
  readonly card: string;
  /** First and last day of the visits. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly inspectors: readonly {
    readonly name: string;
    /** Codes of organisations in which he declared an interest. */
    readonly recused: readonly string[];
  }[];
  /** Why there is a second draw of the same office, card and time. */
  readonly again?: string;
}

export type PlanOutcome = { readonly kind: 'planned'; readonly view: DrawView } | Refusal;
export type DrawStepOutcome =
  { readonly kind: 'taken'; readonly view: DrawView } | { readonly kind: 'not-found' } | Refusal;

/** Planning, drawing and disclosing inspections: two randoms, one disclosure. */
export interface DrawCasework {
  planInspections(principal: KnownPrincipal, command: PlanCommand): Promise<PlanOutcome>;
  /** The second official approves; from here on the commitment is public. */
  commitDraw(
    principal: KnownPrincipal,
    command: { readonly draw: string; readonly chain?: BeaconChain },
  ): Promise<DrawStepOutcome>;
  /** Without a round, that of the register's own trial beacon is taken. */
  carryOutDraw(
    principal: KnownPrincipal,
    command: { readonly draw: string; readonly round?: BeaconRound },
  ): Promise<DrawStepOutcome>;
  discloseDraw(principal: KnownPrincipal, draw: string): Promise<DrawStepOutcome>;
  handPick(
    principal: KnownPrincipal,
    command: { readonly agency: string; readonly code: string; readonly reason: string },
  ): Promise<{ readonly kind: 'picked' } | Refusal>;
  listDraws(): Promise<DrawsView>;
  viewDraw(
    draw: string,
  ): Promise<
    | { readonly kind: 'found'; readonly view: DrawView & { readonly clock: AnswerClock } }
    | { readonly kind: 'not-found' }
  >;
  /** The draw file, once the visits are over; undefined before. Without weights where classes count. */
  readDrawFile(draw: string): Promise<string | undefined>;
  /** For those who plan: all draws of an agency, with the names to visit. */
  deskDraws(
    principal: KnownPrincipal,
    agency: string,
  ): Promise<({ readonly kind: 'found' } & DrawDesk) | Refusal>;
  /** The whole file for those who plan and oversight, also where classes weighed; the look is written down. */
  readWholeDraw(
    principal: KnownPrincipal,
    draw: string,
  ): Promise<
    { readonly kind: 'found'; readonly text: string } | { readonly kind: 'not-found' } | Refusal
  >;
  /** The list without weights, from the commitment on; undefined before, and once it is erased. */
  readDrawList(draw: string): Promise<string | undefined>;
  /** An organisation's own place in the lists of draws. */
  listOwnDraws(
    principal: KnownPrincipal,
    home: string,
  ): Promise<
    | { readonly kind: 'found'; readonly view: OwnDrawsView }
    | { readonly kind: 'not-found' }
    | Refusal
  >;
}
