import { localise, problem, type Problem } from '@credence/domain';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { refuseWith } from '../access/guarded.ts';
import { textIn } from '../desk/matters/form-text.ts';
import { atomType } from '../feed/atom.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { formErrors } from '../page/form-errors.ts';
import { draftCommentsPath, draftPath, paths } from '../request/paths.ts';
import { draftsFeed } from './drafts-feed.ts';
import { DraftPage, DraftsPage, ReceivedPage } from './public-pages.tsx';

const notHere = problem('page-not-found', { path: '' });

/** Drafts before the public: anyone reads them and comments while the days last. */
export function draftRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;

  routes.get(paths.drafts, async (c) => {
    const { clock, drafts } = await services.listPublicDrafts();
    const context = contextFor(tools, clock, paths.drafts);
    return sendPage(c, context, <DraftsPage context={context} drafts={drafts} />);
  });

  routes.get(paths.draftsFeed, async (c) => {
    const { clock, drafts } = await services.listPublicDrafts();
    c.set('zone', clock.zone);
    const text = draftsFeed(drafts, {
      origin: new URL(c.req.url).origin,
      name: localise(tools.site.name, tools.language).text,
      language: tools.language,
      timepoint: clock.timepoint,
    });
    return c.body(text, 200, { 'content-type': atomType });
  });

  routes.get(`${paths.drafts}/:hash`, (c) => showDraft(c, tools, {}));

  routes.get(`${paths.drafts}/:hash/comments`, (c) => showDraft(c, tools, {}));

  routes.post(`${paths.drafts}/:hash/comments`, async (c) => {
    const hash = c.req.param('hash');
    const text = textIn(await c.req.parseBody(), 'text');
    const outcome = await services.commentOnDraft({ hash, text });
    if (outcome.kind === 'not-found') return refuseWith(c, notHere);
    if (outcome.kind === 'refused') {
      const { problem: occurred } = outcome;
      if (occurred.code !== 'text-length') return refuseWith(c, occurred);
      return showDraft(c, tools, { problem: occurred, entered: text });
    }
    const context = contextFor(tools, await services.clock({}), draftCommentsPath(hash));
    c.header('cache-control', 'no-store');
    return sendPage(c, context, <ReceivedPage context={context} hash={hash} outcome={outcome} />);
  });
}

async function showDraft(
  c: PortalContext,
  tools: PageTools,
  given: { readonly problem?: Problem; readonly entered?: string },
): Promise<Response> {
  const hash = c.req.param('hash') ?? '';
  const found = await tools.services.viewPublicDraft(hash);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const { problem: occurred, entered } = given;
  const context = contextFor(tools, found.view.clock, draftPath(hash));
  const errors = formErrors(c, tools, occurred, () => 'text');
  return sendPage(
    c,
    context,
    <DraftPage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      errors={errors}
      {...(entered === undefined ? {} : { entered })}
    />,
  );
}
