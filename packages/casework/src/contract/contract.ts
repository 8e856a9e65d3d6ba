import type {
  ChosenRate,
  CivilDate,
  DueDate,
  JsonValue,
  Localised,
  Money,
  OverdueInterest,
  Period,
  Problem,
  Refusal,
  RefusedClause,
} from '@credence/domain';

import type { SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { ContractActKind, ContractPayload, ContractSide } from '../entry/contract-payload.ts';
import type {
  DisclosurePayload,
  RetaliationAnswerPayload,
  RetaliationPayload,
} from '../entry/promise-payload.ts';
import type { Actor, Receipt } from '../port/journal.ts';
import type { Found, NotFound } from '../view/answer.ts';
import type { AnswerClock, BasisView, LatePaymentView, SubjectLine } from '../view/view.ts';
import type { BreachState, MilestoneState, ProposalState } from './fold-contracts.ts';
import type { PromiseState } from './fold-promises.ts';
import type { ImportedContracts } from './ocds/import-contracts.ts';
import type { ReleasePackage } from './ocds/ocds.ts';

/** One part of a price with its day, and what runs on it. */
export interface TrancheView {
  readonly kind: 'undisputed' | 'retention' | 'disputed';
  readonly amount: number;
  readonly paid: number;
  /** Absent while it is disputed. */
  readonly dueOn?: CivilDate;
  readonly balance: number;
  /** The last day has passed and something is still owed. */
  readonly overdue: boolean;
  /** Absent where nothing was ever overdue. */
  readonly interest?: OverdueInterest;
}

export interface DeliveryView {
  readonly delivery: string;
  readonly invoice?: string;
  readonly deliveredOn: CivilDate;
  readonly amount: number;
  readonly partial: boolean;
  readonly due: DueDate;
  readonly rate: ChosenRate;
  readonly tranches: readonly TrancheView[];
  readonly balance: number;
  readonly overdue: number;
  readonly interest: number;
  readonly askedOn?: CivilDate;
  readonly seenOn?: CivilDate;
  /** Last day for the payer to confirm what it was asked, from proven receipt alone. */
  readonly confirmBy?: CivilDate;
  readonly confirmedOn?: CivilDate;
  readonly disputedBecause?: string;
  readonly caseId?: string;
  /** Why it may be shown in public, and since when. */
  readonly shown?: {
    readonly because: LatePaymentView['because'];
    readonly from: CivilDate;
    /** What of it is shown: of a debt that was confirmed in part, that part. */
    readonly amount: number;
  };
}

/** A contract as its two sides read it. */
export interface ContractView {
  readonly contract: ContractPayload;
  /** Whether the rules on payment protect the supplier; elsewhere what was agreed counts alone. */
  readonly reached: boolean;
  readonly amount: Money;
  readonly days?: number;
  readonly named: boolean;
  readonly milestones: readonly MilestoneState[];
  readonly deliveries: readonly DeliveryView[];
  readonly proposals: readonly ProposalState[];
  readonly breaches: readonly BreachState[];
  /** Clauses that do not bind, each with its articles. */
  readonly refused: readonly (RefusedClause & { readonly basis: readonly BasisView[] })[];
  readonly law: PaymentSayings;
  /** Articles of the days, and of what runs afterwards. */
  readonly termBasis: readonly BasisView[];
  readonly interestBasis: readonly BasisView[];
}

/** A contract in a list at a desk. */
export interface ContractLine {
  readonly contractId: string;
  readonly home: string;
  readonly seat: ContractSide;
  readonly number: string;
  readonly title: string;
  readonly other: string;
  readonly signedOn: CivilDate;
  readonly amount: Money;
  readonly balance: number;
  readonly overdue: number;
  readonly interest: number;
}

export interface OwnContractsView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly contracts: readonly ContractLine[];
  readonly promises: readonly PromiseState[];
  readonly retaliations: readonly RetaliationState[];
  readonly disclosures: readonly DisclosurePayload[];
  /** Sums are written in it. */
  readonly currency: string;
  /** It may promise and disclose, as a public body. */
  readonly isPublicBody: boolean;
}

export interface OwnContractView {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly seat: ContractSide;
  readonly view: ContractView;
  /** Kinds of steps that are open to this side. */
  readonly open: readonly ContractActKind[];
}

/** A report of what followed a complaint, with its answer. */
export interface RetaliationState {
  readonly report: RetaliationPayload;
  readonly answer?: RetaliationAnswerPayload;
  readonly late: boolean;
}

