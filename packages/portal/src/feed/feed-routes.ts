import { localise } from '@credence/domain';
import type { Hono } from 'hono';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { sendProblem, type PageTools } from '../page/answer-page.tsx';
import { publishableSubject } from '../request/publishable.ts';
import { atomType } from './atom.ts';
import { listFeed, subjectFeed } from './public-feeds.ts';

/** Feeds of one organisation and of one list: what is published today, and nothing about more. */
export function feedRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, site, language } = tools;
  const given = (c: PortalContext) => ({
    origin: new URL(c.req.url).origin,
    name: localise(site.name, language).text,
    language,
  });

  routes.get('/organisations/:id/feed.atom', async (c) => {
    const found = await services.viewSubject({ by: 'id', id: c.req.param('id') }, {});
    if (found.kind === 'not-found') return sendProblem(c, tools, nothingThere);
    c.set('zone', found.view.clock.zone);
    const text = subjectFeed(publishableSubject(found.view), given(c));
    return c.body(text, 200, { 'content-type': atomType });
  });

  routes.get('/lists/:id/feed.atom', async (c) => {
    const found = await services.viewList(c.req.param('id'), { page: 1, order: 'decided' });
    if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
    c.set('zone', found.view.clock.zone);
    return c.body(listFeed(found.view, given(c)), 200, { 'content-type': atomType });
  });
}

const nothingThere = { problem: { code: 'subject-not-found', params: {} } } as const;
const notHere = { problem: { code: 'page-not-found', params: {} } } as const;
