import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignJWT, generateKeyPair } from 'jose';

import {
  oidcAudience,
  oidcNumber,
  startOidc,
  type OidcServer,
} from '../../../../tests/support/oidc.ts';
import { openSignIn, type SignInSettings } from './open-sign-in.ts';

const redirect = 'http://127.0.0.1:9/sign-in/callback';

describe('sign-in with a real provider', () => {
  let oidc: OidcServer;
  let settings: SignInSettings;
  const now = () => Date.now();

  beforeAll(async () => {
    oidc = await startOidc({ redirect });
    const { issuer, clientId, clientSecret } = oidc;
    settings = { issuer, clientId, clientSecret, redirect, audience: oidcAudience };
  });
  afterAll(() => oidc.stop());

  async function begin() {
    const begun = await openSignIn(settings, now).begin();
    if (begun.kind === 'refused') throw new Error(JSON.stringify(begun.problem));
    return begun;
  }

  it('says who someone is to the provider', async () => {
    const { url, attempt } = await begin();
    const back = await oidc.approve(url, 'lin-shulan');
    expect(await openSignIn(settings, now).finish(back, attempt)).toEqual({
      kind: 'signed-in',
      who: { issuer: oidc.issuer, subject: 'lin-shulan' },
    });
  });

  it('hands a proven number to the keeper of keys alone, and only where one asks for himself', async () => {
    const heard: string[] = [];
    const keeper = {
      admit: (number: string) => {
        heard.push(number);
        return Promise.resolve({ kind: 'admitted', pass: 'a pass' } as const);
      },
    };
    const signIn = openSignIn({ ...settings, numberClaim: 'number' }, now, keeper);
    const finish = async (forSelf: boolean) => {
      const begun = await signIn.begin({ forSelf });
      if (begun.kind === 'refused') throw new Error(JSON.stringify(begun.problem));
      return signIn.finish(await oidc.approve(begun.url, 'zhongli-yan'), begun.attempt);
    };
    expect(await finish(false)).toMatchObject({ who: { subject: 'zhongli-yan' } });
    expect(heard).toEqual([]);
    expect(await finish(true)).toEqual({
      kind: 'signed-in',
      who: { issuer: 'urn:credence:person', subject: 'a pass' },
    });
    expect(heard).toEqual([oidcNumber]);
    // Where the provider proves no number nobody can be known by one.
    expect((await openSignIn(settings, now, keeper).begin({ forSelf: true })).kind).toBe('refused');
  });

  it('asks with PKCE, a state and a nonce', async () => {
    const { searchParams } = new URL((await begin()).url);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(searchParams.get(name)?.length, name).toBeGreaterThan(20);
    }
  });

  it.each(['state', 'nonce', 'verifier'] as const)(
    'refuses an answer to another %s',
    async (part) => {
      const { url, attempt } = await begin();
      const back = await oidc.approve(url, 'lin-shulan');
      const other = { ...attempt, [part]: 'x'.repeat(43) };
      expect(await openSignIn(settings, now).finish(back, other)).toMatchObject({
        kind: 'refused',
        problem: { code: 'sign-in-failed' },
      });
    },
  );

  it('takes a code once', async () => {
    const { url, attempt } = await begin();
    const back = await oidc.approve(url, 'lin-shulan');
    const signIn = openSignIn(settings, now);
    expect((await signIn.finish(back, attempt)).kind).toBe('signed-in');
    expect((await signIn.finish(back, attempt)).kind).toBe('refused');
  });

  it('says so when the person said no, and repeats nothing of the provider', async () => {
    const { attempt } = await begin();
    const back = new URL(redirect);
    back.search = new URLSearchParams({
      error: 'access_denied',
      error_description: '<b>whatever</b>',
      state: attempt.state,
      iss: oidc.issuer,
    }).toString();
    const outcome = await openSignIn(settings, now).finish(back, attempt);
    expect(outcome).toMatchObject({ problem: { code: 'sign-in-declined' } });
    expect(JSON.stringify(outcome)).not.toContain('whatever');
  });

  it('says that a provider does not answer, and asks again after a pause', async () => {
    const clock = { at: 0 };
    const down = openSignIn({ ...settings, issuer: 'http://127.0.0.1:1' }, () => clock.at);
    expect(await down.begin()).toMatchObject({ problem: { code: 'sign-in-unavailable' } });
    expect(await down.readToken('x')).toMatchObject({ problem: { code: 'sign-in-unavailable' } });
    clock.at += 5_000;
    expect(await down.begin()).toMatchObject({ problem: { code: 'sign-in-unavailable' } });
  });

  describe('token of a machine', () => {
    const read = async (token: string, at = now) => openSignIn(settings, at).readToken(token);

    it('says which system it is and what it may be used for', async () => {
      expect(await read(await oidc.token('intake'))).toEqual({
        kind: 'machine',
        who: { issuer: oidc.issuer, subject: oidc.machine.clientId },
        scopes: ['intake'],
      });
    });

    it('is refused when it was issued for another system', async () => {
      const token = await oidc.token('intake', { resource: 'urn:someone:else' });
      expect(await read(token)).toMatchObject({ problem: { code: 'token-refused' } });
    });

    it('is refused once it has expired', async () => {
      const token = await oidc.token('intake');
      const later = () => Date.now() + 10 * 60_000;
      expect(await read(token, later)).toMatchObject({ problem: { code: 'token-refused' } });
    });

    it.each(['not a token', 'a.b.c', '', 'x'.repeat(9_000)])('is refused: %s', async (token) => {
      expect(await read(token)).toMatchObject({ problem: { code: 'token-refused' } });
    });

    it('is refused when someone else signed it, or nobody', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const claims = { client_id: oidc.machine.clientId, scope: 'intake' };
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
        .setIssuer(oidc.issuer)
        .setAudience(oidcAudience)
        .setExpirationTime('1h')
        .sign(privateKey);
      expect(await read(forged)).toMatchObject({ problem: { code: 'token-refused' } });
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const exp = Math.floor(Date.now() / 1000) + 600;
      const body = { ...claims, iss: oidc.issuer, aud: oidcAudience, exp };
      const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${part(body)}.`;
      expect(await read(unsigned)).toMatchObject({ problem: { code: 'token-refused' } });
    });
  });
});
