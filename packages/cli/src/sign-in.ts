import { randomBytes } from 'node:crypto';

import { openSignIn } from '@credence/exchange';
import { base64url } from '@credence/proof';
import type { SignInOptions } from '@credence/portal';

import { admitDemoPerson, demoIssuer, demoPersonLines } from './command/demo-people.ts';
import type { Environment } from './environment.ts';
import type { System } from './system.ts';

/**
 * How people sign in at this server: with the provider of the settings, and as people of the
 * demonstration where there is one, on loopback alone. Undefined where there is neither.
 */
export async function signInOf(
  environment: Environment,
  system: System,
  serving: { readonly demo: boolean; readonly host: string },
): Promise<SignInOptions | undefined> {
  const { oidc } = environment;
  const tryOut = serving.demo && isLoopback(serving.host);
  if (oidc === undefined && !tryOut) return undefined;
  return {
    sessions: system.store.sessions,
    secure: oidc?.redirect.startsWith('https:') ?? false,
    newId: () => base64url(randomBytes(32)),
    ...(oidc === undefined ? {} : { provider: openSignIn(oidc, system.clock, system.personKeys) }),
    ...(tryOut
      ? {
          demo: {
            issuer: demoIssuer,
            people: await demoPersonLines(system.store.register),
            admit: (id: string) => admitDemoPerson(system.personKeys, id),
          },
        }
      : {}),
  };
}

/** Whether only this machine can reach what listens there. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
