import { localise, problem } from '@credence/domain';
import type { Hono } from 'hono';

import { refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { drawPath, paths } from '../request/paths.ts';
import { drawDeskRoutes } from './desk-routes.tsx';
import { DrawPage, DrawsPage } from './draw-pages.tsx';

const notHere = problem('page-not-found', { path: '' });

/** Draws of inspections before the public; the file of a draw only once its visits are over. */
export function drawRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  const agencies = async (): Promise<ReadonlyMap<string, string>> => {
    const { agencies: lines } = await services.listAgencies();
    return new Map(lines.map(({ code, name }) => [code, localise(name, language).text]));
  };

  routes.get(paths.inspections, async (c) => {
    const view = await services.listDraws();
    const context = contextFor(tools, view.clock, paths.inspections);
    const names = await agencies();
    return sendPage(c, context, <DrawsPage context={context} view={view} agencies={names} />);
  });

  routes.get(`${paths.inspections}/:draw`, async (c) => {
    const draw = c.req.param('draw');
    const found = await services.viewDraw(draw);
    if (found.kind === 'not-found') return refuseWith(c, notHere);
    const { view } = found;
    const context = contextFor(tools, view.clock, drawPath(draw));
    const names = await agencies();
    return sendPage(c, context, <DrawPage context={context} view={view} agencies={names} />);
  });

  drawDeskRoutes(routes, tools);

  routes.get(`${paths.inspections}/:draw/list.json`, async (c) => {
    const text = await services.readDrawList(c.req.param('draw'));
    if (text === undefined) return refuseWith(c, notHere);
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
  });

  routes.get(`${paths.inspections}/:draw/draw.json`, async (c) => {
    const text = await services.readDrawFile(c.req.param('draw'));
    if (text === undefined) return refuseWith(c, notHere);
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
}
