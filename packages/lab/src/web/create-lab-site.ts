import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Language } from '@credence/domain';

import type { Asset } from './http/assets.ts';
import { comesFromUs, protect } from './http/protect.ts';
import { aboutPage } from './pages/about-page.tsx';
import { galleryPage } from './pages/gallery-page.tsx';
import { refusalPage } from './pages/refusal-page.tsx';
import { validationPage } from './pages/validation-page.tsx';
import { sendPage } from './routes/answers.ts';
import { regimeRoutes } from './routes/regime-routes.ts';
import { runRoutes } from './routes/run-routes.ts';
import { siteContext, type LabSite, type SiteContext } from './site.ts';

/** The text of a regime is by far the longest that a form holds. */
const MOST_BYTES = 256 * 1024;

/** The pages of the Lab: one Hono application, ready to be served or asked in a test. */
export function createLabSite(site: LabSite, onDefect: (error: unknown) => void): Hono {
  const app = new Hono({ strict: false });
  const contextOf = (c: Context): SiteContext => siteContext(site, languageOf(c), c.req.url);
  const refuse = (
    c: Context,
    status: 403 | 404 | 405 | 413 | 500,
    pick: (context: SiteContext) => { readonly title: string; readonly why: string },
  ): Response => {
    const context = contextOf(c);
    return c.html(refusalPage(context, pick(context)), status);
  };

  app.use(async (c, next) => {
    await next();
    protect(c.res.headers);
  });
  app.use(async (c, next) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD') return next();
    if (method !== 'POST') {
      const sent = method.slice(0, 20);
      return refuse(c, 405, ({ say }) => ({ title: say.methodNot, why: say.methodNotWhy(sent) }));
    }
    if (comesFromUs(c.req.raw)) return next();
    return refuse(c, 403, ({ say }) => ({ title: say.foreignForm, why: say.foreignFormWhy }));
  });
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) =>
        refuse(c, 413, ({ say, words }) => ({
          title: say.tooLarge,
          why: say.tooLargeWhy(words.number(MOST_BYTES / 1024)),
        })),
    }),
  );
  serveAsset(app, site.assets.stylesheet);
  serveAsset(app, site.assets.icon);
  serveAsset(app, site.assets.watchScript);
  const pages = pageRoutes(contextOf);
  app.route('/en', pages);
  app.route('/', pages);
  app.notFound((c) =>
    refuse(c, 404, ({ say }) => ({ title: say.notFound, why: say.notFoundWhy(c.req.path) })),
  );
  app.onError((error, c) => {
    onDefect(error);
    const answer = refuse(c, 500, ({ say }) => ({ title: say.defect, why: say.defectWhy }));
    protect(answer.headers);
    return answer;
  });
  return app;
}

function pageRoutes(contextOf: (c: Context) => SiteContext): Hono {
  const pages = new Hono({ strict: false });
  pages.get('/', (c) => sendPage(c, galleryPage(contextOf(c))));
  pages.get('/validation', (c) => sendPage(c, validationPage(contextOf(c))));
  pages.get('/about', (c) => sendPage(c, aboutPage(contextOf(c))));
  pages.route('/', regimeRoutes(contextOf));
  pages.route('/', runRoutes(contextOf));
  return pages;
}

/** English stands under `/en`, as in the register. */
function languageOf(c: Context): Language {
  return /^\/en(?:\/|$)/.test(c.req.path) ? 'en' : 'zh';
}

function serveAsset(app: Hono, { path, mediaType, text }: Asset): void {
  app.get(path, (c) =>
    c.body(text, 200, {
      'content-type': `${mediaType}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
}
