import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import Provider from 'oidc-provider';

/** What a machine's token has to be issued for. */
export const oidcAudience = 'urn:credence:api';

/** What the provider states of everybody who asks for himself; no province gives it out. */
export const oidcNumber = '98010118850101001X';

export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A machine's client id and secret. */
  readonly machine: { readonly clientId: string; readonly clientSecret: string };
  /** An access token for a machine by client credentials. */
  token(scope?: string, options?: { readonly resource?: string }): Promise<string>;
  /** Signs in by name alone, following redirects like a browser, up to the portal's own address. */
  approve(authorizationUrl: string, login: string): Promise<URL>;
  stop(): Promise<void>;
}

/** A real OpenID Connect provider on this machine, whose people sign in by name alone. */
export async function startOidc(options: {
  readonly redirect: string;
  readonly accessTokenSeconds?: number;
}): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const client = { clientId: 'credence', clientSecret: 'a-secret-of-the-portal-for-tests' };
  const machine = { clientId: 'bureau-system', clientSecret: 'a-secret-of-the-machine-for-tests' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [options.redirect],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
      {
        client_id: machine.clientId,
        client_secret: machine.clientSecret,
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['of tests only'] },
    pkce: { required: () => true },
    // A number is stated only where a sign-in asks for it.
    claims: { number: ['number'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, number: oidcNumber }),
    }),
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => ({
          scope: 'intake export',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: options.accessTokenSeconds ?? 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    ...client,
    machine,
    token: (scope, { resource = oidcAudience } = {}) =>
      tokenOf(issuer, { machine, scope, resource }),
    approve: (url, login) => approve(url, { login, until: options.redirect }),
    stop: () => stop(server),
  };
}

async function tokenOf(
  issuer: string,
  asked: {
    readonly machine: OidcServer['machine'];
    readonly scope: string | undefined;
    readonly resource: string;
  },
): Promise<string> {
  const { machine, scope = 'intake export', resource } = asked;
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${machine.clientId}:${machine.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope, resource }),
  });
  const body = (await answer.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(JSON.stringify(body));
  return body.access_token;
}

/** A browser without a window: cookies, redirects, and the provider's two forms. */
async function approve(
  start: string,
  { login, until }: { readonly login: string; readonly until: string },
): Promise<URL> {
  const jar = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } = { url: start };
  for (let step = 0; step < 12; step += 1) {
    const answer: Response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.body === undefined ? {} : { method: 'POST', body: next.body }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      const url = new URL(location, next.url);
      if (url.href.startsWith(until)) return url;
      next = { url: url.href };
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(page.slice(0, 2000));
    next = {
      url: new URL(action, next.url).href,
      body: new URLSearchParams({
        prompt,
        ...(prompt === 'login' ? { login, password: 'any' } : {}),
      }),
    };
  }
  throw new Error('The provider never came to an end.');
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
