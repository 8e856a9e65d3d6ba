import type {
  CivilDate,
  Identifier,
  Instant,
  Localised,
  PublicityAssessment,
  Refusal,
} from '@credence/domain';

import type { SubjectReference } from '../view/answer.ts';
import type { AccountRow, SignInReference } from '../port/register.ts';
import type { FactView } from '../view/view.ts';
import type { Decision, Purpose } from './access.ts';
import type { Operation } from './operation.ts';
import type { KnownPrincipal, MandateScope, Role } from './principal.ts';

/** How someone shows who he is. */
export type Credential =
  | ({ readonly by: 'sign-in' } & SignInReference)
  /** A system with a token of the provider; what the token allows narrows what the account has. */
  | ({ readonly by: 'token'; readonly scopes: readonly string[] } & SignInReference)
  | { readonly by: 'key'; readonly keyHash: string };

export type PrincipalOutcome =
  | {
      readonly kind: 'known';
      readonly principal: KnownPrincipal;
      /** Name of the agency, or code of the organisation, that he acts for. */
      readonly actingFor?: Localised | string;
    }
  | Refusal;

interface NewAccount extends SignInReference {
  readonly name: string;
  /** Absent: today. */
  readonly from?: CivilDate;
  /** First day on which it no longer holds; absent: until it is ended. */
  readonly until?: CivilDate;
}

export interface AccountCommand extends NewAccount {
  readonly kind: 'official' | 'machine';
  readonly agency: string;
  /** Of an official. */
  readonly roles: readonly Role[];
  /** Of a machine: `intake`, `export`. */
  readonly scopes: readonly string[];
}

export interface MandateCommand extends NewAccount {
  /** The code of the organisation; the mandate holds while the register has it for it. */
  readonly code: string;
  /** What it is limited to; absent: nothing is excepted. */
  readonly scopes?: readonly MandateScope[];
}

export type AccountOutcome =
  | { readonly kind: 'added'; readonly account: string }
  /** There is one for this sign-in that holds. */
  | { readonly kind: 'known'; readonly account: string }
  | { readonly kind: 'ended'; readonly account: string }
  | Refusal;

export type AccountsOutcome =
  { readonly kind: 'found'; readonly accounts: readonly AccountRow[] } | Refusal;

/** One look at what is not public. */
export interface AccessLine {
  readonly at: Instant;
  /** Code of the agency; empty for the organisation itself. */
  readonly agency: string;
  /** Name of the agency as the register has it. */
  readonly agencyName?: Localised;
  readonly role: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  /** The case that was looked at, where whoever asks may know of it. */
  readonly caseId?: string;
  /** Only for oversight. */
  readonly account?: string;
}

/** A subject as those know it who may see more than the public: also one with nothing published. */
export interface SubjectHead {
  readonly id: string;
  readonly name?: string;
  readonly identifiers: readonly Identifier[];
}

/** Which looks: of civil days in the register's zone, and which part of them. */
export interface UsagePage {
  readonly from?: CivilDate;
  /** First day that no longer counts. */
  readonly until?: CivilDate;
  readonly offset: number;
  readonly limit: number;
}

export interface UsageView {
  readonly subject: SubjectHead;
  readonly accesses: readonly AccessLine[];
  readonly total: number;
  /** Moment of the first access kept; absent where nobody has looked. */
  readonly first?: Instant;
}

export type UsageOutcome =
  { readonly kind: 'found'; readonly view: UsageView } | { readonly kind: 'not-found' } | Refusal;

/** A record as its own subject sees it, published or not. */
export interface OwnRecordLine {
  readonly id: string;
  readonly item: Localised;
  readonly heading?: FactView;
  readonly number?: string;
  readonly decidedOn: CivilDate;
  readonly provider: string;
  readonly publicity: PublicityAssessment;
  /** An objection or appeal about it waits for its answer since this day. */
  readonly disputedSince?: CivilDate;
  /** First day on which a repair of it may be lodged. */
  readonly repairFrom?: CivilDate;
}

/** Who may do what, who they are, and who looked. */
export interface AccessCasework {
  /** Asked anew at every request, so that an end takes effect at once. */
  principalOf(credential: Credential): Promise<PrincipalOutcome>;
  /**
   * Whether someone may do this about his own agency or the organisations he acts for: for a menu.
   * The use case decides again.
   */
  offers(principal: KnownPrincipal, operation: Operation, purpose: Purpose): boolean;
  /** The same for a page that stands before every use case: who is refused here is noted. */
  enter(principal: KnownPrincipal, operation: Operation, purpose: Purpose): Decision;
  addAccount(principal: KnownPrincipal, command: AccountCommand): Promise<AccountOutcome>;
  endAccount(
    principal: KnownPrincipal,
    command: { readonly agency: string; readonly account: string; readonly reason: string },
  ): Promise<AccountOutcome>;
  listAccounts(principal: KnownPrincipal, agency: string): Promise<AccountsOutcome>;
  grantMandate(principal: KnownPrincipal, command: MandateCommand): Promise<AccountOutcome>;
  revokeMandate(
    principal: KnownPrincipal,
    command: { readonly code: string; readonly mandate: string; readonly reason: string },
  ): Promise<AccountOutcome>;
  listMandates(principal: KnownPrincipal, code: string): Promise<AccountsOutcome>;
  /** Who looked at what is held about a subject beyond what is public. */
  findUsage(
    principal: KnownPrincipal,
    subject: SubjectReference,
    page: UsagePage,
  ): Promise<UsageOutcome>;
}
