import type { Instant, Refusal } from '@credence/domain';

import type { SignInReference } from './register.ts';

/** What a browser has to bring back so that an answer of the provider belongs to its question. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Somebody asks for herself: the provider is asked for a proven number, and no account is. */
  readonly forSelf?: boolean;
}

/** An OpenID Connect provider; implemented in `exchange`. */
export interface SignInProvider {
  readonly issuer: string;
  /** Whether it proves the numbers of people who ask for themselves. */
  readonly provesNumbers?: boolean;
  /** Where to send the browser, and what to expect back. */
  begin(options?: {
    readonly forSelf?: boolean;
  }): Promise<
    { readonly kind: 'begun'; readonly url: string; readonly attempt: SignInAttempt } | Refusal
  >;
  /**
   * Takes the address the browser came back with; checks state, nonce, verifier and signature. For
   * somebody who asks for herself the answer is a pass: her number goes to the keeper of keys alone.
   */
  finish(
    address: URL,
    attempt: SignInAttempt,
  ): Promise<{ readonly kind: 'signed-in'; readonly who: SignInReference } | Refusal>;
  /** Checks an access token that a system shows: signature, issuer, audience, expiry. */
  readToken(token: string): Promise<
    | {
        readonly kind: 'machine';
        readonly who: SignInReference;
        readonly scopes: readonly string[];
      }
    | Refusal
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
