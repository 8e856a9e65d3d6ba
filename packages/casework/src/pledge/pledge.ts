import type { CivilDate, Localised, Period, Refusal } from '@credence/domain';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { LodgeOutcome } from '../own/own.ts';
import type { NotFound } from '../view/answer.ts';
import type { AnswerClock, BasisView } from '../view/view.ts';

/** A part of an item that rests on articles of its own. */
export interface PledgePart {
  readonly code: string;
  readonly says: Localised;
  readonly basis: readonly BasisView[];
}

/** An item open to a pledge, as anyone reads it. */
export interface PledgeLine {
  readonly id: string;
  readonly title: Localised;
  readonly promises: Localised;
  readonly decision: Localised;
  readonly way: 'replaces_approval' | 'replaces_certificate' | 'missing_document';
  readonly provider: { readonly body: string; readonly level: string };
  readonly subjects: readonly string[];
  /** What is signed, whole. */
  readonly form: Localised;
  readonly conditions: readonly PledgePart[];
  /** Papers it stands in for, and how long after the decision a postponed one is handed in. */
  readonly materials: readonly {
    readonly code: string;
    readonly says: Localised;
    readonly instead: 'waived' | 'postponed';
    readonly within?: Period;
  }[];
  readonly ordinaryWay: { readonly says: Localised; readonly by: BasisView };
  readonly exclusions: readonly PledgePart[];
  /** The shortest and the longest time until somebody looks; no class is named beside them. */
  readonly look: { readonly from: Period; readonly until: Period };
  readonly cure: Period;
  readonly revocation: PledgePart;
  readonly repair: PledgePart;
  readonly reuse: boolean;
  readonly basis: readonly BasisView[];
  readonly confidence: BasisView['confidence'];
}

/** How pledges of an item came out; counts below the smallest cell, and what gives them away, withheld. */
export interface PledgeFigures {
  readonly on: CivilDate;
  readonly kept: number | null;
  readonly broken: number | null;
  readonly total: number | null;
}

export interface PledgesView {
  readonly clock: AnswerClock;
  /** In the order of their ids. */
  readonly pledges: readonly (PledgeLine & { readonly figures: PledgeFigures })[];
}

/** An item as it stands open to one organisation. */
export interface OwnPledge {
  readonly pledge: PledgeLine;
  /** What the register shows against it, told to the organisation itself alone. */
  readonly excluded: readonly PledgePart[];
  /** Cases of this item that run or ran, the newest first. */
  readonly cases: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly openedOn: CivilDate;
    readonly state: string;
  }[];
}

export interface OwnPledgesView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly pledges: readonly OwnPledge[];
  /** Offices that may be asked. */
  readonly offices: readonly { readonly code: string; readonly name: Localised }[];
}

/** Decisions on a pledge: in public, and at the desk of the organisation. */
export interface PledgeCasework {
  listPledges(): Promise<PledgesView>;
  viewOwnPledges(
    principal: KnownPrincipal,
    home: string,
  ): Promise<{ readonly kind: 'found'; readonly view: OwnPledgesView } | NotFound | Refusal>;
  /** Asks for a decision on a pledge; nothing is promised by that yet. */
  askOnPledge(command: {
    readonly principal: KnownPrincipal;
    readonly home: string;
    readonly pledge: string;
    /** Code of the agency. */
    readonly office: string;
    readonly number: string;
    /** The case of a pledge kept elsewhere that is to be taken over. */
    readonly reuses?: string;
  }): Promise<LodgeOutcome>;
}