/** One page of reports for whoever answers them, or oversees how they are answered. */
export interface RetaliationsView {
  readonly clock: AnswerClock;
  readonly reports: readonly RetaliationState[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** A contract as anyone reads it; sums are rounded where the supplier is not named. */
export interface PublicContract {
  readonly contractId: string;
  readonly number: string;
  readonly title: string;
  readonly signedOn: CivilDate;
  readonly amount: Money;
  readonly supplier?: string;
  readonly milestones: readonly {
    readonly title: string;
    readonly by: ContractSide;
    readonly dueOn: CivilDate;
    /** Of the supplier only what speaks for it, or what it admitted. */
    readonly state: 'met' | 'met-late' | 'open' | 'past';
  }[];
  readonly admitted: readonly { readonly of: ContractSide; readonly on: CivilDate }[];
}

/** A judgment that a body does not obey, as the list of the court shows it. */
export interface JudgmentView {
  readonly caseId: string;
  readonly list: Localised;
  readonly begins: CivilDate;
  readonly ends?: CivilDate;
  /** Day by which somebody looks again. */
  readonly confirmBy?: CivilDate;
  /** Day on which whoever is above the body was told. */
  readonly toldOn?: CivilDate;
  readonly disputedSince?: CivilDate;
  /** Why somebody above is told. */
  readonly basis: readonly BasisView[];
}

/** A sentence of the law on paying in time, with its articles. */
export interface PaymentSaying {
  readonly code: string;
  readonly says: Localised;
  readonly basis: readonly BasisView[];
}

/** What the law says to a payer beside its days: what it owes, and what may follow a default. */
export interface PaymentSayings {
  readonly duties: readonly PaymentSaying[];
  readonly consequences: readonly PaymentSaying[];
}

/** What a public body's page shows of its word. */
export interface PublicContractsView {
  readonly clock: AnswerClock;
  readonly subject: SubjectLine;
  readonly judgments: readonly JudgmentView[];
  readonly law: PaymentSayings;
  /** Within which a complaint about late payment is forwarded and decided. */
  readonly complaint?: { readonly forward: Period; readonly decide: Period };
  /** The next yearly word that is due; absent where the law in force asks for none. */
  readonly disclosure?: { readonly year: number; readonly dueOn: CivilDate };
  readonly contracts: readonly PublicContract[];
  readonly latePayments: readonly LatePaymentView[];
  readonly promises: readonly PromiseState[];
  readonly disclosures: readonly DisclosurePayload[];
}

export interface PublicBodyLine {
  readonly subject: SubjectLine;
  readonly contracts: number;
  readonly promises: number;
  /** Judgments that stand in public unobeyed, and late payments that do. */
  readonly judgments: number;
  readonly latePayments: number;
}

/** A year's overdue contracts of one body, as its own word and as the register knows them. */
export interface DisclosureLine {
  readonly subject: SubjectLine;
  readonly said?: DisclosurePayload;
  /** Shown in public at the end of the year and still unpaid; sums rounded to two digits. */
  readonly known: { readonly contracts: number; readonly amount: Money };
  readonly late: boolean;
}

export interface DisclosuresView {
  readonly clock: AnswerClock;
  readonly year: number;
  /** Absent where the law in force asks for none. */
  readonly dueOn?: CivilDate;
  readonly lines: readonly DisclosureLine[];
}

/** Late payments of one body as a report card counts them: of those shown in public alone. */
export interface LatePaymentFigures {
  readonly home: string;
  /** Late payments that stand in public today. */
  readonly shown: number;
  readonly amount: Money;
  /** Longest time since the first day on which one stands, in days. */
  readonly longestDays: number;
}

export type ContractOutcome =
  | { readonly kind: 'recorded'; readonly contractId: string; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

type Outcome<View> = { readonly kind: 'found'; readonly view: View } | NotFound | Refusal;

/** What one says in a step, as a form or a machine sends it. */
interface Said {
  readonly principal: KnownPrincipal;
  /** Home of the organisation whose desk it is. */
  readonly home: string;
  readonly said: JsonValue;
}

/** Contracts of public bodies and large enterprises, and what public bodies promised. */
export interface ContractCasework {
  /** By either side; the payer has to be on the register. Clauses the law refuses are refused. */
  registerContract(command: Said): Promise<ContractOutcome>;
  actInContract(command: Said & { readonly contractId: string }): Promise<ContractOutcome>;
  makePromise(command: Said): Promise<ContractOutcome>;
  actOnPromise(command: Said & { readonly promiseId: string }): Promise<ContractOutcome>;
  /** The yearly word of a public body on its overdue contracts. */
  disclose(command: Said): Promise<ContractOutcome>;
  /** What changed after a complaint: to the agency above the body, and not to the body. */
  reportRetaliation(command: Said & { readonly contractId: string }): Promise<ContractOutcome>;
  viewOwnContracts(principal: KnownPrincipal, home: string): Promise<Outcome<OwnContractsView>>;
  /** Opening it as the payer is the receipt for what the supplier asked. */
  viewOwnContract(
    principal: KnownPrincipal,
    asked: { readonly home: string; readonly contractId: string },
  ): Promise<Outcome<OwnContractView>>;
  /** A page of the reports, those without an answer first, the newest of each first. */
  listRetaliations(
    principal: KnownPrincipal,
    asked?: { readonly page?: number },
  ): Promise<Outcome<RetaliationsView>>;
  answerRetaliation(command: {
    readonly principal: KnownPrincipal;
    readonly reportId: string;
    readonly said: JsonValue;
  }): Promise<ContractOutcome>;

  /** The one currency of the edition in force, in which sums are said. */
  contractCurrency(): Promise<string>;
  listPublicBodies(): Promise<{
    readonly clock: AnswerClock;
    readonly bodies: readonly PublicBodyLine[];
  }>;
  viewPublicContracts(
    home: string,
    asOf?: { readonly day?: CivilDate },
  ): Promise<Found<PublicContractsView> | NotFound>;
  viewDisclosures(year?: number): Promise<DisclosuresView>;
  latePaymentsOf(home: string): Promise<LatePaymentFigures | undefined>;
  /** Release packages of the open contracting standard: all of a file, or nothing. */
  importContracts(command: {
    readonly actor: Actor;
    readonly file: string;
    readonly check?: boolean;
  }): Promise<ImportedContracts>;
  /** What anyone may read; `wholeFor`: as it is held, for an office that is written down as a reader. */
  exportContracts(
    home: string,
    options?: { readonly wholeFor?: Actor },
  ): Promise<Found<ReleasePackage> | NotFound>;
}
