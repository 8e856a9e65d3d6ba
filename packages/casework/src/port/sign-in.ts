import type { Instant, Problem } from '@credence/domain';

import type { SignInReference } from './register.ts';

/** What a browser has to bring back so that an answer of the provider belongs to its question. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An OpenID Connect provider; implemented in `exchange`. */
export interface SignInProvider {
  readonly issuer: string;
  /** Where to send the browser, and what to expect back. */
  begin(): Promise<
    | { readonly kind: 'begun'; readonly url: string; readonly attempt: SignInAttempt }
    | { readonly kind: 'refused'; readonly problem: Problem }
  >;
  /** Takes the address the browser came back with; checks state, nonce, verifier and signature. */
  finish(
    address: URL,
    attempt: SignInAttempt,
  ): Promise<
    | { readonly kind: 'signed-in'; readonly who: SignInReference }
    | { readonly kind: 'refused'; readonly problem: Problem }
  >;
  /** Checks an access token that a system shows: signature, issuer, audience, expiry. */
  readToken(token: string): Promise<
    | {
        readonly kind: 'machine';
        readonly who: SignInReference;
        readonly scopes: readonly string[];
      }
    | { readonly kind: 'refused'; readonly problem: Problem }
  >;
}

export interface SignInSession {
  readonly who: SignInReference;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
}

/** Who is signed in; a session is known by the hash of its id alone. */
export interface Sessions {
  open(idHash: string, session: SignInSession): Promise<void>;
  find(idHash: string): Promise<SignInSession | undefined>;
  /** Notes that it was used. */
  touch(idHash: string, seenAt: Instant): Promise<void>;
  close(idHash: string): Promise<void>;
  /** Forgets sessions not used since, or opened before. */
  forget(limits: { readonly seenBefore: Instant; readonly openedBefore: Instant }): Promise<void>;
}
