import { personIssuer, type Casework } from '@credence/casework';
import { problem } from '@credence/domain';
import type { MiddlewareHandler } from 'hono';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { isApi, type Refuse } from '../http/gates.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { PortalSessions, SignInOptions } from './session.ts';

/**
 * Finds out who asks. People come with a session, systems with a token or a key; who they are and
 * what they hold is asked anew each time, so that what was withdrawn is gone with the next request.
 */
export function identify(
  parts: {
    readonly principalOf: Casework['principalOf'];
    readonly options: SignInOptions;
    readonly sessions: PortalSessions;
  },
  refuse: Refuse,
): MiddlewareHandler<PortalEnv> {
  const { principalOf, options, sessions } = parts;
  return async (c, next) => {
    const token = bearerOf(c);
    if (token !== undefined) {
      const outcome = await readBearer(parts, token);
      if (outcome.kind === 'refused') return refuse(c, outcome.problem);
      c.set('principal', outcome.principal);
      return next();
    }
    // The API takes a session for reading only: a form elsewhere cannot write through it.
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const session = isApi(c.req.path) && !reads ? undefined : await sessions.read(c);
    if (session !== undefined && isHonoured(c, session.who.issuer, options)) {
      const outcome = await principalOf({ by: 'sign-in', ...session.who });
      if (outcome.kind === 'known') {
        c.set('principal', outcome.principal);
        c.set('actingFor', outcome.actingFor);
        c.set('csrf', session.csrf);
      } else {
        // Ended meanwhile: the session goes with the account.
        await sessions.close(c);
      }
    }
    return next();
  };
}

/** A session of the demonstration counts only while it is one, and only on this machine. */
function isHonoured(c: PortalContext, issuer: string, options: SignInOptions): boolean {
  const isTrial = issuer === personIssuer && options.provider?.provesNumbers !== true;
  if (issuer === options.demo?.issuer || (isTrial && options.demo !== undefined)) {
    return isLoopbackHost(hostOf(c));
  }
  if (issuer === personIssuer) return !isTrial;
  return issuer === options.provider?.issuer;
}

export function hostOf(c: PortalContext): string {
  return c.req.header('host') ?? new URL(c.req.url).host;
}

/** Three parts with dots are a token of the provider; keys of readers are told by what they begin with. */
function bearerOf(c: PortalContext): string | undefined {
  if (!isApi(c.req.path)) return undefined;
  const token = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return token?.split('.').length === 3 ? token : undefined;
}

async function readBearer(
  { principalOf, options }: Pick<Parameters<typeof identify>[0], 'principalOf' | 'options'>,
  token: string,
): ReturnType<Casework['principalOf']> {
  const { provider } = options;
  if (provider === undefined) return { kind: 'refused', problem: problem('token-refused', {}) };
  const read = await provider.readToken(token);
  if (read.kind === 'refused') return read;
  return principalOf({ by: 'token', ...read.who, scopes: read.scopes });
}
