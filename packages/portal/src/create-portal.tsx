import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { localise, type Instant, type Language, type Localised } from '@credence/domain';

import { createApi } from './api/create-api.ts';
import { problemResponse } from './http/answer-problem.ts';
import type { PortalContext, PortalEnv } from './http/environment.ts';
import { finish } from './http/finish.ts';
import { isApi, limits, offers, readsOnly, type Refuse } from './http/gates.ts';
import { preferredLanguage } from './http/negotiation.ts';
import { problemOfError } from './http/problem-of-error.ts';
import { readAssets } from './http/assets.ts';
import { createTokenBuckets, type BucketRule } from './http/token-bucket.ts';
import { sendProblem, type PageTools } from './page/answer-page.tsx';
import { pageRoutes } from './page/routes.tsx';
import type { PortalServices } from './services.ts';

export interface PortalOptions {
  readonly services: PortalServices;
  readonly registerName: Localised;
  readonly clock: () => Instant;
  /** Requests per address; absent: 60 at once and 10 a second in the long run. */
  readonly limit?: BucketRule;
  /** Address a request comes from; absent: the other end of its connection. */
  readonly addressOf?: (c: PortalContext) => string | undefined;
  /** Whom to write to about these pages. */
  readonly contact?: Localised;
  /** Takes note of a defect and gives the reference the reader is shown. */
  readonly onDefect?: (error: unknown) => string | undefined;
}

export type Portal = Hono<PortalEnv>;

const defaultLimit: BucketRule = { burst: 60, perSecond: 10, addresses: 20_000 };

/** The public portal and the API: one Hono application, ready for `serve` or for a test. */
export function createPortal(options: PortalOptions): Portal {
  const { services, registerName } = options;
  const assets = readAssets();
  const site = {
    name: registerName,
    stylesheetHref: assets.stylesheet.path,
    iconHref: assets.icon.path,
    ...(options.contact === undefined ? {} : { contact: options.contact }),
  };
  const otherwise: Language = registerName.zh === undefined ? 'en' : 'zh';
  const api = createApi({
    services,
    language: otherwise,
    title: localise(registerName, 'en').text,
  });
  const operations = api.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route'
      ? [{ path: definition.route.path, summary: definition.route.summary ?? '' }]
      : [],
  );
  const tools = (language: Language): PageTools => ({ services, site, language, operations });

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
  app.use(finish(options.clock));
  app.use(readsOnly(refuse));
  app.use(
    limits(
      createTokenBuckets(options.limit ?? defaultLimit, options.clock),
      options.addressOf ?? connectionAddress,
      refuse,
    ),
  );
  app.use(offers(refuse));
  for (const { path, mediaType, text } of [assets.stylesheet, assets.icon]) {
    app.get(path, (c) => {
      c.set('immutable', true);
      return c.body(text, 200, { 'content-type': `${mediaType}; charset=utf-8` });
    });
  }
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

function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'zh';
}

/** Undefined where there is no connection, as in a test that calls the application itself. */
function connectionAddress(c: PortalContext): string | undefined {
  const environment: unknown = c.env;
  const connected =
    typeof environment === 'object' && environment !== null && 'incoming' in environment;
  return connected ? getConnInfo(c).remote.address : undefined;
}
