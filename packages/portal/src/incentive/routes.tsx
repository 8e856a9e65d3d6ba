import type { Hono } from 'hono';

import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { paths } from '../request/paths.ts';
import { IncentivesPage } from './incentives-page.tsx';

/** What the law gives to those who keep it. */
export function incentiveRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(paths.incentives, async (c) => {
    const view = await tools.services.listIncentives();
    const context = contextFor(tools, view.clock, paths.incentives);
    return sendPage(c, context, <IncentivesPage context={context} view={view} />);
  });
}
