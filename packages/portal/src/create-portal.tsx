import { Hono } from 'hono';
import { localise, type Language, type Localised } from '@credence/domain';

import { sameOrigin } from './access/csrf.tsx';
import { identify } from './access/identify.ts';
import { declaredMethods } from './access/post-gate.ts';
import { createPortalSessions, type SignInOptions } from './access/session.ts';
import { createApi } from './api/create-api.ts';
import { problemResponse } from './http/answer-problem.ts';
import type { PortalContext, PortalEnv } from './http/environment.ts';
import { isApi, type Refuse } from './http/gates.ts';
import { readerKeys } from './http/reader-keys.ts';
import { preferredLanguage } from './http/negotiation.ts';
import { problemOfError } from './http/problem-of-error.ts';
import { readAssets, type Assets } from './http/assets.ts';
import { readCheckModules, type CheckModule } from './inspection/check-modules.ts';
import { innerGates, outerGates, type StackOptions } from './http/stack.ts';
import { sendProblem, type PageTools } from './page/answer-page.tsx';
import { cheapRefusals } from './page/cheap-refusals.tsx';
import type { Site } from './page/page-context.ts';
import { pageRoutes } from './page/routes.tsx';
import type { PortalServices } from './services.ts';

export interface PortalOptions extends StackOptions {
  readonly services: PortalServices;
  readonly registerName: Localised;
  /** Absent: there are public pages only. */
  readonly signIn?: SignInOptions;
  /** Whom to write to about these pages. */
  readonly contact?: Localised;
  /** Names of regions by their codes, for counts by region. */
  readonly regionName?: (code: string) => string | undefined;
  /** Takes note of a defect and gives the reference the reader is shown. */
  readonly onDefect?: (error: unknown) => string | undefined;
}

export type Portal = Hono<PortalEnv>;

/** The public portal and the API: one Hono application, ready for `serve` or for a test. */
export function createPortal(options: PortalOptions): Portal {
  const { services, registerName } = options;
  const assets = readAssets();
  const checkModules = readCheckModules();
  const site = siteOf(options, assets, checkModules);
  const otherwise: Language = registerName.zh === undefined ? 'en' : 'zh';
  const api = createApi({
    services,
    language: otherwise,
    title: localise(registerName, 'en').text,
  });
  const operations = operationLines(api);
  const signIn =
    options.signIn === undefined
      ? undefined
      : {
          options: options.signIn,
          sessions: createPortalSessions(options.signIn, options.clock),
        };
  const tools = (language: Language): PageTools => ({
    ...{ services, site, language, operations },
    ...(signIn === undefined ? {} : { signIn }),
  });

  const refuse: Refuse = (c, problem) => answer(c, { problem });
  const answer = (
    c: PortalContext,
    given: Parameters<typeof sendProblem>[2],
  ): Response | Promise<Response> => {
    if (!isApi(c.req.path)) return sendProblem(c, tools(languageOfPath(c.req.path)), given);
    const language = preferredLanguage(c.req.header('accept-language'), otherwise);
    return problemResponse(given.problem, language, given.reference);
  };

  const app = new Hono<PortalEnv>({ strict: false });
  const cheaply = cheapRefusals({ services, site, operations }, otherwise);
  outerGates(app, options, cheaply);
  app.use(async (c, next) => {
    c.set('principal', { kind: 'anonymous' });
    c.set('refuse', refuse);
    c.set('signInOffered', signIn !== undefined);
    await next();
  });
  if (signIn !== undefined) {
    app.use(identify({ ...signIn, principalOf: (given) => services.principalOf(given) }, refuse));
  }
  app.use(readerKeys((key) => services.readerOfKey(key)));
  app.use(declaredMethods(app, refuse));
  innerGates(app, options, refuse);
  app.use(sameOrigin(refuse));
  const { stylesheet, icon, dropScript, keysScript, visitScript } = assets;
  const checks = checkModules.map((each) => ({ ...each, mediaType: 'text/javascript' }));
  serveAssets(app, [stylesheet, icon, dropScript, keysScript, visitScript, ...checks]);
  app.route('/api/v1', api);
  app.route('/en', pageRoutes(tools('en')));
  app.route('/', pageRoutes(tools('zh')));
  app.notFound((c) => answer(c, { problem: { code: 'page-not-found', params: {} } }));
  app.onError((error, c) => {
    const reference = options.onDefect?.(error);
    return answer(c, { problem: problemOfError(error, reference), reference });
  });
  return app;
}

/** What every page says of the register, and the assets it links. */
function siteOf(
  options: PortalOptions,
  assets: Assets,
  checkModules: readonly CheckModule[],
): Site {
  return {
    name: options.registerName,
    stylesheetHref: assets.stylesheet.path,
    iconHref: assets.icon.path,
    dropScript: { href: assets.dropScript.path, integrity: assets.dropScript.integrity },
    keysScript: { href: assets.keysScript.path, integrity: assets.keysScript.integrity },
    visitScript: { href: assets.visitScript.path, integrity: assets.visitScript.integrity },
    checkModules,
    ...(options.contact === undefined ? {} : { contact: options.contact }),
    ...(options.regionName === undefined ? {} : { regionName: options.regionName }),
  };
}

/** The operations of the API, as the page about data lists them. */
function operationLines(api: ReturnType<typeof createApi>): PageTools['operations'] {
  return api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { path, method, summary = '' } = definition.route;
    return [{ path, method: method.toUpperCase(), summary }];
  });
}

function serveAssets(
  app: Portal,
  assets: readonly { readonly path: string; readonly mediaType: string; readonly text: string }[],
): void {
  for (const { path, mediaType, text } of assets) {
    app.get(path, (c) => {
      c.set('immutable', true);
      return c.body(text, 200, { 'content-type': `${mediaType}; charset=utf-8` });
    });
  }
}

function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'zh';
}
