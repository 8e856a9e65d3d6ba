import type { CivilDate, Identifier } from '@credence/domain';

/** What an official may be at an agency; policies speak of these. */
export const roles = [
  'data_officer',
  'registrar',
  'case_officer',
  'legal_officer',
  'head_of_authority',
  'enforcement_judge',
  'collegial_panel',
  'court_president',
  'reviewer',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/**
 * What a limited mandate is for. To give something up (to withdraw, to waive) and to name others need
 * to be given in words, as a special power does.
 */
export const mandateScopes = ['read', 'speak', 'give-up', 'mandates'] as const;
export type MandateScope = (typeof mandateScopes)[number];

/** A dated power to act for one subject. */
export interface Mandate {
  readonly mandateId: string;
  /** Home of the subject it is for. */
  readonly subject: string;
  /** The code it is bound to. */
  readonly identifier?: Identifier;
  readonly from: CivilDate;
  /** First day on which it no longer holds. */
  readonly until?: CivilDate;
  /** What it is limited to; absent: nothing is excepted. */
  readonly scopes?: readonly MandateScope[];
}

/** Who asks. A person appears in an office, under a mandate, or for herself; never as a subject. */
export type Principal =
  | { readonly kind: 'anonymous' }
  /** Whoever runs the command on the machine itself, acting under a named office. */
  | {
      readonly kind: 'operator';
      readonly name: string;
      readonly agency: string;
      readonly role: string;
    }
  | {
      readonly kind: 'official';
      readonly account: string;
      readonly name: string;
      readonly agency: string;
      readonly roles: readonly Role[];
    }
  | {
      readonly kind: 'representative';
      readonly account: string;
      readonly name: string;
      readonly mandates: readonly Mandate[];
    }
  /** A system of an agency with client credentials. */
  | {
      readonly kind: 'machine';
      readonly account: string;
      readonly name: string;
      readonly agency: string;
      readonly scopes: readonly string[];
    }
  /** Holder of a free key for files with adverse records. */
  | { readonly kind: 'reader'; readonly account: string; readonly name: string }
  /** Somebody who asks what is held about herself: a passing sign-in, without name or account. */
  | { readonly kind: 'person'; readonly name: ''; readonly pass: string }
  /**
   * Whoever holds the notice of one case with the code on it: no account, and no name but that under
   * which the case knows its seat. Made by the use case that found the code, and by nobody else.
   */
  | {
      readonly kind: 'notice-holder';
      /** The notice with the code. */
      readonly account: string;
      readonly name: string;
      readonly as: 'creditor' | 'third-party';
      readonly caseId: string;
      readonly home: string;
    };

/** Issuer of sign-ins in which a person is known by a pass alone, without an account. */
export const personIssuer = 'urn:credence:person';

/** Anyone who has said who he is. */
export type KnownPrincipal = Exclude<Principal, { readonly kind: 'anonymous' }>;
