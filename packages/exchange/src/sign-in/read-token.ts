import type { SignInProvider } from '@credence/casework';
import { problem, type Refusal } from '@credence/domain';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';

import type { SignInSettings } from './open-sign-in.ts';

type Metadata =
  | { readonly kind: 'found'; readonly metadata: { readonly jwks_uri?: string | undefined } }
  | Refusal;

/** The signatures a provider may use; never one with a shared secret, never none. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const toleranceSeconds = 30;
/** Longer ones hold no claims of ours. */
const longestToken = 8_192;

/**
 * Reads the access token of a machine: signed by the provider, for this register, not expired, and
 * given to a client for itself, not for a person.
 */
export function createTokenReader(
  settings: Pick<SignInSettings, 'issuer' | 'audience'>,
  metadata: () => Promise<Metadata>,
  clock: () => number,
): SignInProvider['readToken'] {
  let keys: JWTVerifyGetKey | undefined;
  return async (token) => {
    if (token.length > longestToken) return refused;
    const found = await metadata();
    if (found.kind === 'refused') return found;
    const { jwks_uri: address } = found.metadata;
    if (address === undefined) return refused;
    keys ??= createRemoteJWKSet(new URL(address), { timeoutDuration: 5_000 });
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms,
        clockTolerance: toleranceSeconds,
        currentDate: new Date(clock()),
        requiredClaims: ['exp', 'client_id'],
        typ: 'at+jwt',
      });
      const { client_id: subject, scope, sub } = payload;
      // A token that a person's sign-in gave away names that person; it is no machine's.
      if (typeof subject !== 'string' || (sub !== undefined && sub !== subject)) return refused;
      const scopes = typeof scope === 'string' ? scope.split(' ') : [];
      return { kind: 'machine', who: { issuer: settings.issuer, subject }, scopes };
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
        return refused;
      const down = problem('sign-in-unavailable', { issuer: settings.issuer });
      return { kind: 'refused', problem: down };
    }
  };
}

const refused = { kind: 'refused', problem: problem('token-refused', {}) } as const;
