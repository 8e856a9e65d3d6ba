import {
  personIssuer,
  type PersonKeys,
  type SignInAttempt,
  type SignInProvider,
} from '@credence/casework';
import { problem, type Problem, type Refusal } from '@credence/domain';
import * as client from 'openid-client';

import { createTokenReader } from './read-token.ts';

/** How this register is known at a provider of OpenID Connect. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address of this portal that the provider sends browsers back to. */
  readonly redirect: string;
  /** What an access token of a machine has to be issued for. */
  readonly audience: string;
  /** Claim in which the provider states a number that it has proven; absent: it proves none. */
  readonly numberClaim?: string;
}

/** Operator settings: more than this and the clocks have to be set right. */
const toleranceSeconds = 30;
const answerWithinSeconds = 5;
/** After the provider did not answer, it is not asked again for as long. */
const pauseMs = 2_000;

/**
 * Sign-in with OpenID Connect: code flow with PKCE, state and nonce. The provider is asked who it is
 * at the first use, not at start: a provider that is down keeps nobody from reading what is public.
 */
export function openSignIn(
  settings: SignInSettings,
  clock: () => number,
  personKeys?: Pick<PersonKeys, 'admit'>,
): SignInProvider {
  const numberClaim = personKeys === undefined ? undefined : settings.numberClaim;
  const discover = createDiscovery(settings, clock);
  const readToken = createTokenReader(
    settings,
    async () => {
      const found = await discover();
      return found.kind === 'refused'
        ? found
        : { kind: 'found', metadata: found.configuration.serverMetadata() };
    },
    clock,
  );
  return {
    issuer: settings.issuer,
    provesNumbers: numberClaim !== undefined,
    async begin({ forSelf = false } = {}) {
      const found = await discover();
      if (found.kind === 'refused') return found;
      if (forSelf && numberClaim === undefined) return refuse(problem('sign-in-failed', {}));
      const attempt: SignInAttempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        ...(forSelf ? { forSelf } : {}),
      };
      const url = client.buildAuthorizationUrl(found.configuration, {
        redirect_uri: settings.redirect,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
        ...(forSelf && numberClaim !== undefined ? { claims: claimsFor(numberClaim) } : {}),
      });
      return { kind: 'begun', url: url.href, attempt };
    },
    async finish(address, attempt) {
      const found = await discover();
      if (found.kind === 'refused') return found;
      try {
        // Behind a proxy the request's own address is not the one the provider was told.
        const returned = new URL(settings.redirect);
        returned.search = address.search;
        const answer = await client.authorizationCodeGrant(found.configuration, returned, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const claims = answer.claims();
        if (claims === undefined) return refuse(problem('sign-in-failed', {}));
        if (attempt.forSelf !== true) {
          return { kind: 'signed-in', who: { issuer: claims.iss, subject: claims.sub } };
        }
        return await admit(personKeys, numberClaim === undefined ? undefined : claims[numberClaim]);
      } catch (error) {
        return refuse(problemOf(error, settings.issuer));
      }
    },
    readToken,
  };
}

/** The number in the ID token, and only for a sign-in that asks for it. */
function claimsFor(numberClaim: string): string {
  return JSON.stringify({ id_token: { [numberClaim]: { essential: true } } });
}

/** A pass in the place of the number, which is kept nowhere. */
async function admit(
  personKeys: Pick<PersonKeys, 'admit'> | undefined,
  number: unknown,
): ReturnType<SignInProvider['finish']> {
  if (personKeys === undefined || typeof number !== 'string') {
    return refuse(problem('sign-in-failed', {}));
  }
  const admitted = await personKeys.admit(number);
  if (admitted.kind === 'refused') return admitted;
  return { kind: 'signed-in', who: { issuer: personIssuer, subject: admitted.pass } };
}

type Discovery = { readonly kind: 'found'; readonly configuration: client.Configuration } | Refusal;

/** Asks the provider once; a failure is forgotten after a pause, so that it heals by itself. */
function createDiscovery(settings: SignInSettings, clock: () => number): () => Promise<Discovery> {
  const { issuer, clientId, clientSecret } = settings;
  let known: { readonly answer: Promise<Discovery>; readonly failedAt?: number } | undefined;
  const ask = async (): Promise<Discovery> => {
    try {
      const configuration = await client.discovery(
        new URL(issuer),
        clientId,
        { client_secret: clientSecret, [client.clockTolerance]: toleranceSeconds },
        undefined,
        { timeout: answerWithinSeconds, execute: isLoopback(issuer) ? [plainHttp] : [] },
      );
      return { kind: 'found', configuration };
    } catch {
      known = { answer: Promise.resolve(unavailable(issuer)), failedAt: clock() };
      return unavailable(issuer);
    }
  };
  return () => {
    const paused = known?.failedAt !== undefined && clock() - known.failedAt < pauseMs;
    if (known === undefined || (known.failedAt !== undefined && !paused)) known = { answer: ask() };
    return known.answer;
  };
}

/** Without TLS only on this very machine, for tests and trials. */
function isLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

// Deprecated only as a warning; the address was checked to be this machine's own.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const plainHttp = client.allowInsecureRequests;

function refuse(found: Problem) {
  return { kind: 'refused' as const, problem: found };
}

function unavailable(issuer: string) {
  return refuse(problem('sign-in-unavailable', { issuer }));
}

/** In words of ours: what the provider writes may hold anything and is never repeated. */
function problemOf(error: unknown, issuer: string): Problem {
  if (error instanceof client.AuthorizationResponseError) return problem('sign-in-declined', {});
  if (error instanceof client.ResponseBodyError) return problem('sign-in-failed', {});
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined);
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') {
    return problem('sign-in-clock', { issuer, seconds: toleranceSeconds });
  }
  if (error instanceof client.ClientError && code !== 'OAUTH_TIMEOUT') {
    return problem('sign-in-failed', {});
  }
  return problem('sign-in-unavailable', { issuer });
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
