import { personIssuer, type SignInAttempt, type SignInReference } from '@credence/casework';
import { problem, type Language, type Problem } from '@credence/domain';
import type { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { inLanguage, paths, withQuery } from '../request/paths.ts';
import { safeBack } from './back.ts';
import { refuseWith } from './guarded.ts';
import { hostOf } from './identify.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { SignInOptions, SignInParts } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Signing in and out, in one language. */
export function signInRoutes(
  routes: Hono<PortalEnv>,
  tools: PageTools,
  parts: SignInParts | undefined,
): void {
  const { services, language } = tools;
  const desk = inLanguage(paths.desk, language);

  routes.get(paths.signIn, async (c) => {
    if (parts === undefined) return refuseWith(c, problem('sign-in-absent', {}));
    const refused = refusedHost(c, parts.options);
    if (refused !== undefined) return refuseWith(c, refused);
    const context = contextFor(tools, await services.clock({}), paths.signIn);
    const back = safeBack(c.req.query('back'), desk);
    const { demo, provider } = parts.options;
    return sendPage(
      c,
      context,
      <SignInPage
        context={context}
        back={back}
        {...(provider === undefined
          ? {}
          : { issuer: provider.issuer, forSelf: provider.provesNumbers === true })}
        {...(demo === undefined ? {} : { people: demo.people })}
      />,
    );
  });
  if (parts === undefined) return;
  const { options, sessions } = parts;
  const { provider, demo } = options;
  if (provider !== undefined) providerRoutes(routes, { ...parts, provider, tools });

  if (demo !== undefined) {
    routes.post(`${paths.signIn}/demo`, async (c) => {
      const refused = refusedHost(c, options);
      if (refused !== undefined) return refuseWith(c, refused);
      const { person, back } = await c.req.parseBody();
      const known = demo.people.find(({ id }) => id === person);
      if (known === undefined) return refuseWith(c, problem('account-missing', {}));
      const admitted = await demo.admit?.(known.id);
      if (admitted?.kind === 'refused') return refuseWith(c, admitted.problem);
      const who = admitted?.who ?? { issuer: demo.issuer, subject: known.id };
      const outcome = await services.principalOf({ by: 'sign-in', ...who });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      await sessions.open(c, who);
      const to = safeBack(typeof back === 'string' ? back : undefined, desk);
      return c.redirect(to === desk ? firstPage(who, tools.language) : to, 303);
    });
  }

  routes.post(paths.signOut, async (c) => {
    await sessions.close(c);
    // What a device kept of a visit that was not sent goes with whoever signs out.
    c.header('clear-site-data', '"storage"');
    return c.redirect(inLanguage(paths.home, language), 303);
  });
}

function providerRoutes(
  routes: Hono<PortalEnv>,
  parts: SignInParts & {
    readonly provider: NonNullable<SignInOptions['provider']>;
    readonly tools: PageTools;
  },
): void {
  const { provider, sessions, options, tools } = parts;
  const desk = inLanguage(paths.desk, tools.language);

  routes.get(`${paths.signIn}/start`, async (c) => {
    const begun = await provider.begin({ forSelf: c.req.query('for') === 'self' });
    if (begun.kind === 'refused') return refuseWith(c, begun.problem);
    const back = safeBack(c.req.query('back'), desk);
    rememberAttempt(c, { ...begun.attempt, back }, options.secure);
    return c.redirect(begun.url, 303);
  });

  routes.get(`${paths.signIn}/callback`, async (c) => {
    const attempt = readAttempt(c);
    deleteCookie(c, attemptCookie, { path: '/' });
    if (attempt === undefined) return refuseWith(c, problem('sign-in-failed', {}));
    const outcome = await provider.finish(new URL(c.req.url), attempt);
    if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
    const known = await tools.services.principalOf({ by: 'sign-in', ...outcome.who });
    if (known.kind === 'refused') return refuseWith(c, known.problem);
    await sessions.open(c, outcome.who);
    const to = safeBack(attempt.back, desk);
    return c.redirect(to === desk ? firstPage(outcome.who, tools.language) : to, 303);
  });
}

/** Whoever asks for herself comes to her file; everyone else to the desk. */
function firstPage({ issuer }: SignInReference, language: Language): string {
  return inLanguage(issuer === personIssuer ? paths.deskMyFile : paths.desk, language);
}

/** While people can be tried out here, every other host name is refused: it may be a forged one. */
function refusedHost(c: PortalContext, { demo }: SignInOptions): Problem | undefined {
  const host = hostOf(c);
  if (demo === undefined || isLoopbackHost(host)) return undefined;
  return problem('host-refused', {
    host: host.slice(0, 80),
    accepted: 'localhost, 127.0.0.1, [::1]',
  });
}

const attemptCookie = 'credence-sign-in';
/** Signing in at the provider may take a while, not an hour. */
const attemptSeconds = 15 * 60;

interface Attempt extends SignInAttempt {
  readonly back: string;
}

/** The browser keeps what its own sign-in has to match; nobody else's browser has it. */
function rememberAttempt(c: PortalContext, attempt: Attempt, secure: boolean): void {
  const { state, nonce, verifier, back } = attempt;
  const self = attempt.forSelf === true ? '1' : undefined;
  setCookie(c, attemptCookie, withQuery('', { state, nonce, verifier, back, self }).slice(1), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    maxAge: attemptSeconds,
  });
}

function readAttempt(c: PortalContext): Attempt | undefined {
  const kept = new URLSearchParams(getCookie(c, attemptCookie) ?? '');
  const [state, nonce, verifier] = ['state', 'nonce', 'verifier'].map((name) => kept.get(name));
  if (!state || !nonce || !verifier) return undefined;
  const forSelf = kept.get('self') === '1' ? { forSelf: true } : {};
  return { state, nonce, verifier, ...forSelf, back: kept.get('back') ?? '/' };
}
